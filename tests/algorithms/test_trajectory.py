"""Trajectories: what few values allow to say, and whether the intervals hold on processes that are known."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.effort import EFFORT, EXAMPLES
from yaodian.algorithms.trajectory import CUMULATIVE, LEVEL, RATIO, Course, trajectory

REPETITIONS = 4000 if EFFORT == "full" else 500
CONFIDENCE = 0.8
TOLERANCE = 3 * math.sqrt(CONFIDENCE * (1 - CONFIDENCE) / REPETITIONS)  # three standard deviations of the share covered
Chance = np.random.Generator
Drawn = tuple[list[float], float]  # values on the days 0, 10, 20 … and the one on the last day, which is to be foretold
whole = settings(max_examples=EXAMPLES, deadline=None)


def test_one_value_has_no_trajectory() -> None:
    assert trajectory([3], [0.5], course=RATIO, at=9) is None


def test_two_values_give_a_direction_and_no_certainty() -> None:
    level = trajectory([0, 10], [5, 7.5], course=LEVEL, at=20, promise=9, bounds=(0, math.inf))
    ratio = trajectory([0, 10], [0.5, 0.6], course=RATIO, at=20, promise=0.9)
    assert level is not None and ratio is not None
    assert (level.expected, level.low, level.high, level.chance) == (10, 0, math.inf, None)
    assert 0.6 < ratio.expected < 0.8
    assert (ratio.low, ratio.high, ratio.chance) == (0, 1, None)


def test_a_line_is_carried_on_with_the_interval_of_the_textbook() -> None:
    """Residuals ±1/3, −2/3 … by hand: y = 1, 3, 4 on days 0, 1, 2: slope 1.5, mean 8/3, Σr² = 1/6, one degree of freedom."""
    found = trajectory([0, 1, 2], [1.0, 3.0, 4.0], course=LEVEL, at=3, confidence=0.8)
    assert found is not None
    assert found.expected == pytest.approx(8 / 3 + 1.5 * 2)
    half = 3.0777 * math.sqrt(1 / 6 * (1 + 1 / 3 + 4 / 2))
    assert (found.low, found.high) == pytest.approx((found.expected - half, found.expected + half), rel=1e-4)


def test_whole_numbers_on_a_straight_line_are_not_foretold_without_doubt() -> None:
    found = trajectory([0, 1, 2], [10, 8, 6], course=LEVEL, at=3, promise=4, rising=False)
    assert found is not None and found.chance is not None
    assert found.low < 4 < found.high
    assert 0.4 < found.chance < 0.6


def test_a_count_goes_on_at_its_rate_and_keeps_what_is_done() -> None:
    found = trajectory([0, 20, 40], [0, 22, 40], course=CUMULATIVE, at=60, promise=60)
    assert found is not None and found.chance is not None
    assert found.expected == 60
    assert 40 <= found.low < 60 < found.high
    assert 0.4 < found.chance < 0.7


def test_what_is_done_is_reached_whatever_the_rate() -> None:
    done = trajectory([0, 20], [0, 30], course=CUMULATIVE, at=60, promise=30)
    over = trajectory([0, 20], [0, 30], course=CUMULATIVE, at=60, promise=29, rising=False)
    assert done is not None and done.chance == 1
    assert over is not None and over.chance == 0


def test_a_count_that_stands_still_may_still_move() -> None:
    found = trajectory([0, 20, 40], [5, 5, 5], course=CUMULATIVE, at=60, promise=6)
    assert found is not None and found.chance is not None
    assert (found.expected, found.low) == (5, 5)
    assert 0 < found.chance < 0.5


def test_two_sums_of_money_do_not_show_how_unsteady_they_are() -> None:
    found = trajectory([0, 20], [0.0, 1234.56], course=CUMULATIVE, at=40, promise=2000)
    assert found is not None
    assert (found.low, found.high, found.chance) == (1234.56, math.inf, None)


@whole
@given(
    st.lists(st.floats(0, 1), min_size=3, max_size=9),
    st.integers(1, 400),
    st.floats(0, 1),
    st.floats(0, 1),
    st.booleans(),
)
def test_ratios_stay_ratios_and_a_nearer_promise_is_likelier(
    values: list[float], ahead: int, one: float, other: float, rising: bool
) -> None:
    days = [10 * n for n in range(len(values))]
    chances = []
    for promise in sorted((one, other), reverse=not rising):
        found = trajectory(days, values, course=RATIO, at=days[-1] + ahead, promise=promise, rising=rising)
        assert found is not None and found.chance is not None
        assert 0 <= found.low <= found.expected <= found.high <= 1
        chances.append(found.chance)
    assert 0 <= chances[1] <= chances[0] <= 1


@whole
@given(st.lists(st.integers(0, 50), min_size=1, max_size=9), st.integers(1, 400))
def test_counts_never_fall_below_what_is_done(added: list[int], ahead: int) -> None:
    values = [0, *np.cumsum(added).tolist()]
    found = trajectory(range(len(values)), values, course=CUMULATIVE, at=len(values) + ahead)
    assert found is not None
    assert values[-1] <= found.low <= found.expected <= found.high


@pytest.mark.parametrize(
    ("days", "values", "course", "at", "said"),
    [
        ([0, 0], [1, 2], LEVEL, 5, "strict order"),
        ([0, 5], [1, 2], LEVEL, 5, "does not lie after"),
        ([0, 1], [2, 1], CUMULATIVE, 5, "never falls"),
        ([0, 1], [0.5, 80], RATIO, 5, "between 0 and 1"),
    ],
)
def test_values_that_have_no_course_are_refused_in_words(
    days: list[float], values: list[float], course: Course, at: float, said: str
) -> None:
    with pytest.raises(ValueError, match=said):
        trajectory(days, values, course=course, at=at)


def straight(noise: Callable[[Chance, int], np.ndarray]) -> Callable[[Chance, int], Drawn]:
    def draw(chance: Chance, points: int) -> Drawn:
        values = 50 + chance.normal() * np.arange(points + 1) + noise(chance, points + 1)
        return values[:-1].tolist(), float(values[-1])

    return draw


def slow_ratio(chance: Chance, points: int) -> Drawn:
    """A share that nears 1, measured from 400 persons each time."""
    share = 1 / (1 + np.exp(-(chance.normal(0.5, 0.5) + 0.3 * np.arange(points + 1))))
    seen = chance.binomial(400, share) / 400
    return seen[:-1].tolist(), float(seen[-1])


def counted(extra: float) -> Callable[[Chance, int], Drawn]:
    """Cumulative counts whose increments have `extra` times the variance of a Poisson count (40 in ten days)."""

    def draw(chance: Chance, points: int) -> Drawn:
        means = np.full(points, 40.0)
        added = chance.poisson(means) if extra == 1 else chance.negative_binomial(means / (extra - 1), 1 / extra)
        values = np.cumsum([0, *added])
        return values[:-1].tolist(), float(values[-1])

    return draw


def covered(draw: Callable[[Chance, int], Drawn], course: Course, points: int) -> float:
    chance, inside = np.random.default_rng(points), 0
    for _ in range(REPETITIONS):
        values, truth = draw(chance, points)
        found = trajectory(range(0, 10 * points, 10), values, course=course, at=10 * points, confidence=CONFIDENCE)
        assert found is not None
        inside += found.low - 0.5 * (course is CUMULATIVE) <= truth <= found.high + 0.5 * (course is CUMULATIVE)
    return inside / REPETITIONS


@pytest.mark.parametrize("points", [3, 5, 10])
@pytest.mark.parametrize(
    ("draw", "course"),
    [
        (straight(lambda chance, n: chance.normal(0, 3, n)), LEVEL),
        (straight(lambda chance, n: chance.standard_t(3, n)), LEVEL),
        (slow_ratio, RATIO),
    ],
    ids=["line", "line with outliers", "ratio"],
)
def test_eight_in_ten_intervals_hold_what_then_comes(
    draw: Callable[[Chance, int], Drawn], course: Course, points: int
) -> None:
    assert abs(covered(draw, course, points) - CONFIDENCE) <= TOLERANCE


@pytest.mark.parametrize("points", [3, 5, 10])
@pytest.mark.parametrize("extra", [1, 3, 8])
def test_intervals_of_counts_are_never_too_narrow(extra: float, points: int) -> None:
    """Few increments cannot show that they are steady, and what is done cannot be undone: 82 to 99.9 % are covered."""
    assert covered(counted(extra), CUMULATIVE, points) >= CONFIDENCE - TOLERANCE


def test_ten_unsteady_counts_give_an_interval_that_is_hardly_too_wide() -> None:
    assert covered(counted(8), CUMULATIVE, 10) <= CONFIDENCE + 0.03 + TOLERANCE
