"""控辍保学台账工作簿: the three ledgers of a county, a sheet each, to be printed and signed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import astuple, dataclass
from datetime import date, datetime, time
from io import BytesIO
from typing import Any

from yaodian.workspace.publish.ledger_workbook import SIGNED
from yaodian.workspace.publish.sheets import A4, CELL, FACE, HEAD, PLAIN, TITLE, print_wide, put

STATES = {"served": "有学籍", "gap": "没有学籍", "unclear": "待辨认", "unknown": "不知道"}
SUSPECTED = (
    ("姓名", 12),
    ("出生日期", 12),
    ("学校", 30),
    ("规则", 16),
    ("从哪天起", 12),
    ("答复期限", 12),
    ("学校答复", 30),
)
CASES = (("姓名", 12), ("出生日期", 12), ("项目", 24), ("个案", 18), ("立案", 12), ("期限", 12), ("阶段", 20))
OF_AGE = (("情况", 30), ("人数", 12))


@dataclass(frozen=True, slots=True)
class OfAge:
    """Children of school age by state as they were counted last; how many, no names."""

    on: date | None
    states: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Suspected:
    """A pupil about whom a school is asked."""

    name: str
    born: date | None
    school: str
    rule: str
    since: date
    due: date
    reply: str


@dataclass(frozen=True, slots=True)
class OutOfSchool:
    """A case of a child out of school."""

    name: str
    born: date | None
    programme: str
    case: str
    opened_on: date | None
    due: date | None
    phase: str


def write_schooling(
    county: str, on: date, of_age: OfAge, suspected: Sequence[Suspected], cases: Sequence[OutOfSchool]
) -> bytes:
    """The workbook; the same ledgers give the same bytes."""
    import xlsxwriter  # noqa: PLC0415 - slow library, only when exporting

    counted = f"{of_age.on}比对" if of_age.on else "还没有比对过"
    states = [(label, of_age.states.get(state, 0)) for state, label in STATES.items()]
    states.append(("合计", sum(of_age.states.values())))
    sheets = (
        ("适龄儿童", counted, OF_AGE, states),
        ("疑似辍学", f"截至{on}，{len(suspected)}人；只是询问，不作认定", SUSPECTED, [*map(astuple, suspected)]),
        ("失学辍学", f"截至{on}，{len(cases)}件", CASES, [*map(astuple, cases)]),
    )
    kept = BytesIO()
    with xlsxwriter.Workbook(kept, {**PLAIN, "in_memory": True}) as book:
        book.set_properties({"title": f"{county}控辍保学台账", "author": "", "created": datetime.combine(on, time())})
        faces = [book.add_format(dict(face)) for face in (TITLE, FACE, HEAD, CELL)]
        for name, told, head, rows in sheets:
            _sheet(book.add_worksheet(name), faces, f"{county}{name}台账", told, head, rows)
    return kept.getvalue()


def _sheet(
    sheet: Any,
    faces: Sequence[Any],
    title: str,
    told: str,
    head: Sequence[tuple[str, int]],
    rows: Sequence[Sequence[Any]],
) -> None:
    title_face, plain, head_face, cell = faces
    sheet.merge_range(0, 0, 0, len(head) - 1, title, title_face)
    sheet.set_row(0, 30)
    put(sheet, 1, 0, told, plain)
    for column, (name, width) in enumerate(head):
        sheet.set_column(column, column, width)
        put(sheet, 2, column, name, head_face)
    for line, row in enumerate(rows, start=3):
        for column, value in enumerate(row):
            put(sheet, line, column, value.isoformat() if isinstance(value, date) else value, cell)
    put(sheet, len(rows) + 4, 0, SIGNED.zh, plain)
    sheet.freeze_panes(3, 0)
    print_wide(sheet, A4, (2, 2))
