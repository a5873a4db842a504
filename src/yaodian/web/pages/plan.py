"""要点页: the plans, one plan with its tasks and lights, its text as it was written, and one task."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpResponse

from yaodian.domain.finding import NotFound, Words
from yaodian.domain.plan import Role, Section, Task
from yaodian.web.accounts.policy import Doing, can
from yaodian.web.health.acceptance import acceptances
from yaodian.web.pages.accepting import is_own_task
from yaodian.web.pages.home import TaskRow, task_rows, whole_items
from yaodian.web.pages.page import SIGNED_IN, Visit, page
from yaodian.web.pages.telling import TellEntry, telling
from yaodian.web.plans.models import PlanEdition
from yaodian.web.plans.reading import comparable, newest_edition, newest_first
from yaodian.web.plans.structure import short, structure_of
from yaodian.web.work.models import EntryRow
from yaodian.web.work.overview import Lit, counts_of, lit

ROLES = {
    Role.LEAD: Words("牵头", "Lead"),
    Role.SUPPORT: Words("配合", "Support"),
    Role.RESPONSIBLE: Words("责任", "Responsible"),
}
FILTERS = ("light", "unit", "kind", "number", "order")
NEWEST = 12


@dataclass(frozen=True, slots=True)
class DutyTold:
    """A unit of a task as the plan names it."""

    unit: str
    role_words: Words


@page("plan", policy=SIGNED_IN)
def plans(visit: Visit) -> HttpResponse:
    """The newest edition of each plan."""
    return visit.show("plans", editions=newest_first(), may_publish=can(visit.who, Doing.PUBLISH_PLAN))


@page("plan/<str:plan_id>", policy=SIGNED_IN, name="plan", under="plans")
def one_plan(visit: Visit, plan_id: str) -> HttpResponse:
    """Its tasks in its order, or worst first, or those that match a filter."""
    edition = edition_called(plan_id)
    measures = lit(whole_items(visit, edition), visit.on)
    chosen = {name: visit.request.GET[name] for name in FILTERS if visit.request.GET.get(name)}
    structure = structure_of(edition)
    rows = task_rows(structure, [one for one in measures if _matches(one, chosen)])
    groups: list[tuple[Section | None, Sequence[TaskRow]]]
    if chosen.get("order") == "light":
        groups = [(None, sorted(rows, key=lambda row: row.worst.order))] if rows else []
    else:
        groups = [(s, [row for row in rows if row.task.section == s.key]) for s in structure.sections]
    return visit.show(
        "plan", edition=edition, measures=measures, rows=rows, groups=[(s, own) for s, own in groups if own],
        counts=counts_of(measures), chosen=chosen, kinds=sorted({one.item.kind for one in measures}),
        units=sorted({one.state.owner for one in measures if one.state.owner}),
        may_file=can(visit.who, Doing.ISSUE_DOCUMENT),
        former=next(iter(comparable(edition.year, edition.number)), None),
    )  # fmt: skip


@page("plan/<str:plan_id>/text", policy=SIGNED_IN, under="plans")
def plan_text(visit: Visit, plan_id: str) -> HttpResponse:
    edition = edition_called(plan_id)
    text = structure_of(edition).text
    lines = [(number, line) for number, line in enumerate(text.split("\n"), start=1) if line.strip()]
    return visit.show("plan_text", edition=edition, lines=lines, length=len(text))


@page("plan/<str:plan_id>/<str:no>", policy=SIGNED_IN, name="task", under="plans")
def one_task(visit: Visit, plan_id: str, no: str) -> HttpResponse:
    """Its measures, its text and who answers for it, and what happened lately."""
    edition = edition_called(plan_id)
    structure = structure_of(edition)
    task = structure.task(no)
    if task is None:
        raise NotFound(Words(f"{edition.title}没有任务{no}", f"the plan has no task {no}"))
    items = [one for one in whole_items(visit, edition) if one.address.rpartition(".")[0] == task.path]
    measures = lit(items, visit.on)
    rows = task_rows(structure, measures)
    is_own = is_own_task(edition.year, [short(one.item.address) for one in measures])
    entries = EntryRow.objects.filter(item__in=items).select_related("item").order_by("-at", "-number")[:NEWEST]
    return visit.show(
        "task", edition=edition, task=TaskTold.of(task), measures=rows[0].measures if rows else [],
        row=rows[0] if rows else None, section=structure.section_of(task), line=line_of(structure.text, task.span.start),
        text=structure.text[task.span.start : task.span.end], entries=_told(entries),
        is_own=is_own, own=next(iter(acceptances()), None) if is_own else None,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class TaskTold:
    no: str
    title: str
    duties: Sequence[DutyTold]

    @classmethod
    def of(cls, task: Task) -> TaskTold:
        return cls(task.no, task.title, [DutyTold(duty.unit, ROLES[duty.role]) for duty in task.duties])


def edition_called(plan_id: str) -> PlanEdition:
    """The newest edition of a plan; NotFound where there is none."""
    edition = newest_edition(plan_id)
    if edition is None:
        raise NotFound(Words(f"没有下达过{plan_id}年的要点", f"no plan of {plan_id} was published"))
    return edition


def line_of(text: str, offset: int) -> int:
    """The line of an offset, from 1."""
    return text.count("\n", 0, offset) + 1


def _told(rows: Sequence[EntryRow]) -> list[TellEntry]:
    return [telling(row.entry, row.item) for row in rows]


def _matches(one: Lit, chosen: dict[str, str]) -> bool:
    state = one.state
    return (
        chosen.get("light", one.colour) == one.colour
        and chosen.get("unit", state.owner) == state.owner
        and chosen.get("kind", state.kind) == state.kind
        and (not chosen.get("number") or bool(state.promised))
    )
