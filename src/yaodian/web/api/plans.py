"""要点: published plans, which are public documents; their text is read by anyone."""

from __future__ import annotations

from io import BytesIO
from typing import Annotated

from django.http import FileResponse, HttpRequest
from pydantic import Field

from yaodian.domain.finding import NotFound, Words
from yaodian.web.api.api import ANYONE, Routes
from yaodian.web.api.schemas import EditionTold, Number
from yaodian.web.plans.models import PlanEdition

routes = Routes(tags=["要点"])
Name = Annotated[str, Field(max_length=40)]


@routes.operation("GET", "/plans", policy=ANYONE, response=list[EditionTold])
def list_plans(request: HttpRequest) -> list[EditionTold]:
    """All editions of all plans, the newest first."""
    return [EditionTold.of(edition) for edition in PlanEdition.objects.order_by("-year", "-number").defer("plan_file")]


@routes.operation("GET", "/plans/{plan}/{number}", policy=ANYONE, response=EditionTold, problems=(404,))
def show_plan(request: HttpRequest, plan: Name, number: Number) -> EditionTold:
    """One edition of a plan."""
    return EditionTold.of(_edition(plan, number))


@routes.operation("GET", "/plans/{plan}/{number}/plan.yaml", policy=ANYONE, problems=(404,))
def export_plan(request: HttpRequest, plan: Name, number: Number) -> FileResponse:
    """One edition of a plan as its plan file."""
    content, name = BytesIO(_edition(plan, number).plan_file.encode()), f"{plan}-{number}.plan.yaml"
    return FileResponse(content, as_attachment=True, filename=name, content_type="application/yaml")


def _edition(plan: str, number: int) -> PlanEdition:
    edition = PlanEdition.objects.filter(plan=plan, number=number).first()
    if edition is None:
        raise NotFound(Words(f"{plan}没有第{number}版", f"{plan} has no edition {number}"))
    return edition
