"""核对页: the text at the left with what was understood of it marked, the plan at the right, what is doubtful in between."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from yaodian.domain.plan import Role, Task
from yaodian.web.installation import supervision
from yaodian.web.pages.drafting import Tried, step, tabs_of
from yaodian.web.pages.page import Visit
from yaodian.web.plans.models import PlanDraft
from yaodian.workspace.drafting.marking import marked_text
from yaodian.workspace.drafting.reviewing import Review, first_unit


@step("review")
def review_plan(visit: Visit, draft: PlanDraft, review: Review, tried: Tried) -> Mapping[str, Any]:
    """Both sides; with one measure open to be mended by hand where `edit` names it."""
    edited, show = (tried.posted.get(name) or visit.request.GET.get(name, "") for name in ("edit", "show"))
    doubtful = review.doubtful
    is_whole = show == "all" or not doubtful
    shown = review.rows if is_whole else [row for row in review.rows if row.doubt or row.id == edited]
    told = {code for row in doubtful if row.doubt for code in row.doubt.codes}
    return {
        "tabs": tabs_of(draft, review, "all" if is_whole else "doubt"), "lines": marked_text(review), "doubtful": doubtful,
        "tasks": [(section, task, lead_of(task), rows) for section, task, rows in review.by_task(shown)],
        "edited": edited, "show": show, "units": units(), "year": review.plan.year,
        "kinds": sorted(supervision().kinds.values(), key=lambda kind: kind.rank),
        "others": [finding for finding in review.findings if finding.code not in told],
    }  # fmt: skip


def lead_of(task: Task) -> tuple[str, bool]:
    """The unit that leads a task, and whether it is only proposed: the one named first."""
    lead = next((duty.unit for duty in task.duties if duty.role is Role.LEAD), "")
    first = first_unit(task)
    return (lead, False) if lead else (first.unit if first else "", True)


def units() -> list[tuple[str, str]]:
    """(id, name) of the units that can lead."""
    return [(unit.id, unit.name) for unit in supervision().bureau.units if not unit.collective]
