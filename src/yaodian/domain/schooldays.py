"""校历: school terms, public holidays and 调休 of the years they were announced for."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from yaodian.domain.period import Period


@dataclass(frozen=True, slots=True)
class Opening:
    """开学: the day on which some grades begin a term that does not begin for all at once (spring 2020)."""

    grades: str
    on: date


@dataclass(frozen=True, slots=True)
class Term:
    """学期: `period` is its id (2019S1 autumn, 2019S2 spring), `starts_on` the first and `ends_on` the last school day.

    Where grades begin on different days `openings` lists them, and `starts_on` is the earliest.
    """

    period: Period
    starts_on: date
    ends_on: date
    openings: Sequence[Opening] = ()


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
        """The day itself if offices work on it, else the last working day before it."""
        while not self.is_working_day(on):
            on -= timedelta(days=1)
        return on

    def add_working_days(self, on: date, days: int) -> date:
        """The day `days` working days after `on` (before it where negative); `on` itself need not be one."""
        step = timedelta(days=1 if days > 0 else -1)
        for _ in range(abs(days)):
            on += step
            while not self.is_working_day(on):
                on += step
        return on

    def working_days_between(self, start: date, end: date) -> int:
        """Working days after `start` up to and including `end`; 0 where `end` is not after `start`."""
        return max(self._worked_until(end.toordinal()) - self._worked_until(start.toordinal()), 0)

    def _worked_until(self, ordinal: int) -> int:
        """Working days from 1 January of year 1, a Monday, up to and including a day."""
        weeks, rest = divmod(ordinal, 7)
        added, taken = self._beside_the_week
        return weeks * 5 + min(rest, 5) + bisect_right(added, ordinal) - bisect_right(taken, ordinal)

    @cached_property
    def _beside_the_week(self) -> tuple[list[int], list[int]]:
        """The weekend days that are worked and the weekdays that are not, by their ordinals."""
        added = sorted(day.toordinal() for day in self.makeup_days if day.weekday() > 4)
        taken = sorted(day.toordinal() for day in self.holidays - self.makeup_days if day.weekday() < 5)
        return added, taken

    def term(self, school_year: int, number: int) -> Term | None:
        """Term 1 (autumn) or 2 (spring) of the school year that begins in September of `school_year`."""
        wanted = f"{school_year}S{number}"
        return next((t for t in self.terms if str(t.period) == wanted), None)

    def term_of(self, on: date) -> Term | None:
        """The term whose school days hold the day; None in the holidays and outside the known terms."""
        return next((t for t in self.terms if t.starts_on <= on <= t.ends_on), None)

    def bounds(self, period: Period) -> tuple[date, date]:
        """First and last day of a period: the real ones of a known term, the nominal ones of anything else."""
        term = next((t for t in self.terms if t.period == period), None)
        return (term.starts_on, term.ends_on) if term else (period.first, period.last)
