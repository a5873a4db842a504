"""核对: what is wrong with the declared indicators, said before anything is computed: names, types, units, grain, cycles."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from sqlglot import exp
from sqlglot.optimizer.annotate_types import annotate_types
from sqlglot.schema import MappingSchema

from yaodian.declare.column import ColumnType
from yaodian.declare.indicator import COMPARES_PLACES, TAKES_ANOTHER, How, Indicator
from yaodian.declare.register import Register
from yaodian.domain.finding import Words
from yaodian.domain.period import PeriodType
from yaodian.domain.place import CITY, SCHOOL
from yaodian.warehouse.evaluate.formula import AGGREGATES, Formula, FormulaFault, parsed, quotients_inside
from yaodian.warehouse.evaluate.passes import split
from yaodian.warehouse.evaluate.reach import Reach
from yaodian.warehouse.evaluate.units import column_units, fits, quotient_fits, unit_of
from yaodian.warehouse.evaluate.values import Parameters

_SQL_TYPES = {
    ColumnType.TEXT: "VARCHAR",
    ColumnType.CODE: "VARCHAR",
    ColumnType.PERIOD: "VARCHAR",
    ColumnType.INTEGER: "BIGINT",
    ColumnType.DECIMAL: "DECIMAL(18, 4)",
    ColumnType.MONEY: "DECIMAL(18, 2)",
    ColumnType.DATE: "DATE",
    ColumnType.INSTANT: "TIMESTAMPTZ",
    ColumnType.BOOLEAN: "BOOLEAN",
}


@dataclass(frozen=True)
class Fault:
    """One thing wrong with an indicator: where it is declared and the sentence that says how to repair it."""

    indicator: str
    file: str
    line: int
    words: Words

    def sentence(self, lang: str) -> str:
        return f"{self.file}:{self.line} {self.indicator}: {self.words.lang(lang)}"


@dataclass(frozen=True)
class Checked:
    """The declarations that indicators are checked against; `files` says where a bureau's own indicators are written."""

    indicators: Mapping[str, type[Indicator]]
    registers: Mapping[str, type[Register]]
    parameters: Parameters
    files: Mapping[str, Path] = field(default_factory=dict)

    def faults(self) -> list[Fault]:
        """Everything wrong, in the order of the ids."""
        return [fault for id in sorted(self.indicators) for fault in self.faults_of(self.indicators[id])]  # noqa: A001

    def faults_of(self, indicator: type[Indicator]) -> list[Fault]:
        checks: tuple[Callable[[type[Indicator]], Iterator[tuple[str, Words]]], ...] = (
            (self._sources, self._cycle)
            if indicator.of
            else (self._registers, self._formulas, self._grain, self._units, self._left_out)
        )
        found: list[tuple[str, Words]] = []
        for check in checks:
            try:
                found += check(indicator)
            except FormulaFault as fault:
                found.append(("", fault.words))
            if found:
                break
        found += self._thresholds(indicator)
        file = self.files.get(indicator.id) or Path(inspect.getfile(indicator))
        return [Fault(indicator.id, file.name, _line(file, near or indicator.id), words) for near, words in found]

    def _registers(self, indicator: type[Indicator]) -> Iterator[tuple[str, Words]]:
        for name in indicator.registers():
            if name not in self.registers:
                yield name, Words(f"没有登记簿“{name}”", f"there is no register {name!r}")

    def _formulas(self, indicator: type[Indicator]) -> Iterator[tuple[str, Words]]:
        base = self.registers[indicator.registers()[0]]
        reach = Reach(base, self.registers)
        for text in indicator.formulas():
            formula = parsed(text)
            for table, name in sorted(formula.columns()):
                yield from ((text, words) for words in self._column(reach, table or base.id, name))
            for name in sorted(formula.parameters() - set(self.parameters)):
                yield (
                    text,
                    Words(f"没有参数“{name}”，请在参数文件夹里加上", f"there is no parameter {name!r}: declare it"),
                )
            yield from ((text, words) for words in _additivity(indicator, formula, text))
            yield from ((text, words) for words in self._types(formula, base))
        for name in indicator.disaggregations:
            yield from ((name, words) for words in self._column(reach, *split(name, base)))
        sample = indicator.sample
        for name in (*sample.strata, *sample.clusters) if sample else ():
            yield from ((name, words) for words in self._column(reach, *split(name, base)))

    def _column(self, reach: Reach, register: str, name: str) -> Iterator[Words]:
        if register not in reach.steps:
            known = "、".join(sorted(set(reach.steps) - {reach.base.id})) or "无"
            yield Words(
                f"从{reach.base.label}到不了“{register}”；能到的有：{known}",
                f"the rows of {reach.base.id} do not come to {register!r}; they come to: {known}",
            )
        elif name not in self.registers[register].visible() | {"valid_from"}:
            columns = ", ".join(sorted(self.registers[register].visible()))
            yield Words(
                f"登记簿“{register}”没有公式可用的列“{name}”；有：{columns}",
                f"{register} has no column {name!r} that a formula may use; it has: {columns}",
            )

    def _types(self, formula: Formula, base: type[Register]) -> Iterator[Words]:
        tree = annotate_types(_queried(formula, base), schema=self._schema, dialect="duckdb")
        for node in tree.walk():
            if isinstance(node, exp.Sum | exp.Avg | exp.Median) and node.this.is_type(
                *exp.DataType.TEXT_TYPES, "date", "boolean"
            ):
                yield Words(
                    f"“{node.sql('duckdb')}”不是数，不能求和",
                    f"{node.sql('duckdb')!r} is no number and cannot be summed",
                )
            if isinstance(node, exp.EQ | exp.GT | exp.GTE | exp.LT | exp.LTE | exp.NEQ) and _unlike(node):
                yield Words(
                    f"“{node.sql('duckdb')}”两边类型不同，不能比较",
                    f"{node.sql('duckdb')!r} compares values of different types",
                )

    @cached_property
    def _schema(self) -> MappingSchema:
        """The types of all registers' columns, brought into the engine's form once for all formulas."""
        types: dict[str, object] = {
            id: {c.name: _SQL_TYPES[c.type] for c in r.columns} | {"valid_from": "DATE", "valid_to": "DATE"}
            for id, r in self.registers.items()  # noqa: A001
        }
        return MappingSchema(types, dialect="duckdb")

    def _grain(self, indicator: type[Indicator]) -> Iterator[tuple[str, Words]]:
        level = indicator.grain[0]
        reach = Reach(self.registers[indicator.registers()[0]], self.registers)
        if level is not CITY and reach.column_of(level) is None:
            yield (
                "grain",
                Words(
                    f"{reach.base.label}里没有{level}一级的代码，粒度到不了",
                    f"{reach.base.id} names no place of the level {level}: choose a coarser grain",
                ),
            )

    def _units(self, indicator: type[Indicator]) -> Iterator[tuple[str, Words]]:
        columns = column_units(self.registers, indicator.registers()[0])
        known = {name: parameter.unit for name, parameter in self.parameters.items()}

        for since, text in indicator.editions.get("value", {}).items():
            found = unit_of(parsed(text).tree, columns, known)
            if not fits(found, indicator.unit):
                yield text, _unit_words(since.isoformat(), found.name if found else "", indicator.unit.name)
        for since, text in indicator.editions.get("numerator", {}).items():
            above = unit_of(parsed(text).tree, columns, known)
            below = unit_of(parsed(indicator.editions["denominator"][since]).tree, columns, known)
            if not quotient_fits(above, below, indicator.unit):
                names = f"{above.name if above else '个数'}/{below.name if below else '个数'}"
                yield text, _unit_words(since.isoformat(), names, indicator.unit.name)

    def _sources(self, indicator: type[Indicator]) -> Iterator[tuple[str, Words]]:
        for name in indicator.made_from():
            source = self.indicators.get(name)
            if source is None:
                yield name, Words(f"没有指标“{name}”", f"there is no indicator {name!r}")
                continue
            missing = set(indicator.disaggregations) - set(source.disaggregations)
            if missing:
                names = ", ".join(sorted(missing))
                yield name, Words(f"“{name}”不能按 {names} 分组", f"{name} cannot be split by {names}")
            yield from ((name, words) for words in _reach_of(indicator, source))

    def _left_out(self, indicator: type[Indicator]) -> Iterator[tuple[str, Words]]:
        out = indicator.leaves_out
        source = self.indicators.get(out.indicator) if out else None
        if out is None:
            return
        if source is None or source.of or source.leaves_out or source.grain[0] is not SCHOOL:
            yield (
                out.indicator,
                Words(
                    f"leaves_out 里的“{out.indicator}”要是一个按学校直接算出的指标",
                    f"leaves_out: {out.indicator!r} must be an indicator of schools that is made from rows",
                ),
            )
        if Reach(self.registers[indicator.registers()[0]], self.registers).column_of(SCHOOL) is None:
            yield (
                "leaves_out",
                Words(
                    "登记簿里没有学校代码，不能按学校剔除", "its register names no school: it cannot leave schools out"
                ),
            )

    def _cycle(self, indicator: type[Indicator]) -> Iterator[tuple[str, Words]]:
        seen: list[str] = []
        queue = list(indicator.made_from())
        while queue:
            name = queue.pop(0)
            if name == indicator.id:
                yield name, Words("绕了一圈又算到自己，请断开", "it is made from itself: break the circle")
                return
            if name not in seen and name in self.indicators:
                seen.append(name)
                queue += self.indicators[name].made_from()

    def _thresholds(self, indicator: type[Indicator]) -> Iterator[tuple[str, Words]]:
        below = indicator.leaves_out.below if indicator.leaves_out else ""
        for name in (indicator.threshold, indicator.minimum_cell, below):
            if name and name not in self.parameters:
                yield (
                    name,
                    Words(f"没有参数“{name}”，请在参数文件夹里加上", f"there is no parameter {name!r}: declare it"),
                )


