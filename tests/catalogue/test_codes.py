"""The shipped code lists: what an official's file writes leads to the code of the day."""

from __future__ import annotations

from datetime import date

import pytest

from yaodian.declare.code_list import CodeList
from yaodian.workspace.records import records_catalogue

LISTS = records_catalogue().of(CodeList)
ON = date(2020, 9, 1)


@pytest.mark.parametrize(
    ("listed", "word", "code"),
    [
        ("sexes", "男", "1"),
        ("ethnic_groups", "仡佬族", "37"),
        ("ethnic_groups", "苗", "06"),
        ("provinces", "贵州", "520000"),
        ("provinces", "内蒙古", "150000"),
        ("provinces", "上海市", "310000"),
        ("grades", "初三", "j3"),
        ("grades", "七年级", "j1"),
        ("degrees", "本科", "21"),
        ("professional_titles", "小学高级教师", "first"),
        ("professional_titles", "高级教师", "senior"),
        ("boarding_kinds", "住校", "boarding"),
        ("reporting_places", "新蒲新区", "5203X1"),
        ("reporting_places", "播州", "520304"),
        ("school_types", "幼儿园", "11"),
    ],
)
def test_a_word_of_a_file_leads_to_its_code(listed: str, word: str, code: str) -> None:
    found = LISTS[listed].called(word, ON)
    assert found is not None and found.code == code


def test_the_city_has_fifteen_reporting_places_and_kept_the_code_that_ended() -> None:
    places = LISTS["reporting_places"]
    assert len(places.in_force(ON)) == 15
    assert "520321" not in {c.code for c in places.in_force(ON)}
    before = {c.code for c in places.in_force(date(2016, 3, 19))}
    assert "520321" in before and "520304" not in before


def test_there_are_56_ethnic_groups_and_two_codes_beside() -> None:
    assert len(LISTS["ethnic_groups"].codes) == 58
    assert len(LISTS["provinces"].codes) == 34


def test_no_list_has_a_code_for_belief() -> None:
    assert not [c.label for listed in LISTS.values() for c in listed.codes if "教徒" in c.label or "信教" in c.label]
