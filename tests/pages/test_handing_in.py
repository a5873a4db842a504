"""交回表格: a form is taken away, filled in, looked at, put right and submitted; nothing counts before, nothing twice."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from datetime import UTC, datetime

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.pages.reader import Reader, on_the_day
from tests.web.bureau import BASIC, NORTH, NOW, SOUTH, Bureau
from yaodian.domain.entry import Act
from yaodian.web.audit.models import AuditRow
from yaodian.web.ledgers.models import HandedIn
from yaodian.web.work.models import EntryRow
from yaodian.workspace.due_form import SHEET, Cell

pytestmark = pytest.mark.django_db
COLUMN = {cell: number for number, cell in enumerate(Cell, start=1)}
FORM = f"/ledger/{NORTH}/form"
LATER = datetime(2020, 6, 2, 2, tzinfo=UTC)


@pytest.fixture
def county(bureau: Bureau, monkeypatch: pytest.MonkeyPatch) -> Reader:
    on_the_day(monkeypatch, NOW)
    for number in range(1, 5):
        bureau.done(NORTH, bureau.item(f"w{number}", NORTH, promised={f"p{number}": 10}), Act.ACCEPT)
    return Reader(bureau.accounts[NORTH])


def filled(data: bytes, values: Mapping[str, object], as_of: object = "2020-05-31") -> bytes:
    """The form with a value for each of these items."""
    book, out = openpyxl.load_workbook(io.BytesIO(data)), io.BytesIO()
    sheet = book[SHEET]
    for line in range(4, sheet.max_row + 1):
        subject = str(sheet.cell(line, COLUMN[Cell.SUBJECT]).value)
        if subject in values:
            sheet.cell(line, COLUMN[Cell.VALUE], values[subject])
            sheet.cell(line, COLUMN[Cell.AS_OF], as_of)
    book.save(out)
    return out.getvalue()


def form(reader: Reader, values: Mapping[str, object]) -> bytes:
    return filled(reader.client.get(FORM).content, values)


def upload(reader: Reader, data: bytes, name: str = "待办表.xlsx") -> tuple[int, str]:
    return reader.post("/hand-in", file=SimpleUploadedFile(name, data))


def tally(text: str) -> list[int]:
    part = text.partition('class="pad tally"')[2].partition("</p>")[0]
    return [int(piece.partition("<")[0]) for piece in part.split("<b>")[1:]]


def reports() -> int:
    return EntryRow.objects.filter(act=Act.REPORT.value).count()


def test_a_ledger_and_a_form_are_taken_away_as_workbooks(county: Reader) -> None:
    for address, words in ((FORM, "待办表"), (f"/ledger/{NORTH}/workbook", "台账")):
        answer = county.client.get(address)
        assert answer.status_code == 200 and answer.headers["Content-Type"].endswith("sheet")
        assert "attachment" in answer.headers["Content-Disposition"]
        first = openpyxl.load_workbook(io.BytesIO(answer.content)).worksheets[0]
        assert words in str(first["A1"].value)


def test_a_form_is_looked_at_before_it_counts(county: Reader) -> None:
    assert upload(county, form(county, {"w1": 3, "w2": 4, "w3": "约3万"})) == (303, "/hand-in")
    text = county.get("/hand-in")[1]
    assert tally(text) == [2, 0, 1, 1] and "“约3万”不是可以用的数" in text
    assert reports() == 0 and not HandedIn.objects.exists()


def test_wrong_rows_alone_come_back_red_and_count_with_their_form_once_put_right(county: Reader) -> None:
    upload(county, form(county, {"w1": 3, "w2": 4, "w3": "约3万", "w4": "-"}))
    wrong = county.client.get("/hand-in/wrong").content
    sheet = openpyxl.load_workbook(io.BytesIO(wrong))[SHEET]
    assert [sheet.cell(line, 1).value for line in (4, 5)] == ["w3", "w4"] and sheet.max_row == 5
    assert sheet.cell(4, COLUMN[Cell.VALUE]).fill.fgColor.rgb == "FFFFC7CE"
    upload(county, filled(wrong, {"w3": 30000}), "错误行.xlsx")
    assert tally(county.get("/hand-in")[1]) == [3, 0, 0, 1]
    assert county.post("/hand-in/submit") == (303, "/hand-in")
    assert reports() == 3 and {one.name for one in HandedIn.objects.all()} == {"待办表.xlsx", "错误行.xlsx"}


def test_a_submitted_form_has_a_receipt_and_the_same_file_twice_changes_nothing(county: Reader) -> None:
    data = form(county, {"w1": 3, "w2": 4})
    upload(county, data)
    county.post("/hand-in/submit")
    receipt = HandedIn.objects.get()
    first = county.get("/hand-in")[1]
    assert f"回执 {receipt.receipt}" in first and "新增 2 修改 0 不变 2 有误 0" in first
    rows = AuditRow.objects.count()
    assert AuditRow.objects.filter(act="hand_in", subject=f"unit:{NORTH}").count() == 1
    upload(county, data, "另一个名字.xlsx")
    assert tally(county.get("/hand-in")[1]) == [0, 0, 4, 0]
    county.post("/hand-in/submit")
    assert f"回执 {receipt.receipt}" in county.get("/hand-in")[1]
    assert (reports(), HandedIn.objects.count(), AuditRow.objects.count()) == (2, 1, rows)


def test_a_form_may_be_dropped_again(county: Reader) -> None:
    upload(county, form(county, {"w1": 3}))
    county.post("/hand-in/submit", drop="1")
    assert tally(county.get("/hand-in")[1]) == [] and county.post("/hand-in/submit")[0] == 422
    assert reports() == 0 and county.get("/hand-in/wrong")[0] == 422


def bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("[Content_Types].xml", "<a/>")
        parts.writestr("xl/workbook.xml", b"0" * 60_000_000)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"", "空.xlsx"),
        (b"MZ\x90", "a.xlsx"),
        (b"%PDF-1.4\n%%EOF", "a.xlsx"),
        (bomb(), "炸.xlsx"),
        (b"PK\x03\x04broken", "坏.xlsx"),
    ],
)
def test_what_is_no_honest_workbook_is_refused_with_a_sentence(county: Reader, data: bytes, name: str) -> None:
    status, text = upload(county, data, name)
    assert status == 422 and "Traceback" not in text
    assert county.get("/hand-in")[0] == 200


def test_another_units_form_and_a_workbook_that_is_no_form_are_refused(county: Reader, bureau: Bureau) -> None:
    data = form(county, {"w1": 3})
    for unit in (SOUTH, BASIC):
        assert upload(Reader(bureau.accounts[unit]), data)[0] == 403
    out = io.BytesIO()
    openpyxl.Workbook().save(out)
    status, text = upload(county, out.getvalue())
    assert status == 422 and "不是本系统的待办表" in text
    assert county.post("/hand-in")[0] == 422


def test_a_form_whose_file_was_swept_away_is_asked_for_again(county: Reader) -> None:
    upload(county, form(county, {"w1": 3}))
    session = county.client.session
    session["handed_over"] = [[NORTH, "待办表.xlsx", "0" * 64]]
    session.save()
    status, text = county.get("/hand-in")
    assert status == 422 and "请重新交一次" in text
    assert county.get("/hand-in")[0] == 200


def test_a_countys_home_gives_the_form_and_takes_it_back(county: Reader, bureau: Bureau) -> None:
    text = county.get("/")[1]
    assert FORM in text and 'action="/hand-in"' in text
    assert 'action="/hand-in"' not in Reader(bureau.accounts[BASIC]).get("/")[1]
