"""Cells below the minimum are hidden, with a second one where the total would give the first away."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tests.warehouse.evaluate.clubs import indicator
from yaodian.declare.parameter import parameter_of
from yaodian.domain.period import Period
from yaodian.domain.place import COUNTY, SCHOOL
from yaodian.warehouse.evaluate.question import Question
from yaodian.workspace.publish.withholding import persons, withheld, withheld_with_total

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


def test_small_cells_hide_more_of_their_neighbours_until_their_sum_says_nothing() -> None:
    assert hidden([row("A", 1), row("B", 1), row("C", 60), row("D", 90)]) == ["A", "B", "C"]


def test_few_persons_among_those_counted_or_not_counted_are_a_small_cell_too() -> None:
    rows = [ratio("A", 98, 100), ratio("B", 2, 100), ratio("C", 50, 100), ratio("D", 40, 100)]
    assert hidden(rows) == ["A", "B"]


def test_a_small_total_is_hidden_with_all_small_rows() -> None:
    rows, total = withheld_with_total([ratio("A", 1, 1), ratio("B", 2, 3)], ratio("city", 3, 4), LEAST)
    assert total["withheld"] and all(r["withheld"] for r in rows)


def test_persons_of_no_county_are_not_found_by_taking_the_counties_from_the_city() -> None:
    rows, total = withheld_with_total([row("A", 40), row("B", 20)], row("city", 63), LEAST)
    assert [r["withheld"] for r in rows] == [False, True] and not total["withheld"]


LEAST = 5


def ratio(place: str, counted: float, among: float) -> dict[str, Any]:
    return {
        **row(place, among),
        "numerator": counted,
        "denominator": among,
        "value": counted / among if among else None,
    }


def synthetic(chance: random.Random) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    """Up to fifteen counties, many of them small, and the city with some persons of no county."""
    parts = []
    for n in range(chance.randint(2, 15)):
        among = chance.choice((0, chance.randint(1, 6), chance.randint(1, 200)))
        parts.append(ratio(str(n), chance.randint(0, among), among))
    lost = chance.choice((0, 0, chance.randint(1, 9)))
    counted = chance.randint(0, lost)
    whole = [sum(p[name] for p in parts) for name in ("numerator", "denominator")]
    return parts, ratio("city", whole[0] + counted, whole[1] + lost)


def differences(rows: Sequence[dict[str, Any]], total: dict[str, Any], chance: random.Random) -> Iterator[list[float]]:
    """Pairs of published sums, one within the other: what the larger holds beyond the smaller, of each count."""
    shown = [r for r in rows if not r["withheld"]]
    within = chance.sample(shown, chance.randint(0, len(shown)))
    wider = shown if total["withheld"] else [total]
    yield [a - b for a, b in zip(added(wider), added(within), strict=True)]


def added(rows: Sequence[dict[str, Any]]) -> list[float]:
    return [sum(count) for count in zip(*map(persons, rows), strict=True)] or [0.0, 0.0, 0.0]


def test_no_difference_of_a_thousand_random_pairs_of_published_sums_stands_for_few_persons() -> None:
    chance, pairs, withheld_cells = random.Random(9), 0, 0
    while pairs < 1000:
        rows, total = withheld_with_total(*synthetic(chance), LEAST)
        withheld_cells += sum(r["withheld"] for r in rows)
        for counts in differences(rows, total, chance):
            pairs += 1
            assert not any(0 < count < LEAST for count in counts), (rows, total)
    assert withheld_cells > 1000


def test_the_attack_finds_what_hiding_small_cells_alone_would_give_away() -> None:
    chance, found = random.Random(9), 0
    for _ in range(1000):
        parts, whole = synthetic(chance)
        naive = [{**p, "withheld": any(0 < count < LEAST for count in persons(p))} for p in parts]
        told = [a - b for a, b in zip(added([whole]), added([p for p in naive if not p["withheld"]]), strict=True)]
        found += any(0 < count < LEAST for count in told)
    assert found > 100


@given(st.lists(st.integers(0, 40), min_size=2, max_size=8))
def test_each_hidden_cell_may_be_large_for_all_that_the_total_tells(cells: list[int]) -> None:
    rows = [row(str(n), cell) for n, cell in enumerate(cells)]
    shown, total = withheld_with_total(rows, row("city", sum(cells)), LEAST)
    behind = [cell for cell, r in zip(cells, shown, strict=True) if r["withheld"] and cell]
    if behind and not total["withheld"]:
        assert sum(behind) - (len(behind) - 1) >= LEAST
