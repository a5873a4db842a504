"""参数值: the dated parameters of a formula as literals, with the units they have and whether they were checked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from sqlglot import exp

from yaodian.declare.parameter import Parameter, Stated
from yaodian.domain.finding import Words
from yaodian.warehouse.evaluate.formula import FormulaFault, parsed
from yaodian.warehouse.evaluate.question import Stretch

Parameters = Mapping[str, type[Parameter]]


@dataclass(frozen=True)
class Values:
    """What `:name` stands for over one period: `:first_day` and `:last_day` are its bounds, any other name the dated
    parameter in force on its last day."""

    parameters: Parameters
    period: Stretch

    def stated(self, name: str) -> Stated:
        """The value in force with its document; FormulaFault where there is none."""
        parameter = self.parameters.get(name)
        if parameter is None:
            raise FormulaFault(
                Words(f"没有参数“{name}”，请在参数文件夹里加上", f"there is no parameter {name!r}: declare it")
            )
        try:
            return parameter.on(self.period.last)
        except LookupError:
            raise FormulaFault(
                Words(
                    f"参数“{parameter.label}”在{self.period.last}还没有值，请补上从那时起的值",
                    f"the parameter {name} has no value on {self.period.last} yet: give one that holds from then",
                )
            ) from None

    def used(self, *texts: str | None) -> tuple[tuple[str, Any], ...]:
        """The parameters that formulas name with their values, lists as tuples."""
        names = {name for text in texts if text for name in parsed(text).placeholders()}
        return tuple((name, _frozen(self._value(name))) for name in sorted(names))

    def put_in(self, tree: exp.Expression) -> exp.Expression:
        """The expression with literals in the place of its parameters; a list fills an IN."""
        names = {str(node.this) for node in tree.find_all(exp.Placeholder)}
        return put_in(tree, {name: self._value(name) for name in names})

    def unverified(self, names: Iterable[str]) -> bool:
        """Whether one of these parameters was not checked at the issuing office."""
        return any(self.stated(name).unverified for name in names)

    def _value(self, name: str) -> Any:
        bounds = {"first_day": self.period.first, "last_day": self.period.last}
        return bounds[name] if name in bounds else self.stated(name).value


def literal(value: Any) -> exp.Expression:
    """A Python value as a literal of SQL."""
    if isinstance(value, date):
        return exp.cast(exp.Literal.string(value.isoformat()), "date")
    if isinstance(value, bool):
        return exp.Boolean(this=value)
    if isinstance(value, int | float | Decimal):
        return exp.Literal.number(value)
    return exp.Literal.string(str(value))


def _several(value: Any) -> list[Any]:
    return list(value) if isinstance(value, list | tuple | set | frozenset) else [value]


def put_in(tree: exp.Expression, values: Mapping[str, Any]) -> exp.Expression:
    """The expression with literals in the place of its parameters; a list fills an IN."""
    for node in list(tree.find_all(exp.Placeholder)):
        literals = [literal(value) for value in _several(values[str(node.this)])]
        if isinstance(node.parent, exp.In):
            others = [e for e in node.parent.expressions if e is not node]
            node.parent.set("expressions", [*others, *literals])
        elif len(literals) == 1 and node is not tree:
            node.replace(literals[0])
        else:
            raise FormulaFault(
                Words(f"参数“{node.this}”是列表，只能写在 IN 里", f"{node.this} is a list: write it inside IN (…)")
            )
    return tree


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
