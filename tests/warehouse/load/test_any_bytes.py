"""Whatever a file holds, it is read or refused in one sentence."""

from __future__ import annotations

import zipfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.effort import EFFORT
from tests.warehouse.load.small.registers.pupils import Pupils
from tests.warehouse.load.some_pupils import HEADS, pupils, write_csv, write_xlsx
from yaodian.domain.finding import Refusal
from yaodian.warehouse.load.checks import check_file
from yaodian.warehouse.load.roots import roots

DAY = date(2020, 9, 1)
TIMES = {"check": 10, "ci": 40, "full": 400}[EFFORT]
STARTS = st.sampled_from(
    [
        b"",
        b"PK\x03\x04",
        b"PAR1",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        b"\xef\xbb\xbf",
        b"\xff\xfe",
        ",".join(HEADS).encode() + b"\n",
    ]
)


def read(path: Path) -> None:
    try:
        checked = check_file(Pupils, path, DAY)
    except Refusal as refusal:
        assert refusal.words.zh and refusal.words.en and "\n" not in refusal.words.zh
    else:
        assert checked.valid.num_rows + len(checked.wrong_rows) <= checked.total
        list(checked.faults()), roots(checked)


@settings(max_examples=TIMES, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    STARTS,
    st.one_of(st.binary(max_size=300), st.text(max_size=200).map(lambda t: t.encode("utf-8", "replace"))),
    st.sampled_from([b"", b"PAR1"]),
)
def test_any_bytes_are_read_or_refused(tmp_path: Path, start: bytes, middle: bytes, end: bytes) -> None:
    path = tmp_path / "a.bin"
    path.write_bytes(start + middle + end)
    read(path)


@settings(max_examples=TIMES, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, 10**6), st.integers(0, 255))
def test_a_damaged_workbook(tmp_path: Path, at: int, value: int) -> None:
    path = write_xlsx(tmp_path / "a.xlsx", [HEADS, *pupils(3)])
    data = bytearray(path.read_bytes())
    data[at % len(data)] = value
    path.write_bytes(data)
    read(path)


def refused(path: Path, word: str) -> None:
    with pytest.raises(Refusal) as told:
        check_file(Pupils, path, DAY)
    assert word in told.value.words.zh, told.value.words.zh


def test_hostile_files_are_read_or_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    sheet = write_xlsx(tmp_path / "sound.xlsx", [HEADS, *pupils(3)])

    def with_member(name: str, data: bytes) -> Path:
        with zipfile.ZipFile(sheet) as sound, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
            for member in sound.infolist():
                if member.filename != name:
                    made.writestr(member, sound.read(member))
            made.writestr(name, data)
        return path

    refused(with_member("xl/vbaProject.bin", b"x"), "宏")
    refused(with_member("xl/big.bin", b"\0" * 50_000_000), "压缩")
    refused(with_member("../x.txt", b"x"), "路径")
    refused(with_member("xl/embeddings/a.docx", b"x"), "嵌")
    far = b'<worksheet><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>'
    refused(with_member("xl/worksheets/sheet1.xml", far), "空")
    (tmp_path / "b.pdf").write_bytes(b"%PDF-1.4")
    refused(tmp_path / "b.pdf", "PDF")
    (tmp_path / "c.csv").write_bytes(b"")
    refused(tmp_path / "c.csv", "空")
    refused(tmp_path / "none.csv", "没有")
    refused(write_csv(tmp_path / "d.csv", [["甲", "乙"], ["1", "2"]]), "表头")
    path.write_bytes(sheet.read_bytes()[:2000])
    refused(path, "损坏")
