"""Cheapest repairs: against every repair there is in tiny counties, and within seconds in a county of three hundred."""

from __future__ import annotations

import itertools
import math
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.effort import EXAMPLES
from yaodian.algorithms.repair import Outcome, Repair, Resource, cheapest_repair
from yaodian.algorithms.variation import weighted_coefficient_of_variation


def is_kept(pupils: Any, resources: list[Resource], added: Any, required: int, rest: float) -> bool:
    """The rule itself, written anew: thresholds by school, coefficients by resource."""
    after = [np.array(r.amount) + np.array(a) for r, a in zip(resources, added, strict=True)]
    shares = np.array([y / (r.threshold * np.array(pupils)) for r, y in zip(resources, after, strict=True)]) + 1e-9
    by_school = (shares >= 1).sum(axis=0) >= required
    vary = [weighted_coefficient_of_variation(y, pupils) > r.limit for r, y in zip(resources, after, strict=True)]
    return bool(by_school.all() and (shares >= rest).all() and not any(vary))


def cheapest_of_all(pupils: list[int], resources: list[Resource], required: int, rest: float, most: int) -> float:
    """Every way to add up to `most` whole things to each school, tried: those of one resource that keep its coefficient and
    `rest`, with the schools that they bring to the threshold, then each of them beside each of the others'."""
    ways = list(itertools.product(range(most + 1), repeat=len(pupils)))
    costs, met = np.zeros(1), np.zeros((1, len(pupils)), dtype=int)
    for r in resources:
        after = {way: np.array(r.amount) + way for way in ways}
        shares = {way: y / (r.threshold * np.array(pupils)) + 1e-9 for way, y in after.items()}
        kept = [
            way
            for way in ways
            if (shares[way] >= rest).all() and not weighted_coefficient_of_variation(after[way], pupils) > r.limit
        ]
        own = np.array([shares[way] >= 1 for way in kept], dtype=int).reshape(-1, len(pupils))
        costs = np.add.outer(costs, [r.unit_cost * sum(way) for way in kept]).ravel()
        met = (met[:, None] + own[None]).reshape(-1, len(pupils))
    return min(costs[(met >= required).all(axis=1)], default=math.inf)


tiny = st.tuples(
    st.lists(st.integers(20, 90), min_size=2, max_size=3),
    st.lists(st.tuples(st.lists(st.integers(0, 4), min_size=3, max_size=3), st.integers(1, 9)), min_size=2, max_size=2),
    st.sampled_from((0.137, 0.253, 0.411)),
    st.integers(0, 2),
)


