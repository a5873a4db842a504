"""所问: the fields of what a step asks, from its declaration, and what was typed into them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from yaodian.declare.column import DATE, Code, Column
from yaodian.declare.kind import Step


@dataclass(frozen=True, slots=True)
class AskField:
    """A field of a form: the column that is asked, what may be chosen (nothing: it is typed), and what stands in it."""

    id: str
    column: Column
    choices: Sequence[Code]
    value: str

    @property
    def is_day(self) -> bool:
        return self.column.type is DATE


def fields_of(step: Step, posted: Mapping[str, str], on: date) -> list[AskField]:
    """The fields of a step, holding what was typed; a day that was not typed yet is the present one."""
    found = []
    for column in step.asks:
        name = f"asked/{step.name}/{column.name}"
        usual = on.isoformat() if column.type is DATE else ""
        found.append(AskField(name, column, column.own_codes(on), posted.get(name, usual)))
    return found


def details_in(step: str, posted: Mapping[str, str]) -> Mapping[str, Mapping[str, str]]:
    """What an entry of the step holds of these fields; an empty one is not there."""
    start = f"asked/{step}/"
    told = {name.removeprefix(start): text.strip() for name, text in posted.items() if name.startswith(start)}
    given = {name: text for name, text in told.items() if text}
    return {"details": given} if given else {}
