"""待办表: what a filled row says, and the repair where it cannot be taken."""

from __future__ import annotations

from datetime import date

import pytest

from yaodian.workspace.due_form import Cell, DueRow, Fault, Report, report_of


def row(value: str = "12", as_of: str = "2020-06-30", is_asked: bool = True, **more: str) -> DueRow:
    told = {Cell.SUBJECT: "w1", Cell.VERSION: "3", Cell.PROMISE: "p1", Cell.VALUE: value, Cell.AS_OF: as_of}
    return DueRow(told | {Cell[name]: text for name, text in more.items()}, is_asked)


@pytest.mark.parametrize("typed", ["12", " 12 ", "12.0", "１２", "+12", "12个", "12 个"])
def test_a_number_is_read_however_it_is_typed(typed: str) -> None:
    assert report_of(row(typed), "个") == Report("w1", 3, "p1", 12.0, date(2020, 6, 30), "")


@pytest.mark.parametrize("typed", ["2020-06-30", "2020/6/30", "2020.6.30", "2020年6月30日", "２０２０-０６-３０"])
def test_a_day_is_read_however_it_is_typed(typed: str) -> None:
    found = report_of(row(as_of=typed))
    assert isinstance(found, Report) and found.as_of == date(2020, 6, 30)


def test_thousands_and_percent_signs_are_read_where_they_belong() -> None:
    thousands, share = report_of(row("3,400")), report_of(row("82.5％"), "%")
    assert isinstance(thousands, Report) and thousands.value == 3400
    assert isinstance(share, Report) and share.value == 82.5
    assert isinstance(report_of(row("82.5%"), "个"), Fault)


@pytest.mark.parametrize(
    ("given", "cell"),
    [
        ({"value": ""}, Cell.VALUE),
        ({"value": "约12"}, Cell.VALUE),
        ({"value": "12、13"}, Cell.VALUE),
        ({"value": "=1+1"}, Cell.VALUE),
        ({"value": "1e400"}, Cell.VALUE),
        ({"value": "nan"}, Cell.VALUE),
        ({"value": "１２", "as_of": ""}, Cell.AS_OF),
        ({"as_of": "2020-06-31"}, Cell.AS_OF),
        ({"as_of": "6月底"}, Cell.AS_OF),
        ({"VERSION": "三"}, Cell.VERSION),
        ({"VERSION": "²"}, Cell.VERSION),
        ({"NOTE": "长" * 501}, Cell.NOTE),
        ({"is_asked": False}, Cell.VALUE),
    ],
)
def test_what_cannot_be_taken_names_its_cell_and_the_repair(given: dict, cell: Cell) -> None:
    found = report_of(row(**given))
    assert isinstance(found, Fault) and found.cell is cell
    assert all((found.reason.zh, found.reason.en, found.hint.zh, found.hint.en))
