"""同一力量: measures whose counted promises add up to a load that one unit carries alone or leads."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yaodian.compiler.link.clauses import Clause, Clauses
from yaodian.compiler.link.in_force import value_for
from yaodian.compiler.link.totals import count_of
from yaodian.declare.catalogue import Catalogue
from yaodian.domain.bureau import Bureau
from yaodian.domain.plan import Duty, Edge, EdgeKind, Operator, Plan, Role, Task
from yaodian.domain.text import Span
from yaodian.domain.unit_of_measure import SCHOOL_UNIT

LOAD = "unit_load_count"
ADDS_UP = (Operator.EQUAL, Operator.AT_LEAST, Operator.MORE, Operator.ABOUT, Operator.RANGE)
_COLLECTIVE = re.compile("^(?:各|全体|全市|全县|全区|局属|所有)")


def shared_loads(clauses: Clauses, plan: Plan, catalogue: Catalogue, bureau: Bureau | None) -> Iterator[Edge]:
    """Edges from each measure of a heavy load to the heaviest one: the load's measures form one star."""
    line = value_for(plan, catalogue, LOAD)
    if line is None:
        return
    collective = {unit.id for unit in bureau.units if unit.collective} if bureau else set()
    for load in _loads(clauses, collective).values():
        total = sum(load.values())
        if len(load) >= 2 and total >= line:
            yield from _star(load, total)


def _loads(clauses: Clauses, collective: set[str]) -> dict[tuple[str, str], dict[Clause, float]]:
    """By unit and by what is counted (the indicator that answers, or else the verb): the first clause of each measure
    with the measure's number."""
    first: dict[tuple[str, str, str], Clause] = {}
    loads: dict[tuple[str, str], dict[Clause, float]] = {}
    for clause in clauses.all:
        owner = _carrier(clause.task, collective) if clause.action.targets else None
        if owner is None:
            continue
        for target in clause.action.targets:
            count = count_of(target) if target.op in ADDS_UP else None
            if count is None or not (count.unit.is_classifier or count.unit == SCHOOL_UNIT):
                continue
            same = (owner.unit_id or owner.unit, target.indicator or clause.verb)
            holder = first.setdefault((*same, clause.address), clause)
            load = loads.setdefault(same, {})
            load[holder] = load.get(holder, 0) + float(count.value)
    return loads


def _carrier(task: Task, collective: set[str]) -> Duty | None:
    """The one unit that leads the task or is alone responsible for it."""
    leads = _leads(task)
    if len(leads) != 1 or leads[0].unit_id in collective or _COLLECTIVE.match(leads[0].unit):
        return None
    return leads[0]


def _leads(task: Task) -> list[Duty]:
    return [d for d in task.duties if d.role is Role.LEAD] or [d for d in task.duties if d.role is Role.RESPONSIBLE]


def _star(load: dict[Clause, float], total: float) -> Iterator[Edge]:
    heaviest = max(load, key=lambda clause: (load[clause], -clause.no))
    unit = _leads(heaviest.task)[0].unit
    for clause in load:
        if clause is heaviest:
            continue
        why = (
            f"{clause.name}（{load[clause]:g}个）与{heaviest.name}（{load[heaviest]:g}个）都由{unit}承担；"
            f"同类承诺共{len(load)}条举措、合计{total:g}个，宜核对人手和时间。"
        )
        yield Edge(EdgeKind.SHARES, clause.address, heaviest.address, why, _spans(clause, heaviest))


def _spans(*clauses: Clause) -> tuple[Span, ...]:
    return tuple(target.span for clause in clauses for target in clause.measure.targets)
