"""Files of invented pupils: sound rows as texts, and writers for each format and bad habit."""

from __future__ import annotations

from pathlib import Path

import xlsxwriter

from tests.warehouse.load.small.registers.pupils import Pupils

HEADS = [column.label for column in Pupils.columns]
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def id_no(number: int) -> str:
    stem = f"520302201408{number % 28 + 1:02d}{number % 1000:03d}"
    return stem + "10X98765432"[sum(int(d) * w for d, w in zip(stem, _WEIGHTS, strict=True)) % 11]


def pupil(number: int) -> list[str]:
    """A row as texts; money in 万元, as the register says files write it."""
    return [
        f"G{id_no(number)}", f"学生{number}", id_no(number), "男" if number % 2 else "女", f"2014-08-{number % 28 + 1:02d}",
        "520302", "2152000001", str(number % 12 + 1), f"{number % 5:02d}", "是" if number % 3 else "否", "2019S",
        "30.5", "98%", "0.125", "2020-09-01 08:30", f"备注{number}",
    ]  # fmt: skip


def pupils(count: int) -> list[list[str]]:
    return [pupil(number) for number in range(count)]


def write_csv(path: Path, rows: list[list[str]], encoding: str = "utf-8", sign: str = ",") -> Path:
    quoted = [sign.join(f'"{cell}"' if set(cell) & set(f'"{sign}\n') else cell for cell in row) for row in rows]
    path.write_bytes(("\r\n".join(quoted) + "\r\n").encode(encoding))
    return path


def write_xlsx(path: Path, rows: list[list[str]], sheet: str = "数据", first: list[list[str]] | None = None) -> Path:
    book = xlsxwriter.Workbook(str(path), {"strings_to_formulas": False})
    if first:
        explained = book.add_worksheet("填表说明")
        for at, row in enumerate(first):
            explained.write_row(at, 0, row)
    page = book.add_worksheet(sheet)
    for at, row in enumerate(rows):
        for i, cell in enumerate(row):
            page.write_string(at, i, cell)
    book.close()
    return path
