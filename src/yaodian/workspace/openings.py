"""立项内容: what a work item's opening says, from the program that a plan was lowered to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from yaodian.domain.bureau import Bureau
from yaodian.domain.plan import Duty, Role, Target
from yaodian.domain.program import Binding, Program, WorkItem
from yaodian.domain.unit_of_measure import RATIO

PERCENTS = ("%", "％", "个百分点", "百分点")


def openings(program: Program, bureau: Bureau) -> dict[str, dict[str, Any]]:
    """The data of each item's opening by the item's id: kind, title, owner, supports, due, promised numbers by the id of
    their target, which of them a register measures, and which are rates. An item of a collective of units alone has no owner yet."""
    bound = {binding.target: binding for binding in program.bindings}
    collectives = {unit.id for unit in bureau.units if unit.collective}
    return {item.id: _opening(item, bound, collectives) for item in program.items}


def _opening(item: WorkItem, bound: Mapping[str, Binding], collectives: set[str]) -> dict[str, Any]:
    units = [(duty.unit_id, duty.role) for duty in item.duties if duty.unit_id and duty.unit_id not in collectives]
    owner = _owner(item.duties, collectives)
    promised = {target.id or target.words: number for target in item.targets if (number := _number(target, bound))}
    measured = [name for name in promised if (binding := bound.get(name)) and binding.indicator]
    return {
        "kind": item.kind,
        "title": item.title,
        "owner": owner,
        "supports": sorted({unit for unit, _ in units} - {owner}),
        "due": item.due.isoformat() if item.due else None,
        "promised": promised,
        "measured": measured,
        "rates": [target.id or target.words for target in item.targets if _is_rate(target, bound)],
    }


def _owner(duties: Sequence[Duty], collectives: set[str]) -> str:
    """The unit that leads, else the first that is named responsible."""
    for role in (Role.LEAD, Role.RESPONSIBLE):
        for duty in duties:
            if duty.role is role and duty.unit_id and duty.unit_id not in collectives:
                return duty.unit_id
    return ""


def _is_rate(target: Target, bound: Mapping[str, Binding]) -> bool:
    """Whether what is promised is a share of something: every part promises the same of its own."""
    binding = bound.get(target.id or target.words)
    if binding is not None and binding.end is not None:
        return binding.end.fits(RATIO)
    return target.unit in PERCENTS


def _number(target: Target, bound: Mapping[str, Binding]) -> float | None:
    """The promised number: in the indicator's unit where one measures it, else as the plan writes it; of a range the least."""
    binding = bound.get(target.id or target.words)
    if binding is not None and binding.end is not None:
        return float(binding.end.value)
    value = target.value[0] if isinstance(target.value, tuple) else target.value
    return float(value) if isinstance(value, int | float) else None
