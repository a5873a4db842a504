"""单位推断: the unit of measure that a formula's result has, from the units of its columns and parameters."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from fractions import Fraction

from sqlglot import exp

from yaodian.declare.indicator import Indicator
from yaodian.declare.register import Register
from yaodian.domain.finding import Words
from yaodian.domain.unit_of_measure import COUNTS, DAY_UNIT, RATIO, UnitOfMeasure
from yaodian.warehouse.evaluate.formula import FormulaFault, parsed
from yaodian.warehouse.evaluate.values import Parameters

Unit = UnitOfMeasure | None  # None: a count of rows or a plain number, which takes the unit that it meets
Units = Callable[[exp.Expression], Unit]

_SAME = (exp.Add, exp.Sub, exp.Coalesce, exp.Greatest, exp.Least, exp.Case)
_THROUGH = (
    exp.Sum,
    exp.Min,
    exp.Max,
    exp.Avg,
    exp.Median,
    exp.Filter,
    exp.Paren,
    exp.Neg,
    exp.Abs,
    exp.Cast,
    exp.Nullif,
)


def unit_of(node: exp.Expression, columns: Mapping[tuple[str, str], Unit], parameters: Mapping[str, Unit]) -> Unit:
    """The unit of an expression; FormulaFault where it adds what measures different things."""

    def of(inner: exp.Expression) -> Unit:
        return unit_of(inner, columns, parameters)

    if isinstance(node, exp.Column):
        return columns.get((node.table, node.name))
    if isinstance(node, exp.Placeholder):
        return parameters.get(str(node.this))
    if isinstance(node, exp.DateDiff):
        return DAY_UNIT
    if isinstance(node, (exp.PercentileCont, _THROUGH)):
        return of(node.this)
    if isinstance(node, _SAME):
        return _same(node, of)
    if isinstance(node, exp.Mul | exp.Div):
        return _product(of(node.this), of(node.expression), divided=isinstance(node, exp.Div))
    return None


def _same(node: exp.Expression, of: Units) -> Unit:
    found = [unit for unit in (of(part) for part in _branches(node)) if unit is not None]
    for unit in found[1:]:
        if unit != found[0]:
            raise FormulaFault(
                Words(
                    f"“{node.sql()}”把{found[0].name}和{unit.name}合在一起，单位不同",
                    f"{node.sql()!r} puts {found[0].name} and {unit.name} together, which measure different things",
                )
            )
    return found[0] if found else None


def _branches(node: exp.Expression) -> list[exp.Expression]:
    if isinstance(node, exp.Case):
        return [branch.args["true"] for branch in node.args["ifs"]] + [d for d in (node.args.get("default"),) if d]
    if isinstance(node, exp.Add | exp.Sub):
        return [node.this, node.expression]
    return [node.this, *node.expressions]


def _product(left: Unit, right: Unit, divided: bool) -> Unit:
    if left is None and right is None:
        return None
    if divided:
        return (left or RATIO) / (right or RATIO)
    return (left or RATIO) / (RATIO / (right or RATIO))


def fits(found: Unit, wanted: UnitOfMeasure) -> bool:
    """Whether a value of the found unit can be stated in the wanted one; a plain number fits counts and ratios."""
    if found is None:
        return wanted.is_count or wanted.dimension == ()
    return found.dimension == wanted.dimension or (found.is_classifier and wanted.is_count)


def quotient_fits(above: Unit, below: Unit, wanted: UnitOfMeasure) -> bool:
    """Whether numerator ÷ denominator can be stated in the wanted unit; a count takes whatever unit is wanted of it."""
    if above is not None and below is not None:
        return (above / below).dimension == wanted.dimension
    powers = dict(wanted.dimension)
    for known, sign in ((above, 1), (below, -1)):
        for base, power in known.dimension if known else ():
            powers[base] = powers.get(base, 0) - sign * power
    left = [(base, power) for base, power in powers.items() if power]
    return len(left) <= (above is None) + (below is None) and all(
        base in COUNTS and abs(power) == 1 for base, power in left
    )


def scale(above: Unit, below: Unit, wanted: UnitOfMeasure) -> Fraction:
    """What numerator ÷ denominator is multiplied by to be in the wanted unit."""
    up = above.factor if above else Fraction(1)
    down = below.factor if below else Fraction(1)
    return up / down / wanted.factor


def column_units(registers: Mapping[str, type[Register]], base: str) -> dict[tuple[str, str], Unit]:
    """The unit of each column that a formula over the base may name, as it may name it."""
    units: dict[tuple[str, str], Unit] = {("", c.name): c.unit for c in registers[base].columns}
    return units | {(id, c.name): c.unit for id, r in registers.items() for c in r.columns}  # noqa: A001


def units_of(
    indicator: type[Indicator], registers: Mapping[str, type[Register]], parameters: Parameters, on: date
) -> dict[str, Unit]:
    """The unit of each dated formula in force on a day by its name; FormulaFault where it has none."""
    columns = column_units(registers, indicator.registers()[0])
    known = {name: parameter.unit for name, parameter in parameters.items()}
    return {
        name: unit_of(parsed(indicator.at(name, on)).tree, columns, known)
        for name in ("numerator", "denominator", "value")
        if name in indicator.editions
    }


def factor_of(
    indicator: type[Indicator], registers: Mapping[str, type[Register]], parameters: Parameters, on: date
) -> Fraction:
    """What numerator ÷ denominator (or the value) is multiplied by to be in the indicator's unit."""
    units = units_of(indicator, registers, parameters, on)
    if "value" in units:
        return scale(units["value"], None, indicator.unit)
    return scale(units["numerator"], units["denominator"], indicator.unit)
