"""抽查页: closed cases that were drawn to be looked at once more, with the seed that drew them, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpResponse

from yaodian.domain.entry import Seat
from yaodian.domain.finding import Words
from yaodian.web.assurance.models import Recheck
from yaodian.web.assurance.rechecking import tell, waiting_rechecks
from yaodian.web.pages.page import SIGNED_IN, Visit, page


@dataclass(frozen=True, slots=True)
class Month:
    """The draw of a month: from how many, by which seed and share, and what was drawn."""

    month: str
    seed: str
    share: float
    frame: int
    rows: Sequence[Recheck]


@page("rechecks", policy=SIGNED_IN, under="assurance")
def rechecks(visit: Visit) -> HttpResponse:
    """Month by month."""
    return _shown(visit)


@page("rechecks/<int:recheck>", policy=SIGNED_IN, writes=True, under="assurance")
def tell_recheck(visit: Visit, recheck: int) -> HttpResponse:
    """Keep what a look came to."""
    posted = visit.request.POST
    done = tell(
        account=visit.account, unit=posted.get("unit", ""), recheck=recheck, outcome=posted.get("outcome", ""),
        reason=posted.get("reason", ""), at=visit.at,
    )  # fmt: skip
    wrong = done.outcome == Recheck.WRONG
    return visit.go(
        "rechecks", said=Words("已重新打开", "opened again") if wrong else Words("已记属实", "kept: it stands")
    )


def _shown(visit: Visit) -> HttpResponse:
    months: dict[str, list[Recheck]] = {}
    for one in waiting_rechecks(visit.account, visit.on):
        months.setdefault(one.month, []).append(one)
    told = [
        Month(month, rows[0].seed, rows[0].share, rows[0].frame, rows)
        for month, rows in sorted(months.items(), reverse=True)
    ]
    units = [hand.unit for hand in visit.who.hands() if hand.seat in (Seat.OFFICE, Seat.UNIT)]
    return visit.show("rechecks", months=told, unit=units[0] if units else "")
