"""Units as of a day: rename, split, merger, new parent, and what was known when."""

from __future__ import annotations

from datetime import UTC, date, datetime

from yaodian.domain.organisation import Organisation, OrganisationUnit, Succession

SPLIT, MERGER, RENAME = date(2016, 3, 20), date(2019, 9, 1), date(2018, 1, 1)
UNITS = Organisation(
    (
        OrganisationUnit("c", "某市", "bureau"),
        OrganisationUnit("old", "甲县", "county", "c", valid_to=SPLIT),
        OrganisationUnit("east", "甲区", "county", "c", valid_from=SPLIT),
        OrganisationUnit("west", "乙区", "county", "c"),
        OrganisationUnit("t1", "某镇", "township", "old", valid_to=SPLIT),
        OrganisationUnit("t1", "某镇", "township", "west", valid_from=SPLIT),
        OrganisationUnit("s1", "某镇小学", "school", "t1", valid_to=RENAME),
        OrganisationUnit("s1", "实验小学", "school", "t1", valid_from=RENAME),
        OrganisationUnit("s2", "某村小学", "school", "t1", valid_to=MERGER),
    ),
    (
        Succession("old", "east", SPLIT),
        Succession("old", "west", SPLIT, is_main=False),
        Succession("s2", "s1", MERGER),
    ),
)


def codes(units: list[OrganisationUnit]) -> list[str]:
    return [unit.code for unit in units]


def test_a_renamed_unit_keeps_its_code_and_both_names() -> None:
    before, after = UNITS.with_code("s1", date(2017, 12, 31)), UNITS.with_code("s1", RENAME)
    assert before is not None and before.name == "某镇小学"
    assert after is not None and after.name == "实验小学"
    assert [u.name for u in UNITS.history("s1")] == ["某镇小学", "实验小学"]


def test_ancestors_are_those_of_the_day() -> None:
    assert codes(UNITS.ancestors("s1", date(2016, 3, 19))) == ["t1", "old", "c"]
    assert codes(UNITS.ancestors("s1", SPLIT)) == ["t1", "west", "c"]
    assert UNITS.ancestors("nobody", SPLIT) == []


def test_what_lies_below_is_that_of_the_day() -> None:
    assert codes(UNITS.below("c", date(2016, 3, 19))) == ["old", "west", "t1", "s1", "s2"]
    assert codes(UNITS.below("west", MERGER)) == ["t1", "s1"]


def test_a_split_county_has_two_heirs_the_main_one_first() -> None:
    assert codes(UNITS.heirs("old", date(2016, 3, 19))) == ["old"]
    assert codes(UNITS.heirs("old", SPLIT)) == ["east", "west"]


def test_a_merged_school_is_stood_for_by_the_one_that_took_it() -> None:
    assert codes(UNITS.heirs("s2", date(2019, 8, 31))) == ["s2"]
    assert codes(UNITS.heirs("s2", MERGER)) == ["s1"]
    assert UNITS.forebears("s1", MERGER) == ["s2"]
    assert UNITS.forebears("s1", date(2019, 8, 31)) == []
    assert UNITS.heirs("nobody", MERGER) == []


def test_a_correction_does_not_change_what_was_known_before() -> None:
    noon = datetime(2020, 2, 1, 12, tzinfo=UTC)
    units = Organisation(
        (
            OrganisationUnit("x", "旧写法", "school", recorded_to=noon),
            OrganisationUnit("x", "改正后", "school", recorded_from=noon),
        )
    )
    then = units.as_known(datetime(2020, 1, 1, tzinfo=UTC)).with_code("x", MERGER)
    now = units.as_known(noon).with_code("x", MERGER)
    assert then is not None and then.name == "旧写法"
    assert now is not None and now.name == "改正后"


def test_parents_and_successors_in_a_circle_end_the_search() -> None:
    circle = Organisation(
        (OrganisationUnit("a", "甲", "county", "b"), OrganisationUnit("b", "乙", "county", "a")),
        (Succession("p", "q", SPLIT), Succession("q", "p", SPLIT)),
    )
    assert codes(circle.ancestors("a", SPLIT)) == ["b"]
    assert codes(circle.below("a", SPLIT)) == ["b"]
    assert circle.heirs("p", SPLIT) == []
    assert circle.forebears("p", SPLIT) == ["q"]
