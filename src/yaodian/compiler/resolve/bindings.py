"""绑定: which declared indicator measures a promised number."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from yaodian.declare.indicator import DOWN, UP, Indicator
from yaodian.domain.plan import Action, Operator, Target
from yaodian.domain.quantity import Quantity
from yaodian.domain.unit_of_measure import RATIO, UnknownUnitOfMeasure


@dataclass(frozen=True, slots=True)
class Bound:
    """What measures a target: the indicator, the slice in the plan's own words, and the value that was promised."""

    indicator: type[Indicator]
    slots: Mapping[str, str]
    end: Quantity


def indicator_for(indicators: tuple[type[Indicator], ...], action: Action, target: Target) -> str | None:
    """The id of the first indicator that answers the promise's words and fits its unit; None where none does."""
    bound = next(_all_bound(indicators, action, target), None)
    return bound.indicator.id if bound else None


def bound_to(indicator: type[Indicator], action: Action, target: Target) -> Bound | None:
    """What a target promises of one indicator; None where its unit differs. Without an answer the slice is empty."""
    end = promised_end(target, indicator)
    return Bound(indicator, answered(indicator, action, target) or {}, end) if end else None


def _all_bound(indicators: tuple[type[Indicator], ...], action: Action, target: Target) -> Iterator[Bound]:
    for words in promises(action, target):
        for indicator in indicators:
            slots = indicator.answer(words)
            end = promised_end(target, indicator) if slots is not None else None
            if slots is not None and end is not None:
                yield Bound(indicator, slots, end)


def answered(indicator: type[Indicator], action: Action, target: Target) -> dict[str, str] | None:
    """The slots that an indicator's answers fill from a promise, whatever its unit; None where none fits."""
    found = (indicator.answer(words) for words in promises(action, target))
    return next((slots for slots in found if slots is not None), None)


def promises(action: Action, target: Target) -> tuple[str, ...]:
    """The words in which a target is promised, the closest to it first.

    What is promised of all (全覆盖, 师生不吸毒) is said by the target's own words, with the object where they leave it out.
    """
    if target.op is not Operator.ALL:
        return (action.verb + action.object,)
    whole = action.object if target.words in action.object else action.object + target.words
    return action.verb + target.words, action.verb + whole


def promised_end(target: Target, indicator: type[Indicator]) -> Quantity | None:
    """The value that a target promises of an indicator, in the indicator's unit; None where the units differ or there is no single number.

    全覆盖, 动态清零, 不漏一人, 100%: a ratio of 1 where more is better, nothing left (0) where less is.
    """
    if target.op is Operator.ALL:
        return _whole(indicator)
    if not isinstance(target.value, int | float):
        return None
    try:
        quantity = Quantity(target.value, target.unit or "")
    except UnknownUnitOfMeasure:
        return None
    return quantity.to(indicator.unit) if quantity.fits(indicator.unit) else None


def _whole(indicator: type[Indicator]) -> Quantity | None:
    is_ratio = indicator.unit.dimension == RATIO.dimension
    if indicator.better is UP and is_ratio:
        return Quantity(1, RATIO)
    if indicator.better is DOWN and (is_ratio or indicator.unit.is_count):
        return Quantity(0, indicator.unit)
    return None
