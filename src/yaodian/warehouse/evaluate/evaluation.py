"""评测: questions answered over one release: grouped into passes, each pass one query, values rolled up and derived."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from yaodian.algorithms.sampling import ratio_estimate
from yaodian.declare.catalogue import Catalogue
from yaodian.declare.indicator import Derivation, How, Indicator, Sample
from yaodian.declare.parameter import Parameter
from yaodian.declare.register import Register
from yaodian.domain.finding import Refusal, Words
from yaodian.domain.period import FISCAL_YEAR, SCHOOL_YEAR, YEAR, Period, PeriodType
from yaodian.domain.place import CITY, COUNTY, SCHOOL, Level
from yaodian.domain.quantity import Quantity
from yaodian.domain.unit_of_measure import UnitOfMeasure
from yaodian.warehouse.engine import Engine
from yaodian.warehouse.evaluate import derive
from yaodian.warehouse.evaluate.cells import Cells, divided, picked, rolled_up
from yaodian.warehouse.evaluate.formula import parsed
from yaodian.warehouse.evaluate.passes import Pass, parts_of, reachable
from yaodian.warehouse.evaluate.question import LEVELS, Question, Stretch
from yaodian.warehouse.evaluate.reach import Reach
from yaodian.warehouse.evaluate.thinning import thinned
from yaodian.warehouse.evaluate.units import factor_of
from yaodian.warehouse.evaluate.values import Values
from yaodian.warehouse.reading import Reader
from yaodian.warehouse.relation import Relation


@dataclass
class Evaluation:
    """What answers questions over one release, as known at an instant (None: by the release).

    `parameters` are the catalogue's with the bureau's over them, `city` the code of the whole city, `counties` gives the codes of
    a day that get a zero where additive counts have no row for them. Cells once computed are kept for the next question.
    """

    reader: Reader
    engine: Engine
    catalogue: Catalogue
    parameters: Mapping[str, type[Parameter]]
    city: str
    counties: Callable[[date], Sequence[str]] = lambda _: ()
    recorded_at: datetime | None = None
    answered: dict[Question, Cells] = field(default_factory=dict)
    queries: int = 0

    @property
    def indicators(self) -> Mapping[str, type[Indicator]]:
        return self.catalogue.of(Indicator)

    @property
    def registers(self) -> Mapping[str, type[Register]]:
        return self.catalogue.of(Register)

    def answer(self, questions: Iterable[Question]) -> dict[Question, Cells]:
        """The cells of each question; none for one whose register is not held or whose rule was not in force yet.

        Raises Refusal for an unknown indicator, a level or a slice that it does not have.
        """
        asked = list(questions)
        needed = {one: None for question in asked for one in self._needs(question) if one not in self.answered}
        self._first_order([q for q in needed if not self.indicators[q.indicator].of])
        for question in needed:
            if question not in self.answered and self.indicators[question.indicator].of:
                made = self._derived(question)
                if made is not None:
                    self.answered[question] = made
        return {question: self.answered[question] for question in asked if question in self.answered}

    def _needs(self, question: Question) -> list[Question]:
        """The question after all those it is made from."""
        indicator = self.indicators.get(question.indicator)
        if indicator is None:
            raise Refusal(Words(f"没有指标“{question.indicator}”", f"there is no indicator {question.indicator!r}"))
        return [*(need for made in made_from(indicator, question) for need in self._needs(made)), question]

    def _first_order(self, questions: Sequence[Question]) -> None:
        passes: dict[tuple[object, ...], tuple[Pass, list[tuple[Question, dict[str, str]]]]] = {}
        finest: dict[tuple[object, ...], Level] = {}
        for question in questions:
            key = self._pass_key(question)
            finest[key] = max(finest.get(key, CITY), self._finest(question), key=LEVELS.index)
        for question in questions:
            key = self._pass_key(question)
            if key not in passes:
                passes[key] = self._pass(question, finest[key]), []
            parts = self._parts(question, passes[key][0])
            if parts:
                passes[key][1].append((question, parts))
        held = [each for each in passes.values() if each[1] and each[0].base.id in self.reader.release.tables]
        for one, wanted in sorted(held, key=lambda each: self._weight(each[0]), reverse=True):
            self._read(one, wanted)

    def _weight(self, one: Pass) -> int:
        """The bytes that a pass reads: the heaviest goes first, while few answers are held yet."""
        return sum(file.stat().st_size for file in self.relations(one)[one.base.id].files)

    def pass_for(self, question: Question) -> Pass:
        """The pass that would answer this question alone, with its parts."""
        one = self._pass(question, self._finest(question))
        self._parts(question, one)
        return one

    def _finest(self, question: Question) -> Level:
        """The level by whose places the rows are counted."""
        return SCHOOL if self.indicators[question.indicator].leaves_out else question.level

    def left_out(self, question: Question) -> list[str]:
        """The codes of the schools of which the question counts nothing."""
        out, sizes = self.indicators[question.indicator].leaves_out, sizes_asked(self.indicators, question)
        if out is None or sizes is None:
            return []
        cells = self.answer([sizes]).get(sizes)
        if cells is None:
            return []
        limit = self._stated(out.below, question.days, self.indicators[sizes.indicator].unit)
        small = cells.table.filter(pc.less(cells.table["value"], limit))
        found: list[str] = small["place"].to_pylist()
        return found

    def _pass_key(self, question: Question) -> tuple[object, ...]:
        indicator = self.indicators[question.indicator]
        exact = question.level if indicator.not_additive or indicator.sample else None
        units = tuple(indicator.sample.clusters[:1]) if indicator.sample else ()
        return (
            indicator.registers()[0],
            indicator.taken,
            (question.days.first, question.days.last),
            question.by,
            exact,
            units,
        )

    def _pass(self, question: Question, finest: Level) -> Pass:
        indicator = self.indicators[question.indicator]
        reach = Reach(self.registers[indicator.registers()[0]], self.registers)
        levels = reachable(reach, LEVELS[: LEVELS.index(finest) + 1])
        if finest not in levels or question.level not in levels:
            raise Refusal(
                Words(
                    f"“{indicator.label}”算不到{question.level}一级：{reach.base.label}里没有这一级的代码",
                    f"{indicator.id} has no values by {question.level}: {reach.base.id} names no place of that level",
                )
            )
        unknown = set(question.by) - set(indicator.disaggregations)
        if unknown:
            known = "、".join(indicator.disaggregations) or "无"
            raise Refusal(
                Words(
                    f"“{indicator.label}”不能按 {'、'.join(sorted(unknown))} 分组；可用：{known}",
                    f"{indicator.id} cannot be split by {', '.join(sorted(unknown))}; it can be split by: {known}",
                )
            )
        units = (*indicator.sample.strata, *indicator.sample.clusters[:1]) if indicator.sample else ()
        return Pass(reach, indicator.taken, question.days, levels, question.by, tuple(units))

    def _parts(self, question: Question, one: Pass) -> dict[str, str]:
        """The column of the pass for each part; none where no rule was in force yet."""
        values = Values(self.parameters, question.days)
        try:
            expressions = parts_of(self.indicators[question.indicator], values)
        except LookupError:
            return {}
        return {part: one.part(expression) for part, expression in expressions.items()}

    def relations(self, one: Pass) -> dict[str, Relation]:
        """The views that the query of a pass reads."""
        registers = self.registers
        return {
            name: self.reader.rows(registers[name], recorded_at=self.recorded_at, with_restricted=True, with_days=True)
            for name in one.registers()
        }

    def _read(self, one: Pass, wanted: Sequence[tuple[Question, dict[str, str]]]) -> None:
        answer = self.engine.query(thinned(one), self.relations(one), {})
        self.queries += 1
        rolled: dict[tuple[Level, tuple[str, ...]], pa.Table] = {}
        for question, parts in wanted:
            out = tuple(self.left_out(question))
            key = question.level, out
            if key not in rolled:
                rows = answer.filter(pc.invert(pc.is_in(answer[SCHOOL.value], pa.array(out)))) if out else answer
                rolled[key] = rolled_up(rows, question.level, one.by, one.columns, self.city)
            self.answered[question] = self._cells(question, answer, rolled[key], parts)

    def _cells(self, question: Question, answer: pa.Table, rolled: pa.Table, parts: dict[str, str]) -> Cells:
        indicator = self.indicators[question.indicator]
        is_ratio = "denominator" in indicator.editions
        table = picked(rolled, question.by, parts)
        if not is_ratio and not question.by and self.registers[indicator.registers()[0]].silence_is_nothing:
            table = self._with_zeros(table, question.level, indicator, question.days.last)
        factor = factor_of(indicator, self.registers, self.parameters, question.days.last)
        table = divided(table, float(factor), is_ratio)
        if indicator.sample:
            table = _with_intervals(table, answer, question, parts, indicator.sample, float(factor))
        return Cells(table, question.level, question.by, self._unverified(indicator, question.days), float(factor))

    def _with_zeros(self, table: pa.Table, level: Level, indicator: type[Indicator], on: date) -> pa.Table:
        """A count of nothing is 0: in the city, and in counties where whoever reports reports for all of them."""
        if level in (CITY, COUNTY):  # a school whose rows all lie outside the condition is not measured, not 0
            table = table.set_column(
                table.column_names.index("numerator"), "numerator", pc.fill_null(table["numerator"], 0.0)
            )
        places: Sequence[str] = ()
        if level is CITY:
            places = [self.city]
        elif level is COUNTY and not self.registers[indicator.registers()[0]].arrives.scope:
            places = self.counties(on)
        held = set(table["place"].to_pylist())
        rows = [{"place": place, "numerator": 0.0} for place in places if place not in held]
        return pa.concat_tables([table, pa.Table.from_pylist(rows)], promote_options="default") if rows else table

    def _unverified(self, indicator: type[Indicator], period: Stretch) -> bool:
        names = {name for text in indicator.formulas() for name in parsed(text).parameters()}
        names |= {indicator.leaves_out.below} if indicator.leaves_out else set()
        return Values(self.parameters, period).unverified(names)

    def _derived(self, question: Question) -> Cells | None:
        indicator = self.indicators[question.indicator]
        sources = [self.answered.get(made) for made in made_from(indicator, question)]
        if indicator.derived is None or any(source is None for source in sources):
            return None
        first, *rest = [source for source in sources if source is not None]
        how, factor = indicator.derived.how, self._factor_between(indicator, indicator.derived)
        if how is How.RATIO:
            return derive.quotient(first, rest[0], factor)
        if how is How.DIFFERENCE:
            return derive.difference(first, rest[0], factor)
        if how is How.CHANGE:
            return derive.change(first, rest[0], indicator.derived.relative, factor)
        better, limit, unverified = self.indicators[indicator.of].better, None, first.unverified
        if how is How.MEETING:
            limit = self._limit(indicator, question.days)
            unverified |= Values(self.parameters, question.days).unverified([indicator.threshold])
        made = derive.compared(first, question.level, indicator.derived, better, limit, self.city, factor)
        return replace(made, unverified=unverified)

    def _limit(self, indicator: type[Indicator], days: Stretch) -> derive.Threshold:
        """What each place is held against, in the unit of the values compared; a table of slices has no unit and stays."""
        if self.parameters[indicator.threshold].unit is None:
            value: derive.Threshold = Values(self.parameters, days).stated(indicator.threshold).value
            return value
        return self._stated(indicator.threshold, days, self.indicators[indicator.of].unit)

    def _stated(self, parameter: str, days: Stretch, unit: UnitOfMeasure) -> float:
        """What a parameter says in a unit (a number without one as it stands); UnitMismatch where it measures otherwise."""
        value, own = Values(self.parameters, days).stated(parameter).value, self.parameters[parameter].unit
        return float(Quantity(value, own or unit).to(unit).value)

    def _factor_between(self, indicator: type[Indicator], derived: Derivation) -> float:
        """What a second-order value, computed from values in their units, is multiplied by to be in the indicator's own."""
        first, *other = (self.indicators[id].unit.factor for id in indicator.made_from())  # noqa: A001
        if derived.how is How.RANK:
            return 1.0
        if derived.relative or derived.how in (How.CV, How.MEETING):
            return float(1 / indicator.unit.factor)
        if derived.how is How.RATIO:
            return float(first / other[0] / indicator.unit.factor)
        return float(first / indicator.unit.factor)


