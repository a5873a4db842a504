"""The school calendar: working days with holidays and 调休, terms."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from yaodian.domain.period import Period
from yaodian.domain.schooldays import SchoolCalendar, Term

days = st.dates(date(2020, 1, 1), date(2020, 12, 31))
calendars = st.builds(
    lambda off, worked: SchoolCalendar((), frozenset(off - worked), frozenset(worked), frozenset({2020})),
    st.sets(days, max_size=20),
    st.sets(days, max_size=8),
)
MAY = SchoolCalendar(
    terms=(Term(Period("2019S2"), date(2020, 3, 16), date(2020, 7, 15)),),
    holidays=frozenset(date(2020, 5, d) for d in range(1, 6)),
    makeup_days=frozenset({date(2020, 4, 26), date(2020, 5, 9)}),
    years=frozenset({2020}),
)


@given(calendars, days)
def test_the_working_day_on_or_before_a_day_is_the_nearest_one(calendar: SchoolCalendar, on: date) -> None:
    found = calendar.working_day_on_or_before(on)
    assert found <= on and calendar.is_working_day(found)
    assert calendar.working_days_between(found, on) == 0


@given(calendars, days, st.integers(1, 40))
def test_adding_working_days_lands_on_the_nth_one(calendar: SchoolCalendar, on: date, n: int) -> None:
    there = calendar.add_working_days(on, n)
    assert calendar.is_working_day(there) and calendar.working_days_between(on, there) == n


@given(calendars, days, st.integers(0, 40))
def test_going_forth_and_back_returns_to_a_working_day(calendar: SchoolCalendar, on: date, n: int) -> None:
    start = calendar.working_day_on_or_before(on)
    assert calendar.add_working_days(calendar.add_working_days(start, n), -n) == start


@given(calendars, days, days, days)
def test_working_days_add_up_over_adjoining_stretches(calendar: SchoolCalendar, a: date, b: date, c: date) -> None:
    a, b, c = sorted((a, b, c))
    assert calendar.working_days_between(a, c) == sum(map(calendar.working_days_between, (a, b), (b, c)))


def test_a_sunday_worked_instead_counts_and_a_holiday_friday_does_not() -> None:
    assert MAY.is_working_day(date(2020, 4, 26)) and not MAY.is_working_day(date(2020, 5, 1))
    assert MAY.working_days_between(date(2020, 4, 24), date(2020, 5, 9)) == 9
    assert MAY.working_day_on_or_before(date(2020, 5, 5)) == date(2020, 4, 30)


def test_no_working_days_lie_between_a_day_and_an_earlier_one() -> None:
    assert MAY.working_days_between(date(2020, 5, 9), date(2020, 4, 1)) == 0


def test_an_unknown_year_has_only_weekends_and_says_so() -> None:
    assert not MAY.knows(date(2025, 10, 1)) and MAY.is_working_day(date(2025, 10, 1))


def test_a_known_term_has_its_real_days_and_others_their_nominal_ones() -> None:
    assert MAY.bounds(Period("2019S2")) == (date(2020, 3, 16), date(2020, 7, 15))
    assert MAY.bounds(Period("2020S1")) == (date(2020, 9, 1), date(2021, 1, 31))
    assert MAY.term(2019, 2) == MAY.term_of(date(2020, 3, 16)) == MAY.terms[0]
    assert MAY.term_of(date(2020, 3, 15)) is None and MAY.term(2020, 1) is None


def test_a_week_without_holidays_has_five_working_days() -> None:
    assert SchoolCalendar().working_days_between(date(2020, 6, 7), date(2020, 6, 7) + timedelta(days=7)) == 5
