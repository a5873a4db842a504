"""遍: one reading of one register that answers all questions asked of it for a period, split alike."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from typing import Any

from sqlglot import exp

from yaodian.declare.indicator import FIRST_DAY, WITHIN, Indicator, Taken
from yaodian.declare.register import Register
from yaodian.domain.place import CITY, Level
from yaodian.warehouse.as_of import counting_on, latest
from yaodian.warehouse.evaluate.formula import filtered, parsed
from yaodian.warehouse.evaluate.question import Stretch
from yaodian.warehouse.evaluate.reach import Reach, Step
from yaodian.warehouse.evaluate.values import Values, put_in
from yaodian.warehouse.sql import day, listed, named

STALE = timedelta(
    days=400
)  # a year and the weeks until the next count arrives: an older one says no longer what there is
PARTS = ("numerator", "denominator", "cell")


@dataclass(frozen=True)
class Written:
    """An expression (as SQL and as its tree, which nobody changes), and the registers whose columns it names."""

    sql: str
    tree: exp.Expression = field(compare=False)
    registers: frozenset[str]


@dataclass(frozen=True)
class Part:
    """One additive (or, of one level, exact) value of indicators: its expression and the column that answers it."""

    tree: exp.Expression
    column: str

    @property
    def sql(self) -> str:
        return self.tree.sql(dialect="duckdb")


@dataclass
class Pass:
    """One query. `levels` are the place columns it groups by (one where its parts do not add up), `by` the slices,
    `units` further columns (strata and clusters of a sample)."""

    reach: Reach
    taken: Taken
    period: Stretch
    levels: tuple[Level, ...]
    by: tuple[str, ...]
    units: tuple[str, ...] = ()
    parts: dict[str, Part] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)

    @property
    def base(self) -> type[Register]:
        return self.reach.base

    def part(self, expression: Written) -> str:
        """The column that answers this expression; equal expressions share one."""
        self.used |= expression.registers
        return self.parts.setdefault(expression.sql, Part(expression.tree, f"_part{len(self.parts)}")).column

    @property
    def columns(self) -> list[str]:
        """The columns that answer the parts."""
        return [part.column for part in self.parts.values()]

    def registers(self) -> list[str]:
        """The registers it reads, the base first."""
        return [self.base.id, *(step.register for step in self._joins())]

    def sql(self, rows: str = "", parts: Iterable[Part] = ()) -> str:
        """The query over views named like the registers, which hold every row known, of every day; over `rows` of the base
        (a subquery under its name) and with `parts` for its own where these are given."""
        columns = [(name, named(column, named(register))) for name, (register, column) in self._groups()]
        groups = [f"{column} AS {named(name)}" for name, column in columns]
        sums = [f"{part.sql} AS {named(part.column)}" for part in parts or self.parts.values()]
        query = f"SELECT {listed([*groups, *sums])} FROM {self.source(rows)}"
        return f"{query} GROUP BY {listed(column for _, column in columns)}" if columns else query

    def source(self, rows: str = "") -> str:
        """The rows that the period counts (or those given), with the rows of other registers beside them."""
        counts = rows or counted(self.base, self.taken, self.period)
        return counts + "".join(self._joined(step) for step in self._joins())

    def base_columns(self) -> list[str]:
        """The columns of the base by which rows are grouped and joined."""
        joined = [column for step in self._joins() if step.source == self.base.id for column in step.ours]
        grouped = [column for _, (register, column) in self._groups() if register == self.base.id]
        return list(dict.fromkeys((*grouped, *joined)))

    def _groups(self) -> list[tuple[str, tuple[str, str]]]:
        """The names of the grouped columns, and the register and column that each is."""
        places = [(level.value, self.reach.column_of(level)) for level in self.levels]
        slices = [(name, split(name, self.base)) for name in (*self.by, *self.units)]
        return [(name, held) for name, held in (*places, *slices) if held]

    def _joins(self) -> list[Step]:
        wanted = self.used | {split(name, self.base)[0] for name in (*self.by, *self.units)}
        wanted |= {held[0] for level in self.levels if (held := self.reach.column_of(level))}
        return list(dict.fromkeys(step for id in sorted(wanted) for step in self.reach.steps[id]))  # noqa: A001

    def _joined(self, step: Step) -> str:
        register = self.reach.registers[step.register]
        same = " AND ".join(
            f"{named(ours, named(step.source))} = {named(their, named(step.register))}"
            for ours, their in zip(step.ours, step.their, strict=True)
        )
        return f" LEFT JOIN {last_known(register, self.period.last)} ON {same}"


def split(name: str, base: type[Register]) -> tuple[str, str]:
    """The register and the column that a slice or a formula's column names; the base where it names none."""
    register, _, column = name.rpartition(".")
    return register or base.id, column


def counted(register: type[Register], taken: Taken, period: Stretch) -> str:
    """The rows of a register that a period counts, as a named subquery."""
    name = named(register.id)
    if taken is WITHIN:
        within = f"valid_from BETWEEN {day(period.first)} AND {day(period.last)}"
        return f"(SELECT * FROM {name} WHERE {within}) AS {name}"
    on = period.first if taken is FIRST_DAY else period.last
    return f"({counting_on(register, name, on, on - STALE)}) AS {name}"


def last_known(register: type[Register], on: date) -> str:
    """Each record of a register as it last was up to a day, even where it has ended since, as a named subquery."""
    name = named(register.id)
    return f"({latest(register, name, on)}) AS {name}"


def parts_of(indicator: type[Indicator], values: Values) -> dict[str, Written]:
    """The expressions of an indicator's parts in force on the period's last day, its parameters put in, its rows limited.

    LookupError where no formula was in force yet.
    """
    last = values.period.last
    where = indicator.at("where", last) if "where" in indicator.editions else None
    names = {"numerator": "value"} if "value" in indicator.editions else {part: part for part in PARTS[:2]}
    texts = {part: indicator.at(name, last) for part, name in names.items()}
    if indicator.cell:
        texts["cell"] = indicator.cell
    base = indicator.registers()[0]
    return {part: written(text, where, base, values.used(text, where)) for part, text in texts.items()}


@cache
def written(text: str, where: str | None, base: str, used: tuple[tuple[str, Any], ...]) -> Written:
    """A formula over the rows of `where` with its parameters put in, each column under its register's name."""
    tree = put_in(filtered(parsed(text), parsed(where) if where else None), dict(used))
    return qualified(tree, base)


def qualified(tree: exp.Expression, base: str) -> Written:
    """The expression with each column under its register's name, the base's where it names none."""
    tree = tree.copy()
    registers = set()
    for column in tree.find_all(exp.Column):
        registers.add(column.table or base)
        column.set("table", exp.to_identifier(column.table or base, quoted=True))
        column.this.set("quoted", True)
    return Written(tree.sql(dialect="duckdb"), tree, frozenset(registers))


def reachable(reach: Reach, levels: Iterable[Level]) -> tuple[Level, ...]:
    """Those of the levels that the register's rows can be grouped by, from the city down."""
    return tuple(level for level in levels if level is CITY or reach.column_of(level))
