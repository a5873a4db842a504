"""校历: school terms, public holidays and 调休 of the years they were announced for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from yaodian.domain.period import Period


@dataclass(frozen=True, slots=True)
class Term:
    """学期: `period` is its id (2019S1 autumn, 2019S2 spring), `starts_on` the first and `ends_on` the last school day."""

    period: Period
    starts_on: date
    ends_on: date


@dataclass(frozen=True)
class SchoolCalendar:
    """`holidays` are days off besides weekends, `makeup_days` the weekend days worked instead; both cover `years` only."""

    terms: Sequence[Term] = ()
    holidays: frozenset[date] = frozenset()
    makeup_days: frozenset[date] = frozenset()
    years: frozenset[int] = frozenset()

    def knows(self, on: date) -> bool:
        """Whether the holidays of that year are known."""
        return on.year in self.years

    def is_working_day(self, on: date) -> bool:
        """Whether offices work on that day; in an unknown year only weekends are off."""
        return on in self.makeup_days or (on.weekday() < 5 and on not in self.holidays)

    def working_day_on_or_before(self, on: date) -> date:
        while not self.is_working_day(on):
            on -= timedelta(days=1)
        return on

    def add_working_days(self, on: date, days: int) -> date:
        """The day `days` working days after `on` (before it where negative)."""
        step = timedelta(days=1 if days > 0 else -1)
        for _ in range(abs(days)):
            on += step
            while not self.is_working_day(on):
                on += step
        return on

    def working_days_between(self, start: date, end: date) -> int:
        """Working days after `start` up to and including `end`."""
        return sum(self.is_working_day(start + timedelta(days=n)) for n in range(1, (end - start).days + 1))

    def term(self, school_year: int, number: int) -> Term | None:
        """Term 1 (autumn) or 2 (spring) of the school year that begins in September of `school_year`."""
        wanted = f"{school_year}S{number}"
        return next((t for t in self.terms if str(t.period) == wanted), None)
