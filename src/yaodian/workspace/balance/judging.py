"""评判: a standard applied to the schools of one county on a day, as the ministry computes it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from math import ceil
from typing import Any

from yaodian.algorithms.columns import SLACK
from yaodian.algorithms.variation import weighted_coefficient_of_variation
from yaodian.declare.indicator import Indicator
from yaodian.declare.standard import Item, Standard
from yaodian.domain.finding import Refusal, Words
from yaodian.domain.period import Period
from yaodian.domain.place import SCHOOL, Place
from yaodian.warehouse.evaluate.evaluation import Evaluation
from yaodian.warehouse.evaluate.question import Question
from yaodian.warehouse.evaluate.values import Values
from yaodian.workspace.balance import verdict
from yaodian.workspace.balance.schools import School, schools_counted
from yaodian.workspace.balance.verdict import Standing

STAGE = "stage_code"
Known = tuple[float | None, ...]


@dataclass(frozen=True)
class Measured:
    """An item of a standard with its indicators: the `ratio` that is held against the threshold, and what it counts."""

    item: Item
    ratio: type[Indicator]
    amount: type[Indicator]

    def per_pupil(self, value: float) -> float:
        """A value of the ratio as an amount for one pupil: 4.2 per hundred pupils is 0.042."""
        return value * float(self.ratio.unit.factor)


@dataclass(frozen=True)
class SchoolValues:
    """One school in one stage: its pupils, and by item its amount, value, value ÷ threshold and how much is missing to
    the threshold (0 where it is reached), None where nothing is recorded or no threshold stands.

    `standings` say how each item stands to its threshold; `is_met` whether the school reaches enough thresholds and comes
    near enough to the others, None where missing data leaves it open. Where the standard asks nothing of single schools
    there are no standings, and `is_met` is None.
    """

    school: School
    pupils: float
    amounts: Known
    values: Known
    shares: Known
    missing: Known
    standings: tuple[Standing, ...]
    is_met: bool | None

    @property
    def reached(self) -> int:
        """How many thresholds it reaches."""
        return self.standings.count(Standing.REACHED)

    @property
    def unknown(self) -> tuple[int, ...]:
        """The numbers (from 0) of the items of which nothing is recorded."""
        return tuple(n for n, amount in enumerate(self.amounts) if amount is None)

    @property
    def short(self) -> tuple[tuple[int, float], ...]:
        """The items below their threshold: number and missing amount."""
        return tuple((n, missing) for n, missing in enumerate(self.missing) if missing)


@dataclass(frozen=True)
class StageResult:
    """One stage of a county: its schools, those that teach it but have no pupils counted, and by item the threshold, the
    county's mean (total over total) and the coefficient of variation between the schools that have a value (None where
    none has any).

    `is_within` says whether the coefficients, or for a composite standard their mean, keep the `limit`; `is_met` also
    asks the schools. None: not judged, because no school is counted or because data are missing that could tip it.
    """

    stage: str
    schools: tuple[SchoolValues, ...]
    without_pupils: tuple[School, ...]
    thresholds: Known
    means: Known
    coefficients: Known
    limit: float
    composite: float | None
    is_within: bool | None
    is_met: bool | None

    @property
    def pupils(self) -> float:
        return sum(school.pupils for school in self.schools)

    @property
    def over(self) -> tuple[int, ...]:
        """The numbers (from 0) of the items whose coefficient lies over the limit."""
        return verdict.over_limit(self.coefficients, self.limit)

    @property
    def failing(self) -> tuple[SchoolValues, ...]:
        return tuple(school for school in self.schools if school.is_met is False)

    @property
    def incomplete(self) -> tuple[SchoolValues, ...]:
        """The schools without data for an item: they are left out of that item's mean and coefficient."""
        return tuple(school for school in self.schools if school.unknown)


@dataclass(frozen=True)
class Judged:
    """A county against a standard. `undecided` are schools whose register leaves open whether they count; `unverified`
    the ids of parameters and indicators behind it that were not checked at the issuing office."""

    standard: type[Standard]
    county: Place
    on: date
    release: str
    items: tuple[Measured, ...]
    stages: tuple[StageResult, ...]
    undecided: tuple[School, ...]
    unverified: frozenset[str]

    @cached_property
    def is_met(self) -> bool | None:
        """Whether every stage that has schools is met; None where one is not judged."""
        return verdict.all_of(stage.is_met for stage in self.stages if stage.schools)


def judged(evaluation: Evaluation, standard: type[Standard], county: Place, on: date) -> Judged:
    """The county's schools on a day against the standard; Refusal where no school of it is counted."""
    held = schools_counted(
        evaluation, standard, county, on, evaluation.left_out(_question(evaluation, standard.pupils, on))
    )
    items = tuple(_measured(evaluation, item) for item in standard.items)
    questions = questions_of(evaluation, standard, on)
    answers = evaluation.answer(questions)
    pupils, *cells = [
        {(row["place"], row[STAGE]): row for row in (answers[q].table.to_pylist() if q in answers else ())}
        for q in questions
    ]
    county_values = _County(standard, items, pupils, cells, Values(evaluation.parameters, Period(on.isoformat())))
    stages = tuple(county_values.stage(stage, held.schools) for stage in standard.stages)
    unverified = {name for name in standard.parameters_used() if county_values.stated.unverified([name])}
    unverified |= {question.indicator for question, found in answers.items() if found.unverified}
    release = evaluation.reader.release.id
    return Judged(standard, county, on, release, items, stages, held.undecided, frozenset(unverified))


