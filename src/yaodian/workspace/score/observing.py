"""观测: the observations of an indicator through a plan's year, so that a promise has a course and not one number."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from yaodian.algorithms.trajectory import CUMULATIVE, LEVEL, RATIO, Course
from yaodian.declare.indicator import WITHIN, Indicator
from yaodian.domain.observation import EXTERNAL, MEASURED, Observation
from yaodian.domain.period import DAY, MONTH, Period, PeriodType
from yaodian.domain.place import CITY
from yaodian.domain.unit_of_measure import RATIO as NO_UNIT
from yaodian.warehouse.evaluate.evaluation import Evaluation
from yaodian.warehouse.evaluate.question import Question
from yaodian.workspace.score.slices import Slice

STATED_BY_OTHERS = "external_values"
SHORTEST = tuple(PeriodType).index(MONTH)
Numbers = dict[str, float | None]


@dataclass(frozen=True)
class Followed:
    """The observations of an indicator through a year, the oldest first, and how they move."""

    observations: tuple[Observation, ...]
    course: Course
    interval: tuple[float, float] | None = None

    @classmethod
    def nothing(cls) -> Followed:
        """What is known of a promise that no indicator measures."""
        return cls((), LEVEL)


def observed(evaluation: Evaluation, indicator: type[Indicator], part: Slice, year: int, today: date) -> Followed:
    """The city's observations from the beginning of the year until today.

    What is counted within periods is followed month by month, added up from the year's first day; what stands on a day
    is taken at the end of each month; what has longer periods only is taken as it is, the period before it first.
    """
    periods = list(_periods(indicator, year, today))
    questions = {period: Question(indicator.id, CITY, period, part.by) for period, _ in periods}
    answers = evaluation.answer(questions.values())
    adds_up = _adds_up(indicator)
    made: list[Observation] = []
    before: Numbers = {}
    interval: tuple[float, float] | None = None
    for period, as_of in periods:
        cells = answers.get(questions[period])
        rows = part.chosen(cells.table.to_pylist()) if cells else []
        if not cells or not (rows or (adds_up and "value" in indicator.editions)):
            continue
        numbers = _numbers(rows, cells.factor, before if adds_up else {})
        before = numbers
        source = EXTERNAL if STATED_BY_OTHERS in indicator.registers() else MEASURED
        made.append(
            Observation(
                indicator=indicator.id, place=evaluation.city, period=period, source=source, as_of=as_of,
                disaggregation=tuple(part.wanted.items()), release=evaluation.reader.release.id,
                unverified=cells.unverified, numerator=numbers.get("numerator"), denominator=numbers.get("denominator"), value=numbers.get("value"),
            )
        )  # fmt: skip
        interval = _interval(rows)
    return Followed(tuple(made), _course(indicator, adds_up), interval if made else None)


def _periods(indicator: type[Indicator], year: int, today: date) -> Iterator[tuple[Period, date]]:
    """The periods to ask for, each with the day its value speaks of."""
    shortest = indicator.grain[1]
    last = min(today, date(year, 12, 31))
    if tuple(PeriodType).index(shortest) < SHORTEST:
        now = Period.of(shortest, last)
        for period in (now.previous, now):
            yield period, min(period.last, today)
        return
    month = Period.of(MONTH, date(year, 1, 1))
    while month.first <= last:
        as_of = min(month.last, last)
        is_within = indicator.taken is WITHIN or bool(indicator.of) or shortest is MONTH
        yield (month if is_within else Period.of(DAY, as_of)), as_of
        month = month.next


def _adds_up(indicator: type[Indicator]) -> bool:
    """Whether months add up to the year until now: sums and counts of what happened, and ratios of such."""
    first_order = not indicator.of and not indicator.not_additive and indicator.sample is None
    return first_order and indicator.taken is WITHIN and tuple(PeriodType).index(indicator.grain[1]) >= SHORTEST


def _numbers(rows: Sequence[Mapping[str, Any]], factor: float, before: Numbers) -> Numbers:
    """The rows added up, and to what was there before, in the indicator's unit; a value without parts stands alone.

    No row is nothing counted.
    """
    if any(row["numerator"] is None for row in rows):
        return {"value": rows[0]["value"]} if len(rows) == 1 else {}
    above = factor * sum(row["numerator"] for row in rows) + (before.get("numerator") or 0.0)
    if all(row["denominator"] is None for row in rows):
        return {"numerator": above}
    below = sum(row["denominator"] or 0.0 for row in rows) + (before.get("denominator") or 0.0)
    return {"numerator": above, "denominator": below}


def _interval(rows: Sequence[Mapping[str, Any]]) -> tuple[float, float] | None:
    """The interval of a sample, where the rows are one."""
    return (rows[0]["low"], rows[0]["high"]) if len(rows) == 1 and rows[0]["low"] is not None else None


def _course(indicator: type[Indicator], adds_up: bool) -> Course:
    if adds_up and "value" in indicator.editions:
        return CUMULATIVE
    return RATIO if indicator.unit == NO_UNIT and not indicator.of else LEVEL