def _reach_of(indicator: type[Indicator], source: type[Indicator]) -> Iterator[Words]:
    """Faults of the level, period and unit between a second-order value and one it is made of."""
    derived = indicator.derived
    if derived is None:
        return
    finest = derived.between or indicator.grain[0]
    if source.grain[0].is_above(finest):
        yield Words(
            f"“{source.id}”只算到{source.grain[0]}一级", f"{source.id} has no values below the level {source.grain[0]}"
        )
    order = tuple(PeriodType)
    if order.index(source.grain[1]) < order.index(indicator.grain[1]):
        yield Words(
            f"“{source.id}”没有比{source.grain[1]}更短的时期",
            f"{source.id} has no periods shorter than a {source.grain[1]}",
        )
    if derived.how is How.RATIO and "numerator" in source.editions:
        yield Words(
            f"“{source.id}”本身是比值：比值再相除就成了比例的平均，请用可加的个数相除",
            f"{source.id} is a ratio already: divide additive values, or it becomes an average of ratios",
        )
    same_unit = derived.how in TAKES_ANOTHER - {How.RATIO} or derived.how in (How.GAP, How.PERCENTILE)
    if (
        same_unit or (derived.how is How.CHANGE and not derived.relative)
    ) and source.unit.dimension != indicator.unit.dimension:
        yield Words(
            f"单位应和“{source.id}”的{source.unit.name}一致",
            f"the unit must measure what {source.id} does ({source.unit.name})",
        )
    if (
        derived.how in COMPARES_PLACES - {How.RANK}
        and derived.between
        and not indicator.grain[0].is_above(derived.between)
    ):
        yield Words("粒度要在被比较的地方之上", "the grain must lie above the places that are compared")


