"""实测: what a warehouse measures of a published plan's promises on a day, for the whole city and county by county."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from yaodian.compiler.pipeline import Compiled
from yaodian.compiler.resolve.bindings import answered
from yaodian.domain.observation import Observation
from yaodian.warehouse.evaluate.evaluation import Evaluation
from yaodian.workspace.bureau import load_bureau
from yaodian.workspace.indicators import Indicators
from yaodian.workspace.promises import compiled_edition
from yaodian.workspace.records_loading import existing
from yaodian.workspace.score.observing import newest_by_county
from yaodian.workspace.score.scoreboard import Row, Scoreboard, scoreboard
from yaodian.workspace.score.slices import slice_of

OfPromise = tuple[str, str]  # the item's id and the target's


@dataclass(frozen=True)
class MeasuredPlan:
    """A plan's edition, scored over the current release of a warehouse."""

    compiled: Compiled
    evaluation: Evaluation
    board: Scoreboard

    @classmethod
    def of(cls, plan_file: str, records: Path, on: date, bureau: Path | None = None) -> MeasuredPlan:
        """`plan_file` is the text of the published plan file; Refusal where `records` holds no warehouse."""
        compiled = compiled_edition(plan_file, bureau)
        evaluation = Indicators.of(bureau).evaluation(existing(records))
        return cls(compiled, evaluation, scoreboard(compiled, evaluation, on, load_bureau(bureau).calendar))

    @cached_property
    def rows(self) -> Mapping[OfPromise, Row]:
        """The scored promises by item and target."""
        ids = {item.address: item.id for item in self.compiled.program.items}
        return {(ids[row.address.partition("#")[0]], row.target.id or row.target.words): row for row in self.board.rows}

    @cached_property
    def counties(self) -> Mapping[OfPromise, Mapping[str, Observation]]:
        """What each county itself has come to, by promise; promises whose indicator has no values by county are left out."""
        found = {}
        for promise, row in self.rows.items():
            if row.indicator is not None:
                slots = answered(row.indicator, row.action, row.target) or {}
                part = slice_of(self.evaluation, row.indicator, slots, self.board.today)
                found[promise] = newest_by_county(
                    self.evaluation, row.indicator, part, self.board.year, self.board.today
                )
        return found
