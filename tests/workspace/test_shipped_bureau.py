"""The bureau that comes with the package: calendar, places and parameters of the plan year 2020."""

from __future__ import annotations

from datetime import date

import pytest

from yaodian.domain.place import Places
from yaodian.domain.schooldays import SchoolCalendar
from yaodian.workspace.bureau import load_bureau, shipped_folder
from yaodian.workspace.parameters import bureau_parameters
from yaodian.workspace.places import bureau_places

PLAN_DAY = date(2020, 2, 25)


@pytest.fixture(scope="module")
def calendar() -> SchoolCalendar:
    calendar = load_bureau().calendar
    assert calendar is not None
    return calendar


@pytest.fixture(scope="module")
def places() -> Places:
    return bureau_places(shipped_folder())


def test_the_years_around_the_plan_are_known(calendar: SchoolCalendar) -> None:
    assert calendar.years == {2019, 2020, 2021}


@pytest.mark.parametrize(("year", "days"), [(2019, 250), (2020, 249), (2021, 250)])
def test_a_year_has_its_number_of_working_days(calendar: SchoolCalendar, year: int, days: int) -> None:
    assert calendar.working_days_between(date(year - 1, 12, 31), date(year, 12, 31)) == days


def test_days_off_and_worked_days_are_what_they_should_be(calendar: SchoolCalendar) -> None:
    assert all(on.weekday() >= 5 for on in calendar.makeup_days)
    assert not calendar.holidays & calendar.makeup_days


def test_the_spring_festival_of_2020_ended_late_and_its_makeup_saturday_fell_away(calendar: SchoolCalendar) -> None:
    assert not calendar.is_working_day(date(2020, 1, 31)) and not calendar.is_working_day(date(2020, 2, 1))
    assert calendar.is_working_day(date(2020, 1, 19)) and calendar.is_working_day(date(2020, 2, 3))


def test_the_spring_term_of_2020_opened_in_march(calendar: SchoolCalendar) -> None:
    term = calendar.term(2019, 2)
    assert term is not None and term.starts_on == date(2020, 3, 16) and term.openings
    assert [str(t.period) for t in calendar.terms] == [f"{y}S{n}" for y in (2018, 2019, 2020, 2021) for n in (1, 2)]
    assert all(a.ends_on < b.starts_on for a, b in zip(calendar.terms, calendar.terms[1:], strict=False))


def test_fifteen_places_report_and_fourteen_are_statutory(places: Places) -> None:
    assert len(places.reporting(PLAN_DAY)) == 15 and len(places.statutory(PLAN_DAY)) == 14
    assert [p.code for p in places.children("520300", PLAN_DAY)] == [p.code for p in places.reporting(PLAN_DAY)]


def test_the_code_of_an_old_id_number_leads_to_the_district_that_took_over(places: Places) -> None:
    now, before = places.in_force("520321", PLAN_DAY), places.in_force("520321", date(2015, 9, 1))
    assert now is not None and now.name == "播州区"
    assert before is not None and before.name == "遵义县"


def test_the_new_district_is_exported_under_its_two_neighbours(places: Places) -> None:
    assert places.exported("5203X1") == ("520302", "520303")


def test_every_parameter_says_whether_it_was_checked_and_where_it_comes_from() -> None:
    for parameter in bureau_parameters(shipped_folder()).values():
        for since in parameter.editions["value"]:
            stated = parameter.on(since)
            assert stated.reference and isinstance(stated.unverified, bool)
