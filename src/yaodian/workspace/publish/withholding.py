"""小单元: cells behind which too few persons stand are not shown, nor what would give them away."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from yaodian.declare.indicator import Indicator
from yaodian.warehouse.evaluate.cells import FIGURES
from yaodian.warehouse.evaluate.question import Days, Question, Stretch
from yaodian.warehouse.evaluate.values import Parameters, Values

Row = Mapping[str, Any]
Persons = tuple[float, ...]
WITHHELD = "withheld"


def withheld(
    rows: Sequence[Row], indicator: type[Indicator], parameters: Parameters, question: Question
) -> list[dict[str, Any]]:
    """The rows with `withheld` true and no figures where fewer persons than the minimum cell (a dated parameter) stand
    behind a value. Where the rows hidden among those with the same places above, or of the same place, would be given
    away by a total, the smallest of the others are hidden too."""
    shown = [{**row, WITHHELD: False} for row in rows]
    least = least_of(indicator, parameters, question.period)
    if least is None:
        return shown
    groups: dict[tuple[Any, ...], list[dict[str, Any]]] = {}
    above = [name for name in (rows[0] if rows else ()) if name in ("county", "town")][-1:]
    for row in shown:
        group = (row["place"],) if question.by else tuple(row[name] for name in above)
        groups.setdefault(group, []).append(row)
    for group_rows in groups.values():
        _hide(group_rows, least)
    return shown


def withheld_with_total(rows: Sequence[Row], total: Row, least: float) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    """The rows and their total, hidden so that no difference of what is shown stands for fewer persons than `least`: what
    the total holds beyond its rows counts as a row that is never shown. Where nothing else helps the total is hidden too."""
    shown, sum_row = [{**row, WITHHELD: False} for row in rows], {**total, WITHHELD: False}
    parts = zip(*(persons(row) for row in rows), strict=True) if rows else ()
    beyond = tuple(max(whole - sum(part), 0.0) for whole, part in zip(persons(total), parts, strict=False))
    is_hidden = _hide(shown, least, beyond)
    if is_small(total, least) or not is_hidden:
        _blank([sum_row])
    return shown, sum_row


def least_of(indicator: type[Indicator], parameters: Parameters, days: Stretch) -> float | None:
    """The fewest persons that a published value may stand for; None where no person stands behind the indicator."""
    if indicator.minimum_cell is None:
        return None
    return float(Values(parameters, days).stated(indicator.minimum_cell).value)


def minimum_above(row: Row, indicator: type[Indicator], parameters: Parameters, on: date) -> int | None:
    """The minimum of the day where a single value stands for fewer persons; None where it may be shown."""
    least = least_of(indicator, parameters, Days(on, on))
    return int(least) if least is not None and is_small(row, least) else None


def persons(row: Row) -> Persons:
    """How many persons a value speaks of: all behind it, those it counts, and those it does not."""
    all_, counted, among = (float(row[name] or 0) for name in ("cell", "numerator", "denominator"))
    return all_, counted, among - counted if row["denominator"] is not None else 0.0


def is_small(row: Row, least: float) -> bool:
    return any(0 < count < least for count in persons(row))


def _hide(rows: Sequence[dict[str, Any]], least: float, beyond: Persons = ()) -> bool:
    """Hide the small rows and as many others as keep them hidden; whether that sufficed."""
    small = [row for row in rows if is_small(row, least)]
    others = sorted((row for row in rows if row not in small and row["cell"]), key=lambda row: float(row["cell"]))
    while not (is_hidden := _cannot_be_told([*map(persons, small), *([beyond] if beyond else [])], least)) and others:
        small.append(others.pop(0))
    _blank(small)
    return is_hidden


def _cannot_be_told(hidden: Sequence[Persons], least: float) -> bool:
    """Whether their sum, which a total gives away, leaves each of them free to be `least` or more."""
    for counts in zip(*hidden, strict=True):
        some = [count for count in counts if count > 0]
        if some and sum(some) < least + len(some) - 1:
            return False
    return True


def _blank(rows: Sequence[dict[str, Any]]) -> None:
    for row in rows:
        row.update(dict.fromkeys(FIGURES), withheld=True)
