"""台账和待办表: what a unit gets as workbooks, and what comes of the ones it filled in."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from tests.web.bureau import BASIC, NORTH, NOW, OFFICE, SAFETY, SOUTH, Bureau
from yaodian.declare.kind import Kind
from yaodian.domain.entry import Act
from yaodian.domain.finding import Refusal
from yaodian.web.accounts.policy import NotAllowed
from yaodian.web.clock import day_of
from yaodian.web.documents.due_forms import TakenIn, due_form, take_in
from yaodian.web.documents.ledgers import unit_ledger
from yaodian.web.work.models import EntryRow, Item
from yaodian.web.work.writing import current
from yaodian.workspace.due_form import SHEET, Cell
from yaodian.workspace.plans import shipped_catalogue
from yaodian.workspace.publish.due_workbook import write_due_form
from yaodian.workspace.publish.ledger_workbook import write_ledger

pytestmark = pytest.mark.django_db
TODAY = day_of(NOW)
COLUMN = {cell: number for number, cell in enumerate(Cell, start=1)}
Filled = Mapping[tuple[str, str], Mapping[Cell, object]]


def accepted(bureau: Bureau, subject: str, owner: str = BASIC, **data: object) -> Item:
    return bureau.done(owner, bureau.item(subject, owner, **data), Act.ACCEPT)


def form(bureau: Bureau, folder: Path, unit: str = BASIC) -> Path:
    path = folder / f"{unit}.xlsx"
    write_due_form(path, due_form(bureau.accounts[unit], unit, TODAY))
    return path


def sheet_of(path: Path) -> Worksheet:
    return openpyxl.load_workbook(path)[SHEET]


def lines(sheet: Worksheet) -> dict[tuple[str, str], int]:
    keys = (COLUMN[Cell.SUBJECT], COLUMN[Cell.PROMISE])
    return {tuple(sheet.cell(n, k).value or "" for k in keys): n for n in range(4, sheet.max_row + 1)}  # type: ignore[misc]


def fill(path: Path, filled: Filled) -> Path:
    """Fill cells of the form's rows, as someone at a desk does."""
    book = openpyxl.load_workbook(path)
    sheet, found = book[SHEET], lines(book[SHEET])
    for key, cells in filled.items():
        for cell, value in cells.items():
            sheet.cell(found[key], COLUMN[cell], value)
    book.save(path)
    return path


def number(value: object, as_of: str = "2020-05-31") -> dict[Cell, object]:
    return {Cell.VALUE: value, Cell.AS_OF: as_of}


def taken(bureau: Bureau, path: Path, unit: str = BASIC) -> TakenIn:
    return take_in(account=bureau.accounts[unit], unit=unit, file=path, at=NOW)


def counts(found: TakenIn) -> tuple[int, int, int, int]:
    return found.new, found.changed, found.same, len(found.wrong.rows) if found.wrong else 0


def reported(subject: str) -> list[float]:
    return [told.value for told in current(Item.objects.get(pk=subject)).reported]


def test_a_ledger_has_a_sheet_for_each_kind_to_be_printed_and_signed(bureau: Bureau, tmp_path: Path) -> None:
    accepted(bureau, "w1", title="=1+1", promised={"p1": 10, "p2": 3}, due="2020-05-01")
    bureau.item("w2", kind="routine")
    bureau.item("w3", SAFETY)
    made, names = unit_ledger(bureau.accounts[BASIC], BASIC, TODAY)
    for name in ("a.xlsx", "b.xlsx"):
        write_ledger(tmp_path / name, made, "基础教育科", shipped_catalogue(), names)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    kinds = shipped_catalogue().of(Kind)
    assert book.sheetnames == [kinds["project"].label, kinds["routine"].label]
    sheet = book.worksheets[0]
    assert sheet["A2"].value == f"{TODAY}　共1项，办理中1项；逾期1项"
    assert [sheet["C4"].value, sheet["D4"].value, sheet["E4"].value] == ["=1+1", "2020-05-01（已逾期）", "办理中"]
    assert sheet["C4"].data_type == "s" and [sheet["H4"].value, sheet["H5"].value] == ["10", "3"]
    assert sheet.freeze_panes == "D4" and sheet.print_title_rows == "$3:$3"
    assert sheet.page_setup.orientation == "landscape" and sheet.sheet_properties.pageSetUpPr.fitToPage
    assert "签字" in sheet.cell(sheet.max_row, 1).value
    with zipfile.ZipFile(tmp_path / "a.xlsx") as parts:
        assert all(b"<f>" not in parts.read(name) for name in parts.namelist() if "sheet" in name)


def test_a_unit_without_work_gets_one_empty_sheet(bureau: Bureau, tmp_path: Path) -> None:
    made, names = unit_ledger(bureau.accounts[BASIC], BASIC, TODAY)
    for lang, title in (("zh", "基教科台账"), ("en", "Ledger of 基教科")):
        write_ledger(tmp_path / "a.xlsx", made, "基教科", shipped_catalogue(), names, lang)
        (sheet,) = openpyxl.load_workbook(tmp_path / "a.xlsx").worksheets
        assert sheet["A1"].value == title


