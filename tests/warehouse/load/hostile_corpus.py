"""Forty files that mean harm or were harmed: each made here, with whether it is read or refused."""

from __future__ import annotations

import gzip
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import xlsxwriter

from tests.warehouse.load.some_pupils import HEADS, pupils, write_xlsx

READ, REFUSED = "read", "refused"
Make = Callable[[Path], bytes]
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
SHEET = "xl/worksheets/sheet1.xml"
LINE = ",".join(HEADS)
FIRST = ",".join(pupils(1)[0])


def book(folder: Path) -> bytes:
    return write_xlsx(folder / "sound.xlsx", [HEADS, *pupils(3)]).read_bytes()


def text(*lines: str, encoding: str = "utf-8") -> Make:
    return lambda _: "\n".join(lines).encode(encoding)


def raw(data: bytes) -> Make:
    return lambda _: data


def with_member(name: str, data: bytes, encrypted: bool = False) -> Make:
    """A sound workbook with one member more, or another in its place."""

    def make(folder: Path) -> bytes:
        path = folder / "made.xlsx"
        sound = folder / "sound.xlsx"
        sound.write_bytes(book(folder))
        with zipfile.ZipFile(sound) as given, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as made:
            for member in given.infolist():
                if member.filename != name:
                    made.writestr(member.filename, given.read(member))
            made.writestr(name, data)
        made_bytes = bytearray(path.read_bytes())
        if encrypted:
            at = made_bytes.find(b"PK\x01\x02")
            made_bytes[at + 8] |= 1
        return bytes(made_bytes)

    return make


def cut(make: Make, share: float) -> Make:
    def shortened(folder: Path) -> bytes:
        data = make(folder)
        return data[: int(len(data) * share)]

    return shortened


def formulas(folder: Path) -> bytes:
    path = folder / "formulas.xlsx"
    made = xlsxwriter.Workbook(str(path))
    page = made.add_worksheet()
    for at, row in enumerate([HEADS, *pupils(3)]):
        page.write_row(at, 0, row)
    page.write_formula(1, 15, "=[外部.xlsx]Sheet1!$A$1", None, "外部值")
    page.write_formula(2, 15, '=WEBSERVICE("http://127.0.0.1/")', None, "值")
    page.write_url(3, 15, "http://127.0.0.1/", string="链接")
    made.close()
    return path.read_bytes()


def parquet(table: pa.Table) -> Make:
    def make(folder: Path) -> bytes:
        pq.write_table(table, folder / "made.parquet")
        return (folder / "made.parquet").read_bytes()

    return make


def compound(*names: str) -> bytes:
    """The head of a compound file that names these streams."""
    return OLE + b"\0" * 504 + b"".join(name.encode("utf-16-le") + b"\0" * 64 for name in names)


def many_members(folder: Path) -> bytes:
    path = folder / "many.xlsx"
    with zipfile.ZipFile(path, "w") as made:
        for n in range(3_000):
            made.writestr(f"xl/{n}.xml", b"")
    return path.read_bytes()


def nested(folder: Path) -> bytes:
    path = folder / "nested.zip"
    with zipfile.ZipFile(path, "w") as made:
        made.writestr("xl/workbook.xml", b"<workbook/>")
        made.writestr("inner.zip", book(folder))
    return path.read_bytes()


ENTITIES = (
    b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    b'<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>'
)
FAR = b'<worksheet><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>'
COLUMNS = pa.table({"c": ["1"]})
NESTED = pa.table({head: pa.array([[1]]) for head in HEADS})

