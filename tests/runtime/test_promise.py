"""Promises: each operator on units that differ, and what “all” asks for."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.runtime.promised import DUE, none_left, observed, promised, schools
from yaodian.declare.indicator import DOWN, NONE, UP, Better
from yaodian.domain.plan import Operator
from yaodian.domain.quantity import UnitMismatch
from yaodian.domain.unit_of_measure import PERSON, SCHOOL_UNIT

ON = date(2020, 6, 30)


@pytest.mark.parametrize(
    ("op", "value", "better", "kept", "broken"),
    [
        ("=", 25, UP, (25, 30), (24,)),
        ("=", 25, DOWN, (25, 0), (26,)),
        ("=", 25, NONE, (25,), (24, 26)),
        (">=", 25, DOWN, (25, 30), (24,)),
        ("<=", 25, UP, (25, 0), (26,)),
        (">", 25, UP, (26,), (25,)),
        ("<", 25, UP, (24,), (25,)),
        ("~", 100, UP, (90, 200), (89,)),
        ("~", 100, NONE, (90, 110), (89, 111)),
        ("range", (20, 30), NONE, (20, 30), (19, 31)),
        ("range", (20, 30), UP, (20, 31), (19,)),
        ("increase", 5, NONE, (45, 50), (44,)),
        ("increase>=", 5, UP, (45, 50), (44,)),
        ("increase<=", 5, UP, (45, 40), (46,)),
        ("increase~", 10, UP, (49, 60), (48,)),
        ("increaserange", (5, 9), UP, (45, 60), (44,)),
        ("increase", None, UP, (41,), (40, 39)),
        ("decrease", 5, DOWN, (35, 30), (36,)),
        ("decrease>=", 5, DOWN, (35, 30), (36,)),
        ("decrease<=", 5, DOWN, (35, 40), (34,)),
        ("decrease~", 10, DOWN, (31, 20), (32,)),
        ("decreaserange", (5, 9), DOWN, (35, 20), (36,)),
        ("decrease", None, DOWN, (39,), (40, 41)),
    ],
)
def test_every_operator_says_which_values_keep_it(
    op: str, value: Any, better: Better, kept: tuple[int, ...], broken: tuple[int, ...]
) -> None:
    promise = schools(op, value, better=better, baseline=40)
    assert [v for v in kept if not promise.is_met(v)] == []
    assert [v for v in broken if promise.is_met(v)] == []


def test_no_operator_is_left_untested() -> None:
    rows = test_every_operator_says_which_values_keep_it.pytestmark[0].args[1]  # type: ignore[attr-defined]
    assert {row[0] for row in rows} | {"all"} == {op.value for op in Operator}


@pytest.mark.parametrize(("value", "unit"), [(80, "%"), (0.8, None), (800, "‰"), (8, "成"), ("4:5", None)])
def test_percents_are_held_against_ratios(value: Any, unit: str | None) -> None:
    promise = promised(">=", value, unit)
    assert promise.is_met(0.8)
    assert not promise.is_met(0.79)


def test_a_ratio_increases_by_points_and_a_count_by_percents_of_its_baseline() -> None:
    assert promised("increase", 5, "个百分点", baseline=0.6).missing(0.6) == pytest.approx(0.05)
    assert promised("increase", 5, "%", baseline=0.6).missing(0.6) == pytest.approx(0.05)
    assert promised("increase", 5, "%", of=SCHOOL_UNIT, baseline=60).missing(60) == pytest.approx(3)


def test_what_counts_something_else_is_refused() -> None:
    with pytest.raises(UnitMismatch):
        promised(">=", 25, "所", of=PERSON)


def test_a_promise_that_ends_before_it_starts_is_refused() -> None:
    with pytest.raises(ValueError, match="before it starts"):
        schools("=", 25, due=date(2019, 1, 1))


def test_all_is_kept_only_when_none_is_missing() -> None:
    everyone = promised("all")
    almost = everyone.reading(observed(ON, numerator=99_999, denominator=100_000))
    assert almost == 1
    assert not everyone.is_met(almost)
    assert everyone.reading(observed(ON, numerator=7, denominator=7)) == 0
    assert everyone.is_met(0)


def test_a_hundred_percent_without_its_count_does_not_show_that_none_is_missing() -> None:
    assert promised("all").reading(observed(ON, value=1.0)) is None
    assert promised("all", of=PERSON).reading(observed(ON, numerator=500)) is None


def test_where_fewer_is_better_the_cases_themselves_are_what_is_missing() -> None:
    assert none_left().reading(observed(ON, numerator=3)) == 3
    assert promised("all", better=DOWN).reading(observed(ON, numerator=3, denominator=900)) == 3


def test_an_increase_without_its_baseline_cannot_be_judged() -> None:
    promise = schools("increase", 5)
    assert promise.low is None
    assert promise.due == DUE
    with pytest.raises(ValueError, match="without its baseline"):
        promise.missing(3)
