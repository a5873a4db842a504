"""挂指标页: each promised number with the indicator that could measure it, why, and what it measures now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.http import HttpResponse

from yaodian.domain.finding import Words
from yaodian.runtime.promise import shown
from yaodian.web.accounts.policy import Doing
from yaodian.web.pages.drafting import draft_called, show_step
from yaodian.web.pages.page import Visit, page
from yaodian.web.plans.drafting import review_of
from yaodian.web.plans.models import PlanDraft
from yaodian.web.work.overview import measured_last
from yaodian.workspace.drafting.suggesting import Suggestion, suggestions


@page("plan/new/<int:draft>/bind", policy=Doing.PUBLISH_PLAN, under="plans")
def draft_bind(visit: Visit, draft: int) -> HttpResponse:
    return show_bind(visit, draft_called(draft))


def show_bind(
    visit: Visit,
    draft: PlanDraft,
    posted: Mapping[str, Any] | None = None,
    fault: Words | None = None,
    status: int = 200,
) -> HttpResponse:
    review = review_of(draft)
    found = suggestions(review)
    measured = _measured(found)
    rows = [(one, measured.get(one.indicator.id) if one.indicator and not one.slots else None) for one in found]
    sure = sum(one.is_sure and one.decided is None for one in found)
    return show_step(visit, "draft_bind", draft, review, status, rows=rows, sure=sure, posted=posted or {}, fault=fault)


def _measured(found: Sequence[Suggestion]) -> Mapping[str, tuple[str, Any]]:
    """By indicator the city's last value as it is written, and its day; a slice of an indicator has no value here."""
    wanted = {one.indicator.id: one.indicator for one in found if one.indicator and not one.slots}
    return {name: (shown(value, wanted[name].unit), on) for name, (value, on) in measured_last(wanted).items()}
