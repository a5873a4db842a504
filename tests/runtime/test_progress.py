"""Progress: which observation speaks, the share of the way, what each working day would have to bring."""

from __future__ import annotations

from datetime import date

import pytest

from tests.runtime.promised import WEEKS, observed, promised, schools
from yaodian.algorithms.trajectory import CUMULATIVE, LEVEL, RATIO
from yaodian.domain.observation import EXTERNAL, MEASURED, REPORTED
from yaodian.runtime.outlook import outlook_of
from yaodian.runtime.progress import progress

JUNE, TODAY = date(2020, 6, 30), date(2020, 12, 17)  # ten working days before the deadline


def test_way_gone_remainder_and_needed_rate_are_told() -> None:
    done = progress(schools("=", 25, baseline=5), [observed(JUNE, numerator=15)], TODAY, WEEKS)
    assert done is not None
    assert (done.share, done.remaining, done.days_left, done.needed_rate) == (0.5, 10, 10, 1)


def test_what_is_reached_needs_nothing_and_what_is_late_has_no_rate() -> None:
    reached = progress(schools("=", 25), [observed(JUNE, numerator=26)], TODAY, WEEKS)
    late = progress(schools("=", 25), [observed(JUNE, numerator=24)], date(2021, 1, 4), WEEKS)
    assert reached is not None and late is not None
    assert (reached.share, reached.remaining, reached.needed_rate) == (1, 0, 0)
    assert (late.share, late.remaining, late.needed_rate) == (None, 1, None)


def test_a_value_that_fell_behind_its_baseline_has_gone_none_of_the_way() -> None:
    done = progress(schools("=", 25, baseline=5), [observed(JUNE, numerator=3)], TODAY, WEEKS)
    assert done is not None and done.share == 0


def test_the_measured_value_speaks_before_newer_ones_of_others() -> None:
    measured = observed(JUNE, MEASURED, value=0.5)
    published, reported = observed(TODAY, EXTERNAL, value=0.6), observed(TODAY, REPORTED, value=0.9)
    for known, speaks in (
        ([reported, published, measured], measured),
        ([reported, published], published),
        ([reported], reported),
    ):
        done = progress(promised(">=", 80, "%"), known, TODAY, WEEKS)
        assert done is not None and done.observation is speaks


def test_what_is_not_known_yet_and_what_is_withheld_do_not_speak() -> None:
    later, withheld = observed(date(2020, 12, 18), value=0.9), observed(JUNE, withheld=True)
    assert progress(promised(">=", 80, "%"), [later, withheld], TODAY, WEEKS) is None


def test_a_count_heads_for_the_deadline_over_working_days() -> None:
    known = [observed(date(2020, 11, day), numerator=n) for day, n in ((2, 0), (9, 5), (16, 10), (21, 14), (22, 15))]
    found = outlook_of(schools("=", 43), known, CUMULATIVE, TODAY, WEEKS)
    assert found is not None and found.chance is not None
    assert found.points == 4  # of a weekend's two values the last counts, on the Friday before
    assert found.expected == pytest.approx(15 + 29 * 15 / 14)
    assert 0.4 < found.chance < 0.75


def test_cases_missing_head_for_none_and_not_below() -> None:
    known = [observed(date(2020, n, 1), numerator=900 + 20 * n + n % 2, denominator=1000) for n in (1, 2, 3, 4)]
    found = outlook_of(promised("all"), known, RATIO, TODAY, WEEKS)
    assert found is not None and found.chance is not None
    assert (found.expected, found.low) == (0, 0)
    assert found.chance > 0.9


def test_falls_of_cumulative_amounts_and_passed_deadlines_have_no_outlook() -> None:
    fell = [observed(date(2020, n, 1), numerator=9 - n) for n in (1, 2, 3)]
    assert outlook_of(schools("=", 43), fell, CUMULATIVE, TODAY, WEEKS) is None
    after = [observed(date(2020, 12, 1), value=0.5), observed(date(2020, 12, 31), value=0.5)]
    assert outlook_of(promised(">=", 80, "%"), after, LEVEL, date(2021, 1, 4), WEEKS) is None
    assert outlook_of(schools("increase", 5), fell, LEVEL, TODAY, WEEKS) is None
