"""观测: the values of all indicators for the places and periods usually asked for, kept with their release for the pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from yaodian.declare.indicator import WITHIN, Indicator
from yaodian.domain.finding import Refusal
from yaodian.domain.period import DAY, MONTH, SCHOOL_YEAR, YEAR, Period, PeriodType
from yaodian.domain.place import CITY, COUNTY, SCHOOL, Level
from yaodian.warehouse.evaluate.evaluation import Evaluation
from yaodian.warehouse.evaluate.observed import Observed, edition_of
from yaodian.warehouse.evaluate.question import Question

LEVELS = (CITY, COUNTY, SCHOOL)
_LONGEST_FIRST = tuple(PeriodType)


@dataclass(frozen=True)
class Kept:
    """How many questions stand among the observations of the release, how many of them were computed now, how many rows
    answer them; and the questions that could not be asked, with the reason (a parameter without a value on its day)."""

    release: str
    questions: int
    computed: int
    rows: int
    refused: Mapping[Question, Refusal]


def observe(evaluation: Evaluation, observed: Observed, on: date, *, back: int = 0, is_split: bool = False) -> Kept:
    """Measure and keep every indicator for the usual periods of a day; only what changed since is computed again.

    For the city and its counties also so many periods `back` of those that the indicator is shown for, and, where it
    `is_split`, the one of the day by each of the columns that it may be split by.
    """
    asked: list[Question] = []
    refused: dict[Question, Refusal] = {}
    wanted = (
        question
        for indicator in evaluation.indicators.values()
        for question in (
            *usual_questions(indicator, on),
            *earlier_questions(indicator, on, back),
            *(split_questions(indicator, on) if is_split else ()),
        )
    )
    for question in dict.fromkeys(wanted):
        try:
            edition_of(evaluation, question)
        except Refusal as reason:
            refused[question] = reason
        else:
            asked.append(question)
    table, computed = observed.measure(evaluation, asked)
    return Kept(evaluation.reader.release.id, len(asked), computed, table.num_rows, refused)


def usual_questions(indicator: type[Indicator], on: date) -> Iterator[Question]:
    """The indicator for the city, its counties and schools, as far as it goes, over the usual periods."""
    for level in LEVELS:
        if not indicator.grain[0].is_above(level):
            for period in usual_periods(indicator, on):
                yield Question(indicator.id, level, period)


def earlier_questions(indicator: type[Indicator], on: date, back: int) -> Iterator[Question]:
    """The indicator for the city and its counties over the periods before that it is shown for, the newest first."""
    period = _shown_period(indicator, on)
    for _ in range(back):
        period = _before(period)
        for level in _wide(indicator):
            yield Question(indicator.id, level, period)


def split_questions(indicator: type[Indicator], on: date) -> Iterator[Question]:
    """The indicator for the city and its counties in the period of the day, by one column at a time."""
    for column in indicator.disaggregations:
        for level in _wide(indicator):
            yield Question(indicator.id, level, _shown_period(indicator, on), (column,))


def shown_type(indicator: type[Indicator]) -> PeriodType:
    """The periods an indicator is usually shown for: its own, but of what happens day by day the calendar year."""
    happens = indicator.taken is WITHIN and not indicator.of
    return YEAR if indicator.grain[1] is DAY and happens else indicator.grain[1]


def _shown_period(indicator: type[Indicator], on: date) -> Period:
    return Period.of(shown_type(indicator), on)


def _wide(indicator: type[Indicator]) -> list[Level]:
    return [level for level in (CITY, COUNTY) if not indicator.grain[0].is_above(level)]


def own_periods(indicator: type[Indicator], on: date) -> tuple[Period, Period]:
    """The indicator's own period that holds a day, and the one before it."""
    now = Period.of(indicator.grain[1], on)
    return now, _before(now)


def _before(period: Period) -> Period:
    """The like period before; of a day the last of the month before."""
    return Period.of(DAY, Period.of(MONTH, period.last).previous.last) if period.type is DAY else period.previous


def usual_periods(indicator: type[Indicator], on: date) -> list[Period]:
    """The indicator's own period that holds the day and the one before (of days: the last of the month before); of what
    happens within shorter periods also the calendar year and the school year."""
    found = list(own_periods(indicator, on))
    is_short = _LONGEST_FIRST.index(indicator.grain[1]) > _LONGEST_FIRST.index(SCHOOL_YEAR)
    if is_short and not indicator.of and indicator.taken is WITHIN:
        found += [Period.of(YEAR, on), Period.of(SCHOOL_YEAR, on)]
    return found