def test_only_white_cells_are_open_and_only_where_no_register_measures(bureau: Bureau, tmp_path: Path) -> None:
    accepted(bureau, "w1", promised={"p1": 10, "p2": 0.8}, measured=["p2"])
    sheet = sheet_of(form(bureau, tmp_path))
    asked, measured = (lines(sheet)["w1", name] for name in ("p1", "p2"))
    open_cells = {cell for cell in Cell if not sheet.cell(asked, COLUMN[cell]).protection.locked}
    assert open_cells == {Cell.VALUE, Cell.AS_OF, Cell.NOTE} and sheet.protection.sheet
    assert all(sheet.cell(measured, COLUMN[cell]).protection.locked for cell in Cell)
    assert sheet.cell(measured, COLUMN[Cell.SOURCE]).value == "登记簿"


def test_filled_rows_become_reports_and_the_same_file_again_changes_nothing(bureau: Bureau, tmp_path: Path) -> None:
    accepted(bureau, "w1", promised={"p1": 10, "p2": 5})
    accepted(bureau, "w2")
    told = {("w1", "p1"): number(4) | {Cell.NOTE: "在建"}, ("w1", "p2"): number("2")}
    path = fill(form(bureau, tmp_path), told)
    assert counts(taken(bureau, path)) == (2, 0, 1, 0)
    before = EntryRow.objects.count()
    assert counts(taken(bureau, path)) == (0, 0, 3, 0) and EntryRow.objects.count() == before
    entry = EntryRow.objects.filter(item="w1", act=Act.REPORT).order_by("number").first()
    assert entry and entry.data == {"promise": "p1", "value": 4.0, "as_of": "2020-05-31", "note": "在建"}
    again = fill(form(bureau, tmp_path), {("w1", "p1"): number(6)})
    assert sheet_of(again).cell(lines(sheet_of(again))["w1", "p1"], COLUMN[Cell.SAID]).value == "4"
    assert counts(taken(bureau, again)) == (0, 1, 2, 0) and reported("w1") == [4, 2, 6]


def test_a_row_whose_item_went_on_meanwhile_comes_back_and_is_taken_after_a_look(
    bureau: Bureau, tmp_path: Path
) -> None:
    item = accepted(bureau, "w1")
    path = fill(form(bureau, tmp_path), {("w1", "p1"): number(4)})
    bureau.done(OFFICE, item, Act.EXTEND, due="2021-01-31", reason="雨季")
    found = taken(bureau, path)
    assert counts(found) == (0, 0, 0, 1) and found.wrong and reported("w1") == []
    fault = found.wrong.rows[0].fault
    assert fault and fault.cell is Cell.VERSION and "bureau_office 延期" in fault.reason.zh
    back = tmp_path / "back.xlsx"
    write_due_form(back, found.wrong)
    red = sheet_of(back).cell(4, COLUMN[Cell.VERSION])
    assert red.value == "3" and red.fill.fgColor.rgb == "FFFFC7CE"
    assert counts(taken(bureau, back)) == (1, 0, 0, 0) and reported("w1") == [4]


def test_each_wrong_row_comes_back_with_reason_and_hint_and_the_others_are_taken(
    bureau: Bureau, tmp_path: Path
) -> None:
    accepted(bureau, "w1", promised={"p1": 10, "p2": 5, "p3": 7, "p4": 0.8}, measured=["p4"])
    bureau.item("w2")
    accepted(bureau, "w3", SAFETY)
    told = {
        ("w1", "p1"): number("约四所"), ("w1", "p2"): number(2), ("w1", "p3"): number(1, "2020-06-02"),
        ("w1", "p4"): number(0.9), ("w2", "p1"): number(3),
    }  # fmt: skip
    path = fill(form(bureau, tmp_path), told)
    book = openpyxl.load_workbook(path)
    book[SHEET].append(["w3", "2", None, "p1", *[None] * 8, "5", "2020-05-31"])
    book.save(path)
    found = taken(bureau, path)
    assert counts(found) == (1, 0, 0, 5) and found.wrong and reported("w1") == [2] and reported("w3") == []
    faults = {(row[Cell.SUBJECT], row[Cell.PROMISE]): row.fault.cell for row in found.wrong.rows if row.fault}
    assert faults == {
        ("w1", "p1"): Cell.VALUE, ("w1", "p3"): Cell.AS_OF, ("w1", "p4"): Cell.VALUE, ("w2", "p1"): Cell.VALUE,
        ("w3", "p1"): Cell.SUBJECT,
    }  # fmt: skip
    back = tmp_path / "back.xlsx"
    write_due_form(back, found.wrong)
    assert sheet_of(back).max_column == len(Cell) + 2
    fill(
        back,
        {("w1", "p1"): number(4), ("w1", "p3"): number(1), ("w1", "p4"): dict.fromkeys((Cell.VALUE, Cell.AS_OF), "")},
    )
    bureau.done(BASIC, Item.objects.get(pk="w2"), Act.ACCEPT)
    after = taken(bureau, back)
    assert counts(after) == (2, 0, 1, 2) and reported("w1") == [2, 4, 1]
    assert after.wrong and {row[Cell.SUBJECT] for row in after.wrong.rows} == {"w2", "w3"}


