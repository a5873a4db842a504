"""What a step asks is told with it, once, in its form; a refusal names the field and how to mend it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from tests.runtime.hands import COUNTY, LEAD, SETTING, START, Desk
from yaodian.declare.column import CODE, DATE, MONEY, TEXT, Code, Column
from yaodian.declare.declared import DeclarationError
from yaodian.declare.kind import Actor, Kind, Step
from yaodian.domain.entry import Act
from yaodian.domain.finding import Words
from yaodian.domain.unit_of_measure import YUAN

HOW = Column(name="how_code", type=CODE, label="方式", codes=(Code("walk", "步行"), Code("bus", "乘车")), required=True)
WHEN = Column(name="gone_on", type=DATE, label="日期", required=True)
WHERE = Column(name="village", type=TEXT, label="村", pattern=".{2,10}", example="某村")


class Errand(Kind):
    """Somebody goes somewhere."""

    label = "跑腿"
    english = "errand"
    meaning = Words("测试用", "errand")
    measured_by = Words("测试用", "a count")
    rank = 5
    steps_2020_01 = (
        Step("gone", by=Actor.COUNTY, label="去过", to=("gone", "back"), asks=(HOW, WHEN, WHERE)),
        Step("back", label="回来", closes=True),
    )


WENT = {"how_code": "walk", "gone_on": START.isoformat()}


@pytest.fixture
def desk() -> Desk:
    made = Desk("errand", replace(SETTING, kinds={"errand": Errand}), is_case=True)
    made.done(Act.ACCEPT, LEAD)
    return made


def test_what_is_told_stays_with_the_entry_of_the_step(desk: Desk) -> None:
    (entry,) = desk.done(Act.STEP, COUNTY, step="gone", details={**WENT, "village": "某村"})
    assert entry.data["details"] == {**WENT, "village": "某村"} and desk.now.step == "gone"


def test_a_step_that_leads_to_itself_is_taken_as_often_as_it_was_tried(desk: Desk) -> None:
    for day in range(3):
        desk.today = START + timedelta(days=day)
        desk.done(Act.STEP, COUNTY, step="gone", details={**WENT, "gone_on": desk.today.isoformat()})
    assert [one.step for one in desk.now.reached] == ["gone"] * 3
    desk.done(Act.STEP, LEAD, step="back")
    assert not desk.now.is_open


@pytest.mark.parametrize(
    ("told", "fault"),
    [
        ({}, "how_code is missing"),
        ({"how_code": "walk"}, "gone_on is missing"),
        ({**WENT, "how_code": "fly"}, "choose: walk, bus"),
        ({**WENT, "how_code": 3}, "choose: walk, bus"),
        ({**WENT, "gone_on": "3月2日"}, "write it as 2020-06-30"),
        ({**WENT, "gone_on": (START + timedelta(days=1)).isoformat()}, "lies after today"),
        ({**WENT, "gone_on": (START - timedelta(days=1)).isoformat()}, f"lies before it was opened, {START}"),
        ({**WENT, "village": "某"}, "write it like 某村"),
        ({**WENT, "name": "某人"}, "does not ask for 'name', only for: how_code, gone_on, village"),
    ],
)
def test_what_is_missing_or_wrong_is_refused_by_its_name(desk: Desk, told: dict[str, Any], fault: str) -> None:
    assert fault in desk.refused(Act.STEP, COUNTY, step="gone", details=told)
    made = desk.tried(Act.STEP, COUNTY, step="gone", details=told)
    assert "“去过”" in made.words.zh  # type: ignore[union-attr]


def test_who_may_not_take_the_step_is_told_so_first(desk: Desk) -> None:
    assert "may not take" in desk.refused(Act.STEP, LEAD, step="gone")


def test_a_code_holds_on_its_days(desk: Desk) -> None:
    late = replace(HOW, codes=(Code("walk", "步行", until=date(2020, 3, 2)), Code("bus", "乘车")))
    kind = type("Errand", (Kind,), {**_declared(), "steps_2020_01": (Step("gone", by=Actor.COUNTY, asks=(late,)),)})
    desk.setting = replace(SETTING, kinds={"errand": kind})
    assert "choose: bus" in desk.refused(Act.STEP, COUNTY, step="gone", details={"how_code": "walk"})


def _declared() -> dict[str, Any]:
    names = ("label", "english", "meaning", "measured_by", "rank", "__module__")
    return {name: getattr(Errand, name) for name in names}


def test_cases_of_an_edition_that_asks_nothing_go_on_as_they_began() -> None:
    older = Desk("assurance", is_case=True, edition="2020-02-01")
    older.done(Act.ACCEPT, LEAD)
    older.walk()
    assert not older.now.is_open and not any("details" in entry.data for entry in older.entries)


def test_nothing_but_texts_codes_and_days_can_be_asked() -> None:
    fine = Column(name="fine_yuan", type=MONEY, label="罚款", unit=YUAN)
    listed = Column(name="reason_code", type=CODE, label="原因", codes="dropout_reasons")
    for column in (fine, listed):
        with pytest.raises(DeclarationError, match=column.name):
            Step("paid", asks=(column,))
