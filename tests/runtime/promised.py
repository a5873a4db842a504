"""Invented promises and observations that the tests of the runtime share."""

from __future__ import annotations

from datetime import date
from typing import Any

from yaodian.declare.indicator import DOWN, UP, Better
from yaodian.domain.observation import MEASURED, REPORTED, Observation, Origin
from yaodian.domain.period import DAY, Period
from yaodian.domain.plan import Operator, Target
from yaodian.domain.schooldays import SchoolCalendar
from yaodian.domain.text import Span
from yaodian.domain.unit_of_measure import PERSON, RATIO, SCHOOL_UNIT, UnitOfMeasure
from yaodian.runtime.promise import Promise, promise_of
from yaodian.runtime.thresholds import Thresholds

START, DUE = date(2020, 1, 1), date(2020, 12, 31)
WEEKS = SchoolCalendar()  # weekends off, no holidays
THRESHOLDS = Thresholds(
    light_amber_share=0.3,
    light_orange_share=0.15,
    light_green_chance=0.8,
    light_amber_chance=0.5,
    light_orange_chance=0.1,
    reported_difference=0.05,
    about_share=0.1,
)


def target(op: str, value: Any = None, unit: str | None = None, indicator: str | None = "x_ratio") -> Target:
    return Target(f"{op}{value or ''}{unit or ''}", Span(0, 1), Operator(op), value, unit, indicator)


def promised(
    op: str, value: Any = None, unit: str | None = None, *, of: UnitOfMeasure = RATIO, better: Better = UP, **given: Any
) -> Promise:
    plain = {"start": START, "due": DUE, "about": THRESHOLDS.about_share}
    return promise_of(target(op, value, unit), unit=of, better=better, **plain | given)


def schools(op: str, value: Any, **given: Any) -> Promise:
    return promised(op, value, "所", of=SCHOOL_UNIT, **given)


def none_left(**given: Any) -> Promise:
    """All dropouts brought back: the count of those who are not falls to 0."""
    return promised("all", of=PERSON, better=DOWN, **given)


def observed(on: date, source: Origin = MEASURED, **numbers: Any) -> Observation:
    cited = {"entries": ("e1",)} if source is REPORTED else {"release": "r1"}
    plain = {"indicator": "x_ratio", "place": "900002", "period": Period.of(DAY, on), "source": source, "as_of": on}
    return Observation(**plain | cited | numbers)
