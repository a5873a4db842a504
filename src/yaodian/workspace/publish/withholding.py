"""小单元: cells behind which too few persons stand are not shown, nor what would give them away."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from yaodian.declare.indicator import Indicator
from yaodian.warehouse.evaluate.cells import FIGURES
from yaodian.warehouse.evaluate.question import Question
from yaodian.warehouse.evaluate.values import Parameters, Values

Row = Mapping[str, Any]
WITHHELD = "withheld"


def withheld(
    rows: Sequence[Row], indicator: type[Indicator], parameters: Parameters, question: Question
) -> list[dict[str, Any]]:
    """The rows with `withheld` true and no figures where fewer persons than the minimum cell (a dated parameter) stand
    behind a value. Where one row alone of those with the same places above and the same place would be hidden, the
    smallest of the others is hidden too, or the total would give the first away."""
    shown = [{**row, WITHHELD: False} for row in rows]
    if indicator.minimum_cell is None:
        return shown
    least = float(Values(parameters, question.period).stated(indicator.minimum_cell).value)
    groups: dict[tuple[Any, ...], list[dict[str, Any]]] = {}
    above = [name for name in (rows[0] if rows else ()) if name in ("county", "town")][-1:]
    for row in shown:
        group = (row["place"],) if question.by else tuple(row[name] for name in above)
        groups.setdefault(group, []).append(row)
    for group_rows in groups.values():
        _hide(group_rows, least)
    return shown


def _hide(rows: Sequence[dict[str, Any]], least: float) -> None:
    small = [row for row in rows if row["cell"] is not None and 0 < row["cell"] < least]
    others = sorted((row for row in rows if row not in small and row["cell"]), key=lambda row: float(row["cell"]))
    if len(small) == 1 and others:
        small.append(others[0])
    for row in small:
        row.update(dict.fromkeys(FIGURES), withheld=True)