def _additivity(indicator: type[Indicator], formula: Formula, text: str) -> Iterator[Words]:
    is_condition = text in indicator.editions.get("where", {}).values()
    if is_condition:
        if formula.aggregates():
            yield Words(f"条件“{text}”里不能求和或计数", f"the condition {text!r} may not sum or count")
        return
    if not formula.aggregates():
        yield Words(
            f"公式“{text}”没有求和或计数", f"the formula {text!r} sums or counts nothing: write sum(…) or count(*)"
        )
    loose = _loose_columns(formula)
    if loose:
        yield Words(f"列“{loose}”要写在求和或计数里面", f"the column {loose!r} must stand inside a sum or a count")
    if any(isinstance(node, exp.Avg) for node in formula.aggregates()) or list(quotients_inside(formula)):
        yield Words(
            f"公式“{text}”是在平均比例：分子、分母分别求和，由引擎相除",
            f"the formula {text!r} averages ratios: sum numerator and denominator, the engine divides them",
        )
    elif not formula.is_additive and not indicator.not_additive:
        yield Words(
            f"公式“{text}”不能逐级相加；只用 sum 和 count(*)，或写 not_additive = True",
            f"the parts of {text!r} do not add up over places: use sum and count(*) only, or say not_additive = True",
        )


def _loose_columns(formula: Formula) -> str:
    for column in formula.tree.find_all(exp.Column):
        holder = column.parent
        while holder is not None and not isinstance(holder, (*AGGREGATES, exp.Filter)):
            holder = holder.parent
        if holder is None:
            return column.sql(dialect="duckdb")
    return ""


def _queried(formula: Formula, base: type[Register]) -> exp.Expression:
    """The formula as a query over all registers it names, so that each column has a type."""
    tree = formula.tree.copy()
    for column in tree.find_all(exp.Column):
        if not column.table:
            column.set("table", exp.to_identifier(base.id))
    tables = sorted({base.id, *(column.table for column in tree.find_all(exp.Column))})
    query = exp.select(tree).from_(tables[0])
    for table in tables[1:]:
        query = query.join(table)
    return query


def _unlike(node: exp.Expression) -> bool:
    """Whether a text is held against a number, or a day against either."""
    kinds = []
    for side in (node.this, node.expression):
        if side.is_type(*exp.DataType.TEXT_TYPES):
            kinds.append("text")
        elif side.is_type(*exp.DataType.NUMERIC_TYPES):
            kinds.append("number")
        elif side.is_type("date", "timestamptz", "timestamp"):
            kinds.append("day")
        elif side.is_type("boolean"):
            kinds.append("boolean")
    return len(kinds) == 2 and kinds[0] != kinds[1]


def _unit_words(since: str, found: str, wanted: str) -> Words:
    return Words(
        f"{since}起的公式得出的是{found or '个数'}，声明的单位是{wanted}",
        f"the formula from {since} gives {found or 'a count'}, but the declared unit is {wanted}",
    )


def _line(file: Path, near: str) -> int:
    """The first line of the file that holds these words; 1 where none does."""
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except OSError:
        return 1
    return next((number for number, line in enumerate(lines, start=1) if near in line), 1)
