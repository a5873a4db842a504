"""要点: published plans, which are public documents; their text is read by anyone."""

from __future__ import annotations

from typing import Annotated

from django.http import HttpRequest
from pydantic import Field

from yaodian.domain.finding import Words
from yaodian.web.api.api import ANYONE, Routes
from yaodian.web.api.problem import Missing
from yaodian.web.api.schemas import EditionTold, Number
from yaodian.web.plans.models import PlanEdition

routes = Routes(tags=["要点"])


@routes.operation("GET", "/plans", policy=ANYONE, response=list[EditionTold])
def list_plans(request: HttpRequest) -> list[EditionTold]:
    """All editions of all plans, the newest first."""
    return [EditionTold.of(edition) for edition in PlanEdition.objects.order_by("-year", "-number").defer("plan_file")]


@routes.operation("GET", "/plans/{plan}/{number}", policy=ANYONE, response=EditionTold, problems=(404,))
def show_plan(request: HttpRequest, plan: Annotated[str, Field(max_length=40)], number: Number) -> EditionTold:
    """One edition of a plan."""
    edition = PlanEdition.objects.filter(plan=plan, number=number).defer("plan_file").first()
    if edition is None:
        raise Missing(Words(f"{plan}没有第{number}版", f"{plan} has no edition {number}"))
    return EditionTold.of(edition)
