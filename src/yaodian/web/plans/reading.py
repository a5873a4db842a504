"""要点查看: which edition of a plan is the last."""

from __future__ import annotations

from collections.abc import Collection

from yaodian.web.plans.models import PlanEdition


def newest_editions(plans: Collection[str] | None = None) -> list[PlanEdition]:
    """The last published edition of each of these plans (None: of all), by plan."""
    editions = PlanEdition.objects.order_by("plan", "number")
    chosen = editions if plans is None else editions.filter(plan__in=plans)
    return list({edition.plan: edition for edition in chosen}.values())


def newest_edition(plan: str) -> PlanEdition | None:
    """The last published edition of a plan; None where none was published."""
    return PlanEdition.objects.filter(plan=plan).order_by("-number").first()
