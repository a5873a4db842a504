"""来由: how a measured value came about, from what is kept of the current release; no register is opened."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from yaodian.domain.finding import NotFound, Words
from yaodian.domain.period import Period
from yaodian.domain.place import Level
from yaodian.warehouse.evaluate.explanation import Explanation, explained
from yaodian.warehouse.evaluate.observed import Observed
from yaodian.warehouse.evaluate.question import Question
from yaodian.workspace.indicators import Indicators
from yaodian.workspace.publish.withholding import withheld
from yaodian.workspace.records_loading import existing


@dataclass(frozen=True, slots=True)
class Explained:
    """The explanation of a question and its kept rows at one place (`value`, `numerator`, `denominator`, `low`, `high`,
    `withheld`), none where the place has no value."""

    told: Explanation
    rows: Sequence[Mapping[str, Any]]
    is_unverified: bool


def kept_explanation(
    indicators: Indicators, records: Path, given: str, level: Level, place: str, asked: date | Period
) -> Explained:
    """How the value of an indicator (its id or name) came about, at a place ("" for the whole city) in a period, or in the
    indicator's own period that holds a day. NotFound where no such value is kept, or there is no such indicator."""
    found, evaluation = indicators.named(given), indicators.evaluation(existing(records))
    period = asked if isinstance(asked, Period) else Period.of(found.grain[1], asked)
    question = Question(found.id, level, period)
    rows = None if found.grain[0].is_above(level) else Observed(evaluation.reader.folder).rows_for(evaluation, question)
    if rows is None:
        raise NotFound(
            Words(
                f"版本{evaluation.reader.release.id}里没有{period.label}的“{found.label}”；先用 yaodian indicators observe 算出来",
                f"the release {evaluation.reader.release.id} keeps no {found.english} of {period}: run yaodian indicators "
                "observe first",
            )
        )
    marks = [row.pop("is_unverified") for row in rows]
    shown = withheld(rows, found, evaluation.parameters, question)
    wanted = place or evaluation.city
    return Explained(explained(evaluation, question), [row for row in shown if row["place"] == wanted], any(marks))