def questions_of(evaluation: Evaluation, standard: type[Standard], on: date) -> list[Question]:
    """What is asked of every school on a day: its pupils, then each item."""
    asked = (standard.pupils, *(item.indicator for item in standard.items))
    return [_question(evaluation, id, on) for id in asked]  # noqa: A001 - the word of the house


def entry_of(values: Values, name: str, key: str) -> float:
    """What a parameter says of a stage or an indicator: its entry, or its one value for all. Refusal without one."""
    stated = values.stated(name).value
    found = stated.get(key) if isinstance(stated, Mapping) else stated
    if found is None:
        label = values.parameters[name].label
        raise Refusal(
            Words(f"参数“{label}”里没有“{key}”，请补上", f"the parameter {name} says nothing of {key}: give its value")
        )
    return float(found)


def _measured(evaluation: Evaluation, item: Item) -> Measured:
    ratio = evaluation.indicators[item.indicator]
    return Measured(item, ratio, evaluation.indicators[ratio.of])


def _question(evaluation: Evaluation, indicator: str, on: date) -> Question:
    return Question(indicator, SCHOOL, Period.of(evaluation.indicators[indicator].grain[1], on), (STAGE,))


Cell = Mapping[tuple[str, str], Mapping[str, Any]]


@dataclass(frozen=True)
class _County:
    """What is known of a county's schools: pupils and the cells of each item by school and stage, and what is asked."""

    standard: type[Standard]
    items: tuple[Measured, ...]
    pupils: Cell
    cells: Sequence[Cell]
    stated: Values

    def stage(self, stage: str, schools: Sequence[School]) -> StageResult:
        taught = [school for school in schools if stage in school.stages]
        sizes = {s.code: cell["value"] for s in taught if (cell := self.pupils.get((s.code, stage)))}
        named = [measured.item.threshold for measured in self.items]
        thresholds = tuple(entry_of(self.stated, name, stage) if name else None for name in named)
        found = tuple(self.school(s, stage, sizes[s.code], thresholds) for s in taught if sizes.get(s.code))
        limit = entry_of(self.stated, self.standard.variation_limit, stage)
        means, coefficients = zip(*(_spread(found, n, m) for n, m in enumerate(self.items)), strict=True)
        within = verdict.variation_verdict(coefficients, limit, self.standard.is_composite)
        verdicts = [within, *(school.is_met for school in found if self.standard.least_met)]
        if any(school.unknown for school in found):
            verdicts.append(None)
        return StageResult(
            stage=stage,
            schools=found,
            without_pupils=tuple(s for s in taught if sizes.get(s.code) is None),
            thresholds=thresholds,
            means=means,
            coefficients=coefficients,
            limit=limit,
            composite=verdict.composite_of(coefficients) if self.standard.is_composite else None,
            is_within=within,
            is_met=verdict.all_of(verdicts),
        )

    def school(self, school: School, stage: str, pupils: float, thresholds: Known) -> SchoolValues:
        found = [cell.get((school.code, stage)) for cell in self.cells]
        values, amounts = (tuple(cell[part] if cell else None for cell in found) for part in ("value", "numerator"))
        shares = tuple(v / t if v is not None and t else None for v, t in zip(values, thresholds, strict=True))
        missing = tuple(
            _missing(measured, pupils, amount, threshold)
            for measured, amount, threshold in zip(self.items, amounts, thresholds, strict=True)
        )
        standings: tuple[Standing, ...] = ()
        is_met = None
        if self.standard.least_met:
            least, rest = (
                float(self.stated.stated(name).value) for name in (self.standard.least_met, self.standard.rest)
            )
            standings = tuple(verdict.standing(share, rest) for share in shares)
            is_met = verdict.school_verdict(shares, least, rest)
        return SchoolValues(school, pupils, amounts, values, shares, missing, standings, is_met)


def _missing(measured: Measured, pupils: float, amount: float | None, threshold: float | None) -> float | None:
    """What the school lacks of threshold × pupils; whole pieces where it comes in pieces."""
    if amount is None or threshold is None:
        return None
    wanted = measured.per_pupil(threshold) * pupils
    if verdict.reaches(amount, wanted):
        return 0.0
    return float(ceil(wanted - amount - SLACK)) if measured.item.is_whole else wanted - amount


def _spread(schools: Sequence[SchoolValues], number: int, measured: Measured) -> tuple[float | None, float | None]:
    """The county's mean (total over total) and the coefficient of variation between its schools, weighed by pupils."""
    known = [(amount, s.pupils) for s in schools if (amount := s.amounts[number]) is not None]
    if not known:
        return None, None
    amounts, sizes = zip(*known, strict=True)
    mean = sum(amounts) / sum(sizes) / float(measured.ratio.unit.factor)
    return mean, weighted_coefficient_of_variation(amounts, sizes) if mean else None
