"""Schools too small to count are left out at every level, and the explanation says by what."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from tests.warehouse.evaluate.clubs import CITY, by_place, checked, evaluation, indicator
from tests.warehouse.evaluate.rows import HeldInMemory
from tests.warehouse.evaluate.test_evaluation import CLUBS, COST, D, asked
from yaodian.declare.declared import DeclarationError
from yaodian.domain.period import Period
from yaodian.domain.place import COUNTY, SCHOOL, Level
from yaodian.warehouse.evaluate.evaluation import Evaluation
from yaodian.warehouse.evaluate.explanation import explained, rows_behind
from yaodian.warehouse.evaluate.question import Question

OLD = {"unit": "人", "grain": ["school", "day"], "over": "members", "taken": "last_day", "value": {D: "sum(age)"}}
YEARS = indicator("years", **OLD, where={D: "sex_code = '1'"})
GIVEN: dict[str, Any] = {
    "unit": "人",
    "grain": ["school", "day"],
    "over": "members",
    "taken": "last_day",
    "leaves_out": {"indicator": "years", "below": "grown_up"},
}
COUNT = indicator("counted", **GIVEN, value={D: "count(*)"})
DAY = "2020-05-05"


class Released(HeldInMemory):
    """Rows in memory with the versions of their tables, which an explanation names."""

    @property
    def tables(self) -> dict[str, Any]:
        return {name: SimpleNamespace(version=0) for name in self.rows_of}


@pytest.fixture
def ours(tmp_path: Path) -> Evaluation:
    members = [
        {"club_code": club, "sex_code": sex, "age": age}
        for club, sex, age in [("k1", "1", 17), ("k1", "2", 5), ("k2", "1", 9), ("k2", "1", 9), ("k3", "2", 3)]
    ]
    return evaluation(Released(tmp_path, {"clubs": CLUBS, "members": members}), COUNT, YEARS)


def test_a_school_below_the_limit_counts_nowhere(ours: Evaluation) -> None:
    assert by_place(asked(ours, "counted", SCHOOL, DAY)) == {"k2": 2, "k3": 1}, "k1 is below 18, k3 has no value"
    assert by_place(asked(ours, "counted", COUNTY, DAY)) == {"A": 2, "B": 1}
    assert by_place(asked(ours, "counted", Level.CITY, DAY)) == {CITY: 3}


def test_the_limit_is_named_and_marks_values_that_hang_on_it(ours: Evaluation) -> None:
    question = Question("counted", COUNTY, Period(DAY))
    told = explained(ours, question)
    assert "grown_up" in told.parameters and told.sources == (Question("years", SCHOOL, Period(DAY)),)
    assert ours.answer([question])[question].unverified


def test_the_rows_of_a_school_left_out_are_not_behind_the_number(ours: Evaluation) -> None:
    rows = rows_behind(ours, Question("counted", COUNTY, Period(DAY)), "A").to_pylist()
    assert [row["club_code"] for row in rows] == ["k2", "k2"]


@pytest.mark.parametrize(
    ("out", "says"),
    [
        ({"indicator": "nothing", "below": "grown_up"}, "'nothing' must be an indicator of schools"),
        ({"indicator": "counted", "below": "grown_up"}, "'counted' must be an indicator of schools"),
        ({"indicator": "years", "below": "no_such"}, "no parameter 'no_such'"),
    ],
)
def test_what_schools_are_left_out_by_must_be_there(out: dict[str, str], says: str) -> None:
    found = checked(indicator("counted", **GIVEN | {"leaves_out": out}, value={D: "count(*)"}), YEARS, COST)
    assert len(found) == 1 and says in found[0]


def test_schools_cannot_be_left_out_of_what_does_not_add_up() -> None:
    with pytest.raises(DeclarationError, match="sums and counts of rows only"):
        indicator("one", **GIVEN, not_additive=True, value={D: "count(DISTINCT club_code)"})
