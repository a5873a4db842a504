"""The shipped bureau's files give its counties, their history and its offices."""

from __future__ import annotations

from datetime import date

from yaodian.workspace.bureau import load_bureau, shipped_folder
from yaodian.workspace.organisation import seeded
from yaodian.workspace.places import bureau_places

CITY = seeded(load_bureau(None), bureau_places(shipped_folder()))
ON = date(2020, 9, 1)


def test_the_city_holds_its_reporting_places_and_its_offices() -> None:
    kinds = [unit.kind for unit in CITY.below("520300", ON)]
    assert kinds.count("county") == 15
    assert kinds.count("office") >= 10


def test_the_county_that_became_a_district_is_stood_for_by_three() -> None:
    assert [unit.code for unit in CITY.heirs("520321", date(2016, 1, 1))] == ["520321"]
    assert [unit.code for unit in CITY.heirs("520321", ON)] == ["520304", "520302", "520303"]
    assert CITY.forebears("520304", ON) == ["520321"]
