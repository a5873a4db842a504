"""抽查: a share of the cases closed in a month is looked at once more, drawn by the audit root of the month's last day: it is
published and nobody could know it when the cases were closed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from django.db import transaction

from yaodian.domain.entry import Act, Seat
from yaodian.domain.finding import NotFound, Refusal, Words
from yaodian.domain.period import MONTH, Period
from yaodian.runtime.command import Command
from yaodian.runtime.lifecycle import Phase, State
from yaodian.web.accounts.models import Account
from yaodian.web.accounts.policy import NotAllowed, standing
from yaodian.web.assurance.cases import ENGINE
from yaodian.web.assurance.models import LeftOut, Recheck
from yaodian.web.audit.models import Root
from yaodian.web.audit.recording import record
from yaodian.web.clock import HERE, day_of
from yaodian.web.installation import supervision
from yaodian.web.work.models import Item
from yaodian.web.work.services import carry_out
from yaodian.web.work.writing import current
from yaodian.workspace.assuring import drawn

VERIFIED, FIRST = "verified", 1


def draw_month(on: date) -> int:
    """Draw from the cases closed in the month before a day; how many. 0 where they were drawn before, none was closed, or the
    last day of the month has no root yet."""
    month = Period.of(MONTH, on.replace(day=1) - timedelta(days=1))
    root = Root.objects.filter(day=month.last).first()
    if root is None or Recheck.objects.filter(month=month.id).exists():
        return 0
    first, after = (datetime.combine(day, time(), HERE) for day in (month.first, month.last + timedelta(days=1)))
    closed = LeftOut.objects.filter(item__phase=Phase.CLOSED.value, item__last_at__gte=first, item__last_at__lt=after)
    names, share = (
        list(closed.values_list("item_id", flat=True)),
        supervision().parameters["recheck_share"].on(on).value,
    )
    chosen = drawn(root.root, names, share)
    Recheck.objects.bulk_create(
        Recheck(item_id=name, month=month.id, seed=root.root, share=share, frame=len(names)) for name in chosen
    )
    return len(chosen)


def waiting_rechecks(account: Account, on: date) -> Sequence[Recheck]:
    """Those that were drawn, not looked at yet first, the newest month first; NotAllowed for who is not of the bureau."""
    if not standing(account, on).holds(Seat.OFFICE, Seat.UNIT, Seat.LEADER):
        raise NotAllowed(Words("抽查由市局的单位办理", "rechecks are made by units of the bureau"))
    rows = Recheck.objects.select_related("item", "account").order_by("-month", "pk")
    return sorted(rows, key=lambda one: bool(one.outcome))


def tell(*, account: Account, unit: str, recheck: int, outcome: str, reason: str, at: datetime) -> Recheck:
    """Keep what a look at a closed case came to; one that is wrong is opened again. NotFound where it was not drawn, NotAllowed
    for the units that owned or verified it, Refusal where it was told before or a wrong one has no reason."""
    who = standing(account, day_of(at))
    hand = who.hand_for(unit)
    with transaction.atomic():
        row = Recheck.objects.select_for_update().filter(pk=recheck).first()
        if row is None:
            raise NotFound(Words("没有这件抽查", "no such recheck"))
        item = Item.objects.select_for_update(of=("self",)).get(pk=row.item_id)
        state = current(item)
        if hand.seat not in (Seat.OFFICE, Seat.UNIT) or unit in _took_part(state):
            raise NotAllowed(
                Words(
                    "抽查由没有办理也没有核验过的市局单位办",
                    "a unit of the bureau that neither did nor verified it looks again",
                )
            )
        _must_be_told(row, outcome, reason)
        row.outcome, row.reason, row.account, row.unit, row.at = outcome, reason.strip(), account, unit, at
        row.save()
        record(actor=account.login, act=f"recheck:{outcome}", subject=item.subject, at=at, unit=unit)
        if outcome == Recheck.WRONG and not state.is_open:
            data = {"reason": f"抽查：{reason.strip()}", "keeps": FIRST}
            carry_out(item, Command(item.subject, Act.REOPEN, ENGINE, at, data))
    return row


def _took_part(state: State) -> set[str]:
    return {state.owner, *state.acted, *(one.unit for one in state.reached if one.step == VERIFIED)}


def _must_be_told(row: Recheck, outcome: str, reason: str) -> None:
    if row.outcome:
        raise Refusal(Words("这件已经抽查过了", "it was looked at already"))
    if outcome not in (Recheck.STANDS, Recheck.WRONG):
        raise Refusal(Words("请选属实或不属实", "choose: it stands, or it is wrong"))
    if outcome == Recheck.WRONG and not reason.strip():
        raise Refusal(Words("不属实的要写明是什么情况", "say what is wrong"))
