"""成批办理: one act done with several subjects, each for itself: what cannot be done with one does not stop the others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from typing import Any

from yaodian.domain.entry import Act
from yaodian.domain.finding import Refusal, Words
from yaodian.web.accounts.models import Account
from yaodian.web.accounts.policy import Standing, standing
from yaodian.web.clock import day_of
from yaodian.web.installation import supervision
from yaodian.web.work.doable import doable
from yaodian.web.work.models import Item
from yaodian.web.work.reading import items_of
from yaodian.web.work.services import act as do
from yaodian.web.work.writing import current


@dataclass
class Outcome:
    """With how many subjects it was done, and why not with the others; its words tell the first reason."""

    act: Act
    done: int = 0
    refused: list[tuple[Item, Words]] = field(default_factory=list)

    @property
    def words(self) -> Words:
        said, left = self.act.words, len(self.refused)
        if not left:
            return Words(f"已{said.zh} {self.done} 件", f"{self.done} {said.en}")
        zh, en = self.refused[0][1]
        return Words(f"已{said.zh} {self.done} 件，{left} 件没有办成：{zh}", f"{self.done} {said.en}, {left} not: {en}")


def act_on_all(
    *, account: Account, chosen: Sequence[tuple[str, int]], act: Act, data: Mapping[str, Any], key: str, at: datetime
) -> Outcome:
    """Do it with each chosen (subject, version) that the account sees, for the unit that may. The same `key` with the same
    subject does it once."""
    who, outcome = standing(account, day_of(at)), Outcome(act)
    held = items_of(account, who.on, pk__in=[subject for subject, _ in chosen]).in_bulk()
    for subject, version in dict(chosen).items():
        if subject not in held:
            continue
        own = sha256(f"{key}/{subject}".encode()).hexdigest()
        try:
            unit = _unit_for(who, held[subject], act, at)
            do(account=account, unit=unit, subject=subject, act=act, data=data, expected=version, key=own, at=at)
            outcome.done += 1
        except Refusal as refusal:
            outcome.refused.append((held[subject], refusal.words))
    return outcome


def _unit_for(who: Standing, item: Item, act: Act, at: datetime) -> str:
    """For which of its units the account may do it; else for one that is told why not."""
    state, hands = current(item), who.hands()
    open_parts = Item.open_parts([item.pk])[item.pk] if state.children else 0
    can = doable(hands, state, at, who.on, supervision().setting(who.on, state.owner, open_parts), (act,))
    own = [hand.unit for hand in hands if hand.unit == state.owner]
    return can.get(act) or next(iter([*own, *(hand.unit for hand in hands)]), "")
