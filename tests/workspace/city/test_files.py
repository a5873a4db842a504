"""The files of the city: the same for the same seed, with headings and codes of their registers, and of the right size."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.effort import EFFORT
from tests.loaded_city import Written
from tests.workspace.city.reading import files_of, rows_of
from yaodian.declare.code_list import CodeList
from yaodian.declare.column import CODE
from yaodian.declare.register import Register
from yaodian.domain.finding import Refusal
from yaodian.workspace.city import write_city
from yaodian.workspace.records import records_catalogue

SCALE = 0.002 if EFFORT == "check" else 0.01
REGISTERS = records_catalogue().of(Register)


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_same_seed_gives_the_same_bytes_and_another_seed_others(tmp_path: Path) -> None:
    for name, seed in (("first", 7), ("again", 7), ("other", 8)):
        write_city(tmp_path / name, SCALE, seed)
    first = contents(tmp_path / "first")
    assert contents(tmp_path / "again") == first
    path = "files/students/学生基本信息-全市.csv"
    assert (tmp_path / "other" / path).read_bytes() != first[path]


def test_a_small_city_takes_less_than_ten_seconds(city: Written) -> None:
    assert city.seconds < 10


def test_a_folder_with_other_things_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("kept", encoding="utf-8")
    with pytest.raises(Refusal):
        write_city(tmp_path, 0.01, 7)
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_headings_codes_and_required_columns_are_the_registers(city: Written) -> None:
    lists = records_catalogue().of(CodeList)
    for path in sorted((city.folder / "files").rglob("*.*")):
        declared = REGISTERS[path.parent.name]
        heads, *rows = rows_of(path)
        taken = {}
        for at, head in enumerate(heads):
            named = [c for c in declared.columns if c.label == head] or [
                c for c in declared.columns if head in c.headings and c.name not in taken
            ]
            assert named, f"{path.name}: no column is called {head}"
            taken[named[0].name] = at
        missing = {c.name for c in declared.columns if c.required} - set(taken)
        assert not missing, f"{path.name} lacks {missing}"
        for column in declared.columns:
            if column.name not in taken or column.type is not CODE or column.codes == "towns":
                continue
            codes = lists[column.codes].codes if isinstance(column.codes, str) else column.codes
            known = {""} | {word for code in codes for word in (code.code, *code.words)}
            found = {row[taken[column.name]] for row in rows}
            assert found <= known, f"{path.name} {column.name}: {found - known}"


def test_required_columns_hold_a_value_in_every_row(city: Written) -> None:
    for register in ("schools", "classes", "residents", "aid_payments", "meal_purchases", "absences"):
        required = {c.label for c in REGISTERS[register].columns if c.required}
        for path in files_of(city.folder, register):
            heads, *rows = rows_of(path)
            for at, head in enumerate(heads):
                assert head not in required or all(row[at] for row in rows), f"{path.name}: {head}"


def test_keys_are_unique_but_where_a_fault_was_meant(city: Written) -> None:
    for register in (
        "students",
        "schools",
        "units",
        "classes",
        "teachers",
        "aid_payments",
        "attendance_days",
        "projects",
    ):
        declared = REGISTERS[register]
        for path in files_of(city.folder, register):
            heads, *rows = rows_of(path)
            places = [
                next(at for at, h in enumerate(heads) if h in declared.column(name).headings) for name in declared.key
            ]
            keys = [tuple(row[at] for at in places) for row in rows]
            assert len(set(keys)) == len(keys), path.name


def test_the_load_order_names_every_file_once(city: Written) -> None:
    lines = (city.folder / "load-order.txt").read_text(encoding="utf-8").splitlines()
    files = [line.split("\t")[1] for line in lines if not line.startswith("#")]
    there = {str(path.relative_to(city.folder)) for path in (city.folder / "files").rglob("*.*")}
    assert len(files) == len(set(files)) and set(files) == there


@pytest.mark.parametrize(
    ("register", "least", "most"),
    [
        ("students", 14_000, 15_800),
        ("enrolments", 26_000, 28_500),
        ("teachers", 900, 1_150),
        ("residents", 15_000, 18_500),
        ("guardians", 22_000, 27_000),
    ],
)
def test_a_hundredth_of_the_city_has_a_hundredth_of_its_rows(
    city: Written, register: str, least: int, most: int
) -> None:
    assert least <= city.rows[register] <= most


def test_layouts_of_files_differ(city: Written) -> None:
    files = list((city.folder / "files").rglob("*.*"))
    assert {path.suffix for path in files} == {".csv", ".xlsx"}
    marks = {path.read_bytes().startswith(b"\xef\xbb\xbf") for path in files if path.suffix == ".csv"}
    assert marks == {True, False}
    assert "演示数据" in (city.folder / "README.md").read_text(encoding="utf-8")
