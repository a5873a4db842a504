"""评判: a standard applied to the schools of one county on a day, as the ministry computes it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import fmean
from typing import Any

from yaodian.algorithms.variation import weighted_coefficient_of_variation
from yaodian.declare.standard import Item, Standard
from yaodian.domain.period import DAY, Period
from yaodian.domain.place import SCHOOL
from yaodian.warehouse.evaluate.evaluation import Evaluation
from yaodian.warehouse.evaluate.question import Question
from yaodian.warehouse.evaluate.values import Values
from yaodian.workspace.balance.schools import School, schools_counted

STAGE = "stage_code"


@dataclass(frozen=True)
class SchoolValues:
    """One school in one stage: its amounts and sizes by item (None where nothing is recorded) and what it comes to.

    `shares` are value ÷ threshold (None without either); `is_met` whether it reaches enough thresholds and comes near
    enough to the others (None where the standard asks nothing of single schools).
    """

    school: School
    amounts: tuple[float | None, ...]
    sizes: tuple[float | None, ...]
    values: tuple[float | None, ...]
    shares: tuple[float | None, ...]
    is_met: bool | None

    @property
    def reached(self) -> int:
        return sum(share is not None and share >= 1 for share in self.shares)


@dataclass(frozen=True)
class StageResult:
    """One stage of a county: its schools, the coefficient of each item (None where no school has a value), the limit,
    the mean of the coefficients for a composite standard, the items over the limit and the verdict."""

    stage: str
    schools: tuple[SchoolValues, ...]
    means: tuple[float | None, ...]
    coefficients: tuple[float | None, ...]
    limit: float
    composite: float | None
    is_met: bool

    @property
    def over(self) -> tuple[int, ...]:
        """The numbers of the items whose coefficient lies over the limit, from 0."""
        return tuple(n for n, c in enumerate(self.coefficients) if c is not None and c > self.limit)

    @property
    def failing(self) -> tuple[SchoolValues, ...]:
        return tuple(school for school in self.schools if school.is_met is False)


@dataclass(frozen=True)
class Judged:
    """A county against a standard; `unverified` where a parameter or indicator behind it was not checked at its source."""

    standard: type[Standard]
    county: str
    on: date
    release: str
    stages: tuple[StageResult, ...]
    unverified: bool

    @property
    def is_met(self) -> bool:
        return all(stage.is_met for stage in self.stages)


def judged(evaluation: Evaluation, standard: type[Standard], county: str, on: date) -> Judged:
    """The county's schools on a day against the standard; Refusal where no school of it is counted."""
    schools = schools_counted(evaluation, standard, county, on)
    questions = [_question(evaluation, item, on) for item in standard.items]
    answers = evaluation.answer(questions)
    tables = [answers[q].table.to_pylist() if q in answers else [] for q in questions]
    cells = [{(row["place"], row[STAGE]): row for row in rows} for rows in tables]
    values = Values(evaluation.parameters, Period(on.isoformat()))
    stages = tuple(_stage(standard, stage, schools, cells, values) for stage in standard.stages)
    unverified = values.unverified(standard.parameters_used()) or any(a.unverified for a in answers.values())
    return Judged(standard, county, on, evaluation.reader.release.id, stages, unverified)


def _question(evaluation: Evaluation, item: Item, on: date) -> Question:
    grain = evaluation.indicators[item.indicator].grain[1]
    return Question(item.indicator, SCHOOL, Period.of(grain if grain is not DAY else DAY, on), (STAGE,))


def _stage(
    standard: type[Standard],
    stage: str,
    schools: Sequence[School],
    cells: Sequence[Mapping[tuple[str, str], Mapping[str, Any]]],
    values: Values,
) -> StageResult:
    thresholds = [of_stage(values, item.threshold, stage) for item in standard.items]
    enough = _number(values, standard.least_met), _number(values, standard.rest)
    found = [
        _school(school, [cell.get((school.code, stage)) for cell in cells], thresholds, enough)
        for school in schools
        if stage in school.stages and any((school.code, stage) in cell for cell in cells)
    ]
    limit = of_stage(values, standard.variation_limit, stage) or 0.0
    means, coefficients = zip(*(_spread(found, n) for n in range(len(standard.items))), strict=True)
    known = [c for c in coefficients if c is not None]
    composite = fmean(known) if standard.is_composite and known else None
    varied = composite is not None and composite <= limit if standard.is_composite else all(c <= limit for c in known)
    is_met = bool(known) and varied and not any(school.is_met is False for school in found)
    return StageResult(stage, tuple(found), means, coefficients, limit, composite, is_met)


def _school(
    school: School,
    cells: Sequence[Mapping[str, Any] | None],
    thresholds: Sequence[float | None],
    enough: tuple[float | None, float | None],
) -> SchoolValues:
    values = tuple(cell["value"] if cell else None for cell in cells)
    shares = tuple(v / t if v is not None and t else None for v, t in zip(values, thresholds, strict=True))
    least, rest = enough
    is_met = None
    if least is not None and rest is not None:
        reached = sum(share is not None and share >= 1 for share in shares)
        is_met = reached >= least and all(share is not None and share >= rest for share in shares)
    amounts, sizes = (tuple(cell[part] if cell else None for cell in cells) for part in ("numerator", "denominator"))
    return SchoolValues(school, amounts, sizes, values, shares, is_met)


def _spread(schools: Sequence[SchoolValues], item: int) -> tuple[float | None, float | None]:
    """The county's mean (total over total) and the coefficient of variation between its schools, weighed by size."""
    known = [(s.amounts[item], s.sizes[item], s.values[item]) for s in schools]
    amounts = [a for a, size, _ in known if a is not None and size]
    sizes = [size for a, size, _ in known if a is not None and size]
    if not sizes or not any(amounts):
        return None, None
    factor = next(v / (a / size) for a, size, v in known if a and size and v is not None)
    return factor * sum(amounts) / sum(sizes), weighted_coefficient_of_variation(amounts, sizes)


def of_stage(values: Values, name: str, stage: str) -> float | None:
    """What a parameter says of a stage: its entry, or its one value for all."""
    if not name:
        return None
    stated = values.stated(name).value
    found = stated.get(stage) if isinstance(stated, Mapping) else stated
    return None if found is None else float(found)


def _number(values: Values, name: str) -> float | None:
    return float(values.stated(name).value) if name else None