def made_from(indicator: type[Indicator], question: Question) -> list[Question]:
    """The questions whose cells a second-order value is made of."""
    derived, period = indicator.derived, question.period
    if derived is None:
        return []
    level = derived.between or question.level
    made = [Question(id, level, period, question.by, question.until) for id in indicator.made_from()]  # noqa: A001
    if derived.back is not None:
        made.append(_before(question, indicator.of, derived.back))
    return made


def sizes_asked(indicators: Mapping[str, type[Indicator]], question: Question) -> Question | None:
    """The question whose cells say which schools are left out; None where none are."""
    out = indicators[question.indicator].leaves_out
    return Question(out.indicator, SCHOOL, question.period, (), question.until) if out else None


def _before(question: Question, indicator: str, by: PeriodType) -> Question:
    """The same question of the like period before; of a period not over, of as many days."""
    period = back(question.period, by)
    until = None if question.until is None else period.first + (question.until - question.period.first)
    return Question(indicator, question.level, period, question.by, until)


def back(period: Period, by: PeriodType) -> Period:
    """The like period one step of `by` earlier: of a month by years the same month of last year."""
    if by is period.type:
        return period.previous
    if by not in (YEAR, FISCAL_YEAR, SCHOOL_YEAR):
        raise Refusal(Words(f"{period}不能回看一个{by}", f"{period} cannot look back by a {by}"))
    first = period.first
    return Period.of(period.type, first.replace(year=first.year - 1, day=min(first.day, 28)))


