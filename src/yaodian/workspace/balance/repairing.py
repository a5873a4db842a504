"""修补: the cheapest additions that bring one stage of a county to a standard that tests each item alone."""

from __future__ import annotations

from dataclasses import dataclass

from yaodian.algorithms.repair import Repair, Resource, cheapest_repair
from yaodian.domain.finding import Refusal, Words
from yaodian.domain.period import Period
from yaodian.warehouse.evaluate.evaluation import Evaluation
from yaodian.warehouse.evaluate.values import Values
from yaodian.workspace.balance.judging import Judged, SchoolValues, StageResult, entry_of

SECONDS = 60.0
HUNDREDTH = 0.01


@dataclass(frozen=True)
class StageRepair:
    """The repair of one stage: `schools` in the order of the repair's columns; schools without data for every item are
    left out and named in `unknown`. `costs` is what one more of each item costs (yuan).

    What is not added in whole pieces is rounded up to hundredths (of a square metre, of a yuan).
    """

    stage: str
    schools: tuple[SchoolValues, ...]
    unknown: tuple[SchoolValues, ...]
    costs: tuple[float, ...]
    repair: Repair

    def additions(self, place: int) -> tuple[float, ...]:
        """What the school at a place of `schools` is given of each item; zeros where no repair was found."""
        rows = self.repair.additions
        return tuple(round(row[place], 2) for row in rows) if rows else (0.0,) * len(self.costs)

    def cost(self, place: int) -> float:
        """What that school's additions cost (yuan)."""
        return round(sum(cost * added for cost, added in zip(self.costs, self.additions(place), strict=True)), 2)

    @property
    def totals(self) -> tuple[float, ...]:
        """What all schools together are given of each item."""
        rows = self.repair.additions
        return tuple(round(sum(row), 2) for row in rows) if rows else (0.0,) * len(self.costs)


def repaired(evaluation: Evaluation, judged: Judged, seconds: float = SECONDS) -> tuple[StageRepair, ...]:
    """The cheapest repair of each stage that has a school with data for every item, each in at most `seconds`; Refusal
    for a standard that asks nothing of single schools or states no costs."""
    standard = judged.standard
    if not standard.has_repair():
        raise Refusal(
            Words(
                f"“{standard.label}”没有单校标准或单价，算不出最省的补齐办法，请去掉 --repair",
                f"{standard.id} has no thresholds for single schools or no costs, so no cheapest repair can be computed:"
                " leave out --repair",
            )
        )
    values = Values(evaluation.parameters, Period(judged.on.isoformat()))
    stages = [stage for stage in judged.stages if any(not school.unknown for school in stage.schools)]
    return tuple(_stage(judged, stage, values, seconds) for stage in stages)


def _stage(judged: Judged, stage: StageResult, values: Values, seconds: float) -> StageRepair:
    standard = judged.standard
    known = tuple(school for school in stage.schools if not school.unknown)
    costs = tuple(entry_of(values, standard.costs, item.indicator) for item in standard.items)
    resources = [
        Resource(
            amount=[school.amounts[n] or 0.0 for school in known],
            threshold=measured.per_pupil(stage.thresholds[n] or 0.0),
            limit=stage.limit,
            unit_cost=costs[n],
            whole=measured.item.is_whole,
            step=HUNDREDTH,
        )
        for n, measured in enumerate(judged.items)
    ]
    found = cheapest_repair(
        [school.pupils for school in known],
        resources,
        required=int(values.stated(standard.least_met).value),
        rest=float(values.stated(standard.rest).value),
        time_limit=seconds,
    )
    return StageRepair(stage.stage, known, stage.incomplete, costs, found)
