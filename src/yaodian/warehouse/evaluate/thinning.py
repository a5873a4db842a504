"""预聚合: a pass over rows that are counted by their codes first.

A register of a million pupils holds a few thousand kinds of rows: a school, a stage, a status. Conditions are judged and
other registers joined once for each kind, which its count or sum then stands for. A condition on what has many values
(a birthday) is judged row by row and its answer is one more code. What does not add up is asked of the rows themselves.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from sqlglot import exp

from yaodian.declare.column import ColumnType
from yaodian.declare.register import Register
from yaodian.warehouse.evaluate.formula import AGGREGATES, adds_up
from yaodian.warehouse.evaluate.passes import Part, Pass, counted
from yaodian.warehouse.sql import listed, named

FEW = (ColumnType.CODE, ColumnType.BOOLEAN, ColumnType.PERIOD)
LOGIC = (exp.And, exp.Or, exp.Not, exp.Paren, exp.If)


def thinned(one: Pass) -> str:
    """The query of a pass that gives the answer of `one.sql()` from rows counted by their codes first."""
    if not all(_is_thin(part.tree, one.base) for part in one.parts.values()):
        return one.sql()
    kinds = Kinds(one.base)
    parts = [Part(kinds.summed(part.tree), part.column) for part in one.parts.values()]
    for column in one.base_columns():
        kinds.key(exp.column(column, one.base.id, quoted=True))
    return one.sql(kinds.of(counted(one.base, one.taken, one.period)), parts)


def _is_thin(tree: exp.Expression, base: type[Register]) -> bool:
    """Whether the sums and counts of an expression are over columns of the base alone."""
    found = [node for node in tree.walk() if isinstance(node, AGGREGATES)]
    return all(adds_up(node) and _is_of(node, base) for node in found)


def _is_of(node: exp.Expression, base: type[Register]) -> bool:
    return all(column.table == base.id for column in node.find_all(exp.Column))


@dataclass
class Kinds:
    """The kinds of rows of a register: what tells them apart and what each adds up to, SQL with the column it becomes."""

    base: type[Register]
    keys: dict[str, str] = field(default_factory=dict)
    sums: dict[str, str] = field(default_factory=dict)

    def of(self, rows: str) -> str:
        """The kinds of these rows, as a subquery under the register's name."""
        columns = [f"{sql} AS {named(name)}" for sql, name in (*self.keys.items(), *self.sums.items())]
        groups = f" GROUP BY {listed(self.keys)}" if self.keys else ""
        return f"(SELECT {listed(columns)} FROM {rows}{groups}) AS {named(self.base.id)}"

    def key(self, node: exp.Expression) -> exp.Column:
        """The column that holds an expression over a row, which from now on tells kinds apart."""
        name = node.name if isinstance(node, exp.Column) else f"_key{len(self.keys)}"
        return self._column(self.keys.setdefault(node.sql(dialect="duckdb"), name))

    def summed(self, tree: exp.Expression) -> exp.Expression:
        """An expression over rows as one over their kinds."""
        return tree.transform(self._over_kinds)

    def _over_kinds(self, node: exp.Expression) -> exp.Expression:
        """A sum or count, with its condition, of rows as one of kinds; any other node as it is."""
        if not isinstance(node, (exp.Filter, *AGGREGATES)):
            return node
        inner = node.this if isinstance(node, exp.Filter) else node
        column = self.sums.setdefault(inner.sql(dialect="duckdb"), f"_sum{len(self.sums)}")
        total: exp.Expression = exp.Sum(this=self._column(column))
        if isinstance(node, exp.Filter):
            total = exp.Filter(this=total, expression=node.expression.transform(self._judged, copy=False))
        if isinstance(inner, exp.Count):  # of nothing it is 0, where a sum of nothing is unknown
            return exp.cast(exp.Coalesce(this=total, expressions=[exp.Literal.number(0)]), "bigint")
        return total

    def _judged(self, node: exp.Expression) -> exp.Expression:
        """A part of a condition: judged over kinds where it hangs on codes, else over rows with its answer as a code."""
        columns = list(node.find_all(exp.Column))
        if isinstance(node, exp.Column):
            return self.key(node) if node.table == self.base.id else node
        if not columns or isinstance(node, (exp.Where, *LOGIC)) or not _is_of(node, self.base):
            return node
        return node if all(self.base.column(c.name).type in FEW for c in columns) else self.key(node)

    def _column(self, name: str) -> exp.Column:
        return exp.column(name, self.base.id, quoted=True)
