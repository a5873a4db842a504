"""Lights: every colour from dates and values alone, sentences that name both, and no light better for worse."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.effort import EXAMPLES
from tests.runtime.promised import DUE, START, THRESHOLDS, WEEKS, none_left, observed, promised, schools, target
from yaodian.algorithms.trajectory import RATIO as AS_RATIO
from yaodian.algorithms.trajectory import Trajectory
from yaodian.declare.indicator import UP, Better
from yaodian.declare.parameter import Parameter
from yaodian.domain.observation import REPORTED, Observation
from yaodian.domain.unit_of_measure import RATIO
from yaodian.runtime.in_force import in_force
from yaodian.runtime.lights import AMBER, GREEN, GREY, ORANGE, RED, UNKNOWN, Colour, Light, counts_by_light, light
from yaodian.runtime.outlook import outlook_of
from yaodian.runtime.promise import Promise, promise_of
from yaodian.runtime.thresholds import Thresholds
from yaodian.workspace.plans import shipped_catalogue

ORDER = (GREEN, AMBER, ORANGE, RED)
JUNE, TODAY = date(2020, 6, 30), date(2020, 10, 30)
whole = settings(max_examples=EXAMPLES, deadline=None)


def shown(promise: Promise, *known: Observation, on: date = TODAY, chance: float | None = None) -> Light:
    outlook = None if chance is None else Trajectory(1, 0.7, 0.6, 0.8, 0.8, 5, chance)
    return light(promise, known, outlook, THRESHOLDS, on, WEEKS)


AT_LEAST_80 = promised(">=", 80, "%", baseline=0.5)
NOBODY = promise_of(target(">=", 80, "%", None), unit=RATIO, better=UP, start=START, due=DUE)


@pytest.mark.parametrize(
    ("colour", "promise", "value", "on", "chance"),
    [
        (GREY, NOBODY, 0.9, TODAY, None),
        (UNKNOWN, AT_LEAST_80, None, TODAY, None),
        (GREEN, AT_LEAST_80, 0.8, TODAY, 0.0),
        (GREEN, AT_LEAST_80, 0.7, TODAY, 0.8),
        (AMBER, AT_LEAST_80, 0.7, TODAY, 0.79),
        (AMBER, AT_LEAST_80, 0.7, TODAY, 0.5),
        (ORANGE, AT_LEAST_80, 0.7, TODAY, 0.49),
        (ORANGE, AT_LEAST_80, 0.7, TODAY, 0.1),
        (RED, AT_LEAST_80, 0.7, TODAY, 0.09),
        (GREEN, AT_LEAST_80, 0.76, TODAY, None),  # 87 % of the way in 83 % of the time
        (GREEN, AT_LEAST_80, 0.5, date(2020, 9, 11), None),
        (AMBER, AT_LEAST_80, 0.7, TODAY, None),
        (ORANGE, AT_LEAST_80, 0.7, date(2020, 12, 1), None),
        (RED, AT_LEAST_80, 0.79, date(2021, 1, 1), None),
        (RED, AT_LEAST_80, 0.79, date(2021, 1, 1), 1.0),
        (GREEN, AT_LEAST_80, 0.8, date(2021, 1, 1), None),
    ],
)
def test_colours_follow_from_values_dates_and_chances(
    colour: Colour, promise: Promise, value: float | None, on: date, chance: float | None
) -> None:
    assert shown(promise, observed(JUNE, value=value), on=on, chance=chance).colour is colour


def test_the_sentence_says_what_is_missing_by_when() -> None:
    found = shown(AT_LEAST_80, observed(JUNE, numerator=72, denominator=100), on=date(2020, 12, 17), chance=0.24)
    assert found.why.zh == (
        "2020-12-31前应不低于80.0%，实测72.0%（截至2020-06-30），还差8.0个百分点，剩10个工作日，每个工作日需0.80个百分点，"
        "按走势到期为70.0%（80%的把握在60.0%—80.0%），如期达到的机会24%。"
    )
    assert found.why.en == (
        "By 2020-12-31 at least 80.0%, measured 72.0% as of 2020-06-30, 8.0 percentage points to go, 10 working days left, "
        "each needs 0.80 percentage points, heading for 70.0% (60.0%–80.0% with 80% confidence), 24% chance of keeping it "
        "in time."
    )


def test_all_is_red_for_one_missing_of_a_hundred_thousand() -> None:
    late = date(2021, 1, 4)
    found = shown(promised("all"), observed(JUNE, numerator=99_999, denominator=100_000), on=late)
    assert found.colour is RED
    assert (
        found.why.zh
        == "2020-12-31前应一个不缺（“all”），实测还缺1（99,999/100,000），截至2020-06-30，已过期4天，还差1。"
    )
    assert shown(promised("all"), observed(JUNE, numerator=100_000, denominator=100_000), on=late).colour is GREEN
    assert shown(none_left(), observed(JUNE, numerator=0), on=late).colour is GREEN


def test_a_reported_hundred_percent_does_not_light_all_green() -> None:
    found = shown(promised("all"), observed(JUNE, REPORTED, value=1.0))
    assert found.colour is UNKNOWN
    assert "只有比例" in found.why.zh


def test_reported_and_measured_that_differ_are_both_told_and_the_measured_decides() -> None:
    found = shown(AT_LEAST_80, observed(JUNE, value=0.7), observed(TODAY, REPORTED, value=0.95), on=date(2021, 1, 4))
    assert found.colour is RED
    assert "实测70.0%（截至2020-06-30）" in found.why.zh
    assert "而自报95.0%（截至2020-10-30），两者相差超过5%" in found.why.zh
    alike = shown(AT_LEAST_80, observed(JUNE, value=0.7), observed(TODAY, REPORTED, value=0.73))
    assert "自报" not in alike.why.zh


def test_what_is_withheld_is_not_shown_by_a_colour() -> None:
    found = shown(AT_LEAST_80, observed(JUNE, withheld=True))
    assert (found.colour, found.progress) == (UNKNOWN, None)
    assert "人数过少" in found.why.zh


def test_an_increase_without_its_baseline_is_unknown_and_says_so() -> None:
    found = shown(schools("increase", 5), observed(JUNE, numerator=7))
    assert found.colour is UNKNOWN
    assert "没有基数" in found.why.zh


def test_what_was_reached_after_the_deadline_says_so() -> None:
    found = shown(AT_LEAST_80, observed(date(2021, 2, 1), value=0.9), on=date(2021, 3, 1))
    assert found.colour is GREEN
    assert "期限后" in found.why.zh


def test_a_task_shows_counts_by_light_in_their_order() -> None:
    counts = counts_by_light([Light(c, NOBODY_WHY) for c in (RED, GREEN, GREEN, UNKNOWN)])
    assert list(counts.items()) == [(GREEN, 2), (AMBER, 0), (ORANGE, 0), (RED, 1), (GREY, 0), (UNKNOWN, 1)]


NOBODY_WHY = shown(NOBODY).why

days = st.dates(START, DUE + timedelta(days=90))
values = st.floats(0, 1)
promises = st.one_of(
    st.builds(lambda v, b: promised(">=", v, "%", baseline=b), st.integers(1, 100), st.none() | values),
    st.builds(
        lambda v, b: promised("<=", v, "%", better=Better.DOWN, baseline=b), st.integers(0, 99), st.none() | values
    ),
    st.builds(lambda v: promised("increase", v, "个百分点", baseline=0.3), st.integers(1, 60)),
)


@whole
@given(promises, values, values, days, days, st.none() | st.floats(0, 1))
def test_a_better_value_never_shows_a_worse_light(
    promise: Promise, one: float, other: float, seen_on: date, today: date, chance: float | None
) -> None:
    assume(seen_on <= today)
    better, worse = sorted((one, other), reverse=promise.better is UP)
    lights = [shown(promise, observed(seen_on, value=v), on=today, chance=chance).colour for v in (better, worse)]
    assert ORDER.index(lights[0]) <= ORDER.index(lights[1])


@whole
@given(promises, st.lists(st.tuples(days, values), min_size=1, max_size=6), days, days)
def test_a_later_day_never_shows_a_better_light_of_the_same_data(
    promise: Promise, known: list[tuple[date, float]], one: date, other: date
) -> None:
    earlier, later = sorted((one, other))
    seen = [observed(on, value=value) for on, value in known if on <= earlier]
    assume(seen)
    colours = []
    for today in (earlier, later):
        outlook = outlook_of(promise, seen, AS_RATIO, today, WEEKS)
        colours.append(light(promise, seen, outlook, THRESHOLDS, today, WEEKS).colour)
    assert ORDER.index(colours[0]) <= ORDER.index(colours[1])


anything: Any = st.one_of(promises, st.builds(promised, st.just("all")), st.just(NOBODY), st.just(none_left()))
seen_values = st.one_of(
    st.builds(lambda on, v: observed(on, value=v), days, values),
    st.builds(lambda on, n: observed(on, numerator=n, denominator=50), days, st.integers(0, 50)),
    st.builds(lambda on, v: observed(on, REPORTED, value=v), days, values),
    st.builds(lambda on: observed(on, withheld=True), days),
)


@whole
@given(anything, st.lists(seen_values, max_size=5), days, st.none() | st.floats(0, 1))
def test_every_sentence_names_a_number_and_a_day_in_both_languages(
    promise: Promise, known: list[Observation], today: date, chance: float | None
) -> None:
    found = shown(promise, *known, on=today, chance=chance)
    for sentence in found.why:
        assert str(DUE) in sentence
        assert re.search(r"\d", sentence.replace(str(DUE), "", 1)) or found.colour is GREY
    assert (found.progress is None) == (found.colour in (GREY, UNKNOWN))


def test_thresholds_are_the_dated_parameters_of_their_names() -> None:
    assert in_force(Thresholds, shipped_catalogue().of(Parameter), TODAY) == THRESHOLDS
