"""核对页: the text at the left with what was understood of it marked, the plan at the right, what is doubtful in between."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import HttpResponse

from yaodian.domain.finding import Words
from yaodian.domain.plan import Role, Task
from yaodian.web.accounts.policy import Doing
from yaodian.web.installation import supervision
from yaodian.web.pages.drafting import draft_called, show_step, tabs_of
from yaodian.web.pages.page import Visit, page
from yaodian.web.plans.drafting import review_of
from yaodian.web.plans.models import PlanDraft
from yaodian.workspace.drafting.marking import marked_text
from yaodian.workspace.drafting.reviewing import first_unit


@page("plan/new/<int:draft>/review", policy=Doing.PUBLISH_PLAN, under="plans")
def draft_review(visit: Visit, draft: int) -> HttpResponse:
    return show_review(visit, draft_called(draft))


def show_review(
    visit: Visit,
    draft: PlanDraft,
    posted: Mapping[str, Any] | None = None,
    fault: Words | None = None,
    status: int = 200,
) -> HttpResponse:
    """The page; with one measure open to be mended by hand where `edit` names it."""
    review, asked = review_of(draft), visit.request.GET
    edited = (posted or {}).get("edit") or asked.get("edit", "")
    doubtful = review.doubtful
    is_whole = asked.get("show") == "all" or not doubtful
    shown = review.rows if is_whole else [row for row in review.rows if row.doubt or row.id == edited]
    tasks = [(section, task, lead_of(task), rows) for section, task, rows in review.by_task(shown)]
    told = {code for row in doubtful if row.doubt for code in row.doubt.codes}
    return show_step(
        visit, "draft_review", draft, review, status, lines=marked_text(review), tasks=tasks, doubtful=doubtful,
        tabs=tabs_of(draft, review, "all" if is_whole else "doubt"), edited=edited, posted=posted or {}, fault=fault,
        kinds=sorted(supervision().kinds.values(), key=lambda kind: kind.rank), units=units(), show=asked.get("show", ""),
        others=[finding for finding in review.findings if finding.code not in told], year=review.plan.year,
    )  # fmt: skip


def lead_of(task: Task) -> tuple[str, bool]:
    """The unit that leads a task, and whether it is only proposed: the one named first."""
    lead = next((duty.unit for duty in task.duties if duty.role is Role.LEAD), "")
    first = first_unit(task)
    return (lead, False) if lead else (first.unit if first else "", True)


def units() -> list[tuple[str, str]]:
    """(id, name) of the units that can lead."""
    return [(unit.id, unit.name) for unit in supervision().bureau.units if not unit.collective]
