"""补缺页: what lacks a deadline, a lead or a number: a table of each, with one button for the usual answer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from yaodian.web.pages.drafting import Tried, step, tabs_of
from yaodian.web.pages.page import Visit
from yaodian.web.pages.reviewing import units
from yaodian.web.plans.models import PlanDraft
from yaodian.workspace.drafting.lacking import Lack, lacking
from yaodian.workspace.drafting.reviewing import Review


@step("fill")
def fill(visit: Visit, draft: PlanDraft, review: Review, tried: Tried) -> Mapping[str, Any]:
    """The table of one lack: the one that is asked for, else the first of which there is any."""
    asked = tried.posted.get("lack") or visit.request.GET.get("lack", "")
    lack = Lack(asked) if asked in set(Lack) else next_lack(review) or Lack.DUE
    missing = lacking(review, lack)
    return {
        "tabs": tabs_of(draft, review, lack.value), "lack": lack, "missing": missing, "units": units(),
        "proposed": sum(one.proposal is not None for one in missing), "year": review.plan.year,
    }  # fmt: skip


def next_lack(review: Review) -> Lack | None:
    """The first lack of which there is any."""
    return next((lack for lack in Lack if lacking(review, lack)), None)
