"""模拟所答: what an invented hand tells of a step that asks."""

from __future__ import annotations

import random
from collections.abc import Mapping
from datetime import date

from yaodian.declare.column import CODE, DATE, Column
from yaodian.declare.kind import Step


def answers(step: Step, on: date, name: str) -> Mapping[str, Mapping[str, str]]:
    """What an entry of the step holds besides its name: an answer to all it must ask, the same for the same name."""
    chance = random.Random(name)
    told = {column.name: _answer(column, on, chance) for column in step.asks if column.required}
    return {"details": told} if told else {}


def _answer(column: Column, on: date, chance: random.Random) -> str:
    if column.type is DATE:
        return on.isoformat()
    if column.type is CODE:
        return chance.choice(column.own_codes(on)).code
    return column.example
