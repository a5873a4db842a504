"""补缺页: what lacks a deadline, a lead or a number: a table of each, with one button for the usual answer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import HttpResponse

from yaodian.domain.finding import Words
from yaodian.web.accounts.policy import Doing
from yaodian.web.pages.drafting import draft_called, show_step, tabs_of
from yaodian.web.pages.page import Visit, page
from yaodian.web.pages.reviewing import units
from yaodian.web.plans.drafting import review_of
from yaodian.web.plans.models import PlanDraft
from yaodian.workspace.drafting.lacking import Lack, lacking
from yaodian.workspace.drafting.reviewing import Review


@page("plan/new/<int:draft>/fill", policy=Doing.PUBLISH_PLAN, under="plans")
def draft_fill(visit: Visit, draft: int) -> HttpResponse:
    return show_fill(visit, draft_called(draft))


def show_fill(
    visit: Visit,
    draft: PlanDraft,
    posted: Mapping[str, Any] | None = None,
    fault: Words | None = None,
    status: int = 200,
) -> HttpResponse:
    """The table of one lack: the one that is asked for, else the first of which there is any."""
    review = review_of(draft)
    asked = (posted or {}).get("lack") or visit.request.GET.get("lack", "")
    lack = Lack(asked) if asked in set(Lack) else next_lack(review) or Lack.DUE
    missing = lacking(review, lack)
    return show_step(
        visit, "draft_fill", draft, review, status, tabs=tabs_of(draft, review, lack.value), lack=lack, missing=missing,
        proposed=sum(one.proposal is not None for one in missing), units=units(), posted=posted or {}, fault=fault,
        year=review.plan.year,
    )  # fmt: skip


def next_lack(review: Review) -> Lack | None:
    """The first lack of which there is any."""
    return next((lack for lack in Lack if lacking(review, lack)), None)
