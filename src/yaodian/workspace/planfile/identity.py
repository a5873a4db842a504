"""编号: opaque ids of a plan's nodes, minted once and kept in the plan file.

An id begins with the letter of what it names (t task, m measure, a action, n promised number, d duty) and says nothing
else, so that it stays when the plan around it is edited.
"""

from __future__ import annotations

import random
from dataclasses import replace

from yaodian.domain.plan import Action, Measure, Plan, Task

SIGNS = "abcdefghijkmnpqrstuvwxyz23456789"
LENGTH = 6


def with_ids(plan: Plan, chance: random.Random | None = None) -> Plan:
    """The plan with an id for every node that has none; `chance` is a source of randomness (default: the system's)."""
    mint = _Mint(chance or random.SystemRandom(), set(ids_in(plan)))
    return replace(plan, tasks=tuple(_task(task, mint) for task in plan.tasks))


def ids_in(plan: Plan) -> list[str]:
    """All ids of a plan's nodes, in the order of the file."""
    found: list[str | None] = []
    for task in plan.tasks:
        found += [task.id, *(duty.id for duty in task.duties)]
        for measure in task.measures:
            found.append(measure.id)
            for action in measure.actions:
                found += [action.id, *(target.id for target in action.targets)]
    return [name for name in found if name]


class _Mint:
    """Gives ids that the plan does not have yet."""

    def __init__(self, chance: random.Random, taken: set[str]) -> None:
        self.chance = chance
        self.taken = taken

    def new(self, letter: str) -> str:
        while True:
            name = f"{letter}-{''.join(self.chance.choices(SIGNS, k=LENGTH))}"
            if name not in self.taken:
                self.taken.add(name)
                return name


def _task(task: Task, mint: _Mint) -> Task:
    own = task.id or mint.new("t")
    duties = tuple(replace(duty, id=duty.id or mint.new("d")) for duty in task.duties)
    return replace(task, id=own, duties=duties, measures=tuple(_measure(m, mint) for m in task.measures))


def _measure(measure: Measure, mint: _Mint) -> Measure:
    own = measure.id or mint.new("m")
    return replace(measure, id=own, actions=tuple(_action(action, mint) for action in measure.actions))


def _action(action: Action, mint: _Mint) -> Action:
    own = action.id or mint.new("a")
    return replace(action, id=own, targets=tuple(replace(t, id=t.id or mint.new("n")) for t in action.targets))
