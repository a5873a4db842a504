"""Values of indicators over rows in memory: which rows a period counts, levels, slices, rules with dates, samples."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.warehouse.evaluate.clubs import CITY, PARAMETERS, by_place, evaluation, indicator
from tests.warehouse.evaluate.rows import HeldInMemory
from yaodian.domain.finding import Refusal
from yaodian.domain.period import Period
from yaodian.domain.place import COUNTY, SCHOOL, Level
from yaodian.warehouse.evaluate.evaluation import Evaluation
from yaodian.warehouse.evaluate.question import Question

D = date(2018, 1, 1)
CITYWIDE = Level.CITY
CLUBS = [
    {"club_code": "k1", "county_code": "A", "kind_code": "a"},
    {"club_code": "k2", "county_code": "A", "kind_code": "b"},
    {"club_code": "k3", "county_code": "B", "kind_code": "a"},
]
MEMBERS = [
    {"club_code": "k1", "sex_code": "1", "age": 8, "is_poor": True},
    {"club_code": "k1", "sex_code": "2", "age": 12},
    {"club_code": "k2", "sex_code": "2", "age": 20},
    {"club_code": "k3", "sex_code": "1", "age": 30, "valid_from": date(2020, 3, 1)},
    {"club_code": "k3", "sex_code": "1", "age": 30, "valid_to": date(2020, 3, 1)},
    {"club_code": "gone", "sex_code": "1", "age": 50},
]
MEETINGS = [
    {"club_code": "k1", "held_on": date(2020, 5, 31), "cost_yuan": "100.10", "guests": 10},
    {"club_code": "k2", "held_on": date(2020, 5, 1), "cost_yuan": "0.20", "guests": 1},
    {"club_code": "k3", "held_on": date(2020, 6, 1), "cost_yuan": "50", "guests": 2},
]
MEMBER_COUNT = indicator(
    "member_count", unit="人", grain=["school", "day"], over="members", taken="last_day", value={D: "count(*)"},
    disaggregations=["sex_code", "clubs.kind_code"],
)  # fmt: skip
GROWN_SHARE = indicator(
    "grown_share", unit="%", grain=["school", "day"], over="members", taken="last_day", disaggregations=["sex_code"],
    numerator={D: "count(*) FILTER (WHERE age >= :grown_up)", date(2020, 1, 1): "count(*) FILTER (WHERE age > 9)"},
    denominator={D: "count(*)", date(2020, 1, 1): "count(*)"},
)  # fmt: skip
COST = indicator("cost", unit="元", grain=["school", "month"], over="meetings", value={D: "sum(cost_yuan)"})
COST_EACH = indicator(
    "cost_each", unit="元/人", grain=["school", "month"], of="cost", derived={"how": "ratio", "other": "member_count"}
)
MET = indicator(
    "met",
    unit="个",
    grain=["school", "month"],
    over="meetings",
    not_additive=True,
    value={D: "count(DISTINCT club_code)"},
)


def asked(evaluation: Evaluation, id: str, level: Level, period: str, *by: str) -> Any:  # noqa: A002
    question = Question(id, level, Period(period), by)
    found = evaluation.answer([question]).get(question)
    return found.table if found else None


@pytest.fixture
def held(tmp_path: Path) -> HeldInMemory:
    return HeldInMemory(tmp_path, {"clubs": CLUBS, "members": MEMBERS, "meetings": MEETINGS})


def test_a_state_counts_the_rows_in_force_on_the_last_day(held: HeldInMemory) -> None:
    ours = evaluation(held, MEMBER_COUNT)
    assert by_place(asked(ours, "member_count", COUNTY, "2020-02-29")) == {"A": 3, "B": 1}
    assert by_place(asked(ours, "member_count", SCHOOL, "2020-03-01")) == {"k1": 2, "k2": 1, "k3": 1, "gone": 1}


def test_rows_of_no_known_county_count_in_the_city_alone(held: HeldInMemory) -> None:
    assert by_place(asked(evaluation(held, MEMBER_COUNT), "member_count", CITYWIDE, "2020-03-01")) == {CITY: 5}


def test_a_ratio_of_a_whole_is_no_mean_of_the_ratios_of_its_parts(held: HeldInMemory) -> None:
    ours = evaluation(held, GROWN_SHARE)
    assert by_place(asked(ours, "grown_share", SCHOOL, "2020-05-05"))["k1"] == 50
    assert by_place(asked(ours, "grown_share", COUNTY, "2020-05-05"))["A"] == pytest.approx(200 / 3)


def test_the_rule_in_force_on_the_last_day_applies(held: HeldInMemory) -> None:
    ours = evaluation(held, GROWN_SHARE)
    assert by_place(asked(ours, "grown_share", SCHOOL, "2019-12-31"))["k1"] == 0
    assert by_place(asked(ours, "grown_share", SCHOOL, "2020-01-01"))["k1"] == 50
    assert asked(ours, "grown_share", SCHOOL, "2017-12-31") is None


def test_an_unverified_parameter_marks_the_values_that_hang_on_it(held: HeldInMemory) -> None:
    assert PARAMETERS["grown_up"].on(D).unverified
    ours = evaluation(held, GROWN_SHARE, MEMBER_COUNT)
    grown, members = (
        Question("grown_share", SCHOOL, Period("2019-12-31")),
        Question("member_count", SCHOOL, Period("2019")),
    )
    answers = ours.answer([grown, members])
    assert answers[grown].unverified and not answers[members].unverified


def test_an_event_counts_in_the_period_that_holds_its_day(held: HeldInMemory) -> None:
    ours = evaluation(held, COST)
    assert by_place(asked(ours, "cost", COUNTY, "2020-05")) == {"A": pytest.approx(100.3)}
    for period in ("2020", "2020F", "2019S", "2019S2", "2020-Q2"):
        assert by_place(asked(ours, "cost", CITYWIDE, period)) == {CITY: pytest.approx(150.3)}
    assert by_place(asked(ours, "cost", CITYWIDE, "2020-05-X3")) == {CITY: pytest.approx(100.1)}
    assert by_place(asked(ours, "cost", CITYWIDE, "2020-B3")) == {CITY: pytest.approx(150.3)}


def test_a_slice_may_come_from_another_register(held: HeldInMemory) -> None:
    table = asked(evaluation(held, MEMBER_COUNT), "member_count", CITYWIDE, "2020-05-05", "clubs.kind_code", "sex_code")
    found = {(r["clubs.kind_code"], r["sex_code"]): r["value"] for r in table.to_pylist()}
    assert found == {("a", "1"): 2, ("a", "2"): 1, ("b", "2"): 1, (None, "1"): 1}


def test_a_slice_may_have_any_name_that_a_column_has(tmp_path: Path) -> None:
    clubs = [
        {"club_code": "k1", "county_code": "A", "v0": "hall"},
        {"club_code": "k2", "county_code": "A", "v0": "yard"},
    ]
    count = indicator(
        "count_of", unit="个", grain=["county", "day"], over="clubs", taken="last_day", value={D: "count(*)"},
        disaggregations=["v0"],
    )  # fmt: skip
    ours = evaluation(HeldInMemory(tmp_path, {"clubs": clubs}), count)
    found = asked(ours, "count_of", COUNTY, "2020-05-05", "v0").to_pylist()
    assert {(row["place"], row["v0"]): row["value"] for row in found} == {("A", "hall"): 1, ("A", "yard"): 1}


def test_what_does_not_add_up_is_counted_anew_at_each_level(held: HeldInMemory) -> None:
    ours = evaluation(held, MET)
    assert by_place(asked(ours, "met", CITYWIDE, "2020")) == {CITY: 3}
    assert by_place(asked(ours, "met", COUNTY, "2020")) == {"A": 2, "B": 1}


def test_values_of_two_registers_are_divided_place_by_place(held: HeldInMemory) -> None:
    ours = evaluation(held, COST, MEMBER_COUNT, COST_EACH)
    table = asked(ours, "cost_each", COUNTY, "2020-05")
    (row,) = table.to_pylist()
    assert (row["place"], row["numerator"], row["denominator"]) == ("A", pytest.approx(100.3), 3)
    assert row["value"] == pytest.approx(100.3 / 3)


def test_a_count_of_nothing_is_zero_where_the_register_is_held_and_no_value_where_it_is_not(held: HeldInMemory) -> None:
    counties = {"counties": lambda _: ["A", "B", "Z"]}
    held.rows_of = {**held.rows_of, "meetings": MEETINGS[:1]}
    assert by_place(asked(evaluation(held, COST, **counties), "cost", COUNTY, "2020-05")) == {
        "A": pytest.approx(100.1), "B": 0, "Z": 0,
    }  # fmt: skip
    held.rows_of = {"clubs": CLUBS}
    assert asked(evaluation(held, COST, **counties), "cost", COUNTY, "2020-05") is None


def test_a_stock_is_its_last_count_of_the_last_year(tmp_path: Path) -> None:
    counts = [
        {"club_code": "k1", "counted_on": date(2019, 9, 1), "value_yuan": 5},
        {"club_code": "k1", "counted_on": date(2020, 9, 1), "value_yuan": 7},
        {"club_code": "k2", "counted_on": date(2018, 1, 1), "value_yuan": 100},
    ]
    worth = indicator(
        "worth", unit="元", grain=["school", "day"], over="stocks", taken="last_day", value={D: "sum(value_yuan)"}
    )
    ours = evaluation(HeldInMemory(tmp_path, {"clubs": CLUBS, "stocks": counts}), worth)
    assert by_place(asked(ours, "worth", CITYWIDE, "2020-08-31")) == {CITY: 5}
    assert by_place(asked(ours, "worth", CITYWIDE, "2020-09-01")) == {CITY: 7}
    assert by_place(asked(ours, "worth", CITYWIDE, "2018-12-31")) == {CITY: 100}


def test_what_a_count_of_its_whole_scope_lacks_is_there_no_longer(tmp_path: Path) -> None:
    first, second = date(2019, 9, 1), date(2020, 9, 1)
    rolls = [
        {"club_code": "k1", "part_no": "1", "counted_on": first, "count": 10},
        {"club_code": "k1", "part_no": "2", "counted_on": first, "count": 5},
        {"club_code": "k1", "part_no": "1", "counted_on": second, "count": 11},
        {"club_code": "k2", "part_no": "1", "counted_on": first, "count": 100},
    ]
    size = indicator(
        "size", unit="人", grain=["school", "day"], over="rolls", taken="last_day", value={D: "sum(count)"}
    )
    ours = evaluation(HeldInMemory(tmp_path, {"clubs": CLUBS, "rolls": rolls}), size)
    assert by_place(asked(ours, "size", SCHOOL, "2020-08-31")) == {"k1": 15, "k2": 100}
    assert by_place(asked(ours, "size", SCHOOL, "2020-09-01")) == {"k1": 11, "k2": 100}


def test_all_indicators_of_a_register_and_a_period_are_read_in_one_pass(held: HeldInMemory) -> None:
    many = [
        indicator(f"older_{n}", unit="人", grain=["school", "day"], over="members", taken="last_day",
                  value={D: f"count(*) FILTER (WHERE age > {n})"})
        for n in range(30)
    ]  # fmt: skip
    ours = evaluation(held, *many, GROWN_SHARE)
    period = Period("2020-05-05")
    ids = [*(i.id for i in many), "grown_share"]
    ours.answer([Question(id, level, period) for id in ids for level in (CITYWIDE, COUNTY, SCHOOL)])  # noqa: A001
    assert ours.queries == 1
    ours.answer([Question("older_3", COUNTY, period)])
    assert ours.queries == 1


def test_what_is_asked_wrongly_is_refused(held: HeldInMemory) -> None:
    ours = evaluation(held, MEMBER_COUNT)
    for question, says in (
        (Question("nothing", CITYWIDE, Period("2020")), "no indicator"),
        (Question("member_count", Level.TOWN, Period("2020")), "no values by town"),
        (Question("member_count", CITYWIDE, Period("2020"), ("age",)), "cannot be split by age"),
    ):
        with pytest.raises(Refusal) as refused:
            ours.answer([question])
        assert says in refused.value.words.en


def test_a_sample_in_clusters_carries_a_wider_interval_than_its_rows_alone_would(tmp_path: Path) -> None:
    answers = [
        {
            "club_code": f"k{club}",
            "answered_on": date(2020, 5, 5),
            "is_right": club % 4 != 0,
            "stratum": "s",
            "weight": 1,
        }
        for club in range(20)
        for _ in range(10)
    ]
    clubs = [{"club_code": f"k{club}", "county_code": "A"} for club in range(20)]
    right = indicator(
        "right", unit="%", grain=["county", "year"], over="answers", sample={"clusters": ["club_code"], "strata": ["stratum"]},
        numerator={D: "sum(weight) FILTER (WHERE is_right)"}, denominator={D: "sum(weight)"},
    )  # fmt: skip
    ours = evaluation(HeldInMemory(tmp_path, {"clubs": clubs, "answers": answers}), right)
    (row,) = asked(ours, "right", COUNTY, "2020").to_pylist()
    naive = 1.96 * (0.75 * 0.25 / 200) ** 0.5
    assert row["value"] == 75 and row["low"] < 75 < row["high"]
    assert row["high"] - row["low"] > 2 * 2 * 100 * naive
