"""切片: the part of an indicator that a promise speaks of (25所市级艺术特色学校), found among its cells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from yaodian.declare.code_list import codes_of
from yaodian.declare.column import CODE
from yaodian.declare.indicator import Indicator
from yaodian.declare.register import Register
from yaodian.warehouse.evaluate.evaluation import Evaluation
from yaodian.warehouse.evaluate.passes import split


@dataclass(frozen=True)
class Slice:
    """The columns and what a promise calls their values; empty where it speaks of the whole.

    A code column is found by any word of its code; a text first as written, then where one holds the other.
    """

    wanted: Mapping[str, str]

    @property
    def by(self) -> tuple[str, ...]:
        return tuple(self.wanted)

    def chosen(self, cells: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
        """Those of the cells that are meant."""
        found = list(cells)
        for column, word in self.wanted.items():
            exact = [cell for cell in found if cell[column] == word]
            alike = [cell for cell in found if cell[column] and (word in cell[column] or cell[column] in word)]
            found = exact or alike
        return found


def slice_of(evaluation: Evaluation, indicator: type[Indicator], slots: Mapping[str, str], on: date) -> Slice:
    """The slice that a promise's words fill, code columns by their codes."""
    wanted = {}
    for name, word in slots.items():
        column = _column(evaluation, indicator, name)
        codes = codes_of(column, evaluation.catalogue, on) if column.type is CODE else ()
        wanted[name] = next((code.code for code in codes if word in (code.code, *code.words)), word)
    return Slice(wanted)


def _column(evaluation: Evaluation, indicator: type[Indicator], name: str) -> Any:
    while not indicator.registers():
        indicator = evaluation.indicators[indicator.of]
    register, column = split(name, evaluation.catalogue.of(Register)[indicator.registers()[0]])
    return evaluation.registers[register].column(column)
