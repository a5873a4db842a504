"""Observations: what their parts give, what adds up, and what is refused."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yaodian.domain.observation import MEASURED, REPORTED, NotAddable, Observation, combined
from yaodian.domain.period import Period


def seen(place: str = "900002", **given: Any) -> Observation:
    plain = {"indicator": "meal_local_ratio", "period": Period("2020-08"), "source": MEASURED, "release": "r7"}
    return Observation(**plain | {"place": place, "as_of": date(2020, 8, 31)} | given)


def test_the_value_is_what_the_parts_give() -> None:
    assert seen(numerator=30, denominator=40).value == 0.75
    assert seen(numerator=Decimal("12.50")).value == 12.5
    assert seen(numerator=0, denominator=0).value is None
    assert seen(value=0.31).value == 0.31


def test_a_whole_is_the_sum_of_parts_and_no_mean_of_ratios() -> None:
    whole = combined(
        [seen("甲", numerator=1, denominator=10), seen("乙", numerator=90, denominator=90)], place="900000"
    )
    assert (whole.numerator, whole.denominator, whole.value, whole.place) == (91, 100, 0.91, "900000")


@given(st.lists(st.tuples(st.decimals(0, 10**9, places=2), st.decimals(1, 10**9, places=2)), min_size=2, max_size=9))
def test_money_adds_up_to_the_fen_in_any_order(parts: list[tuple[Decimal, Decimal]]) -> None:
    rows = [seen(str(n), numerator=spent, denominator=of) for n, (spent, of) in enumerate(parts)]
    one, other = combined(rows, place="市"), combined(rows[::-1], place="市")
    assert one == other
    assert one.numerator == sum(spent for spent, _ in parts)


def test_the_whole_is_as_old_and_as_doubtful_as_its_worst_part() -> None:
    rows = [seen("甲", numerator=1), seen("乙", numerator=2, as_of=date(2020, 7, 1), unverified=True)]
    whole = combined(rows, place="市")
    assert (whole.as_of, whole.unverified, whole.value) == (date(2020, 7, 1), True, 3)


def test_a_whole_with_a_withheld_part_is_withheld_too() -> None:
    whole = combined([seen("甲", numerator=1, denominator=9), seen("乙", withheld=True)], place="市")
    assert whole.withheld
    assert (whole.numerator, whole.denominator, whole.value) == (None, None, None)


def test_reported_values_cite_every_entry_behind_them() -> None:
    rows = [seen(p, numerator=1, source=REPORTED, release="", entries=(f"e{p}",)) for p in "12"]
    assert combined(rows, place="市").entries == ("e1", "e2")


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ([], "没有可以合计"),
        ([seen("甲", value=0.8), seen("乙", value=0.6)], "比例不能平均"),
        ([seen("甲", numerator=1, denominator=2), seen("乙", value=0.6)], "比例不能平均"),
        ([seen("甲", numerator=1, denominator=2), seen("乙", numerator=1)], "缺分子或分母"),
        ([seen("甲", numerator=1), seen("甲", numerator=1)], "“甲”算了两次"),
        ([seen("甲", numerator=1), seen("乙", numerator=1, release="r8")], "不是同一指标"),
        ([seen("甲", numerator=1), seen("乙", numerator=1, period=Period("2020-07"))], "不是同一指标"),
        ([seen("甲", numerator=1), seen("乙", numerator=1, source=REPORTED)], "不是同一指标"),
    ],
)
def test_what_has_no_sum_is_refused_in_words(parts: list[Observation], said: str) -> None:
    with pytest.raises(NotAddable, match=said):
        combined(parts, place="市")


def test_the_same_place_counts_once_for_each_part_of_it() -> None:
    rows = [seen("甲", numerator=n, disaggregation=(("sex", str(n)),)) for n in (1, 2)]
    assert combined(rows, place="甲").value == 3


@pytest.mark.parametrize(
    "given",
    [
        {"numerator": 1, "release": ""},
        {"numerator": 1, "entries": ("e1",)},
        {"denominator": 3},
        {"value": 0.5, "withheld": True},
        {"numerator": 1, "denominator": 2, "value": 0.6},
    ],
)
def test_an_observation_that_contradicts_itself_is_refused(given: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="meal_local_ratio: "):
        seen(**given)


def test_the_order_of_a_disaggregation_does_not_matter() -> None:
    pairs = (("sex", "1"), ("grade", "7"))
    assert seen(numerator=1, disaggregation=pairs) == seen(numerator=1, disaggregation=pairs[::-1])
