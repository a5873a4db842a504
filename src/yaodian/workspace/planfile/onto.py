"""沿用编号: a new text of the same plan takes over the ids (and the ignored rules) of the plan compiled before."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from yaodian.compiler.align import align_plans, pair_up
from yaodian.domain.finding import Words
from yaodian.domain.plan import Action, Duty, Measure, Plan, Target, Task
from yaodian.domain.text import Span


@dataclass(frozen=True, slots=True)
class Lost:
    """未能沿用: a node of the old plan that nothing in the new one answers to; `span` is its place in the old source."""

    id: str
    what: Words
    words: str
    span: Span

    @property
    def sentence(self) -> Words:
        return Words(
            f"{self.what.zh}“{self.words}”（{self.id}）在新文本中找不到，编号未能沿用。",
            f"{self.what.en} “{self.words}” ({self.id}) is not in the new text; its id was not carried over.",
        )


def compile_onto(old: Plan, new: Plan) -> tuple[Plan, list[Lost]]:
    """The new plan with the old one's ids where a node is the same, and what of the old one could not be carried.

    Measures keep their id wherever they moved; what is new has no id yet (see `identity.with_ids`). A task or measure that
    is lost stands for its parts too.
    """
    alignment = align_plans(old, new)
    tasks = {after: old.tasks[before] for before, after in alignment.tasks.items()}
    left = [measure for _, _, measure in old.measures()]
    measures = {after: left[before] for before, after in alignment.measures.items()}
    lost = [_lost(t, _TASK, t.title) for place, t in enumerate(old.tasks) if place not in alignment.tasks]
    lost += [_lost(m, _MEASURE, m.text) for place, m in enumerate(left) if place not in alignment.measures]
    carried, at = [], 0
    for place, task in enumerate(new.tasks):
        own = []
        for measure in task.measures:
            own.append(_carry_measure(measures.get(at), measure, lost))
            at += 1
        carried.append(_carry_task(tasks.get(place), replace(task, measures=tuple(own)), lost))
    return replace(new, tasks=tuple(carried)), [one for one in lost if one.id]


_TASK, _MEASURE = Words("任务", "The task"), Words("举措", "The measure")
_ACTION, _TARGET, _DUTY = Words("动作", "The action"), Words("目标值", "The target"), Words("责任单位", "The duty")

Node = Task | Measure | Action | Target | Duty
Part = TypeVar("Part", Action, Target, Duty)


def _lost(node: Node, what: Words, words: str) -> Lost:
    return Lost(node.id or "", what, words, node.span)


def _carry_task(old: Task | None, new: Task, lost: list[Lost]) -> Task:
    if old is None:
        return new
    pairs, gone = _pairs(old.duties, new.duties, lambda duty: duty.unit_id or duty.unit)
    lost += [_lost(duty, _DUTY, duty.unit) for duty in gone]
    duties = tuple(replace(d, id=pairs[k].id) if k in pairs else d for k, d in enumerate(new.duties))
    return replace(new, id=old.id, ignores=tuple(old.ignores), duties=duties)


def _carry_measure(old: Measure | None, new: Measure, lost: list[Lost]) -> Measure:
    if old is None:
        return new
    pairs, gone = _pairs(old.actions, new.actions, lambda action: action.verb + action.object)
    lost += [_lost(action, _ACTION, action.verb + action.object) for action in gone]
    lost += [_lost(target, _TARGET, target.words) for action in gone for target in action.targets]
    actions = tuple(_carry_action(pairs.get(k), action, lost) for k, action in enumerate(new.actions))
    return replace(new, id=old.id, ignores=tuple(old.ignores), actions=actions)


def _carry_action(old: Action | None, new: Action, lost: list[Lost]) -> Action:
    if old is None:
        return new
    pairs, gone = _pairs(old.targets, new.targets, lambda target: target.words)
    lost += [_lost(target, _TARGET, target.words) for target in gone]
    targets = tuple(replace(t, id=pairs[k].id) if k in pairs else t for k, t in enumerate(new.targets))
    return replace(new, id=old.id, targets=targets)


def _pairs(
    old: Sequence[Part], new: Sequence[Part], words: Callable[[Part], str]
) -> tuple[dict[int, Part], list[Part]]:
    """The old part for each place of the new ones, and the old parts left over."""
    pairs, gone, _ = pair_up(old, new, words, last_two=not (old and isinstance(old[0], Duty)))
    places = {id(part): place for place, part in enumerate(new)}
    return {places[id(after)]: before for before, after in pairs}, gone
