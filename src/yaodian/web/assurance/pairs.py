"""辨认: pairs of records put before whoever may see both, and what they say of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path

from django.db import transaction

from yaodian.domain.access import Actor, Purpose
from yaodian.domain.finding import NotFound, Refusal, Words
from yaodian.web.accounts.models import Account
from yaodian.web.accounts.policy import NotAllowed
from yaodian.web.assurance.models import PairVerdict, Verdict
from yaodian.web.audit.recording import record
from yaodian.web.clock import day_of
from yaodian.web.installation import indicators, records
from yaodian.web.registers.reading import actor_of, denying, looking_of, within
from yaodian.workspace.pairs import Line, Pair, compared, keep_verdicts, open_pairs

NEWEST = 20


@dataclass(frozen=True, slots=True)
class Queue:
    """The pairs that wait for an account, what is most alike first, those that it could not tell last; and what it said
    last of others, the newest first."""

    waiting: Sequence[Pair]
    said: Sequence[PairVerdict]

    def after(self, pair: str) -> Pair | None:
        """The pair that comes after one of them, without an end: the first again after the last."""
        others = [one for one in self.waiting if one.id != pair]
        at = next((n for n, one in enumerate(self.waiting) if one.id == pair), 0)
        return others[at % len(others)] if others else None


def queue_of(account: Account, at: datetime) -> Queue:
    """NotAllowed for who holds no duty for a purpose for which lists of persons may be read."""
    actor, on = actor_of(account, day_of(at)), day_of(at)
    held = {grant.purpose for grant in actor.grants if grant.is_in_force(on)}
    if not held - {Purpose.SUPERVISION}:
        raise NotAllowed(
            Words(
                "辨认要有相应用途（如控辍保学、学生资助）的职务，请由安全管理员授予",
                "telling persons apart needs a duty for a purpose such as dropout prevention: the security administrator gives one",
            )
        )
    verdicts = PairVerdict.objects.exclude(verdict=Verdict.UNSURE)
    told = set(verdicts.values_list("pair", flat=True))
    unsure = set(PairVerdict.objects.filter(account=account, verdict=Verdict.UNSURE).values_list("pair", flat=True))
    grants = _granting(actor, on)
    waiting = [pair for pair in _pairs() if pair.id not in told and grants(pair.place, tuple(pair.purposes))]
    said = PairVerdict.objects.filter(account=account).order_by("-at", "-pk")[:NEWEST]
    return Queue(sorted(waiting, key=lambda pair: pair.id in unsure), list(said))


def waiting_for(account: Account, at: datetime) -> int:
    """How many pairs wait for an account; 0 for one that may look at none."""
    try:
        return len(queue_of(account, at).waiting)
    except Refusal:
        return 0


def pair_called(account: Account, pair: str, at: datetime) -> tuple[Pair, Purpose]:
    """A pair that waits or was decided, and for which purpose the account may look at it. NotFound where there is none such."""
    actor, on = actor_of(account, day_of(at)), day_of(at)
    found = next((one for one in _pairs() if one.id == pair), None) or _decided(pair)
    purpose = _granting(actor, on)(found.place, tuple(found.purposes)) if found else None
    if found is None or purpose is None:
        raise NotFound(
            Words("没有这一对，或不在您的职务范围内", "there is no such pair, or it lies outside your duties")
        )
    return found, purpose


def look_at(account: Account, pair: str, at: datetime) -> tuple[Pair, list[Line]]:
    """A pair and what its comparisons say; the look is audited before."""
    found, purpose = pair_called(account, pair, at)
    folder = records()
    assert folder is not None
    with denying():
        return found, compared(folder, indicators().city, found, looking_of(account, purpose, at), within)


def say(*, account: Account, pair: str, verdict: Verdict, at: datetime) -> PairVerdict:
    """Keep what an account says of a pair. What is said twice in a row is said once."""
    found, purpose = pair_called(account, pair, at)
    with transaction.atomic():
        last = PairVerdict.objects.filter(pair=pair).order_by("-at", "-pk").first()
        if last is not None and last.account_id == account.pk and last.verdict == verdict:
            return last
        record(actor=account.login, act=f"pair:{verdict}", subject=f"pair:{pair}", at=at, purpose=purpose.value)
        (register_l, register_r), (record_l, record_r) = found.registers, found.records
        return PairVerdict.objects.create(
            pair=pair, register_l=register_l, record_l=record_l.hex(), register_r=register_r, record_r=record_r.hex(),
            levels=dict(found.levels), place=found.place, verdict=verdict, account=account, purpose=purpose.value, at=at,
        )  # fmt: skip


def hand_to_linkage(folder: Path) -> int:
    """Give linkage what people said of pairs, so that it holds to it; of how many pairs. Done again it gives nothing twice."""
    sure = PairVerdict.objects.exclude(verdict=Verdict.UNSURE).select_related("account").order_by("at", "pk")
    newest = {row.pair: row for row in sure}
    told = [
        {
            "record_l": bytes.fromhex(row.record_l), "record_r": bytes.fromhex(row.record_r),
            "same": row.verdict == Verdict.SAME, "who": row.account.login, "told_at": row.at,
        }
        for row in newest.values()
    ]  # fmt: skip
    keep_verdicts(folder, told)
    return len(told)


def _pairs() -> Sequence[Pair]:
    """Those that wait; none where there are no records."""
    folder = records()
    return open_pairs(folder) if folder else ()


def _decided(pair: str) -> Pair | None:
    row = PairVerdict.objects.filter(pair=pair).order_by("-at", "-pk").first()
    if row is None:
        return None
    keys = bytes.fromhex(row.record_l), bytes.fromhex(row.record_r)
    return Pair((row.register_l, row.register_r), keys, row.levels, row.place)


def _granting(actor: Actor, on: date) -> Callable[[str, tuple[Purpose, ...]], Purpose | None]:
    """Gives the purpose for which the actor may look at what is the business of a place; None where there is none."""
    city = indicators().city

    @cache
    def granted(place: str, purposes: tuple[Purpose, ...]) -> Purpose | None:
        above = within(place) if place else [city]
        fit = [g for g in actor.grants if g.is_in_force(on) and g.purpose in purposes and g.scope.covers(above, "")]
        return max(fit, key=lambda grant: grant.reach).purpose if fit else None

    return granted
