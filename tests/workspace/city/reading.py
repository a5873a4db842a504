"""Reads the files of a city back as rows of text, whatever their layout."""

from __future__ import annotations

import csv
from pathlib import Path

import openpyxl

from yaodian.declare.register import Register


def rows_of(path: Path) -> list[list[str]]:
    """All rows, the headings first; of a workbook the lower row of headings counts, or the upper where they are merged."""
    if path.suffix == ".xlsx":
        book = openpyxl.load_workbook(path)
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
