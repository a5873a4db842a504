"""Values made of other values: variation between places, gaps, ranks, percentiles, shares meeting a threshold, changes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.warehouse.evaluate.clubs import CITY, by_place, evaluation, indicator
from tests.warehouse.evaluate.rows import HeldInMemory
from tests.warehouse.evaluate.test_evaluation import asked
from yaodian.declare.parameter import parameter_of
from yaodian.domain.finding import Refusal
from yaodian.domain.place import COUNTY, Level

D = date(2018, 1, 1)
# books and pupils of five schools: the worked example of the balance formula
PUPILS, BOOKS = (45, 37, 89, 76, 55), (279, 137, 935, 160, 402)
CLUBS = [{"club_code": f"k{n}", "county_code": "A" if n < 5 else "B"} for n in range(6)]
MEETINGS = [
    {"club_code": f"k{n}", "held_on": date(2020, 5, 1), "cost_yuan": books, "guests": pupils}
    for n, (pupils, books) in enumerate(zip(PUPILS, BOOKS, strict=True))
] + [{"club_code": "k5", "held_on": date(2019, 5, 1), "cost_yuan": 20, "guests": 10}]
EACH = indicator(
    "each", unit="元/人", grain=["school", "month"], over="meetings",
    numerator={D: "sum(cost_yuan)"}, denominator={D: "sum(guests)"},
)  # fmt: skip
BETWEEN = {"of": "each", "grain": ["county", "month"]}


@pytest.fixture
def held(tmp_path: Path) -> HeldInMemory:
    return HeldInMemory(tmp_path, {"clubs": CLUBS, "meetings": MEETINGS})


def test_the_coefficient_of_variation_weighs_each_school_by_its_pupils(held: HeldInMemory) -> None:
    cv = indicator("cv", unit="比值", **BETWEEN, derived={"how": "cv", "between": "school"})
    plain = indicator("plain", unit="比值", **BETWEEN, derived={"how": "cv", "between": "school", "weighted": False})
    ours = evaluation(held, EACH, cv, plain)
    assert by_place(asked(ours, "cv", COUNTY, "2020-05"))["A"] == pytest.approx(0.5152566, abs=1e-6)
    assert by_place(asked(ours, "plain", COUNTY, "2020-05"))["A"] == pytest.approx(0.4887707, abs=1e-6)


def test_a_place_without_a_value_takes_no_part(held: HeldInMemory) -> None:
    cv = indicator("cv", unit="比值", **BETWEEN, derived={"how": "cv", "between": "school"})
    assert set(by_place(asked(evaluation(held, EACH, cv), "cv", COUNTY, "2020-05"))) == {"A"}


def test_the_gap_is_between_the_highest_and_the_lowest(held: HeldInMemory) -> None:
    gap = indicator("gap", unit="元/人", **BETWEEN, derived={"how": "gap", "between": "school"})
    ratios = [b / p for b, p in zip(BOOKS, PUPILS, strict=True)]
    found = by_place(asked(evaluation(held, EACH, gap), "gap", COUNTY, "2020-05"))
    assert found["A"] == pytest.approx(max(ratios) - min(ratios))


def test_a_percentile_may_weigh_places_or_not(held: HeldInMemory) -> None:
    median = {"how": "percentile", "between": "school", "quantile": 0.5, "weighted": False}
    half = indicator("half", unit="元/人", **BETWEEN, derived=median)
    assert by_place(asked(evaluation(held, EACH, half), "half", COUNTY, "2020-05"))["A"] == pytest.approx(279 / 45)


def test_the_share_of_places_that_meet_a_threshold_counts_places(held: HeldInMemory) -> None:
    meeting = indicator(
        "meeting", unit="%", **BETWEEN, derived={"how": "meeting", "between": "school"}, threshold="grown_up"
    )
    lower = indicator("each", **{**vars_of_each(), "better": "down"})
    ours = evaluation(held, EACH, meeting)
    assert by_place(asked(ours, "meeting", COUNTY, "2020-05"), "denominator") == {"A": 5}
    assert by_place(asked(ours, "meeting", COUNTY, "2020-05")) == {"A": 0}
    assert by_place(asked(evaluation(held, lower, meeting), "meeting", COUNTY, "2020-05")) == {"A": 100}


@pytest.mark.parametrize(("given", "unit"), [(25, "%"), (250, "‰"), (0.25, "比值")])
def test_a_threshold_is_held_against_values_in_its_own_unit(held: HeldInMemory, given: float, unit: str) -> None:
    small = indicator(
        "small", unit="比值", grain=["school", "month"], over="meetings",
        numerator={D: "sum(guests) FILTER (WHERE guests < 50)"}, denominator={D: "sum(guests) * 4"},
    )  # fmt: skip
    meeting = indicator(
        "meeting", unit="比值", grain=["county", "month"], of="small", threshold="quarter",
        derived={"how": "meeting", "between": "school"},
    )  # fmt: skip
    quarter = parameter_of("quarter", {"label": "四分之一", "reference": "测试用", "unit": unit, D: given})
    ours = replace(evaluation(held, small, meeting), parameters={"quarter": quarter})
    assert by_place(asked(ours, "meeting", COUNTY, "2020-05"), "numerator") == {"A": 2}


def test_a_threshold_that_measures_something_else_is_refused(held: HeldInMemory) -> None:
    meeting = indicator("meeting", unit="%", **BETWEEN, derived={"how": "meeting", "between": "school"}, threshold="t")
    days = parameter_of("t", {"label": "天数", "reference": "测试用", "unit": "天", D: 5})
    ours = replace(evaluation(held, EACH, meeting), parameters={"t": days})
    with pytest.raises(Refusal, match="换算"):
        asked(ours, "meeting", COUNTY, "2020-05")


def test_a_table_of_thresholds_has_one_for_each_slice(held: HeldInMemory) -> None:
    each = indicator("each", **vars_of_each(), disaggregations=["clubs.kind_code"])
    meeting = indicator(
        "meeting", unit="%", **BETWEEN, disaggregations=["clubs.kind_code"], threshold="by_kind",
        derived={"how": "meeting", "between": "school"},
    )  # fmt: skip
    held.rows_of = {**held.rows_of, "clubs": [{**club, "kind_code": "ab"[n % 2]} for n, club in enumerate(CLUBS)]}
    table = parameter_of("by_kind", {"label": "分类", "reference": "测试用", D: {"a": 7, "b": 3}})
    ours = replace(evaluation(held, each, meeting), parameters={"by_kind": table})
    found = asked(ours, "meeting", COUNTY, "2020-05", "clubs.kind_code").to_pylist()
    assert {row["clubs.kind_code"]: row["numerator"] for row in found} == {"a": 2, "b": 1}


def vars_of_each() -> dict[str, object]:
    return {
        "unit": "元/人", "grain": ["school", "month"], "over": "meetings",
        "numerator": {D: "sum(cost_yuan)"}, "denominator": {D: "sum(guests)"},
    }  # fmt: skip


def test_ranks_begin_at_one_and_equal_values_share_the_best(held: HeldInMemory) -> None:
    rank = indicator(
        "rank", unit="个", grain=["county", "year"], of="each", derived={"how": "rank", "between": "county"}
    )
    found = by_place(asked(evaluation(held, EACH, rank), "rank", COUNTY, "2019"))
    assert found == {"B": 1}


def test_a_change_looks_back_to_the_like_period(held: HeldInMemory) -> None:
    cost = indicator("cost", unit="元", grain=["school", "month"], over="meetings", value={D: "sum(cost_yuan)"})
    grown = indicator("grown", unit="元", grain=["city", "month"], of="cost", derived={"how": "change", "back": "year"})
    share = indicator(
        "share",
        unit="%",
        grain=["city", "month"],
        of="cost",
        derived={"how": "change", "back": "year", "relative": True},
    )
    ours = evaluation(held, cost, grown, share)
    assert by_place(asked(ours, "grown", Level.CITY, "2020-05")) == {CITY: sum(BOOKS) - 20}
    assert by_place(asked(ours, "share", Level.CITY, "2020")) == {CITY: pytest.approx(100 * (sum(BOOKS) / 20 - 1))}
