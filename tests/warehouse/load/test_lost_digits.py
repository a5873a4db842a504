"""Lost digits: filled where other registers know of exactly one number, marked so; an error where none or several fit."""

from __future__ import annotations

from pathlib import Path

import pytest

from yaodian.declare.register import Register
from yaodian.domain.finding import Severity
from yaodian.warehouse.load.loading import Terms
from yaodian.warehouse.load.lost_digits import could_be
from yaodian.warehouse.store import Warehouse
from yaodian.warehouse.vault import vault_schema
from yaodian.workspace.records import records_catalogue
from yaodian.workspace.records_loading import Loaded, Upload, date, load, warehouse_at

STUDENTS = "学籍号,姓名,身份证件号,性别,出生日期"
ROLL = "学籍号,学校标识码,班号,学段,年级,姓名,身份证件号,性别,出生日期,学籍状态,就读方式"
LOST = "5.20302E+17"
IDS = ("520302201408310013", "520302201408310030", "520302201408310056")


@pytest.fixture
def warehouse(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Warehouse:
    monkeypatch.setenv("YAODIAN_KEY_FILE", str(tmp_path / "keys"))
    return warehouse_at(tmp_path / "records")


def loaded(warehouse: Warehouse, register: str, lines: list[str], accept_valid: bool = False) -> Loaded:
    path = warehouse.folder.parent / f"{register}.csv"
    path.write_text("\n".join(lines), encoding="utf-8")
    declared = records_catalogue().of(Register)[register]
    return load(warehouse, Upload(declared, path, date(2019, 9, 1), {}), Terms(accept_valid))


def student(number: int, name: str, id_no: str, born: str = "2014-08-31") -> str:
    return f"J{number:018d},{name},{id_no},1,{born}"


def enrolled(number: int, name: str, id_no: str, born: str = "2014-08-31") -> str:
    return f"J{number:018d},2152000001,201901,primary,p1,{name},{id_no},1,{born},enrolled,day"


def test_the_only_candidate_is_filled_and_the_row_says_from_where(warehouse: Warehouse) -> None:
    assert loaded(warehouse, "students", [STUDENTS, student(1, "何某", IDS[0]), student(2, "李某", IDS[1])]).batch
    done = loaded(warehouse, "enrolments", [ROLL, enrolled(1, "何某", LOST), enrolled(2, "李某", IDS[1])])
    assert done.is_committed and done.counts is not None and (done.counts.new, done.counts.same) == (2, 0)
    ((key, rows),) = done.checked.by_cause.items()
    assert key[1] == "digits_filled" and rows == 1 and done.checked.cause(key[1]).severity is Severity.WARNING
    register = records_catalogue().of(Register)["enrolments"]
    reader = warehouse.reader()
    held = warehouse.engine.query("SELECT record_key, source FROM t", {"t": reader.rows(register)}, {}).to_pylist()
    private = warehouse.vault.read(reader.release.vault["enrolments"], vault_schema(register), ["id_no"]).to_pylist()
    ids = {row["record_key"]: row["id_no"] for row in private}
    assert {ids[row["record_key"]]: row["source"] for row in held} == {
        IDS[0]: "enrolments.csv（补自 students）",
        IDS[1]: "enrolments.csv",
    }
    again = loaded(warehouse, "enrolments", [ROLL, enrolled(1, "何某", LOST), enrolled(2, "李某", IDS[1])])
    assert again.counts is not None and (again.counts.new, again.counts.changed, again.counts.same) == (0, 0, 2)


@pytest.mark.parametrize(
    "known",
    [
        student(1, "何某", IDS[0], "2014-08-30"),
        student(1, "贺某", IDS[0]),
        student(1, "何某", "110101201408310016"),
        student(9, "何某", IDS[0]),
    ],
    ids=["another birthday", "another name", "other first digits", "another student number"],
)
def test_a_number_of_someone_else_is_not_taken(warehouse: Warehouse, known: str) -> None:
    loaded(warehouse, "students", [STUDENTS, known, student(2, "李某", IDS[1])], accept_valid=True)
    done = loaded(warehouse, "enrolments", [ROLL, enrolled(1, "何某", LOST), enrolled(2, "李某", IDS[1])], True)
    assert [cause for _, cause in done.checked.by_cause if cause.startswith("digits")] == ["digits_lost"]
    assert done.counts is None or done.counts.new == 1


def test_two_candidates_leave_an_error(warehouse: Warehouse) -> None:
    loaded(warehouse, "students", [STUDENTS, student(1, "何某", IDS[0])])
    columns = [c for c in records_catalogue().of(Register)["residents"].columns if c.required]
    known = {"id_no": IDS[2], "name": "何某", "sex_code": "1", "birth_on": "2014-08-31"}
    heads, row = (
        ",".join(cells) for cells in zip(*((c.label, known.get(c.name, c.example)) for c in columns), strict=True)
    )
    assert loaded(warehouse, "residents", [heads, row]).is_committed
    done = loaded(warehouse, "enrolments", [ROLL, enrolled(1, "何某", LOST)])
    assert not done.is_committed and [cause for _, cause in done.checked.by_cause] == ["digits_lost"]


@pytest.mark.parametrize(
    ("text", "value", "fits"),
    [
        ("5.20302E+17", "520302201408310013", True),
        ("5.20302201408310E+17", "520302201408310013", True),
        ("5.2030E+17", "520299601408310013", True),
        ("5.20302E+17", "520303201408310013", False),
        ("5.20302E+14", "520302201408310013", False),
        ("5.20302E+17", "52030220140831001X", False),
    ],
)
def test_a_number_could_be_what_a_spreadsheet_showed(text: str, value: str, fits: bool) -> None:
    assert could_be(text, value) is fits
