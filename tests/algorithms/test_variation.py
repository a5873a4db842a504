"""Variation: the published vectors, and what must hold of any schools."""

from __future__ import annotations

import math
from statistics import median

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.effort import EXAMPLES
from yaodian.algorithms.variation import (
    coefficient_of_variation,
    gap,
    ranks,
    shares_at_or_below,
    weighted_coefficient_of_variation,
    weighted_coefficients_of_variation_by,
    weighted_percentile,
)

# the worked example of a county's five primary schools that the formula is published with: books and pupils
PUPILS, BOOKS = (45, 37, 89, 76, 55), (279, 137, 935, 160, 402)

schools = st.lists(st.tuples(st.integers(0, 5000), st.integers(1, 3000)), min_size=1, max_size=40).filter(
    lambda rows: any(amount for amount, _ in rows)
)
whole = settings(max_examples=EXAMPLES, deadline=None)


def test_the_published_example_gives_its_published_value() -> None:
    assert weighted_coefficient_of_variation(BOOKS, PUPILS) == pytest.approx(0.5152566, abs=5e-8)
    assert round(weighted_coefficient_of_variation(BOOKS, PUPILS), 2) == 0.52


def test_the_unweighted_coefficient_is_another_number() -> None:
    assert coefficient_of_variation(BOOKS, PUPILS) == pytest.approx(0.4887707, abs=5e-8)


def test_no_coefficient_is_that_of_a_sample() -> None:
    ratios = np.array(BOOKS) / np.array(PUPILS)
    sample = float(np.std(ratios, ddof=1) / np.mean(ratios))
    assert sample == pytest.approx(0.5464622, abs=5e-8)
    assert abs(weighted_coefficient_of_variation(BOOKS, PUPILS) - sample) > 0.03
    assert abs(coefficient_of_variation(BOOKS, PUPILS) - sample) > 0.05


@whole
@given(schools, st.floats(0.01, 1000), st.floats(0.01, 1000))
def test_other_units_of_measure_change_no_coefficient(rows: list[tuple[int, int]], more: float, larger: float) -> None:
    amount, pupils = np.array(rows, dtype=float).T
    before, after = (
        weighted_coefficient_of_variation(amount, pupils),
        weighted_coefficient_of_variation(amount * more, pupils * larger),
    )
    assert after == pytest.approx(before, rel=1e-6, abs=1e-6)


@whole
@given(st.lists(st.integers(1, 3000), min_size=1, max_size=40), st.integers(1, 50))
def test_schools_that_have_the_same_for_each_pupil_do_not_vary(pupils: list[int], each: int) -> None:
    amount = [each * p for p in pupils]
    assert weighted_coefficient_of_variation(amount, pupils) == pytest.approx(0, abs=1e-9)
    assert coefficient_of_variation(amount, pupils) == pytest.approx(0, abs=1e-9)
    assert gap(amount, pupils).times == 1


@whole
@given(schools)
def test_a_school_cut_in_two_halves_changes_nothing(rows: list[tuple[int, int]]) -> None:
    """The weight is the pupils': who counts schools instead gets another number."""
    (amount, pupils), *others = rows
    halves = [(amount / 2, pupils / 2), (amount / 2, pupils / 2), *others]
    assert weighted_coefficient_of_variation(*zip(*halves, strict=True)) == pytest.approx(
        weighted_coefficient_of_variation(*zip(*rows, strict=True)), abs=1e-9
    )


@whole
@given(schools, st.data())
def test_groups_at_once_are_each_group_alone(rows: list[tuple[int, int]], data: st.DataObject) -> None:
    groups = [data.draw(st.sampled_from("红汇播")) for _ in rows]
    found = weighted_coefficients_of_variation_by(groups, *zip(*rows, strict=True))
    assert list(found) == list(dict.fromkeys(groups))
    for group, value in found.items():
        own = [row for row, of in zip(rows, groups, strict=True) if of == group]
        assert value == pytest.approx(weighted_coefficient_of_variation(*zip(*own, strict=True)), nan_ok=True)


def test_where_nobody_has_anything_there_is_no_coefficient() -> None:
    assert math.isnan(weighted_coefficient_of_variation([0, 0], [5, 7]))
    assert math.isnan(coefficient_of_variation([0, 0], [5, 7]))


def test_a_gap_says_lowest_highest_and_how_many_times() -> None:
    found = gap([10, 40], [10, 10])
    assert (found.lowest, found.highest, found.difference, found.times) == (1, 4, 3, 4)
    assert gap([0, 40], [10, 10]).times == math.inf
    assert math.isnan(gap([0, 0], [10, 10]).times)


@whole
@given(st.lists(st.integers(-50, 50), min_size=1, max_size=30))
def test_the_middle_of_equal_weights_is_the_ordinary_median(values: list[int]) -> None:
    assert weighted_percentile(values, [3] * len(values), 0.5) == median(values)


@whole
@given(st.lists(st.tuples(st.integers(-20, 20), st.integers(1, 6)), min_size=1, max_size=12), st.integers(0, 20))
def test_a_weight_stands_for_as_many_alike_rows(rows: list[tuple[int, int]], twentieths: int) -> None:
    values, weights = zip(*rows, strict=True)
    repeated = [value for value, weight in rows for _ in range(weight)]
    assert weighted_percentile(values, weights, twentieths / 20) == weighted_percentile(
        repeated, [1] * len(repeated), twentieths / 20
    )


def test_equal_values_share_a_rank_and_the_next_is_counted_on() -> None:
    assert ranks([5, 9, 9, 1]).tolist() == [3, 1, 1, 4]
    assert ranks([5, 9, 9, 1], highest_first=False).tolist() == [2, 3, 3, 1]
    assert shares_at_or_below([5, 9, 9, 1]).tolist() == [0.5, 1, 1, 0.25]


@pytest.mark.parametrize(
    ("amount", "pupils", "said"),
    [
        ([1, 2], [3], "amount has 2 numbers where 1 are needed"),
        ([1, -2], [3, 4], "amount[1] is below 0"),
        ([1, 2], [3, 0], "size[1] is not above 0"),
        ([1, math.nan], [3, 4], "amount[1] is no finite number"),
        ([], [], "size is one column of at least one number"),
    ],
)
def test_bad_columns_are_refused_by_name_and_row(amount: list[float], pupils: list[float], said: str) -> None:
    with pytest.raises(ValueError) as refused:
        weighted_coefficient_of_variation(amount, pupils)
    assert said in str(refused.value)


def test_bad_labels_and_quantiles_are_refused_in_words() -> None:
    with pytest.raises(ValueError, match="groups has 1 labels where 2 are needed"):
        weighted_coefficients_of_variation_by(["a"], [1, 2], [3, 4])
    with pytest.raises(ValueError, match="a quantile lies between 0 and 1"):
        weighted_percentile([1], [1], 1.5)
