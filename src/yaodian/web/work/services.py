"""办理: what is done with work items and cases. A write names the version it was made on, and its key makes it safe to send
again; what `decide` refuses changes nothing."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from hashlib import sha256
from typing import Any

from django.db import transaction

from yaodian.domain.entry import Act, Entry
from yaodian.domain.finding import Refusal, Words
from yaodian.runtime.cascade import part_ids
from yaodian.runtime.command import Command, NameOf, Refused
from yaodian.runtime.deciding import decide
from yaodian.runtime.lifecycle import State
from yaodian.web.accounts.models import Account
from yaodian.web.accounts.policy import Doing, must, standing
from yaodian.web.accounts.units import organisation
from yaodian.web.clock import day_of
from yaodian.web.installation import supervision
from yaodian.web.plans.structure import names_of
from yaodian.web.work.models import EvidenceFile, Item, Receipt
from yaodian.web.work.registering import must_fit
from yaodian.web.work.writing import Opening, current, opened, went_on
from yaodian.workspace.evidence.store import NAME
from yaodian.workspace.promises import PromiseName

Data = Mapping[str, Any]
Parts = Mapping[str, Mapping[str, float]]


class Stale(Refusal):
    """Someone else went on meanwhile: the subject as it is, and the entries that came after the `expected` version."""

    def __init__(self, item: Item, expected: int) -> None:
        self.item, self.expected = item, expected
        self.since = [row.entry for row in item.entries.filter(number__gt=expected).order_by("number")]
        zh = "；".join(f"{entry.by.unit} {entry.act.words.zh}" for entry in self.since)
        en = "; ".join(f"{entry.by.unit} {entry.act.words.en}" for entry in self.since)
        super().__init__(
            Words(
                f"“{item.title}”在您打开之后又有{len(self.since)}条记录：{zh}；请看过再办",
                f"{item.title!r} got {len(self.since)} entries since it was opened: {en}; look at them and go on",
            )
        )


def act(
    *,
    account: Account,
    unit: str,
    subject: str,
    act: Act,
    data: Data,
    expected: int,
    key: str,
    at: datetime,
) -> Item:
    """Do something with a subject, for a unit; the item as it is then.

    Raises NotAllowed where the account may not, Refusal where it cannot be done now (with the repair), Stale where the
    subject is no longer at the `expected` version. The same `key` with the same request gives the same answer again.
    """
    who = standing(account, day_of(at))
    asked = asked_of(unit, subject, act, data, expected)
    with transaction.atomic():
        item = _held(subject)
        must(who, Doing.SEE, item)
        hand = who.hand_for(unit)
        assert item is not None
        if answered(account.login, key, asked) is not None:
            return item
        if item.version != expected:
            raise Stale(item, expected)
        must_fit(item.kind, data)
        if act is Act.ATTACH:
            _must_be_kept(data.get("sha256"))
        carry_out(item, Command(subject, act, hand, at, data))
        Receipt.objects.create(
            account=account.login, key=key, asked=asked, subject=subject, version=item.version, at=at
        )
    return item


def _must_be_kept(digest: Any) -> None:
    """Refuse to name a file that nobody handed in."""
    is_digest = isinstance(digest, str) and NAME.fullmatch(digest) is not None
    if not (is_digest and EvidenceFile.objects.filter(pk=digest).exists()):
        raise Refusal(
            Words(
                "没有收到过这份佐证；请上传文件，不能只写编号",
                "no such file was ever handed in: send the file, not only its hash",
            )
        )


def _held(subject: str) -> Item | None:
    """The item, nobody else's to change until the transaction ends."""
    return Item.objects.select_for_update(of=("self",)).with_plan().filter(pk=subject).first()


def open_case(
    *,
    account: Account,
    unit: str,
    kind: str,
    title: str,
    key: str,
    at: datetime,
    item: str = "",
    owner: str = "",
    due: str | None = None,
    concerns: Sequence[str] = (),
    person: str = "",
    purpose: str = "",
) -> Item:
    """Open a case of a kind, of an item where one is named; the units it concerns (the candidate's school, say) are named
    with it. Its id follows from the account and the key, so that the same opening sent again opens nothing twice.
    """
    who = standing(account, day_of(at))
    hand = who.hand_for(unit)
    if not title.strip():
        raise Refusal(Words("个案要写明是什么", "say what the case is"))
    told = {"kind": kind, "title": title, "owner": owner, "due": due, "item": item, "is_case": True}
    subject = "c-" + sha256(f"{account.login}/{key}".encode()).hexdigest()[:12]
    asked = asked_of(unit, subject, Act.OPEN, {**told, "concerns": list(concerns), "person": person}, 0)
    with transaction.atomic():
        above = Item.objects.filter(pk=item).first() if item else None
        if item:
            must(who, Doing.SEE, above)
        if answered(account.login, key, asked) is not None:
            return Item.objects.get(pk=subject)
        entry = decided_opening(Command(subject, Act.OPEN, hand, at, told))
        around = (unit, *concerns, *([above.owner] if above else []))
        opening = Opening(above.plan if above else None, above.address if above else "", person, purpose, around)
        made = opened([entry], opening)[0]
        Receipt.objects.create(account=account.login, key=key, asked=asked, subject=subject, version=1, at=at)
    return made


def split(*, account: Account, unit: str, subject: str, parts: Parts, expected: int, key: str, at: datetime) -> Item:
    """Split a subject's promises among units: each unit gets an item of its own, named after the subject."""
    data = {"parts": {one: dict(amounts) for one, amounts in parts.items()}, "children": part_ids(subject, parts)}
    return act(account=account, unit=unit, subject=subject, act=Act.SPLIT, data=data, expected=expected, key=key, at=at)


def carry_out(item: Item, command: Command) -> State:
    """Let a command be decided and put what comes of it into the database; Refusal where it is refused."""
    state, today = current(item), day_of(command.at)
    setting = supervision().setting(today, state.owner, Item.open_parts([item.pk])[item.pk])
    setting = replace(setting, name_of=_name_of(item, today))
    made = decide(state, command, today, setting)
    if isinstance(made, Refused):
        raise Refusal(made.words)
    after = went_on(item, state, made[0])
    if len(made) > 1:
        opened(made[1:], Opening(item.plan, item.address, concerns=(state.owner,)))
    return after


def _name_of(item: Item, today: date) -> NameOf:
    """What a unit, or a promise of the subject's plan, is called; its id where neither is known."""

    def name_of(code: str) -> str:
        unit = organisation().with_code(code, today)
        names = names_of([item.plan]) if item.plan and unit is None else {}
        return unit.name if unit else names.get(code, PromiseName()).words or code

    return name_of


def decided_opening(command: Command) -> Entry:
    """The entry that opens a work item or a case; Refusal where it cannot be opened."""
    today = day_of(command.at)
    made = decide(None, command, today, supervision().setting(today))
    if isinstance(made, Refused):
        raise Refusal(made.words)
    return made[0]


def asked_of(unit: str, subject: str, act: Act, data: Data, expected: int) -> str:
    """The digest of a request, by which it is known again."""
    text = json.dumps([unit, subject, act.value, dict(data), expected], ensure_ascii=False, sort_keys=True)
    return sha256(text.encode()).hexdigest()


def answered(login: str, key: str, asked: str) -> Receipt | None:
    """The receipt of a key; None where it is new. Refusal where the key was given to another request."""
    receipt = Receipt.objects.filter(account=login, key=key).first()
    if receipt is not None and receipt.asked != asked:
        raise Refusal(
            Words("这个办理编号已经用于另一次办理，请换一个", "this key belongs to another request: use a new one")
        )
    return receipt
