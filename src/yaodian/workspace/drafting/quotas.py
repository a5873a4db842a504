"""分解建议: how the counted promises of a draft would be split among counties. A ratio is not split: it holds in each county."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import fsum

from yaodian.domain.plan import Operator, Target, Task
from yaodian.domain.quantity import Quantity
from yaodian.domain.unit_of_measure import UnknownUnitOfMeasure
from yaodian.runtime.cascade import parts_by_size
from yaodian.workspace.drafting.deciding import What, about
from yaodian.workspace.drafting.reviewing import Review, Row
from yaodian.workspace.promises import promise_words

COUNTED = (Operator.EQUAL, Operator.AT_LEAST, Operator.MORE, Operator.ABOUT)


@dataclass(frozen=True, slots=True)
class Quota:
    """A counted promise and its parts by county: those decided, else proposed by size."""

    target: str
    words: str
    whole: float
    parts: Mapping[str, float]
    is_decided: bool

    @property
    def key(self) -> str:
        return about(What.SPLIT, self.target)


@dataclass(frozen=True, slots=True)
class TaskQuotas:
    """A task's promises: those that are split, and those that hold in every county as they are."""

    task: Task
    quotas: Sequence[Quota]
    held_by_each: Sequence[str]


def quotas(review: Review, sizes: Mapping[str, float]) -> list[TaskQuotas]:
    """By task; a task without numbers is left out. `sizes` are the counties', such as their schools."""
    told = []
    for task in review.plan.tasks:
        promised = [one for row in review.rows if row.task is task for one in _promised(row)]
        counted = [_quota(review, words, target, sizes) for words, target in promised if _is_counted(target)]
        ratios = [words for words, target in promised if not _is_counted(target)]
        if promised:
            told.append(TaskQuotas(task, counted, ratios))
    return told


def _promised(row: Row) -> Iterator[tuple[str, Target]]:
    for action in row.measure.actions:
        for target in action.targets:
            yield promise_words(action, target), target


def _is_counted(target: Target) -> bool:
    """Whether its parts add up: so many schools do, a share of them does not."""
    if target.op not in COUNTED or not isinstance(target.value, int | float):
        return False
    try:
        unit = Quantity(target.value, target.unit or "").unit
    except UnknownUnitOfMeasure:
        return False
    return unit.is_count


def _quota(review: Review, words: str, target: Target, sizes: Mapping[str, float]) -> Quota:
    own, whole = target.id or "", float(target.value)  # type: ignore[arg-type]  # a counted one has a number
    kept = review.decisions.get(about(What.SPLIT, own))
    if kept is not None and kept.keys() == sizes.keys() and fsum(kept.values()) >= whole:
        return Quota(own, words, whole, kept, True)
    proposed = parts_by_size({own: whole}, sizes)
    return Quota(own, words, whole, {county: amounts[own] for county, amounts in proposed.items()}, False)
