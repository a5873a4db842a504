"""要点查看: which edition of a plan is the last."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from yaodian.web.plans.models import PlanDraft, PlanEdition
from yaodian.workspace.drafting.deciding import What, about


def newest_editions(plans: Collection[str] | None = None) -> list[PlanEdition]:
    """The last published edition of each of these plans (None: of all), by plan; its file is read when it is asked for."""
    editions = PlanEdition.objects.defer("plan_file").order_by("plan", "number")
    chosen = editions if plans is None else editions.filter(plan__in=plans)
    return list({edition.plan: edition for edition in chosen}.values())


def newest_first() -> list[PlanEdition]:
    """The last published edition of each plan, the newest year first."""
    return sorted(newest_editions(), key=lambda edition: -edition.year)


def current_edition() -> PlanEdition | None:
    """The last published edition of the newest plan; None where none was published."""
    return next(iter(newest_first()), None)


def newest_edition(plan: str) -> PlanEdition | None:
    """The last published edition of a plan; None where none was published."""
    return PlanEdition.objects.filter(plan=plan).order_by("-number").first()


def comparable(year: int, number: int | None = None) -> list[PlanEdition]:
    """The editions that came before edition `number` of a year's plan (None: one yet to come): the newest of each year
    before, the last year first, then its own former editions."""
    editions = list(PlanEdition.objects.filter(year__lte=year).order_by("-year", "-number"))
    newest: dict[int, PlanEdition] = {}
    for edition in editions:
        if edition.year < year:
            newest.setdefault(edition.year, edition)
    own = [edition for edition in editions if edition.year == year and (number is None or edition.number < number)]
    return [*newest.values(), *own]


def plan_before(year: int) -> PlanEdition | None:
    """What a new plan of a year is compared with first; None where nothing was published before."""
    return next(iter(comparable(year)), None)


def proposed_parts(edition: PlanEdition | None, promise: str) -> Mapping[str, float] | None:
    """The parts by county that the office proposed for a promise when it published the plan; None where it did not."""
    if edition is None:
        return None
    drafts = PlanDraft.objects.filter(edition__plan=edition.plan).order_by("-edition__number", "-pk")
    for decisions in drafts.values_list("decisions", flat=True):
        told = decisions.get(about(What.SPLIT, promise))
        if told is not None:
            parts: Mapping[str, float] | None = told["value"]
            return parts
    return None
