"""Which format a file is: its content decides, whatever its name ends in."""

from __future__ import annotations

import zipfile
from enum import StrEnum
from pathlib import Path

from yaodian.domain.finding import Refusal, Words
from yaodian.warehouse.load import limits
from yaodian.warehouse.load.archive import broken, check_archive


class TableFormat(StrEnum):
    TEXT = "csv"
    XLSX = "xlsx"
    XLSB = "xlsb"
    XLS = "xls"
    PARQUET = "parquet"


_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_FOREIGN = (
    (b"%PDF-", "PDF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"Rar!", "RAR"),
    (b"7z\xbc\xaf", "7z"),
    (b"\x1f\x8b", "gzip"),
    (b"BZh", "bzip2"),
    (b"SQLite format 3", "SQLite"),
    (b"MZ", "exe"),
    (b"\x7fELF", "ELF"),
    (b"{\\rtf", "RTF"),
)


def table_format(path: Path) -> TableFormat:
    """The format of the file's bytes; refuses, in one sentence, what is no table that can be read."""
    size = _size(path)
    with path.open("rb") as file:
        head = file.read(8192)
        file.seek(max(size - 4, 0))
        tail = file.read(4)
    if head[:4] == b"PAR1" and tail == b"PAR1":
        return TableFormat.PARQUET
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zipped(path, size)
    if head.startswith(_OLE):
        return _compound(path, size)
    for start, what in _FOREIGN:
        if head.startswith(start):
            raise _no_table(path.name, what)
    lead = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if lead.startswith((b"<html", b"<!doctype html", b"<?xml", b"<table")):
        raise _no_table(path.name, "HTML/XML")
    return TableFormat.TEXT


def _size(path: Path) -> int:
    try:
        if not path.is_file():
            raise Refusal(Words(f"没有文件“{path.name}”", f"there is no file {path.name}"))
        size = path.stat().st_size
    except (OSError, ValueError) as error:
        raise Refusal(Words(f"文件“{path.name}”读不出来", f"{path.name} cannot be read")) from error
    if size == 0:
        raise Refusal(Words(f"文件“{path.name}”是空的", f"{path.name} is empty"))
    if size > limits.MAX_FILE_BYTES:
        raise Refusal(
            Words(
                f"文件“{path.name}”太大，请按县或按学校分开导入",
                f"{path.name} is too large; split it by county or school",
            )
        )
    return size


def _zipped(path: Path, size: int) -> TableFormat:
    if size > limits.MAX_WORKBOOK_BYTES:
        raise Refusal(
            Words(f"工作簿“{path.name}”太大，请另存为 csv 再导入", f"{path.name} is too large; save it as csv")
        )
    with check_archive(path) as archive:
        members = {name.lower() for name in archive.namelist()}
        if "xl/workbook.bin" in members:
            return TableFormat.XLSB
        if "xl/workbook.xml" not in members:
            raise _no_table(path.name, "docx" if "word/document.xml" in members else "zip")
        if b"macroenabled" in _types(archive, path.name):
            raise Refusal(
                Words(
                    f"“{path.name}”是启用宏的工作簿，已拒绝；请另存为 .xlsx",
                    f"{path.name} is macro-enabled; save it as .xlsx",
                )
            )
    return TableFormat.XLSX


def _types(archive: zipfile.ZipFile, name: str) -> bytes:
    try:
        return archive.read("[Content_Types].xml")[:1_000_000].lower()
    except (KeyError, zipfile.BadZipFile, OSError, EOFError, ValueError, NotImplementedError) as error:
        raise broken(name) from error


def _compound(path: Path, size: int) -> TableFormat:
    if size > limits.MAX_WORKBOOK_BYTES:
        raise Refusal(
            Words(f"工作簿“{path.name}”太大，请另存为 csv 再导入", f"{path.name} is too large; save it as csv")
        )
    data = path.read_bytes()
    if "_VBA_PROJECT".encode("utf-16-le") in data or "Macros".encode("utf-16-le") in data:
        raise Refusal(
            Words(f"“{path.name}”含有宏，已拒绝；请另存为 .xlsx", f"{path.name} holds macros; save it as .xlsx")
        )
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise Refusal(Words(f"“{path.name}”有密码，请去掉密码后再导入", f"{path.name} has a password; remove it first"))
    if not any(word.encode("utf-16-le") in data for word in ("Workbook", "Book", "WORKBOOK", "BOOK")):
        raise _no_table(path.name, "doc/ppt")
    return TableFormat.XLS


def _no_table(name: str, what: str) -> Refusal:
    return Refusal(
        Words(
            f"“{name}”是{what}文件，不是表格；请导入 csv、xlsx、xls、xlsb 或 parquet",
            f"{name} is {what}, not a table; load csv, xlsx, xls, xlsb or parquet",
        )
    )