def test_a_form_of_another_unit_or_no_form_is_refused_and_nothing_is_written(bureau: Bureau, tmp_path: Path) -> None:
    accepted(bureau, "w1")
    path = fill(form(bureau, tmp_path), {("w1", "p1"): number(4)})
    before = EntryRow.objects.count()
    with pytest.raises(Refusal, match="用本单位的表"):
        taken(bureau, path, SAFETY)
    with pytest.raises(NotAllowed):
        take_in(account=bureau.accounts[SAFETY], unit=BASIC, file=path, at=NOW)
    plain = openpyxl.Workbook()
    plain.save(tmp_path / "plain.xlsx")
    with pytest.raises(Refusal, match="不是本系统的待办表"):
        taken(bureau, tmp_path / "plain.xlsx")
    (tmp_path / "words.xlsx").write_bytes(b"PK\x03\x04 no zip at all")
    with pytest.raises(Refusal):
        taken(bureau, tmp_path / "words.xlsx")
    assert EntryRow.objects.count() == before


def test_a_cell_with_a_formula_or_a_date_is_read_as_what_it_shows(bureau: Bureau, tmp_path: Path) -> None:
    accepted(bureau, "w1")
    path = fill(form(bureau, tmp_path), {("w1", "p1"): {Cell.VALUE: 4.0, Cell.AS_OF: datetime(2020, 5, 31)}})
    assert counts(taken(bureau, path)) == (1, 0, 0, 0) and reported("w1") == [4]


def test_a_county_gets_its_own_ledger_and_those_below_it_and_no_other(bureau: Bureau) -> None:
    accepted(bureau, "w1", NORTH)
    for account, unit, rows in ((NORTH, NORTH, 1), (BASIC, NORTH, 1), (NORTH, "n1", 0)):
        assert len(unit_ledger(bureau.accounts[account], unit, TODAY)[0].rows) == rows
    for account, unit in ((SOUTH, NORTH), (NORTH, BASIC), ("n1", NORTH)):
        with pytest.raises(NotAllowed, match="不在职务范围内"):
            unit_ledger(bureau.accounts[account], unit, TODAY)


def test_sixty_seeded_errors_are_found_at_their_cells_and_no_sound_row_is_rejected(
    bureau: Bureau, tmp_path: Path
) -> None:
    promises = {f"p{n}": n for n in range(120)}
    accepted(bureau, "w1", promised=promises, measured=[f"p{n}" for n in range(110, 120)])
    wrong: list[tuple[dict[Cell, object], Cell]] = [
        (number("约4"), Cell.VALUE), (number(""), Cell.VALUE), (number("4;5"), Cell.VALUE), (number("4万"), Cell.VALUE),
        (number(4, ""), Cell.AS_OF), (number(4, "2020-02-30"), Cell.AS_OF), (number(4, "5月底"), Cell.AS_OF),
        (number(4, "2020-06-02"), Cell.AS_OF), (number(4) | {Cell.VERSION: "2.5"}, Cell.VERSION),
        (number(4) | {Cell.NOTE: "长" * 501}, Cell.NOTE),
    ]  # fmt: skip
    told: dict[tuple[str, str], dict[Cell, object]] = {("w1", f"p{n}"): wrong[n % 10][0] for n in range(50)}
    told |= {("w1", f"p{n}"): number(n, "2020/5/31") for n in range(50, 110)}
    told |= {("w1", f"p{n}"): number(n) for n in range(110, 120)}
    found = taken(bureau, fill(form(bureau, tmp_path), told))
    assert counts(found) == (60, 0, 0, 60) and found.wrong
    cells = {row[Cell.PROMISE]: row.fault.cell for row in found.wrong.rows if row.fault}
    assert cells == {f"p{n}": wrong[n % 10][1] for n in range(50)} | {f"p{n}": Cell.VALUE for n in range(110, 120)}
    assert all(row.fault and row.fault.hint.zh and row.fault.hint.en for row in found.wrong.rows)


def test_a_form_with_moved_columns_blank_rows_and_remarks_is_still_read(bureau: Bureau, tmp_path: Path) -> None:
    accepted(bureau, "w1")
    accepted(bureau, "w2")
    path = fill(form(bureau, tmp_path), {("w1", "p1"): number("４ ", "2020．5．31"), ("w2", "p1"): number("1,000")})
    book = openpyxl.load_workbook(path)
    sheet = book[SHEET]
    for area in list(sheet.merged_cells.ranges):
        sheet.unmerge_cells(str(area))
    sheet.insert_rows(5)
    sheet.insert_cols(3)
    sheet.cell(3, 3, "科室备注")
    sheet.move_range("A3:A8", cols=20)
    sheet["A1"] = "本表由李某填"
    book.save(path)
    assert counts(taken(bureau, path)) == (2, 0, 0, 0) and (reported("w1"), reported("w2")) == ([4], [1000])
