"""Places: which one stands for a code on a day, who reports, under which code it is exported."""

from __future__ import annotations

from datetime import date

from yaodian.domain.place import CITY, COUNTY, SCHOOL, TOWN, Place, Places

SPLIT = date(2016, 3, 20)
PLACES = Places(
    (
        Place("900000", "某市", CITY),
        Place("900021", "甲县", COUNTY, "900000", ("甲",), valid_to=SPLIT, successors=("900004", "900002")),
        Place("900004", "甲区", COUNTY, "900000", valid_from=SPLIT),
        Place("900002", "乙区", COUNTY, "900000"),
        Place("9000X1", "新区", COUNTY, "900000", maps_to=("900002", "900004"), statutory=False),
        Place("900002001", "某镇", TOWN, "900002"),
    )
)


def test_an_old_code_leads_to_the_place_that_took_over() -> None:
    old, new = PLACES.in_force("900021", date(2016, 3, 19)), PLACES.in_force("900021", SPLIT)
    assert old is not None and old.name == "甲县"
    assert new is not None and new.name == "甲区"


def test_a_code_stands_for_nothing_before_its_place_existed() -> None:
    assert PLACES.in_force("900004", date(2010, 1, 1)) is None
    assert PLACES.in_force("123456", SPLIT) is None


def test_an_ended_place_is_still_found_by_its_code_but_not_by_its_name() -> None:
    ended = PLACES.with_code("900021")
    assert ended is not None and ended.names == ("甲县", "甲")
    assert PLACES.called("甲", date(2016, 1, 1)) == ended
    assert PLACES.called("甲县", date(2020, 1, 1)) is None


def test_the_places_that_report_are_more_than_the_statutory_ones() -> None:
    on = date(2020, 9, 1)
    assert [p.code for p in PLACES.reporting(on)] == ["900002", "900004", "9000X1"]
    assert [p.code for p in PLACES.statutory(on)] == ["900002", "900004"]
    assert [p.code for p in PLACES.children("900002", on)] == ["900002001"]


def test_a_place_of_the_bureaus_own_is_exported_under_the_divisions_it_lies_in() -> None:
    assert PLACES.exported("9000X1") == ("900002", "900004")
    assert PLACES.exported("900002") == ("900002",)
    assert PLACES.exported("123456") == ()


def test_successors_that_lead_in_a_circle_end_the_search() -> None:
    circle = Places(
        (
            Place("1", "一", COUNTY, valid_to=SPLIT, successors=("2",)),
            Place("2", "二", COUNTY, valid_to=SPLIT, successors=("1",)),
        )
    )
    assert circle.in_force("1", date(2020, 1, 1)) is None


def test_a_city_is_above_a_school_and_no_level_is_above_itself() -> None:
    assert CITY.is_above(SCHOOL) and not SCHOOL.is_above(CITY) and not TOWN.is_above(TOWN)