def _with_intervals(
    table: pa.Table, answer: pa.Table, question: Question, parts: Mapping[str, str], sample: Sample, factor: float
) -> pa.Table:
    """The cells with the interval that the sample's design allows; none where no stratum has two clusters."""
    places = [] if question.level is CITY else [question.level.value]
    groups: dict[tuple[object, ...], list[dict[str, Any]]] = {}
    of_clusters = [name for name in answer.column_names if name in (*sample.strata, *sample.clusters[:1])]
    for row in answer.sort_by([(name, "ascending") for name in of_clusters]).to_pylist():
        key = tuple(_text(row[name]) for name in (*places, *question.by))
        groups.setdefault(key, []).append(row)
    low: list[float | None] = []
    high: list[float | None] = []
    for cell in table.to_pylist():
        key = tuple(_text(cell[name]) for name in (*(["place"] if places else []), *question.by))
        bounds = _bounds(groups.get(key, []), parts, sample)
        low.append(bounds and factor * bounds[0])
        high.append(bounds and factor * bounds[1])
    for name, column in (("low", low), ("high", high)):
        table = table.set_column(table.column_names.index(name), name, pa.array(column, pa.float64()))
    return table


def _text(value: object) -> str | None:
    return None if value is None else str(value).lower() if isinstance(value, bool) else str(value)


def _bounds(rows: Sequence[Mapping[str, Any]], parts: Mapping[str, str], sample: Sample) -> tuple[float, float] | None:
    """The interval of a ratio whose rows are the totals of first-stage clusters."""
    above = [float(row[parts["numerator"]] or 0) for row in rows]
    below = [float(row[parts["denominator"]] or 0) for row in rows]
    strata = [tuple(row[name] for name in sample.strata) for row in rows]
    if not any(below) or max(strata.count(s) for s in set(strata)) < 2:
        return None
    found = ratio_estimate(
        above,
        below,
        stratum=strata,
        answers=[float(row[parts["cell"]] or 0) for row in rows] if "cell" in parts else None,
        confidence=sample.confidence,
        proportion=all(a <= b for a, b in zip(above, below, strict=True)),
    )
    return found.low, found.high
