"""公式: one formula of an indicator parsed: only expressions of an allow-list over columns, aggregates and parameters."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import sqlglot
from sqlglot import exp
from sqlglot.errors import SqlglotError

from yaodian.declare.indicator import ENGINE_NAMES
from yaodian.domain.finding import Refusal, Words

ADDITIVE = (exp.Sum, exp.Count)
AGGREGATES = (exp.Sum, exp.Count, exp.Min, exp.Max, exp.Avg, exp.Median, exp.PercentileCont)
_LEAVES = (exp.Column, exp.Identifier, exp.Literal, exp.Placeholder, exp.Boolean, exp.Null, exp.Star, exp.Var)
_LOGIC = (exp.And, exp.Or, exp.Not, exp.EQ, exp.NEQ, exp.GT, exp.GTE, exp.LT, exp.LTE, exp.Is, exp.In, exp.Between)
_SUMS = (
    exp.Add,
    exp.Sub,
    exp.Mul,
    exp.Div,
    exp.Neg,
    exp.Paren,
    exp.Abs,
    exp.Nullif,
    exp.Coalesce,
    exp.Greatest,
    exp.Least,
)
_TEXTS = (exp.Like, exp.Substring, exp.Length)
_DAYS = (exp.Interval, exp.DateDiff, exp.Extract, exp.Cast, exp.DataType)
_CHOICES = (exp.Case, exp.If, exp.Filter, exp.Where, exp.Distinct)
ALLOWED = frozenset((*_LEAVES, *_LOGIC, *_SUMS, *_TEXTS, *_DAYS, *_CHOICES, *AGGREGATES))
_ROOT = (exp.Select, exp.From, exp.Table, exp.TableAlias)


class FormulaFault(Refusal):
    """A formula that is none, or hangs on what is not there; the sentence says what and how to repair it."""


@dataclass(frozen=True)
class Formula:
    """A parsed formula. `tree` is one expression; `columns` are (register or "", column) pairs as written."""

    text: str
    tree: exp.Expression

    def columns(self) -> set[tuple[str, str]]:
        return {(column.table, column.name) for column in self.tree.find_all(exp.Column)}

    def placeholders(self) -> set[str]:
        """What stands as `:name`: dated parameters and the bounds of the period."""
        return {str(p.this) for p in self.tree.find_all(exp.Placeholder)}

    def parameters(self) -> set[str]:
        """The ids of the dated parameters."""
        return self.placeholders() - ENGINE_NAMES

    def aggregates(self) -> list[exp.Expression]:
        return [node for node in self.tree.walk() if isinstance(node, AGGREGATES)]

    @property
    def is_additive(self) -> bool:
        """Whether the parts of two groups add up to the whole: sums and counts of rows, multiplied by constants only."""
        return all(adds_up(node) for node in self.aggregates()) and _is_linear(self.tree)


@cache
def parsed(text: str) -> Formula:
    """The formula; FormulaFault where it is no expression, or uses what is not on the allow-list."""
    try:
        trees = sqlglot.parse(f"SELECT {text}", read="duckdb")
    except SqlglotError as fault:
        what = str(fault).partition("\n")[0]
        raise FormulaFault(
            Words(f"公式“{text}”读不懂（{what}）", f"the formula {text!r} cannot be read ({what})")
        ) from None
    query = trees[0]
    if len(trees) != 1 or not isinstance(query, exp.Select) or len(query.expressions) != 1 or _more_than_columns(query):
        raise FormulaFault(
            Words(
                f"公式“{text}”只能是一个表达式，不能查询、写入或读文件",
                f"the formula {text!r} must be one expression: no query, no write, no file",
            )
        )
    tree = query.expressions[0]
    for node in tree.walk():
        if type(node) not in ALLOWED:
            used = node.sql(dialect="duckdb")
            raise FormulaFault(
                Words(
                    f"公式“{text}”用了不许用的“{used}”；可用的有求和、计数、比较、条件、日期差等",
                    f"the formula {text!r} uses {used!r}, which is not allowed: write it with sums, counts, comparisons,"
                    " conditions and differences of days",
                )
            )
    return Formula(text, tree)


def _more_than_columns(query: exp.Select) -> bool:
    """Whether the text closed the expression and went on (FROM, WHERE, LIMIT …)."""
    return any(value for name, value in query.args.items() if name not in ("expressions", "kind", "hint"))


def filtered(formula: Formula, where: Formula | None) -> exp.Expression:
    """The formula whose every aggregate sees only the rows of `where`."""
    tree = formula.tree.copy()
    if where is None:
        return tree
    for node in [n for n in tree.walk() if isinstance(n, AGGREGATES)]:
        holder = node.parent if isinstance(node.parent, exp.Filter) else None
        if holder is not None:
            own = holder.expression.this
            holder.expression.set("this", exp.And(this=exp.paren(where.tree.copy()), expression=exp.paren(own)))
        else:
            made = exp.Filter(this=node.copy(), expression=exp.Where(this=where.tree.copy()))
            if node is tree:
                return made
            node.replace(made)
    return tree


def adds_up(node: exp.Expression) -> bool:
    """Whether an aggregate of two groups is the sum of those of each."""
    return isinstance(node, ADDITIVE) and not isinstance(node.this, exp.Distinct)


def _is_linear(tree: exp.Expression) -> bool:
    """Whether aggregates are only added, taken away, and multiplied by what no row changes."""
    if isinstance(tree, (exp.Filter, AGGREGATES)):
        return True
    if isinstance(tree, exp.Paren | exp.Neg):
        return _is_linear(tree.this)
    if isinstance(tree, exp.Add | exp.Sub):
        return _is_linear(tree.this) and _is_linear(tree.expression)
    if isinstance(tree, exp.Mul):
        left, right = _has_aggregate(tree.this), _has_aggregate(tree.expression)
        return left != right and _is_linear(tree.this if left else tree.expression)
    if isinstance(tree, exp.Div):
        return _has_aggregate(tree.this) and not _has_aggregate(tree.expression) and _is_linear(tree.this)
    if isinstance(tree, exp.Coalesce):
        return _is_linear(tree.this) and not any(_has_aggregate(e) for e in tree.expressions)
    return False


def _has_aggregate(tree: exp.Expression) -> bool:
    return any(isinstance(node, AGGREGATES) for node in tree.walk())


def quotients_inside(formula: Formula) -> Iterator[exp.Expression]:
    """Aggregates of a quotient of columns: sum(a / b), the average of ratios in disguise."""
    for node in formula.aggregates():
        for quotient in node.find_all(exp.Div):
            if any(True for _ in quotient.expression.find_all(exp.Column)):
                yield node
                break
