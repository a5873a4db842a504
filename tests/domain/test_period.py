"""Periods: ids, order, containment, words."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yaodian.domain.period import DAY, TEN_DAYS, TERM, InvalidPeriod, Period, PeriodType

days = st.dates(date(1902, 1, 1), date(2198, 12, 31))
periods = st.builds(Period.of, st.sampled_from(PeriodType), days)
near = st.builds(Period.of, st.sampled_from(PeriodType), st.dates(date(2019, 7, 1), date(2021, 2, 1)))


@given(periods)
def test_an_id_reads_back_as_the_same_period(period: Period) -> None:
    assert Period.parse(str(period)) == period
    assert hash(Period.parse(str(period))) == hash(period)


@given(st.sampled_from(PeriodType), days)
def test_the_period_of_a_day_holds_the_day(kind: PeriodType, on: date) -> None:
    assert Period.of(kind, on).contains(on)
    assert Period.of(kind, on).contains(Period.of(DAY, on))


@given(periods)
def test_every_day_belongs_to_exactly_one_period_of_a_type(period: Period) -> None:
    assert period.next.first == period.last + timedelta(days=1)
    assert period.next.previous == period == period.previous.next
    assert Period.of(period.type, period.first) == Period.of(period.type, period.last) == period


@given(near, near)
def test_order_is_total_and_follows_the_first_day(one: Period, other: Period) -> None:
    assert (one < other) + (one == other) + (one > other) == 1
    assert (one == other) == (str(one) == str(other))
    if one < other:
        assert one.first <= other.first


@given(near, near, near)
def test_order_is_transitive(a: Period, b: Period, c: Period) -> None:
    if a <= b <= c:
        assert a <= c


@given(near, near, near)
def test_containment_is_transitive(a: Period, b: Period, c: Period) -> None:
    assert a.contains(a)
    if a.contains(b) and b.contains(c):
        assert a.contains(c)


@given(near, near)
def test_a_period_stands_before_the_shorter_ones_it_holds(a: Period, b: Period) -> None:
    if a.contains(b) and not b.contains(a):
        assert a.first < b.first or a < b


@pytest.mark.parametrize(
    ("text", "first", "last", "label"),
    [
        ("2020", "2020-01-01", "2020-12-31", "2020年"),
        ("2020F", "2020-01-01", "2020-12-31", "2020财政年度"),
        ("2019S", "2019-09-01", "2020-08-31", "2019—2020学年"),
        ("2019S1", "2019-09-01", "2020-01-31", "2019—2020学年第一学期"),
        ("2019S2", "2020-02-01", "2020-08-31", "2019—2020学年第二学期"),
        ("2020-Q3", "2020-07-01", "2020-09-30", "2020年第三季度"),
        ("2020-B4", "2020-07-01", "2020-08-31", "2020年7—8月"),
        ("2020-02", "2020-02-01", "2020-02-29", "2020年2月"),
        ("2020-02-X3", "2020-02-21", "2020-02-29", "2020年2月下旬"),
        ("2020-08-21", "2020-08-21", "2020-08-21", "2020年8月21日"),
    ],
)
def test_each_form_has_its_days_and_its_words(text: str, first: str, last: str, label: str) -> None:
    period = Period(text)
    assert (period.first.isoformat(), period.last.isoformat(), period.label) == (first, last, label)


@pytest.mark.parametrize("text", ["", "20", "2020-13", "2020-Q5", "2020-B7", "2020-08-X4", "2021-02-29", "2019S3"])
def test_what_is_no_period_is_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(InvalidPeriod) as refused:
        Period(text)
    assert "时期" in refused.value.words.zh and refused.value.words.en


@pytest.mark.parametrize("text", ["２０２０", "2020 ", "2020-8", "3020", "0001", "2020f"])
def test_only_the_exact_form_of_an_id_is_read(text: str) -> None:
    with pytest.raises(InvalidPeriod):
        Period.parse(text)


def test_a_month_ends_with_a_third_of_eight_to_eleven_days() -> None:
    assert Period.of(TEN_DAYS, date(2020, 8, 31)) == Period("2020-08-X3")
    assert Period.of(TEN_DAYS, date(2020, 8, 10)) == Period("2020-08-X1")


def test_january_belongs_to_the_autumn_term() -> None:
    assert Period.of(TERM, date(2020, 1, 15)) == Period("2019S1")
    assert Period.of(TERM, date(2020, 2, 1)) == Period("2019S2")
