"""有效值: the value of a dated parameter that holds for a plan."""

from __future__ import annotations

from datetime import date
from typing import Any

from yaodian.declare.catalogue import Catalogue
from yaodian.declare.parameter import Parameter
from yaodian.domain.plan import Plan


def value_for(plan: Plan, catalogue: Catalogue, parameter_id: str) -> Any:
    """The value on the last day of the plan's year, the newest where the plan names no year; None where there is none."""
    parameter = catalogue.of(Parameter).get(parameter_id)
    if parameter is None:
        return None
    day = date(plan.year, 12, 31) if plan.year else date.max
    try:
        return parameter.at("value", day)
    except LookupError:
        return None
