"""Code lists: dated look-ups, lists of places, and what a list refuses."""

from __future__ import annotations

from datetime import date

import pytest

from yaodian.declare.catalogue import Catalogue
from yaodian.declare.code_list import CodeList, codes_of, with_places
from yaodian.declare.column import CODE, Code, Column
from yaodian.declare.declared import DeclarationError
from yaodian.domain.place import COUNTY, TOWN, Place, Places

SPLIT = date(2016, 3, 20)


class Shelves(CodeList):
    """A list whose second code took the first one's word."""

    label, reference = "书架", "测试用"
    codes = (Code("1", "东架", ("东",), until=SPLIT), Code("2", "新东架", ("东",), since=SPLIT), Code("3", "西架"))


class Wards(CodeList):
    """Places of a bureau."""

    label, reference, level = "片区", "测试用", COUNTY


class Streets(CodeList):
    """Places that the bureau does not list."""

    label, reference, level = "街道", "测试用", TOWN


CATALOGUE = Catalogue({CodeList: {"shelves": Shelves, "wards": Wards, "streets": Streets}})
PLACES = Places(
    (
        Place("21", "甲县", COUNTY, valid_to=SPLIT),
        Place("04", "甲区", COUNTY, aliases=("甲",), valid_from=SPLIT),
        Place("X1", "新区", COUNTY, statutory=False),
    )
)


def column(codes: str) -> Column:
    return Column(name="kept_code", type=CODE, label="所在", codes=codes)


def test_a_word_means_the_code_of_the_day() -> None:
    before, after = Shelves.called("东", date(2016, 3, 19)), Shelves.called("东", SPLIT)
    assert before is not None and before.code == "1"
    assert after is not None and after.code == "2"
    assert Shelves.called("1", SPLIT) is None
    assert Shelves.called("南", SPLIT) is None


def test_a_column_has_the_codes_of_the_list_it_names() -> None:
    assert [c.code for c in codes_of(column("shelves"), CATALOGUE, SPLIT)] == ["2", "3"]
    own = Column(name="kept_code", type=CODE, label="所在", codes=(Code("a", "甲", until=SPLIT), Code("b", "乙")))
    assert [c.code for c in codes_of(own, CATALOGUE, SPLIT)] == ["b"]
    assert codes_of(Column(name="kept", type="text", label="所在"), CATALOGUE, SPLIT) == ()  # type: ignore[arg-type]


def test_a_list_that_does_not_exist_is_named() -> None:
    with pytest.raises(LookupError, match="code list nowhere"):
        codes_of(column("nowhere"), CATALOGUE, SPLIT)


def test_a_list_of_places_is_filled_from_a_bureau() -> None:
    filled = with_places(CATALOGUE, PLACES)
    assert [c.code for c in codes_of(column("wards"), filled, date(2016, 3, 19))] == ["21", "X1"]
    assert [(c.code, c.words) for c in codes_of(column("wards"), filled, SPLIT)] == [
        ("04", ("甲区", "甲")),
        ("X1", ("新区",)),
    ]
    assert codes_of(column("streets"), filled, SPLIT) == ()
    assert Wards.codes == () and filled.of(CodeList)["shelves"] is Shelves


def test_one_word_for_two_codes_of_one_day_is_refused() -> None:
    with pytest.raises(DeclarationError, match="东"):
        type(
            "Twice", (CodeList,), {"label": "书架", "reference": "测试用", "codes": (Code("1", "东"), Code("2", "东"))}
        )


def test_a_list_without_codes_says_whose_places_it_lists() -> None:
    with pytest.raises(DeclarationError, match="level"):
        type("Empty", (CodeList,), {"label": "书架", "reference": "测试用"})