@settings(max_examples=min(EXAMPLES, 300) // 3, deadline=None)
@given(tiny)
@example(([20, 76], [([0, 0, 0], 1), ([0, 0, 0], 1)], 0.137, 1))  # room for 3 where a threshold asks for 4
def test_no_repair_of_a_tiny_county_is_cheaper(drawn: Any) -> None:
    pupils, rows, limit, required = drawn
    room, n = 3, len(pupils)
    resources = [Resource(amount[:n], 0.04, limit, cost, True, [room] * n) for amount, cost in rows]
    found = cheapest_repair(pupils, resources, required=required, rest=0.5, gap=0, time_limit=20)
    best = cheapest_of_all(pupils, resources, required, 0.5, room)
    assert found.cost == pytest.approx(best)
    if found.additions is None:
        assert found.outcome is Outcome.IMPOSSIBLE
    else:
        assert is_kept(pupils, resources, found.additions, required, 0.5)


def county(schools: int, spread: float, limit: float) -> tuple[list[float], list[Resource]]:
    """An invented county with seven resources, four of them counted, at the national thresholds for primary schools."""
    chance = np.random.default_rng(schools)
    pupils = np.round(np.exp(chance.normal(6, 0.8, schools))).clip(20, 3000)
    thresholds = (0.042, 0.01, 0.009, 4.5, 7.5, 2000, 0.023)
    costs = (120_000, 60_000, 100_000, 2_500, 600, 1, 20_000)
    resources = []
    for threshold, cost, whole in zip(thresholds, costs, (1, 1, 1, 0, 0, 0, 1), strict=True):
        amount = np.round(pupils * threshold * np.exp(chance.normal(0.15, spread, schools)), 0 if whole else 1)
        resources.append(Resource(amount.tolist(), threshold, limit, cost, bool(whole)))
    return pupils.tolist(), resources


def check(pupils: list[float], resources: list[Resource], found: Repair) -> None:
    assert found.additions is not None
    assert is_kept(pupils, resources, found.additions, 6, 0.85)
    assert all(a >= 0 for row in found.additions for a in row)
    assert all(a % 1 == 0 for r, row in zip(resources, found.additions, strict=True) if r.whole for a in row)
    assert found.bound <= found.cost
    assert found.cost == pytest.approx(
        sum(r.unit_cost * sum(row) for r, row in zip(resources, found.additions, strict=True))
    )


def test_three_hundred_schools_are_repaired_within_seconds() -> None:
    """Here every coefficient must fall from about 0.9 to 0.5: the repair found is dearer than the bound by a hair."""
    pupils, resources = county(300, 0.8, 0.5)
    assert min(weighted_coefficient_of_variation(r.amount, pupils) for r in resources) > 0.7
    found = cheapest_repair(pupils, resources, required=6, rest=0.85, gap=0.01, time_limit=30)
    check(pupils, resources, found)
    assert found.outcome is Outcome.CHEAPEST
    assert found.gap <= 0.01
    assert max(found.variations) == pytest.approx(0.5, abs=1e-6)
    assert found.seconds < 20


def test_what_is_not_whole_is_added_in_steps_and_still_keeps_every_rule() -> None:
    pupils, resources = county(40, 0.8, 0.4)
    stepped = [replace(resource, step=0.01) for resource in resources]
    found = cheapest_repair(pupils, stepped, required=6, rest=0.85, gap=0.01, time_limit=10)
    check(pupils, stepped, found)
    assert found.additions is not None and any(a % 1 for row in found.additions for a in row)
    assert all(abs(a * 100 - round(a * 100)) < 1e-4 for row in found.additions for a in row)


def test_when_time_is_up_the_best_found_comes_with_its_bound() -> None:
    pupils, resources = county(60, 0.9, 0.3)
    found = cheapest_repair(pupils, resources, required=6, rest=0.85, gap=0, time_limit=0.5)
    check(pupils, resources, found)
    assert found.outcome in (Outcome.FOUND, Outcome.CHEAPEST)
    assert 0 <= found.gap < 0.2
    assert found.seconds < 5


def test_a_county_that_keeps_every_rule_needs_nothing() -> None:
    found = cheapest_repair([100, 200], [Resource([5, 10], 0.04, 0.5, 7, True)], required=1, rest=0.85)
    assert (found.outcome, found.cost, found.gap) == (Outcome.CHEAPEST, 0, 0)
    assert found.additions == ((0, 0),)


def test_one_threshold_may_be_missed_by_fifteen_percent_and_it_is_the_dearest() -> None:
    dear, cheap = Resource([80], 1, math.inf, 10), Resource([80], 1, math.inf, 1)
    found = cheapest_repair([100], [dear, cheap], required=1, rest=0.85)
    assert found.additions is not None
    assert found.additions[0] == pytest.approx((5,))
    assert found.additions[1] == pytest.approx((20,))


def test_the_rich_keep_what_they_have_and_the_poor_are_raised() -> None:
    found = cheapest_repair([100, 100], [Resource([100, 300], 0.5, 0.2, 1)], required=1, rest=0.85, gap=1e-7)
    assert found.additions is not None
    assert found.additions[0] == pytest.approx((100, 0), abs=1e-3)  # (300 − x)/(300 + x) = 0.2 at x = 200


def test_without_room_a_repair_is_proven_impossible() -> None:
    found = cheapest_repair([100, 100], [Resource([1, 9], 0.01, 0.2, 1, True, [2, 2])], required=1, rest=0.85)
    assert (found.outcome, found.additions, found.gap) == (Outcome.IMPOSSIBLE, None, math.inf)


@pytest.mark.parametrize(
    ("given_", "said"),
    [
        ({"pupils": [0]}, "pupils\\[0\\] is not above 0"),
        ({"required": 2}, "make no rule"),
        ({"resources": [Resource([1, 2], 1, 0.5, 1)]}, "amount has 2 numbers"),
        ({"resources": [Resource([1], 1, 0, 1)]}, "a limit of variation is above 0"),
        ({"resources": [Resource([1], 1, 0.5, 0)]}, "unit costs\\[0\\] is not above 0"),
    ],
)
def test_what_is_no_county_is_refused_in_words(given_: dict[str, Any], said: str) -> None:
    plain: dict[str, Any] = {"pupils": [5], "resources": [Resource([1], 1, 0.5, 1)], "required": 1, "rest": 0.85}
    with pytest.raises(ValueError, match=said):
        cheapest_repair(**plain | given_)
