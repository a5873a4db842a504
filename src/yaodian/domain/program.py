"""执行方案: a plan lowered to what the runtime drives: work items, milestones, bindings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from yaodian.domain.plan import Deadline, Duty, Edge, Goal, Target
from yaodian.domain.quantity import Quantity


@dataclass(frozen=True, slots=True)
class Milestone:
    """节点: a step of the item's kind with the day it should be reached; `label` is what officials call it."""

    step: str
    label: str
    by: str
    due: date | None


@dataclass(frozen=True, slots=True)
class Binding:
    """绑定: a promised number and the indicator that measures it (None: nothing measures it yet).

    `slots` is the slice of the indicator in the plan's own words (title → 艺术特色学校, level_code → 市级), `end` the value
    that was promised: the number itself, or for 全覆盖 and 动态清零 the whole (a ratio of 1) or nothing left (0); None where
    the promise is no single number of the indicator's unit.
    """

    target: str
    indicator: str | None
    slots: Mapping[str, str] = field(default_factory=dict)
    end: Quantity | None = None


@dataclass(frozen=True, slots=True)
class WorkItem:
    """工作事项: one measure with its owners, its kind's edition, its due day and its milestones.

    `due_assumed` is true where the plan names no deadline and the last day of its year stands in.
    """

    id: str
    address: str
    task: str
    title: str
    text: str
    kind: str
    kind_edition: date
    duties: Sequence[Duty]
    targets: Sequence[Target]
    deadlines: Sequence[Deadline]
    due: date | None
    due_assumed: bool
    milestones: Sequence[Milestone]


@dataclass(frozen=True, slots=True)
class Program:
    """The same bytes, catalogue and bureau give the same program; the three are named."""

    title: str | None
    year: int | None
    text_sha256: str
    catalogue_edition: str
    bureau_edition: str
    items: Sequence[WorkItem]
    bindings: Sequence[Binding]
    edges: Sequence[Edge]
    goals: Sequence[Goal]
