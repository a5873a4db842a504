"""Text tables: comma, tab or semicolon, UTF-8 (with BOM or without), UTF-16 or GB18030."""

from __future__ import annotations

import codecs
import csv
import mmap
import os
from collections.abc import Iterator
from io import StringIO, TextIOWrapper
from pathlib import Path
from typing import TextIO

import duckdb

from yaodian.domain.finding import Refusal, Words
from yaodian.warehouse.load import limits
from yaodian.warehouse.load.grid import as_table
from yaodian.warehouse.load.memory_file import MemoryFile, is_pattern
from yaodian.warehouse.load.table import RawTable, names

_SEPARATORS = ",\t;|，"
_BLOCK = 1 << 22


def text_table(path: Path) -> RawTable:
    """The one table of a text file."""
    with path.open("rb") as file:
        head = file.read(limits.HEAD_BYTES)
    encoding = _encoding(path, head)
    text = codecs.getincrementaldecoder(encoding)("replace").decode(head)
    if "\x00" in text[:4096]:
        raise Refusal(Words(f"“{path.name}”不是文本表格", f"{path.name} is no text table"))
    separator = _separator(text)
    top, lines = _top(text, separator, path.name)
    width = max((len(row) for row in top), default=0)
    if not width or width > limits.MAX_COLUMNS:
        raise Refusal(Words(f"“{path.name}”没有可读的行或列太多", f"{path.name} has no rows or too many columns"))
    reader = _Reader(path, encoding, separator, width, lines)
    return RawTable(
        "", top, width, reader.open, guarded=True, open_slowly=reader.slowly, file=reader.file, closing=reader
    )


def _encoding(path: Path, head: bytes) -> str:
    if head.startswith(codecs.BOM_UTF8):
        return "utf-8-sig"
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    for encoding in ("utf-8", "gb18030"):
        if _decodes(path, encoding):
            return encoding
    raise Refusal(
        Words(
            f"“{path.name}”既不是 UTF-8 也不是 GBK 编码，请另存为 UTF-8 的 csv",
            f"{path.name} is neither UTF-8 nor GBK; save it as csv in UTF-8",
        )
    )


def _decodes(path: Path, encoding: str) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        with path.open("rb") as file:
            while block := file.read(_BLOCK):
                decoder.decode(block)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _separator(text: str) -> str:
    """The sign that parts the most rows of the beginning into equally many cells."""
    lines = [line for line in text.splitlines()[: limits.TOP_ROWS] if line.strip()]
    return max(_SEPARATORS, key=lambda sign: sum(line.count(sign) for line in lines) if sign != "，" else _rare(lines))


def _rare(lines: list[str]) -> float:
    """A Chinese comma separates only where no other sign does."""
    return 0.5 if lines and all("，" in line for line in lines) else 0


def _top(text: str, separator: str, name: str) -> tuple[list[list[str]], list[int]]:
    """The first rows, and how many lines of the file each of them ends on."""
    rows, lines = [], []
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator)
    try:
        for row in reader:
            rows.append(row)
            lines.append(reader.line_num)
            if len(rows) == limits.TOP_ROWS:
                break
    except csv.Error as error:
        raise _unreadable(name) from error
    return rows, lines


def _unreadable(name: str) -> Refusal:
    return Refusal(
        Words(
            f"“{name}”的引号不成对或单元格过长，读不下去；请用表格软件另存为 csv",
            f"{name} has unpaired quotes or an endless cell; save it as csv with a spreadsheet program",
        )
    )


class _Reader:
    """Rows by DuckDB where the file is regular, by Python's csv where rows are ragged or lines empty."""

    def __init__(self, path: Path, encoding: str, separator: str, width: int, lines: list[int]) -> None:
        self.path, self.encoding, self.separator, self.width, self.lines = path, encoding, separator, width, lines
        self.memory = self._in_memory()
        self.file = self._readable()

    def open(self, connection: duckdb.DuckDBPyConnection, headings: int) -> str:
        skip = self.lines[headings - 1] if headings else 0
        if self.file is None or _has_empty_line(self.file):
            return self.slowly(connection, headings)
        columns = ", ".join(f"'{name}': 'VARCHAR'" for name in names(self.width))
        quoted = str(self.file).replace("'", "''")
        return (
            f"SELECT * FROM read_csv('{quoted}', auto_detect=false, header=false, skip={skip}, delim='{self.separator}', "
            f"quote='\"', escape='\"', max_line_size=8000000, columns={{{columns}}})"
        )

    def _in_memory(self) -> MemoryFile | None:
        """The text in UTF-8 under a plain name, where the file itself is not; None where the system cannot."""
        is_plain = self.encoding in ("utf-8", "utf-8-sig") and not is_pattern(self.path)
        if is_plain or not self.separator.isascii():
            return None
        return MemoryFile.of(_transcoded(self.path, self.encoding))

    def _readable(self) -> Path | None:
        """The file in UTF-8 for DuckDB: the file itself, or the one in memory; None where neither is possible."""
        if self.memory is not None:
            return self.memory.path
        is_plain = self.encoding in ("utf-8", "utf-8-sig") and not is_pattern(self.path)
        return self.path.absolute() if is_plain and self.separator.isascii() else None

    def slowly(self, connection: duckdb.DuckDBPyConnection, headings: int) -> str:
        with self._text() as file:
            try:
                rows = list(csv.reader(file, delimiter=self.separator))[headings:]
            except csv.Error as error:
                raise _unreadable(self.path.name) from error
        connection.register("raw", as_table(rows, self.width))
        return "SELECT * FROM raw"

    def _text(self) -> TextIO:
        return TextIOWrapper(self.path.open("rb"), self.encoding, errors="replace", newline="")


def _transcoded(path: Path, encoding: str) -> Iterator[bytes]:
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            yield decoder.decode(block).encode()
    yield decoder.decode(b"", final=True).encode()


def _has_empty_line(path: Path) -> bool:
    """Whether rows would be miscounted: DuckDB passes over empty lines."""
    with path.open("rb") as file:
        if os.fstat(file.fileno()).st_size == 0:
            return False
        with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
            return data.find(b"\n\n") >= 0 or data.find(b"\n\r\n") >= 0 or data.find(b"\r\r") >= 0
