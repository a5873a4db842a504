"""Score sheets: what a declaration must say, that its items change by date, and that the shipped one fits its kind."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from yaodian.declare.declared import DeclarationError
from yaodian.declare.indicator import Indicator
from yaodian.declare.kind import Evidence, Kind
from yaodian.declare.parameter import Parameter
from yaodian.declare.score_sheet import ScoreItem, ScoreSheet
from yaodian.domain.finding import Words
from yaodian.workspace.plans import shipped_catalogue

SHELVES, LIGHT = (ScoreItem(name, Words(name, name), 5) for name in ("shelves", "light"))
GOOD: dict[str, Any] = {
    "label": "甲", "english": "a", "reference": "乙", "kind": "reading", "drawn_at": "drawn", "share": "reading_share",
    "step": "read", "findings": "mending", "finding_days": 5, "items_2020_01": (SHELVES,),
}  # fmt: skip


def declared(**change: Any) -> type[ScoreSheet]:
    made: type[ScoreSheet] = type("Reading", (ScoreSheet,), GOOD | change)
    return made


def test_a_sheet_asks_what_it_asked_on_the_day_a_visit_was_opened() -> None:
    sheet = declared(items_2021_01=(SHELVES, LIGHT))
    assert sheet.at("items", date(2020, 12, 31)) == (SHELVES,)
    assert sheet.at("items", date(2021, 1, 1)) == (SHELVES, LIGHT)


@pytest.mark.parametrize(
    "items", [(), (SHELVES, SHELVES), (ScoreItem("a/b", Words("", ""), 5),), (ScoreItem("a", Words("", ""), 0),)]
)
def test_items_that_could_not_be_told_apart_or_scored_are_refused(items: tuple[ScoreItem, ...]) -> None:
    with pytest.raises(DeclarationError):
        declared(items_2020_01=items)


@pytest.mark.parametrize("sheet", shipped_catalogue().of(ScoreSheet).values(), ids=lambda sheet: sheet.id)
def test_a_shipped_sheet_names_steps_parameters_and_indicators_that_are_there(sheet: type[ScoreSheet]) -> None:
    catalogue = shipped_catalogue()
    steps = {step.name: step for step in catalogue.of(Kind)[sheet.kind].at("steps", date(2020, 1, 1))}
    assert list(steps).index(sheet.drawn_at) < list(steps).index(sheet.step)
    assert steps[sheet.drawn_at].evidence is Evidence.LIST and steps[sheet.step].evidence is Evidence.SCORE_SHEET
    assert (
        catalogue.of(Kind)[sheet.findings].case
        and 0 < catalogue.of(Parameter)[sheet.share].on(date(2020, 1, 1)).value <= 1
    )
    assert set(sheet.facts) <= set(catalogue.of(Indicator))


def test_a_kind_has_one_shipped_sheet() -> None:
    kinds = [sheet.kind for sheet in shipped_catalogue().of(ScoreSheet).values()]
    assert sorted(kinds) == sorted(set(kinds)) != []
