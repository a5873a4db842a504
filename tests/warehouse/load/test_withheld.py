"""A snapshot of which wrong rows are kept back ends what it lacks, but for what those rows name or may name."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.warehouse.load.small.registers.pupils import Pupils
from tests.warehouse.load.some_pupils import HEADS, pupil, write_csv
from yaodian.warehouse.batch import Counts
from yaodian.warehouse.keys import Keys
from yaodian.warehouse.load.loading import Loading, Terms
from yaodian.warehouse.load.locker import FolderLocker
from yaodian.warehouse.store import Warehouse

FIRST, NEXT = date(2019, 9, 1), date(2020, 9, 1)
OTHER_SCHOOL = "2152000002"
NUMBER, BORN, SCHOOL = (HEADS.index(label) for label in ("学籍号", "出生日期", "学校标识码"))


def of_school(number: int, school: str) -> list[str]:
    row = pupil(number)
    row[SCHOOL] = school
    return row


class City:
    """Ten pupils in one school (0–9) and ten in another (10–19), and the snapshot of the next year."""

    def __init__(self, folder: Path) -> None:
        warehouse = Warehouse.create(folder / "w", Keys.new(demo=True))
        self.folder, self.loading = folder, Loading(warehouse, FolderLocker(folder / "locker", b"k" * 32))
        self.rows = [pupil(n) for n in range(10)] + [of_school(n, OTHER_SCHOOL) for n in range(10, 20)]
        self.load(self.rows, FIRST)

    def load(self, rows: list[list[str]], on: date = NEXT) -> Counts:
        path = write_csv(self.folder / f"{on}.csv", [HEADS, *rows])
        loaded = self.loading.load(Pupils, path, on, terms=Terms(accept_valid=True, expected=True))
        assert loaded.counts is not None
        return loaded.counts

    def without(self, *left: int) -> list[list[str]]:
        return [list(row) for number, row in enumerate(self.rows) if number not in left]


@pytest.fixture
def city(tmp_path: Path) -> City:
    return City(tmp_path)


def test_graduates_end_though_a_row_is_kept_back_and_its_pupil_stays(city: City) -> None:
    rows = city.without(7, 8, 17)
    rows[0][BORN] = "31/08/2014"
    assert city.load(rows) == Counts(same=16, ended=3, held_open=1)
    assert city.load(city.without(7, 8, 17)) == Counts(same=17)


def test_a_number_that_cannot_be_read_keeps_its_school_open_and_no_other(city: City) -> None:
    rows = city.without(7, 8, 17, 18)
    rows[0][NUMBER] = "5.20302E+17"
    assert city.load(rows) == Counts(same=15, ended=2, held_open=3)


def test_nothing_ends_where_neither_number_nor_school_can_be_read(city: City) -> None:
    rows = city.without(7, 8, 17, 18)
    rows[0][NUMBER], rows[0][SCHOOL] = "", "某小学"
    assert city.load(rows) == Counts(same=15, ended=0, held_open=5)


def test_a_number_that_stands_twice_names_its_pupil_all_the_same(city: City) -> None:
    rows = city.without(7)
    assert city.load([*rows, [*rows[0][:-1], "不同"]]) == Counts(same=18, ended=1, held_open=1)


def test_what_is_kept_back_of_a_school_that_is_not_in_the_file_holds_nothing_there(city: City) -> None:
    rows = [row for row in city.without(7) if row[SCHOOL] != OTHER_SCHOOL]
    assert city.load([*rows, [*of_school(12, OTHER_SCHOOL)[:BORN], "x", *pupil(12)[BORN + 1 :]]]) == Counts(
        same=9, ended=1
    )


def test_the_share_that_a_snapshot_may_end_does_not_count_what_is_held_open(city: City) -> None:
    rows = city.without(7, 8)
    rows[0][NUMBER] = ""
    path = write_csv(city.folder / "a.csv", [HEADS, *rows])
    loaded = city.loading.load(Pupils, path, NEXT, terms=Terms(accept_valid=True))
    assert loaded.counts == Counts(same=17, held_open=3)
