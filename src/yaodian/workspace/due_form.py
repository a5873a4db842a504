"""待办表: the form in which a unit fills in what no register measures: its columns, its rows, and what a row says."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from unicodedata import normalize

from yaodian.domain.finding import Words

FORM = "yaodian.due/1"
SHEET, HIDDEN, EXPLAINED = "待办事项", "版本", "填表说明"
LONGEST_NOTE = 500


class Cell(StrEnum):
    """A column of the form; its value is the heading. What stands before `VALUE` is given, the rest is filled in."""

    SUBJECT = "编号"
    VERSION = "版本"
    TITLE = "事项"
    PROMISE = "承诺编号"
    WORDS = "承诺"
    PROMISED = "承诺值"
    DUE = "期限"
    MEASURED = "登记簿实测"
    SOURCE = "实测来源"
    MEASURED_ON = "实测截至"
    SAID = "上次自报"
    SAID_ON = "自报截至"
    VALUE = "本次填报值*"
    AS_OF = "数据截至日期*"
    NOTE = "说明"


FILLED = (Cell.VALUE, Cell.AS_OF, Cell.NOTE)
REQUIRED = (Cell.SUBJECT, Cell.VERSION, Cell.PROMISE, *FILLED)


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a row was not taken, in which cell that lies, and what to do."""

    cell: Cell
    reason: Words
    hint: Words


@dataclass(frozen=True)
class DueRow:
    """One promise of one item as the form shows it. `is_asked`: no register measures it, so its last cells are white."""

    cells: Mapping[Cell, str]
    is_asked: bool
    fault: Fault | None = None
    number: int = 0
    """The row in the sheet it was read from, counted from 1."""

    def __getitem__(self, cell: Cell) -> str:
        return self.cells.get(cell, "")

    @property
    def is_filled(self) -> bool:
        return any(self[cell] for cell in FILLED)


@dataclass(frozen=True)
class DueForm:
    """A unit's form: for whom, as of which day, its rows."""

    unit: str
    name: str
    on: date
    rows: tuple[DueRow, ...] = field(default_factory=tuple)


@dataclass(frozen=True, slots=True)
class Report:
    """What a filled row reports, and the version of the item it was filled in on."""

    subject: str
    version: int
    promise: str
    value: float
    as_of: date
    note: str


_NUMBER = re.compile(r"[+-]?\d{1,15}(\.\d{1,6})?")
_DAY = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?")


def report_of(row: DueRow, sign: str = "") -> Report | Fault:
    """What a filled row says; a Fault with the cell, the reason and the repair where it cannot be taken.

    `sign` is what the promise's numbers are followed by (个, %): it may be typed behind the number, no other may.
    """
    version, value, on = _whole(row[Cell.VERSION]), _value(row[Cell.VALUE], sign), _day(row[Cell.AS_OF])
    if not row.is_asked:
        return Fault(Cell.VALUE, _MEASURED, _EMPTY_IT)
    if version is None:
        told = Words(f"版本“{row[Cell.VERSION]}”不是数", f"the version {row[Cell.VERSION]!r} is no number")
        return Fault(
            Cell.VERSION, told, Words("灰色的格子不要改；请重新下载待办表", "grey cells stay: download it again")
        )
    if value is None:
        return _value_fault(row[Cell.VALUE], sign)
    if on is None:
        return _day_fault(row[Cell.AS_OF])
    if len(row[Cell.NOTE]) > LONGEST_NOTE:
        told = Words(f"说明有{len(row[Cell.NOTE])}个字", f"the note has {len(row[Cell.NOTE])} characters")
        return Fault(Cell.NOTE, told, Words(f"请缩到{LONGEST_NOTE}字以内", f"shorten it to {LONGEST_NOTE}"))
    return Report(row[Cell.SUBJECT], version, row[Cell.PROMISE], value, on, row[Cell.NOTE])


_MEASURED = Words("这一行由登记簿实测，不用填报", "a register measures this: nobody is asked")
_EMPTY_IT = Words(
    "请清空填报的格子；数不对就更正登记簿", "empty the cells; a wrong number is put right in its register"
)


def _value(text: str, sign: str) -> float | None:
    bare = normalize("NFKC", text).replace(",", "").strip()
    narrow = normalize("NFKC", sign)
    if narrow and bare.endswith(narrow):
        bare = bare[: -len(narrow)].strip()
    return float(bare) if _NUMBER.fullmatch(bare) else None


def _value_fault(text: str, sign: str) -> Fault:
    unit = f"（单位：{sign}）" if sign else ""
    if not text:
        hint = Words(f"请填一个数{unit}；不报就把整行的白格清空", "give a number, or empty the row's white cells")
        return Fault(Cell.VALUE, Words("没有填报值", "the value is missing"), hint)
    told = Words(f"“{text}”不是可以用的数", f"{text!r} is no usable number")
    return Fault(Cell.VALUE, told, Words(f"只填一个数，如 12 或 3.5{unit}", "one number only, such as 12 or 3.5"))


def _day_fault(text: str) -> Fault:
    told = Words(f"“{text}”不是日期", f"{text!r} is no day") if text else Words("没有填日期", "the day is missing")
    return Fault(Cell.AS_OF, told, Words("写成 2020-06-30 的样子", "write it as 2020-06-30"))


def _whole(text: str) -> int | None:
    return int(text) if text.isdecimal() and len(text) < 10 else None


def _day(text: str) -> date | None:
    found = _DAY.fullmatch(normalize("NFKC", text).strip())
    try:
        return date(*map(int, found.groups())) if found else None
    except ValueError:
        return None
