"""Cells below the minimum are hidden, with a second one where the total would give the first away."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tests.warehouse.evaluate.clubs import indicator
from yaodian.declare.parameter import parameter_of
from yaodian.domain.period import Period
from yaodian.domain.place import COUNTY, SCHOOL
from yaodian.warehouse.evaluate.question import Question
from yaodian.workspace.publish.withholding import withheld

D = date(2018, 1, 1)
PARAMETERS = {"least": parameter_of("least", {"label": "最小单元", "reference": "测试用", D: 5})}
COUNT = indicator(
    "count", unit="人", grain=["school", "day"], over="members", value={D: "count(*)"}, minimum_cell="least"
)
OPEN = indicator("open", unit="人", grain=["school", "day"], over="members", value={D: "count(*)"})


def row(place: str, cell: float, **more: Any) -> dict[str, Any]:
    return {
        "place": place,
        **more,
        "numerator": cell,
        "denominator": None,
        "cell": cell,
        "value": cell,
        "low": None,
        "high": None,
    }


def hidden(rows: list[dict[str, Any]], level: Any = COUNTY, by: tuple[str, ...] = ()) -> list[str]:
    found = withheld(rows, COUNT, PARAMETERS, Question("count", level, Period("2020"), by))
    assert all((r["value"] is None) == r["withheld"] for r in found)
    return [r["place"] for r in found if r["withheld"]]


def test_a_small_cell_is_hidden_with_the_smallest_of_its_neighbours() -> None:
    assert hidden([row("A", 4), row("B", 90), row("C", 60)]) == ["A", "C"]


def test_two_small_cells_hide_each_other() -> None:
    assert hidden([row("A", 4), row("B", 3), row("C", 60)]) == ["A", "B"]


def test_nothing_is_hidden_where_every_cell_is_large_enough_or_nobody_stands_behind_it() -> None:
    assert hidden([row("A", 5), row("B", 0)]) == []
    question = Question("open", COUNTY, Period("2020"))
    assert not any(r["withheld"] for r in withheld([row("A", 1)], OPEN, PARAMETERS, question))


def test_schools_of_one_county_protect_each_other_and_no_other_county() -> None:
    rows = [row("s1", 2, county="A"), row("s2", 30, county="A"), row("s3", 6, county="B")]
    assert hidden(rows, SCHOOL) == ["s1", "s2"]


def test_slices_of_one_place_protect_each_other() -> None:
    rows = [row("A", 2, sex="1"), row("A", 30, sex="2"), row("B", 7, sex="1"), row("B", 9, sex="2")]
    assert hidden(rows, COUNTY, ("sex",)) == ["A", "A"]


@given(st.lists(st.integers(0, 40), min_size=2, max_size=8))
def test_no_hidden_cell_can_be_taken_from_the_total(cells: list[int]) -> None:
    found = withheld(
        [row(str(n), cell) for n, cell in enumerate(cells)],
        COUNT,
        PARAMETERS,
        Question("count", COUNTY, Period("2020")),
    )
    assert not any(0 < (r["cell"] or 0) < 5 for r in found)
    people = [c for c, r in zip(cells, found, strict=True) if r["withheld"]]
    assert len(people) != 1 or sum(c > 0 for c in cells) == 1
