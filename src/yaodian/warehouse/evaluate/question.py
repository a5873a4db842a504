"""问题: what is asked of an indicator: for which places, which period, split by which columns."""

from __future__ import annotations

from dataclasses import dataclass

from yaodian.domain.period import Period
from yaodian.domain.place import Level

LEVELS = (Level.CITY, Level.COUNTY, Level.TOWN, Level.SCHOOL)


@dataclass(frozen=True, slots=True)
class Question:
    """One indicator for all places of a level over a period, split by columns (`stage_code`, `schools.ownership_code`)."""

    indicator: str
    level: Level
    period: Period
    by: tuple[str, ...] = ()
