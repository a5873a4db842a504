"""问题: what is asked of an indicator: for which places, which period, split by which columns."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from yaodian.domain.period import Period
from yaodian.domain.place import Level

LEVELS = (Level.CITY, Level.COUNTY, Level.TOWN, Level.SCHOOL)


class Stretch(Protocol):
    """Days from a first to a last, as a period has them."""

    @property
    def first(self) -> date: ...

    @property
    def last(self) -> date: ...


@dataclass(frozen=True, slots=True)
class Days:
    """A stretch that is no period of the calendar: a year until today."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Question:
    """One indicator for all places of a level over a period, split by columns (`stage_code`, `schools.ownership_code`).

    `until` is the last day counted of a period that is not over: a year until today.
    """

    indicator: str
    level: Level
    period: Period
    by: tuple[str, ...] = ()
    until: date | None = None

    @property
    def days(self) -> Stretch:
        """The days counted."""
        if self.until is None or self.until >= self.period.last:
            return self.period
        return Days(self.period.first, max(self.until, self.period.first))
