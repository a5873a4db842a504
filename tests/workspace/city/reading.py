"""Reads the files of a city back as rows of text, whatever their layout."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

import openpyxl

from yaodian.declare.code_list import CodeList
from yaodian.declare.column import Column
from yaodian.declare.register import Register
from yaodian.workspace.records import records_catalogue


@cache
def rows_of(path: Path) -> list[list[str]]:
    """All rows, the headings first, read once for all tests, which change none; of a workbook the lower row of headings
    counts, or the upper where they are merged."""
    if path.suffix == ".xlsx":
        book = openpyxl.load_workbook(path, read_only=True)
        _, upper, lower, *rest = book.active.iter_rows(values_only=True)
        heads = [str(low or up or "") for up, low in zip(upper, lower, strict=True)]
        return [heads, *([str(cell or "") for cell in row] for row in rest)]
    raw = path.read_bytes()
    text = raw.decode("utf-8-sig") if raw.startswith(b"\xef\xbb\xbf") else raw.decode("gbk")
    return list(csv.reader(text.splitlines()))


def files_of(folder: Path, register: str) -> list[Path]:
    return sorted((folder / "files" / register).iterdir())


def column_of(folder: Path, register: type[Register], name: str) -> list[str]:
    """A column of all files of a register, whichever of its headings they use; nothing of files that lack it."""
    found: list[str] = []
    for path in files_of(folder, register.id):
        heads, *rows = rows_of(path)
        places = [at for at, head in enumerate(heads) if head in register.column(name).headings]
        if places:
            found += [row[places[0]] for row in rows]
    return found


def records_of(folder: Path, register: type[Register], only: str = "") -> list[dict[str, str]]:
    """The rows of the files of a register (whose name holds `only`) by column, with half-width digits and codes for labels."""
    lists = records_catalogue().of(CodeList)
    found: list[dict[str, str]] = []
    for path in (path for path in files_of(folder, register.id) if only in path.name):
        heads, *rows = rows_of(path)
        columns: list[Column] = []
        for head in heads:
            own = [c for c in register.columns if c.label == head]
            also = [c for c in register.columns if head in c.headings and c not in columns]
            columns.append((own or also)[0])
        codes: list[dict[str, str]] = []
        for column in columns:
            listed = lists[column.codes].codes if isinstance(column.codes, str) else column.codes
            codes.append({word: code.code for code in listed for word in code.words})
        for row in rows:
            cells = [known.get(cell, cell).translate(_NARROW) for known, cell in zip(codes, row, strict=True)]
            found.append({column.name: cell for column, cell in zip(columns, cells, strict=True)})
    return found


_NARROW = str.maketrans("０１２３４５６７８９", "0123456789")
