"""挂指标页: each promised number with the indicator that could measure it, why, and what it measures now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from yaodian.runtime.promise import shown
from yaodian.web.pages.drafting import Tried, step
from yaodian.web.pages.page import Visit
from yaodian.web.plans.models import PlanDraft
from yaodian.web.work.overview import measured_last
from yaodian.workspace.drafting.reviewing import Review
from yaodian.workspace.drafting.suggesting import Suggestion, suggestions


@step("bind")
def bind(visit: Visit, draft: PlanDraft, review: Review, tried: Tried) -> Mapping[str, Any]:
    found = suggestions(review)
    measured = _measured(found)
    rows = [(one, measured.get(one.indicator.id) if one.indicator and not one.slots else None) for one in found]
    return {"rows": rows, "sure": sum(one.is_sure and one.decided is None for one in found)}


def _measured(found: Sequence[Suggestion]) -> Mapping[str, tuple[str, Any]]:
    """By indicator the city's last value as it is written, and its day; a slice of an indicator has no value here."""
    wanted = {one.indicator.id: one.indicator for one in found if one.indicator and not one.slots}
    return {name: (shown(value, wanted[name].unit), on) for name, (value, on) in measured_last(wanted).items()}
