"""观测: the observations of an indicator through a plan's year, so that a promise has a course and not one number."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from yaodian.algorithms.trajectory import CUMULATIVE, LEVEL, RATIO, Course
from yaodian.declare.indicator import WITHIN, How, Indicator
from yaodian.domain.observation import EXTERNAL, MEASURED, Observation
from yaodian.domain.period import DAY, MONTH, Period, PeriodType
from yaodian.domain.place import CITY, COUNTY, Level
from yaodian.domain.unit_of_measure import RATIO as NO_UNIT
from yaodian.warehouse.evaluate.cells import Cells
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

    What happens within periods is counted from the year's first day to the end of each month and until today; what
    stands on a day is taken on those days; what has longer periods only is taken as it is, the period before it first.
    """
    is_counted = _is_counted(evaluation, indicator)
    asked = [(question, as_of) for question, as_of in _questions(indicator, part, is_counted, year, today)]
    answers = evaluation.answer(question for question, _ in asked)
    made: list[Observation] = []
    before: Numbers = {}
    interval: tuple[float, float] | None = None
    for question, as_of in asked:
        cells = answers.get(question)
        rows = part.chosen(cells.table.to_pylist()) if cells else []
        if not cells or not (rows or (is_counted and "value" in indicator.editions)):
            continue
        numbers = _numbers(rows, cells.factor)
        if numbers == before and "denominator" in numbers:
            continue  # nothing new was measured since
        before = numbers
        made.append(_observation(evaluation, indicator, question, as_of, part, cells, numbers))
        interval = _interval(rows)
    return Followed(tuple(made), _course(indicator, is_counted), interval)


def newest_by_county(
    evaluation: Evaluation, indicator: type[Indicator], part: Slice, year: int, today: date
) -> dict[str, Observation]:
    """The newest observation of each county that has one; 0 where nothing was counted and whoever reports reports for all
    counties. None where the indicator has no values by county."""
    if indicator.grain[0].is_above(COUNTY):
        return {}
    is_counted = _is_counted(evaluation, indicator)
    *_, (question, as_of) = _questions(indicator, part, is_counted, year, today, COUNTY)
    cells = evaluation.answer([question]).get(question)
    if cells is None:
        return {}
    counts_all = is_counted and "value" in indicator.editions
    knows_all = counts_all and not evaluation.registers[indicator.registers()[0]].arrives.scope
    rows, found = part.chosen(cells.table.to_pylist()), {}
    for place in evaluation.counties(as_of):
        own = [row for row in rows if row["place"] == place]
        if (own or knows_all) and (numbers := _numbers(own, cells.factor)):
            found[place] = _observation(evaluation, indicator, question, as_of, part, cells, numbers, place)
    return found


def _observation(
    evaluation: Evaluation,
    indicator: type[Indicator],
    question: Question,
    as_of: date,
    part: Slice,
    cells: Cells,
    numbers: Numbers,
    place: str = "",
) -> Observation:
    return Observation(
        indicator=indicator.id, place=place or evaluation.city, period=question.period, as_of=as_of,
        source=EXTERNAL if STATED_BY_OTHERS in indicator.registers() else MEASURED,
        disaggregation=tuple(part.wanted.items()), release=evaluation.reader.release.id,
        unverified=cells.unverified, numerator=numbers.get("numerator"),
        denominator=numbers.get("denominator"), value=numbers.get("value"),
    )  # fmt: skip


def _questions(
    indicator: type[Indicator], part: Slice, is_counted: bool, year: int, today: date, level: Level = CITY
) -> Iterator[tuple[Question, date]]:
    """What to ask, each with the day its value speaks of."""
    shortest = indicator.grain[1]
    last = min(today, date(year, 12, 31))
    if tuple(PeriodType).index(shortest) < SHORTEST:
        now = Period.of(shortest, last)
        for period in (now.previous, now):
            yield Question(indicator.id, level, period, part.by), min(period.last, today)
        return
    month = Period.of(MONTH, date(year, 1, 1))
    while month.first <= last:
        as_of = min(month.last, last)
        if is_counted:
            yield Question(indicator.id, level, Period(str(year)), part.by, as_of), as_of
        else:
            yield Question(indicator.id, level, Period.of(DAY, as_of) if shortest is DAY else month, part.by), as_of
        month = month.next


def _is_counted(evaluation: Evaluation, indicator: type[Indicator]) -> bool:
    """Whether it counts what happens within a period, so that a year has a value until today."""
    while indicator.of and indicator.derived and indicator.derived.how is not How.CHANGE:
        indicator = evaluation.indicators[indicator.of]
    return not indicator.of and indicator.taken is WITHIN


def _numbers(rows: Sequence[Mapping[str, Any]], factor: float) -> Numbers:
    """The rows added up, in the indicator's unit; a value without parts stands alone. No row is nothing counted."""
    if any(row["numerator"] is None for row in rows):
        return {"value": rows[0]["value"]} if len(rows) == 1 else {}
    above = factor * sum(row["numerator"] for row in rows)
    if all(row["denominator"] is None for row in rows):
        return {"numerator": above}
    return {"numerator": above, "denominator": sum(row["denominator"] or 0.0 for row in rows)}


def _interval(rows: Sequence[Mapping[str, Any]]) -> tuple[float, float] | None:
    """The interval of a sample, where the rows are one."""
    return (rows[0]["low"], rows[0]["high"]) if len(rows) == 1 and rows[0]["low"] is not None else None


def _course(indicator: type[Indicator], is_counted: bool) -> Course:
    if is_counted and "value" in indicator.editions:
        return CUMULATIVE
    return RATIO if indicator.unit == NO_UNIT and not indicator.of else LEVEL
