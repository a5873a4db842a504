"""Sixty seeded faults in workbooks: each is reported at its cell with a hint, and no value of the vault is shown."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pyarrow as pa
import pytest

from tests.warehouse.load.small.registers.pupils import Pupils
from tests.warehouse.load.some_pupils import HEADS, pupils, write_xlsx
from yaodian.warehouse.load.checks import Against, check_file
from yaodian.warehouse.load.faults import address
from yaodian.warehouse.load.roots import roots

DAY = date(2020, 9, 1)
FAULTS = [
    ("学籍号", "", "required"), ("学籍号", "5203", "pattern"), ("学籍号", "X520302201408310013", "pattern"),
    ("学籍号", "5.20302201408310E+17", "digits_lost"), ("学籍号", "G52030220140831001", "pattern"),
    ("姓名", "", "required"), ("姓名", "   ", "required"), ("姓名", "\u200b", "required"), ("姓名", "长" * 10_001, "too_long"),
    ("身份证件号", "520302201408310014", "id_checksum"), ("身份证件号", "5.2030220140831E+17", "digits_lost"),
    ("身份证件号", "520325201002290010", "id_checksum"), ("身份证件号", "52030220140831001", "pattern"),
    ("身份证件号", "护照", "pattern"), ("身份证件号", "5.2E+17", "digits_lost"), ("身份证件号", "520302201408310000", "id_checksum"),
    ("性别", "", "required"), ("性别", "男生", "code"), ("性别", "3", "code"), ("性别", "M", "code"),
    ("出生日期", "", "required"), ("出生日期", "31/08/2014", "date"), ("出生日期", "2014-02-30", "date"),
    ("出生日期", "2014年8月", "date"), ("出生日期", "1814-08-31", "date"), ("出生日期", "去年", "date"),
    ("出生日期", "2014-13-01", "date"), ("出生日期", "20140230", "date"), ("出生日期", "99999", "date"),
    ("出生日期", "2020-08-31", "check:old_enough"),
    ("县（市、区）", "红花岗区", "pattern"), ("县（市、区）", "52030", "pattern"),
    ("学校标识码", "", "required"), ("学校标识码", "215200000", "pattern"), ("学校标识码", "2152000009", "reference"),
    ("学校标识码", "第一小学", "pattern"), ("学校标识码", "2.152E+09", "digits_lost"),
    ("年级", "", "required"), ("年级", "一年级", "integer"), ("年级", "1.5", "integer"), ("年级", "0", "too_low"),
    ("年级", "13", "too_high"), ("年级", "-1", "too_low"), ("年级", "1,5", "integer"),
    ("是否寄宿", "", "required"), ("是否寄宿", "也许", "boolean"), ("是否寄宿", "2", "boolean"),
    ("学年", "2019-13", "period"), ("学年", "去年", "period"), ("学年", "2019S3", "period"), ("学年", "9月", "period"),
    ("体重", "三十", "decimal"), ("体重", "-1", "too_low"), ("体重", "305", "too_high"), ("体重", "30.5元", "decimal"),
    ("出勤率", "98", "too_high"), ("出勤率", "高", "decimal"),
    ("资助金额", "很多", "money"), ("资助金额", "-1", "too_low"), ("录入时间", "早上", "instant"),
]  # fmt: skip
SCHOOLS = pa.table({"school_code": ["2152000001", "215200000", "第一小学", "2.152E+09"]})


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory):
    rows = pupils(len(FAULTS) + 5)
    for at, (label, value, _) in enumerate(FAULTS):
        rows[at][HEADS.index(label)] = value
    path = write_xlsx(tmp_path_factory.mktemp("faults") / "登记.xlsx", [HEADS, *rows])
    return check_file(Pupils, path, DAY, against=Against(keys_of=lambda _register, _columns: SCHOOLS))


def test_there_are_sixty() -> None:
    assert len(FAULTS) == 60


def test_each_is_reported_at_its_cell_with_a_hint(checked) -> None:
    found = {(f.row, f.cause): f for f in checked.faults()}
    missing = []
    for at, (label, value, cause) in enumerate(FAULTS):
        fault = found.get((at + 2, cause))
        cell = address(0 if cause.startswith("check:") else HEADS.index(label), at + 2)
        whole_row = cause.startswith("check:") and fault is not None and fault.row == at + 2
        if fault is None or not (fault.cell == cell or whole_row) or not fault.hint.zh or not fault.hint.en:
            missing.append((label, value[:20], cause, [f.cause for f in checked.faults() if f.row == at + 2]))
    assert not missing


def test_nothing_else_is_reported(checked) -> None:
    assert {f.row for f in checked.faults()} == set(range(2, 62))
    assert checked.valid.num_rows == 5
    assert len(checked.wrong_rows) == 60


def test_vault_values_are_masked_everywhere(checked) -> None:
    shown = repr(checked) + repr(list(checked.faults())) + repr(roots(checked))
    secrets = [v for label, v, _ in FAULTS if label in ("学籍号", "身份证件号", "姓名") and len(v.strip()) > 4]
    assert not [value for value in secrets if value in shown]


def test_roots_say_how_many_rows_one_fix_clears(tmp_path: Path) -> None:
    rows = pupils(12)
    for row in rows:
        row[4] = "31/08/2014"
    checked = check_file(Pupils, write_xlsx(tmp_path / "a.xlsx", [HEADS, *rows]), DAY)
    (root,) = roots(checked)
    assert (root.column, root.cause, root.rows) == ("birth_on", "date", 12)
    assert "dd/mm/yyyy" in root.words.zh and "12行" in root.words.zh and len(root.first) == 5
