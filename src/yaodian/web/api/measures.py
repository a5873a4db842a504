"""指标: what can be measured and how it is defined; declarations are public."""

from __future__ import annotations

from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Schema
from pydantic import Field

from yaodian.declare.indicator import Indicator
from yaodian.domain.finding import Refusal
from yaodian.web.api.api import ANYONE, Routes
from yaodian.web.api.problem import Missing
from yaodian.web.installation import supervision
from yaodian.workspace.indicators import Indicators
from yaodian.workspace.publish.indicator_facts import indicator_facts

routes = Routes(tags=["指标"])


class IndicatorTold(Schema):
    """An indicator: `formulas` are SQL expressions by the day they hold from; `of` the indicators it is made from."""

    id: str
    label: str
    english: str
    words: str
    unit: str
    grain: str
    better: str
    registers: list[str]
    of: list[str]
    disaggregations: list[str]
    threshold: str | None
    reference: str
    formulas: dict[str, dict[str, Any]]


@routes.operation("GET", "/indicators", policy=ANYONE, response=list[IndicatorTold])
def list_indicators(request: HttpRequest) -> list[IndicatorTold]:
    """All indicators of the catalogue and of the bureau."""
    return [IndicatorTold(**indicator_facts(one)) for one in _indicators().catalogue.of(Indicator).values()]


@routes.operation("GET", "/indicators/{indicator}", policy=ANYONE, response=IndicatorTold, problems=(404,))
def show_indicator(request: HttpRequest, indicator: Annotated[str, Field(max_length=100)]) -> IndicatorTold:
    """One indicator, by its id or its name."""
    try:
        return IndicatorTold(**indicator_facts(_indicators().named(indicator)))
    except Refusal as refusal:
        raise Missing(refusal.words) from refusal


def _indicators() -> Indicators:
    return Indicators.of(supervision().folder)
