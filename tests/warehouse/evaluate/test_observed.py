"""Observations of releases: only what a changed rule or register touches is computed again; as-of gives old values back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.warehouse.batches import batch
from tests.warehouse.evaluate.clubs import (
    CITY,
    PARAMETERS,
    Clubs,
    Meetings,
    Members,
    by_place,
    catalogue,
    indicator,
)
from tests.warehouse.evaluate.test_evaluation import COST, COST_EACH, MEMBER_COUNT
from yaodian.declare.indicator import Indicator
from yaodian.domain.period import Period
from yaodian.domain.place import CITY as CITYWIDE
from yaodian.domain.place import COUNTY, SCHOOL
from yaodian.warehouse.evaluate.evaluation import Evaluation
from yaodian.warehouse.evaluate.observed import SCHEMA, Observed
from yaodian.warehouse.evaluate.question import Question
from yaodian.warehouse.keys import Keys
from yaodian.warehouse.store import Warehouse

MAY = Period("2020-05")
LEVELS = (CITYWIDE, COUNTY, SCHOOL)
QUESTIONS = [Question(one, level, MAY) for one in ("cost", "member_count", "cost_each") for level in LEVELS]
DAY = date(2020, 1, 1)


def meeting(number: str, club: str = "k1", cost: int = 10, on: date = date(2020, 5, 5)) -> dict[str, Any]:
    return {"meeting_no": number, "club_code": club, "held_on": on, "cost_yuan": cost, "guests": 1}


def over(
    warehouse: Warehouse, indicators: Sequence[type[Indicator]] = (COST, MEMBER_COUNT, COST_EACH), **more: Any
) -> Evaluation:
    return Evaluation(warehouse.reader(), warehouse.engine, catalogue(*indicators), PARAMETERS, CITY, **more)


@pytest.fixture
def warehouse(tmp_path: Path) -> Warehouse:
    made = Warehouse.create(tmp_path / "warehouse", Keys.new(demo=True))
    clubs = [{"club_code": f"k{n}", "county_code": "AB"[n % 2]} for n in range(4)]
    members = [{"card_no": f"c{n}", "club_code": f"k{n % 4}", "age": n} for n in range(8)]
    made.commit(
        [
            batch(Clubs, clubs, on=DAY),
            batch(Members, members, on=DAY),
            batch(Meetings, [meeting("1"), meeting("2", "k2")]),
        ]
    )
    return made


def test_what_was_measured_is_read_back_with_its_release(warehouse: Warehouse) -> None:
    table, computed = Observed(warehouse.folder).measure(over(warehouse), QUESTIONS)
    assert computed == len(QUESTIONS) and table.schema.equals(SCHEMA)
    kept = Observed(warehouse.folder).of_release(warehouse.release().id)
    assert kept.num_rows == table.num_rows
    city = [r for r in kept.to_pylist() if r["indicator"] == "cost" and r["level"] == "city"]
    assert [(r["place"], r["value"], r["period"]) for r in city] == [(CITY, 20, "2020-05")]


def test_what_is_asked_again_is_computed_once(warehouse: Warehouse) -> None:
    Observed(warehouse.folder).measure(over(warehouse), QUESTIONS)
    assert Observed(warehouse.folder).measure(over(warehouse), QUESTIONS)[1] == 0


def test_a_new_version_of_one_register_recomputes_only_what_depends_on_it(warehouse: Warehouse) -> None:
    Observed(warehouse.folder).measure(over(warehouse), QUESTIONS)
    warehouse.commit([batch(Meetings, [meeting("3", "k3", 5)])])
    table, computed = Observed(warehouse.folder).measure(over(warehouse), QUESTIONS)
    assert computed == 6  # cost and cost_each, at three levels; member_count is taken over
    found = {(r["indicator"], r["place"]): r["value"] for r in table.to_pylist() if r["level"] == "city"}
    assert found == {("cost", CITY): 25, ("member_count", CITY): 8, ("cost_each", CITY): 25 / 8}


def test_a_changed_rule_recomputes_that_indicator_and_what_is_made_of_it(warehouse: Warehouse) -> None:
    Observed(warehouse.folder).measure(over(warehouse), QUESTIONS)
    changed = indicator(
        "cost",
        unit="元",
        grain=["school", "month"],
        over="meetings",
        value={DAY: "sum(cost_yuan) FILTER (WHERE guests > 1)"},
    )
    assert Observed(warehouse.folder).measure(over(warehouse, (changed, MEMBER_COUNT, COST_EACH)), QUESTIONS)[1] == 6
    other = indicator(
        "member_count", unit="人", grain=["school", "day"], over="members", taken="first_day", value={DAY: "count(*)"}
    )
    assert Observed(warehouse.folder).measure(over(warehouse, (COST, other, COST_EACH)), QUESTIONS)[1] == 6


def test_a_value_as_known_then_is_not_changed_by_later_corrections_nor_by_a_county_that_was_merged(
    warehouse: Warehouse,
) -> None:
    question = Question("cost", COUNTY, MAY)
    before = by_place(over(warehouse).answer([question])[question].table)
    then = datetime.now(UTC)
    corrected = batch(Meetings, [meeting("1", "k1", 99), meeting("2", "k2", 1)])
    merged = batch(Clubs, [{"club_code": f"k{n}", "county_code": "C"} for n in range(4)], on=date(2020, 7, 1))
    warehouse.commit([corrected, merged])
    warehouse.tidy(keep=0)
    assert (
        by_place(over(warehouse, recorded_at=then).answer([question])[question].table) == before == {"A": 10, "B": 10}
    )
    assert by_place(over(warehouse).answer([question])[question].table) == {"A": 1, "B": 99}
    later = Question("cost", COUNTY, Period("2020"))
    assert by_place(over(warehouse).answer([later])[later].table) == {"C": 100}
