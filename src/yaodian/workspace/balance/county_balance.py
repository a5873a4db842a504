"""县域均衡: all that is told of a county under a standard: how it was judged and what would bring it to the standard."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from yaodian.declare.code_list import CodeList
from yaodian.declare.standard import Standard
from yaodian.domain.place import Place
from yaodian.warehouse.evaluate.evaluation import Evaluation
from yaodian.workspace.balance.judging import Judged, judged
from yaodian.workspace.balance.repairing import SECONDS, StageRepair, repaired


@dataclass(frozen=True)
class CountyBalance:
    """`repairs` hold the stages whose repair was computed, in their order; None where none was asked for or the standard
    has none. `stage_labels` name each stage in Chinese."""

    judged: Judged
    repairs: tuple[StageRepair, ...] | None
    stage_labels: Mapping[str, str]

    def is_unverified(self, *names: str) -> bool:
        """Whether one of these parameters was not checked at the issuing office."""
        return bool(self.judged.unverified & set(names))

    @property
    def is_verdict_unverified(self) -> bool:
        """Whether the verdict (and not the costs alone) hangs on something that was not checked."""
        return bool(self.judged.unverified - {self.judged.standard.costs})


def county_balance(
    evaluation: Evaluation,
    standard: type[Standard],
    county: Place,
    on: date,
    *,
    repair: bool = True,
    seconds: float = SECONDS,
) -> CountyBalance:
    """The county judged, with the cheapest repair of each stage where the standard has one; Refusal as `judged`."""
    found = judged(evaluation, standard, county, on)
    repairs = repaired(evaluation, found, seconds) if repair and standard.has_repair() else None
    named = evaluation.catalogue.of(CodeList)["stages"]
    labels = {stage: code.label for stage in standard.stages if (code := named.called(stage, on))}
    return CountyBalance(found, repairs, labels)
