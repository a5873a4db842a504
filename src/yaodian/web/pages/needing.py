"""待批: what needs a leader: red before orange, what waits for a decision before what wants attention, then what was left
unanswered longest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from yaodian.domain.finding import Words
from yaodian.runtime.lights import ORANGE, RED
from yaodian.runtime.reminders import Rung
from yaodian.web.clock import day_of
from yaodian.web.installation import supervision
from yaodian.web.notices.models import Notice
from yaodian.web.notices.reading import is_unanswered, newest_notices
from yaodian.web.work.overview import Lit

AT_MOST = 3


@dataclass(frozen=True, slots=True)
class Needed:
    """A measure that needs a leader, and its newest notice where that is unanswered."""

    one: Lit
    notice: Notice | None

    @property
    def waits_for_decision(self) -> bool:
        """Whether every rung below was tried in vain, so that it was reported to the leaders."""
        return self.notice is not None and self.notice.rung == Rung.REPORT

    @property
    def rung(self) -> Words | None:
        return Rung(self.notice.rung).words if self.notice else None

    @property
    def days(self) -> int:
        """The working days since the notice."""
        return supervision().calendar.working_days_between(self.notice.on, self.one.on) if self.notice else 0

    @property
    def order(self) -> tuple[int, bool, date]:
        """Unanswered since its notice, else since its last entry."""
        last_at = self.one.state.last_at
        since = self.notice.on if self.notice else day_of(last_at) if last_at else date.max
        return self.one.order[0], not self.waits_for_decision, since


def needed(measures: Sequence[Lit]) -> list[Needed]:
    """The few that need a leader most; their notices are read in one query."""
    waiting = [one for one in measures if one.colour in (RED, ORANGE)]
    if not waiting:
        return []
    notices = newest_notices([one.item.subject for one in waiting], waiting[0].on)
    told = []
    for one in waiting:
        notice = notices.get(one.item.subject)
        told.append(Needed(one, notice if notice and is_unanswered(one.state, notice) else None))
    return sorted(told, key=lambda need: need.order)[:AT_MOST]
