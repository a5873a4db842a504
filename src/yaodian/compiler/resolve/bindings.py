"""绑定: which declared indicator measures a promised number."""

from __future__ import annotations

from yaodian.declare.indicator import Indicator
from yaodian.domain.plan import Action, Operator, Target
from yaodian.domain.quantity import Quantity
from yaodian.domain.unit_of_measure import UnknownUnitOfMeasure


def indicator_for(indicators: tuple[type[Indicator], ...], action: Action, target: Target) -> str | None:
    """The id of the first indicator that answers the promise's words and fits its unit; None where none does."""
    words = action.verb + action.object
    return next((i.id for i in indicators if i.answer(words) is not None and _fits(target, i)), None)


def _fits(target: Target, indicator: type[Indicator]) -> bool:
    if target.op is Operator.ALL or not isinstance(target.value, int | float):
        return False
    try:
        return Quantity(target.value, target.unit or "").fits(indicator.unit)
    except UnknownUnitOfMeasure:
        return False
