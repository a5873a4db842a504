"""首页: what each role must see first: a leader the lights, the office what is stuck, everybody else what is theirs to do."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.http import HttpResponse

from yaodian.domain.entry import Seat
from yaodian.domain.period import Period
from yaodian.domain.plan import Task
from yaodian.runtime.lifecycle import Phase
from yaodian.runtime.work_light import WORST_FIRST
from yaodian.web.accounts.models import Administration
from yaodian.web.accounts.policy import Doing, can
from yaodian.web.notices.informing import informed_lately
from yaodian.web.pages.administrator import figures_for
from yaodian.web.pages.frame import roles_of
from yaodian.web.pages.home_office import of_office
from yaodian.web.pages.needing import needed
from yaodian.web.pages.own_work import OwnWork
from yaodian.web.pages.page import SIGNED_IN, Visit, page
from yaodian.web.pages.school import school_home
from yaodian.web.pages.teacher import of_teacher
from yaodian.web.plans.models import PlanEdition
from yaodian.web.plans.reading import current_edition
from yaodian.web.plans.structure import Structure, structure_of
from yaodian.web.work.burdens import asking
from yaodian.web.work.overview import Lit, counts_of, lit, lit_as_of, worst_of
from yaodian.web.work.reading import items_of

A_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class TaskRow:
    """A task of a plan with its measures' lights; `worst` is the measure that gives it its own."""

    task: Task
    measures: Sequence[Lit]
    worst: Lit

    @property
    def counts(self) -> dict[str, int]:
        return counts_of(self.measures)

    @property
    def units(self) -> list[str]:
        """Whose measures they are, each once."""
        return list(dict.fromkeys(one.state.owner for one in self.measures if one.state.owner))

    @property
    def next_due(self) -> date | None:
        days = [one.state.due for one in self.measures if one.state.due and one.state.phase is not Phase.CLOSED]
        return min(days, default=None)


@dataclass(frozen=True, slots=True)
class Change:
    """A measure whose light is another than a week ago."""

    now: Lit
    before: str


@page("", policy=SIGNED_IN)
def home(visit: Visit) -> HttpResponse:
    """The page of one's role."""
    roles = roles_of(visit.account)
    if roles & set(Administration):
        return visit.show("home_administrator", figures=figures_for(visit))
    if Seat.OFFICE in roles and not visit.request.GET.get("mine"):
        return of_office(visit)
    if Seat.LEADER in roles:
        return of_leader(visit)
    if roles == {Seat.SCHOOL}:
        return school_home(visit)
    if not roles and visit.account.person:
        return of_teacher(visit)
    return _mine(visit, roles)


def of_leader(visit: Visit) -> HttpResponse:
    edition = current_edition()
    if edition is None:
        return visit.show("home_empty", may_publish=can(visit.who, Doing.PUBLISH_PLAN))
    items = list(whole_items(visit, edition))
    now = lit(items, visit.on)
    rows = task_rows(structure_of(edition), now)
    changes = changes_since(now, visit.on - A_WEEK)
    return visit.show(
        "home_leader", edition=edition, structure=structure_of(edition), measures=now, strip=strip_of(rows, now),
        needed=needed(now), rows=sorted((r for r in rows if r.worst.colour in WORST_FIRST[:3]), key=_worst_first),
        rest=[r for r in rows if r.worst.colour not in WORST_FIRST[:3]], changes=changes[:6],
        turned=turned(changes), closed=sum(one.colour == "done" for one in now), upcoming=upcoming(now),
        since=visit.on - A_WEEK, burden=asking().in_month(Period(f"{visit.on:%Y-%m}")),
    )  # fmt: skip


def changes_since(now: Sequence[Lit], on: date) -> list[Change]:
    """The measures whose light is another than at the end of an earlier day, the worst first."""
    before = {one.item.subject: one.colour for one in lit_as_of(now, on)}
    found = [Change(one, before.get(one.item.subject, one.colour)) for one in now]
    return sorted((change for change in found if change.before != change.now.colour), key=_by_light)


def whole_items(visit: Visit, edition: PlanEdition) -> Any:
    """The measures of a plan, without their parts and cases."""
    return items_of(visit.account, visit.on, plan__plan=edition.plan, parent=None, is_case=False)


def task_rows(structure: Structure, measures: Sequence[Lit]) -> list[TaskRow]:
    """The tasks in the order of the plan; one without a measure is left out."""
    by_task: dict[str, list[Lit]] = {}
    for one in measures:
        by_task.setdefault(one.item.address.rpartition(".")[0], []).append(one)
    place = {one.address: number for number, one in enumerate(structure.measures)}
    rows = []
    for task in structure.tasks:
        own = sorted(by_task.get(task.path, []), key=lambda one: place.get(one.item.address, 0))
        stands_for = worst_of(own)
        if stands_for is not None:
            rows.append(TaskRow(task, own, stands_for))
    return rows


def strip_of(rows: Sequence[TaskRow], measures: Sequence[Lit]) -> list[tuple[str, int, int]]:
    """(light, tasks, measures), worst first."""
    told = []
    for colour in WORST_FIRST:
        shown = (colour.value, "done") if colour is WORST_FIRST[-1] else (colour.value,)
        tasks = sum(row.worst.colour in shown for row in rows)
        told.append((colour.value, tasks, sum(one.colour in shown for one in measures)))
    return told


def _mine(visit: Visit, roles: frozenset[str]) -> HttpResponse:
    units = sorted({post.unit for post in visit.who.posts})
    own = OwnWork(visit, units)
    return visit.show(
        "home_unit", own=own, groups=[group for group in own.groups if group.count], rest=own.rest, units=units,
        key=secrets.token_urlsafe(16), hands_in=units if Seat.COUNTY in roles else [],
        informed=informed_lately(units, visit.on),
    )  # fmt: skip


def turned(changes: Sequence[Change]) -> dict[str, int]:
    """How many measures turned to each light within the week."""
    return counts_of(change.now for change in changes)


def upcoming(measures: Sequence[Lit]) -> list[Lit]:
    """The next five to fall due."""
    ahead = [one for one in measures if one.state.due and one.state.due >= one.on and one.colour != "done"]
    return sorted(ahead, key=lambda one: (one.state.due or date.max, one.order))[:5]


def _by_light(change: Change) -> tuple[int, date]:
    return change.now.order


def _worst_first(row: TaskRow) -> tuple[int, date]:
    return row.worst.order
