"""修补: the cheapest additions that bring one stage of a county to a standard that tests each item alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from yaodian.algorithms.repair import Repair, Resource, cheapest_repair
from yaodian.declare.standard import Standard
from yaodian.domain.finding import Refusal, Words
from yaodian.domain.period import Period
from yaodian.warehouse.evaluate.evaluation import Evaluation
from yaodian.warehouse.evaluate.values import Values
from yaodian.workspace.balance.judging import Judged, SchoolValues, StageResult, of_stage

SECONDS = 60.0


@dataclass(frozen=True)
class StageRepair:
    """The repair of one stage: `schools` in the order of the repair's columns; schools without data for every item are
    left out and named in `unknown`."""

    stage: str
    schools: tuple[SchoolValues, ...]
    unknown: tuple[SchoolValues, ...]
    repair: Repair


def repaired(evaluation: Evaluation, judged: Judged, seconds: float = SECONDS) -> tuple[StageRepair, ...]:
    """The cheapest repair of each stage; Refusal for a standard that asks nothing of single schools or states no costs."""
    standard = judged.standard
    if not (standard.costs and standard.least_met and standard.rest):
        raise Refusal(
            Words(
                f"“{standard.label}”没有单校标准或单价，算不出最省的补齐办法",
                f"{standard.id} has no thresholds for single schools or no costs: no cheapest repair can be computed",
            )
        )
    values = Values(evaluation.parameters, Period(judged.on.isoformat()))
    return tuple(_stage(standard, stage, values, evaluation, seconds) for stage in judged.stages if stage.schools)


def _stage(
    standard: type[Standard], stage: StageResult, values: Values, evaluation: Evaluation, seconds: float
) -> StageRepair:
    known = [
        s for s in stage.schools if all(size and a is not None for a, size in zip(s.amounts, s.sizes, strict=True))
    ]
    unknown = tuple(school for school in stage.schools if school not in known)
    costs: Mapping[str, float] = values.stated(standard.costs).value
    resources = []
    for number, item in enumerate(standard.items):
        threshold = of_stage(values, item.threshold, stage.stage) or 0.0
        factor = float(evaluation.indicators[item.indicator].unit.factor)
        amounts = [school.amounts[number] or 0.0 for school in known]
        resources.append(Resource(amounts, threshold * factor, stage.limit, costs[item.indicator], item.is_whole))
    pupils = [school.sizes[0] or 0.0 for school in known]
    least, rest = int(values.stated(standard.least_met).value), float(values.stated(standard.rest).value)
    found = cheapest_repair(pupils, resources, required=least, rest=rest, time_limit=seconds)
    return StageRepair(stage.stage, tuple(known), unknown, found)