CORPUS: dict[str, tuple[str, Make, str]] = {
    "zip bomb in a member": ("a.xlsx", with_member("xl/big.bin", b"\0" * 60_000_000), REFUSED),
    "zip bomb as the sheet": ("a.xlsx", with_member(SHEET, b" " * 60_000_000), REFUSED),
    "zip bomb in shared strings": ("a.xlsx", with_member("xl/sharedStrings.xml", b"<si/>" * 12_000_000), REFUSED),
    "three thousand members": ("a.xlsx", many_members, REFUSED),
    "zip in a zip": ("a.xlsx", nested, REFUSED),
    "path that leads outside": ("a.xlsx", with_member("../../x.sh", b"x"), REFUSED),
    "absolute path": ("a.xlsx", with_member("/etc/x", b"x"), REFUSED),
    "macro": ("a.xlsm", with_member("xl/vbaProject.bin", b"x"), REFUSED),
    "old macro sheet": ("a.xlsx", with_member("xl/macrosheets/sheet1.xml", b"<x/>"), REFUSED),
    "embedded document": ("a.xlsx", with_member("xl/embeddings/a.docx", b"x"), REFUSED),
    "embedded program": ("a.xlsx", with_member("xl/media/a.exe", b"MZ"), REFUSED),
    "external link": ("a.xlsx", with_member("xl/externalLinks/externalLink1.xml", b"<externalLink/>"), READ),
    "formulas and links": ("a.xlsx", formulas, READ),
    "entities": ("a.xlsx", with_member(SHEET, ENTITIES), REFUSED),
    "a cell in the last corner": ("a.xlsx", with_member(SHEET, FAR), REFUSED),
    "sheet that is no xml": ("a.xlsx", with_member(SHEET, b"\0\1\2" * 100), REFUSED),
    "password on a member": ("a.xlsx", with_member("xl/z.xml", b"x", encrypted=True), REFUSED),
    "encrypted workbook": ("a.xlsx", raw(compound("EncryptionInfo", "EncryptedPackage")), REFUSED),
    "workbook cut at a half": ("a.xlsx", cut(book, 0.5), REFUSED),
    "workbook cut before its end": ("a.xlsx", cut(book, 0.99), REFUSED),
    "workbook called csv": ("a.csv", book, READ),
    "csv called xlsx": ("a.xlsx", text(LINE, FIRST), READ),
    "html called xls": ("a.xls", raw(b"<html><table><tr><td>1</td></tr></table></html>"), REFUSED),
    "xls without a book": ("a.xls", raw(compound("WordDocument")), REFUSED),
    "xls of noise": ("a.xls", raw(compound("Workbook") + struct.pack("<512I", *range(512))), REFUSED),
    "xls with macros": ("a.xls", raw(compound("Workbook", "_VBA_PROJECT")), REFUSED),
    "xlsb of noise": ("a.xlsb", with_member("xl/workbook.bin", b"\xff" * 900), REFUSED),
    "utf-16 csv": ("a.csv", text(LINE, FIRST, encoding="utf-16"), READ),
    "utf-16 without a mark": ("a.csv", text(LINE, FIRST, encoding="utf-16-le"), REFUSED),
    "NULs": ("a.csv", raw(b"\0" * 100_000), REFUSED),
    "NULs between cells": ("a.csv", text(LINE, FIRST.replace("备注0", "备\0注")), REFUSED),
    "twenty thousand columns": ("a.csv", text(",".join(f"列{n}" for n in range(20_000)), "1"), REFUSED),
    "twenty thousand columns of parquet": (
        "a.parquet", parquet(pa.table({f"c{n}": ["1"] for n in range(20_000)})), REFUSED),
    "an endless line": ("a.csv", raw(b"a" * 30_000_000), REFUSED),
    "an open quote": ("a.csv", text(LINE, '"' + FIRST * 20_000), REFUSED),
    "gzip called csv": ("a.csv", raw(gzip.compress(LINE.encode())), REFUSED),
    "neither utf-8 nor gbk": ("a.csv", raw(LINE.encode() + b"\n\xff\xff\xff\xfe\xfe"), REFUSED),
    "parquet cut": ("a.parquet", cut(parquet(COLUMNS), 0.7), REFUSED),
    "parquet of lists": ("a.parquet", parquet(NESTED), REFUSED),
    "parquet marks around noise": ("a.parquet", raw(b"PAR1" + b"\xfe" * 200 + b"PAR1"), REFUSED),
    "a cell of a megabyte": ("a.csv", text(LINE, FIRST.replace("备注0", "长" * 400_000)), REFUSED),
    "a cell of sixty kilobytes": ("a.csv", text(LINE, FIRST.replace("备注0", "长" * 20_000)), READ),
}  # fmt: skip
