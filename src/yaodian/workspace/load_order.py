"""装载次序: the load-order.txt of a folder: which file goes to which register, for which day and scope, in which order, and
which of them are expected to end many rows."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from yaodian.domain.finding import Refusal, Words
from yaodian.workspace.records import register_named
from yaodian.workspace.records_loading import Upload

ORDER, EXPECTED = "load-order.txt", "expected"


def uploads_in(folder: Path) -> list[Upload]:
    """The files that the order names, one a line: register, file, day, scope, `expected`, parted by tabs; lines from # on
    are notes.

    A scope is `column=value`, or the column alone where the file's own values bound it; several stand with commas
    between. `expected`, where it stands, lets that snapshot end many rows (a school year that ends). Raises Refusal
    naming the line that cannot be read; then nothing has been loaded.
    """
    try:
        lines = (folder / ORDER).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        zh, en = f"{folder} 里没有可读的 {ORDER}，不知道按什么次序装。", f"{folder} holds no readable {ORDER}."
        raise Refusal(Words(zh, en)) from error
    return [_upload(folder, at, line) for at, line in enumerate(lines, 1) if line.strip() and not line.startswith("#")]


def _upload(folder: Path, at: int, line: str) -> Upload:
    parts = line.split("\t")
    try:
        register, file, day, bounds, expected = (*parts, *[""] * (5 - max(len(parts), 3)))
        on = date.fromisoformat(day)
        is_expected = {"": False, EXPECTED: True}[expected.strip()]
    except (ValueError, KeyError) as error:
        zh = (
            f"{ORDER} 第 {at} 行要写成：登记簿、文件、日期、范围，终止很多行是预料之中的再写 {EXPECTED}，用制表符隔开。"
        )
        en = f"{ORDER} line {at} is: register, file, day, scope, {EXPECTED} where it ends many rows, parted by tabs."
        raise Refusal(Words(zh, en)) from error
    scope: dict[str, list[str]] = {}
    for bound in bounds.split(","):
        column, equals, value = bound.strip().partition("=")
        if equals:
            scope.setdefault(column, []).append(value)
    return Upload(register_named(register), folder / file, on, scope, is_expected)
