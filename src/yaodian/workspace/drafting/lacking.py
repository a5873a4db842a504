"""补缺: what a draft's promises lack to be kept, by the rules of lint, and what is proposed in its place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from yaodian.domain.finding import Words
from yaodian.domain.plan import Task
from yaodian.workspace.drafting.deciding import What, about
from yaodian.workspace.drafting.reviewing import ABOUT_NUMBERS, Review, Row, first_unit


class Lack(StrEnum):
    """无时限, 无牵头, 不可度量."""

    DUE = "due"
    LEAD = "lead"
    NUMBER = "number"

    @property
    def words(self) -> Words:
        return _WORDS[self]


_WORDS = {
    Lack.DUE: Words("无时限", "No deadline"),
    Lack.LEAD: Words("无牵头", "No lead"),
    Lack.NUMBER: Words("不可度量", "Not measurable"),
}
CODES: Mapping[Lack, Sequence[str]] = {
    Lack.DUE: ("YD201",),
    Lack.LEAD: ("YD101", "YD102"),
    Lack.NUMBER: ABOUT_NUMBERS,
}


@dataclass(frozen=True, slots=True)
class Missing:
    """A task (`row` None) or a measure that lacks something: why it is said, and the decision proposed (None: there is none)."""

    task: Task
    row: Row | None
    why: Sequence[Words]
    key: str
    proposal: Any


def lacking(review: Review, lack: Lack) -> list[Missing]:
    """What lacks it, in the order of the plan."""
    if lack is Lack.LEAD:
        return [found for task in review.plan.tasks for found in _of_task(review, task, lack)]
    if lack is Lack.NUMBER:
        tasks = {id(task): _of_task(review, task, lack) for task in review.plan.tasks}
        return [one for task in review.plan.tasks for one in (*tasks[id(task)], *_unmeasurable(review, task))]
    return [
        Missing(row.task, row, (), about(What.DUE, row.id), f"{review.plan.year}-12-31")
        for row in review.rows
        if row.is_due_assumed and _said(review, row.task.path, lack)
    ]


def _of_task(review: Review, task: Task, lack: Lack) -> list[Missing]:
    said = _said(review, task.path, lack)
    if not said:
        return []
    subject = task.id or task.path
    if lack is Lack.NUMBER:
        return [Missing(task, None, said, about(What.IGNORE, subject), _codes(review, task.path))]
    first = first_unit(task)
    proposal = (first.unit_id or first.unit) if first else None
    return [Missing(task, None, said, about(What.LEAD, subject), proposal)]


def _unmeasurable(review: Review, task: Task) -> list[Missing]:
    return [
        Missing(task, row, said, about(What.IGNORE, row.id), _codes(review, row.address))
        for row in review.rows
        if row.task is task and (said := _said(review, row.address, Lack.NUMBER))
    ]


def _said(review: Review, place: str, lack: Lack) -> list[Words]:
    return [finding.message for finding in review.by_place.get(place, ()) if finding.code in CODES[lack]]


def _codes(review: Review, place: str) -> list[str]:
    found = review.by_place.get(place, ())
    return sorted({finding.code for finding in found if finding.code in ABOUT_NUMBERS})
