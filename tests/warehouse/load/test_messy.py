"""Thirteen messy but valid files: none of their rows is refused."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import xlsxwriter

from tests.warehouse.load.small.registers.pupils import Pupils
from tests.warehouse.load.some_pupils import HEADS, pupil, pupils, write_csv, write_xlsx
from yaodian.warehouse.load.checked import Checked
from yaodian.warehouse.load.checks import check_file

DAY = date(2020, 9, 1)
FULL = str.maketrans("0123456789.-:G", "０１２３４５６７８９．－：Ｇ")


def gbk(folder: Path) -> Path:
    return write_csv(folder / "a.csv", [HEADS, *pupils(5)], "gb18030")


def bom_tab(folder: Path) -> Path:
    return write_csv(folder / "a.txt", [HEADS, *pupils(5)], "utf-8-sig", "\t")


def utf16_semicolon(folder: Path) -> Path:
    return write_csv(folder / "a.csv", [HEADS, *pupils(5)], "utf-16", ";")


def full_width(folder: Path) -> Path:
    rows = [[c if i in (1, 15) else c.translate(FULL) for i, c in enumerate(row)] for row in pupils(5)]
    return write_csv(folder / "a.csv", [HEADS, *rows])


def text_dates(folder: Path) -> Path:
    forms = ("2014.8.31", "2014年8月31日", "20140831", "2014/8/31", "41882")
    rows = [
        [*row[:4], form, *row[5:10], "2019-2020学年", *row[11:]] for row, form in zip(pupils(5), forms, strict=True)
    ]
    return write_csv(folder / "a.csv", [HEADS, *rows])


def element_names_and_initials(folder: Path) -> Path:
    heads = [
        "XJH",
        "XM",
        "SFZJH",
        "XBM",
        "CSRQ",
        "county_code",
        "XXDM",
        "NJ",
        "BH",
        "sfjs",
        "xn",
        "TZ",
        "CQL",
        "zzje",
        "LRSJ",
        "SM",
    ]
    return write_csv(folder / "a.csv", [heads, *pupils(5)])


def marks_and_brackets(folder: Path) -> Path:
    heads = [f"* {head}（必填）" for head in HEADS]
    heads[13] = "资助金额（元）"
    rows = [[*row[:13], "1,250.00", *row[14:]] for row in pupils(5)]
    return write_xlsx(folder / "a.xlsx", [heads, *rows], first=[["填表说明"], ["姓名", "写全名"]])


def totals_blank_lines_and_notes(folder: Path) -> Path:
    rows = [HEADS, *pupils(3), [], *pupils(5)[3:], ["合计", "5"], ["注：以上为全部学生"], ["填表人：某某"]]
    return write_csv(folder / "a.csv", rows)


def merged_headings(folder: Path) -> Path:
    path = folder / "a.xlsx"
    book = xlsxwriter.Workbook(str(path))
    page = book.add_worksheet("Sheet1")
    page.merge_range(0, 0, 0, 15, "某县学生登记表")
    page.write_string(1, 0, "填报日期：2020-09-01")
    page.merge_range(2, 0, 2, 4, "基本信息")
    page.merge_range(2, 5, 2, 9, "在校情况")
    for i, head in enumerate(HEADS):
        if i < 10:
            page.write_string(3, i, head)
        else:
            page.merge_range(2, i, 3, i, head)
    for at, row in enumerate(pupils(5), 4):
        page.write_row(at, 0, row)
    book.close()
    return path


def headings_over_two_rows(folder: Path) -> Path:
    path = folder / "a.xlsx"
    book = xlsxwriter.Workbook(str(path))
    page = book.add_worksheet()
    for i, head in enumerate(HEADS):
        page.merge_range(0, i, 1, i, head)
    for at, row in enumerate(pupils(5), 2):
        page.write_row(at, 0, row)
    book.close()
    return path


def typed_cells(folder: Path) -> Path:
    """Numbers, days and truth values as a spreadsheet holds them."""
    path = folder / "a.xlsx"
    book = xlsxwriter.Workbook(str(path))
    page, day = book.add_worksheet(), book.add_format({"num_format": "yyyy-mm-dd"})
    page.write_row(0, 0, HEADS)
    for at, row in enumerate(pupils(5), 1):
        page.write_row(at, 0, row)
        page.write_datetime(at, 4, datetime(2014, 8, 31), day)
        page.write_number(at, 6, 2152000001)
        page.write_number(at, 7, at)
        page.write_boolean(at, 9, at % 2 == 0)
        page.write_number(at, 12, 0.1 + 0.2)
        page.write_formula(at, 11, "=10*3", None, 30)
    book.close()
    return path


def unseen_signs_and_placeholders(folder: Path) -> Path:
    rows = [[f"\u200b{cell}　" for cell in row] for row in pupils(5)]
    for row in rows:
        row[11], row[12], row[2] = "—", "/", f"'{row[2].strip(chr(0x200B) + chr(0x3000))}"
        row[15] = '带"引号"，和\n换行'
    return write_csv(folder / "a.csv", [HEADS, *rows])


def parquet_typed(folder: Path) -> Path:
    columns = {head: [row[i] for row in pupils(5)] for i, head in enumerate(HEADS)}
    columns["出生日期"] = [date(2014, 8, 31)] * 5  # type: ignore[list-item]
    columns["年级"] = [1] * 5  # type: ignore[list-item]
    pq.write_table(pa.table(columns), folder / "a.parquet")
    return folder / "a.parquet"


FILES = (
    gbk, bom_tab, utf16_semicolon, full_width, text_dates, element_names_and_initials, marks_and_brackets,
    totals_blank_lines_and_notes, merged_headings, headings_over_two_rows, typed_cells, unseen_signs_and_placeholders, parquet_typed,
)  # fmt: skip


@pytest.mark.parametrize("make", FILES, ids=lambda make: make.__name__)
def test_nothing_is_refused(make, tmp_path: Path) -> None:
    checked: Checked = check_file(Pupils, make(tmp_path), DAY)
    assert [(f.cell, f.cause) for f in checked.faults()] == []
    assert checked.valid.num_rows == 5
    amounts = {str(v) for v in checked.valid["aid_yuan"].to_pylist()}
    assert amounts == {"1250.00"}


def test_lost_columns_and_near_headings_are_named(tmp_path: Path) -> None:
    heads = [*HEADS[:8], "班级号", *HEADS[9:], "政治面貌"]
    checked = check_file(Pupils, write_csv(tmp_path / "a.csv", [heads, *[[*p, "团员"] for p in pupils(2)]]), DAY)
    (fault,) = checked.headings
    assert fault.cell == "I1" and "班号" in fault.hint.zh
    assert checked.matched.dropped == ["政治面貌"]
    assert "团员" not in str(checked.staged.to_pylist())


def test_what_stands_above_the_headings_holds_for_all_rows(tmp_path: Path) -> None:
    at = HEADS.index("学校标识码")
    rows = [["学校：2152000001  日期：2020-09-01"], HEADS[:at] + HEADS[at + 1 :], pupil(1)[:at] + pupil(1)[at + 1 :]]
    checked = check_file(Pupils, write_xlsx(tmp_path / "a.xlsx", rows), DAY)
    assert checked.valid["school_code"].to_pylist() == ["2152000001"]
    assert checked.matched.day == "2020-09-01"
