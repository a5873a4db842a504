"""要点实测: what a warehouse measures of an edition's promises on a day."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from yaodian.web.accounts.simulated import must_suit
from yaodian.web.installation import supervision
from yaodian.web.plans.models import PlanEdition
from yaodian.workspace.score.measured_plan import MeasuredPlan


def measured_plan(edition: PlanEdition, records: Path, on: date) -> MeasuredPlan:
    """The edition scored over the current release; Refusal where there is no warehouse, or a real one for simulated work."""
    must_suit(records)
    return MeasuredPlan.of(edition.plan_file, records, on, supervision().folder)
