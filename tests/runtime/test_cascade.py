"""Splits by size add up, to the last whole thing."""

from __future__ import annotations

from math import fsum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yaodian.runtime.cascade import parts_by_size, parts_fault
from yaodian.runtime.rules import Rules

sizes = st.dictionaries(st.sampled_from("甲乙丙丁戊己"), st.integers(0, 10**6), min_size=1).filter(
    lambda given: any(given.values())
)


@given(st.integers(0, 10**6), sizes)
def test_whole_numbers_are_split_into_whole_numbers_that_add_up(whole: int, given: dict[str, int]) -> None:
    parts = parts_by_size({"p": whole}, given)
    shares = [parts[unit]["p"] for unit in given]
    assert sum(shares) == whole and all(share.is_integer() and share >= 0 for share in map(float, shares))
    total = sum(given.values())
    assert all(abs(parts[unit]["p"] - whole * size / total) <= 1 for unit, size in given.items())


@given(st.floats(0.001, 1e6), sizes)
def test_other_numbers_are_split_in_the_ratio_of_sizes(whole: float, given: dict[str, int]) -> None:
    parts = parts_by_size({"p": whole}, given)
    assert fsum(parts[unit]["p"] for unit in given) == pytest.approx(whole)


def test_ten_schools_among_three_counties_of_unlike_size() -> None:
    assert parts_by_size({"p": 10}, {"大": 50, "中": 30, "小": 26}) == {"大": {"p": 5}, "中": {"p": 3}, "小": {"p": 2}}
    with pytest.raises(ValueError, match="no unit has a size"):
        parts_by_size({"p": 10}, {"甲": 0})


def test_a_rate_is_kept_whole_by_each_part_and_never_split() -> None:
    parts = parts_by_size({"share": 0.8, "p": 10}, {"大": 3, "小": 1}, rates=["share"])
    assert {unit: amounts["share"] for unit, amounts in parts.items()} == {"大": 0.8, "小": 0.8}
    assert sum(amounts["p"] for amounts in parts.values()) == 10
    promised = {"share": 0.8, "p": 10}
    assert parts_fault(promised, parts, frozenset(parts), Rules(), ["share"]) is None
    split = {"大": {"share": 0.5, "p": 8}, "小": {"share": 0.3, "p": 2}}
    fault = parts_fault(promised, split, frozenset(parts), Rules(), ["share"])
    assert fault is not None and "大、小" in fault.zh


NAMES = {"p": "新建公办幼儿园6所", "share": "体质达标率80%", "n": "北县", "s": "南县"}


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ({"n": {"p": 2}, "s": {"p": 1}}, "“新建公办幼儿园6所”承诺6，分解合计3，少3"),
        ({"n": {"p": 7}, "s": {"p": -1}}, "分解数不能为负：南县 新建公办幼儿园6所"),
        (
            {"n": {"p": 6, "share": 0.5}, "s": {"share": 0.8}},
            "“体质达标率80%”是比例，不能拆开，各单位都是0.8；请改北县",
        ),
        ({"n": {"p": 6, "share": 0.8}}, "漏了：南县；不分解的写0"),
    ],
)
def test_a_refused_split_says_promises_and_units_by_their_names(parts: dict[str, dict[str, float]], said: str) -> None:
    promised = {"p": 6, "share": 0.8}
    fault = parts_fault(promised, parts, frozenset("ns"), Rules(), ["share"], NAMES.__getitem__)
    assert fault is not None and fault.zh == said
