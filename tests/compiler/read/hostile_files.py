"""Hostile and broken files, each a name and the bytes that an attacker or an accident makes."""

from __future__ import annotations

import codecs
import functools
import random
import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping

from tests.compiler.read.made_docx import NAMESPACES, document, docx, paragraph, zipped
from tests.compiler.read.made_pdf import assembled, page_object, pdf, stream, typeset

PLAN = "清溪市2021年教育工作要点\n一、建强队伍\n1.全年培训乡村教师300名。\n"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
MILLION = 1_000_000


def _ole(stream_name: str) -> bytes:
    return OLE + stream_name.encode("utf-16-le") + bytes(512)


def _with_document(xml: str | bytes, **others: bytes) -> bytes:
    return zipped({"[Content_Types].xml": "<Types/>", "word/document.xml": xml, **others})


def _word_with(member: str, content: bytes = b"x") -> bytes:
    return _with_document(document(paragraph("一、队伍")), **{member: content})


@functools.cache
def _deflated(size: int) -> tuple[bytes, int]:
    piece, crc = b" " * MILLION, 0
    for _ in range(size // MILLION):
        crc = zlib.crc32(piece, crc)
    return _deflated_again_and_again(piece, size // MILLION), crc


def _deflated_again_and_again(piece: bytes, times: int) -> bytes:
    """The deflated form of a piece repeated; a full flush makes each repetition the same bytes, so one is packed."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = packer.compress(piece) + packer.flush(zlib.Z_FULL_FLUSH)
    return packed * times + packer.flush()


def _one_member_zip(name: bytes, packed: bytes, crc: int, claimed: int, *, flags: int = 0, method: int = 8) -> bytes:
    """A zip of one member whose claims about itself need not be true."""
    fields = struct.pack("<HHHHHLLLHH", 20, flags, method, 0, 33, crc, len(packed), claimed, len(name), 0)
    local = b"PK\x03\x04" + fields + name + packed
    central = b"PK\x01\x02" + struct.pack("<H", 20) + fields + struct.pack("<HHHLL", 0, 0, 0, 0, 0) + name
    end = b"PK\x05\x06" + struct.pack("<HHHHLLH", 0, 0, 1, 1, len(central), len(local), 0)
    return local + central + end


def _bomb() -> bytes:
    return _one_member_zip(b"word/document.xml", *_deflated(1000 * MILLION), 1000 * MILLION)


def _lying_bomb() -> bytes:
    return _one_member_zip(b"word/document.xml", *_deflated(1000 * MILLION), 2 * MILLION)


def _many_members() -> bytes:
    return zipped({f"word/{n}.xml": b"" for n in range(20_000)}, zipfile.ZIP_STORED)


def _long_directory() -> bytes:
    """The end record says two members, the directory holds as many as fit into a megabyte."""
    made = bytearray(zipped({f"word/{n}.xml": b"" for n in range(15_000)}, zipfile.ZIP_STORED))
    at = made.rfind(b"PK\x05\x06")
    made[at + 8 : at + 12] = struct.pack("<HH", 2, 2)
    return bytes(made)


def _flipped() -> bytes:
    made = bytearray(docx(paragraph("一、队伍" * 200)))
    at = made.find(b"word/document.xml") + len("word/document.xml") + 20
    made[at : at + 8] = bytes(8)
    return bytes(made)


def _entities(declared: str) -> str:
    body = f"<w:body>{paragraph('一、队伍&a;')}</w:body>"
    return f"<?xml version='1.0'?><!DOCTYPE d [{declared}]><w:document {NAMESPACES}>{body}</w:document>"


def _laughs() -> str:
    return _entities(
        "<!ENTITY a0 'ha'>"
        + "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 10))
        + "<!ENTITY a '&a9;'>"
    )


def _nested_xml() -> str:
    return document("<w:sdt><w:sdtContent>" * 5000 + paragraph("一、") + "</w:sdtContent></w:sdt>" * 5000)


def _pdf_of(content: bytes, entries: bytes = b"") -> bytes:
    pages = b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>"
    return assembled([b"<< /Type /Catalog /Pages 2 0 R >>", pages, page_object(4, 4), stream(content, entries)])


def _locked_pdf() -> bytes:
    lock = b"<< /Filter /Standard /V 1 /R 2 /Length 40 /P -44 /O <%s> /U <%s> >>" % (b"5a" * 32, b"a5" * 32)
    data = pdf([typeset("一、队伍")])
    count = data.count(b" 0 obj")
    return pdf(
        [typeset("一、队伍")],
        extra=[lock],
        trailer=b"/Encrypt %d 0 R /ID [<%s> <%s>] " % (count + 1, b"01" * 16, b"01" * 16),
    )


@functools.cache
def _pdf_bomb() -> bytes:
    piece, check = b"q 1 0 0 1 0 0 cm Q\n" * 50_000, 1
    for _ in range(900):
        check = zlib.adler32(piece, check)
    packed = b"\x78\xda" + _deflated_again_and_again(piece, 900) + struct.pack(">L", check)
    return _pdf_of(packed, b"/Filter /FlateDecode ")


@functools.cache
def _pdf_of_too_many_characters() -> bytes:
    rows = [
        [
            (10.0, 800.0 - row, "".join(chr(0x4E00 + (row * 91 + n * 7) % 20_000) for n in range(400)))
            for row in range(100)
        ]
    ]
    return pdf([rows[0]] * 60)


def _pdf_in_a_ring() -> bytes:
    ring = b"<< /Type /Pages /Count 1 /Kids [2 0 R] /Parent 2 0 R >>"
    return assembled([b"<< /Type /Catalog /Pages 2 0 R >>", ring])


def _rubbish(length: int) -> bytes:
    return random.Random(7).randbytes(length)


def _html(body: str) -> bytes:
    return f"<html><head><title>清溪市教育局</title></head><body>{body}</body></html>".encode()


Make = Callable[[], bytes]
FILES: Mapping[str, tuple[str, Make]] = {
    "an empty file": ("plan.txt", lambda: b""),
    "a text of spaces only": ("plan.txt", lambda: ("\n \t　" * 1000).encode()),
    "a byte order mark alone": ("plan.txt", lambda: codecs.BOM_UTF8),
    "a text of 21 MB": ("plan.txt", lambda: PLAN.encode() * (21 * MILLION // len(PLAN.encode()))),
    "a text of 51 MB": ("plan.txt", lambda: PLAN.encode() * (51 * MILLION // len(PLAN.encode()) + 1)),
    "random bytes": ("plan.txt", lambda: _rubbish(100_000)),
    "random bytes without zeros": ("plan.txt", lambda: _rubbish(100_000).replace(b"\x00", b"\xff")),
    "control characters": ("plan.txt", lambda: bytes(range(1, 32)) * 100),
    "utf-8 with a foreign byte": ("plan.txt", lambda: (PLAN * 20).encode().replace(b"300", b"\xff", 1)),
    "utf-16 with half a pair": ("plan.txt", lambda: codecs.BOM_UTF16_LE + b"\x00\xd8a\x00" * 20),
    "text saved as replacement characters": ("plan.txt", lambda: "锟斤拷\ufffd\ufffd".encode() * 100),
    "an image called docx": ("plan.docx", lambda: b"\x89PNG\r\n\x1a\n" + bytes(200)),
    "a photograph": ("plan.jpg", lambda: b"\xff\xd8\xff\xe0" + bytes(200)),
    "an old word file": ("plan.doc", lambda: _ole("WordDocument")),
    "an old word file called docx": ("plan.docx", lambda: _ole("Book Antiqua") + _ole("WordDocument")),
    "an old spreadsheet": ("plan.xls", lambda: _ole("Workbook")),
    "a word file with a password": ("plan.docx", lambda: _ole("EncryptedPackage")),
    "a rich text file": ("plan.rtf", lambda: rb"{\rtf1\ansi \u19968 }"),
    "a gzip file": ("plan.txt", lambda: b"\x1f\x8b\x08" + bytes(50)),
    "a 7z file": ("plan.docx", lambda: b"7z\xbc\xaf\x27\x1c" + bytes(50)),
    "a web archive": ("plan.mht", lambda: b"MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\r\n<html>"),
    "a word file as one xml": ("plan.xml", lambda: b"<?xml version='1.0'?><w:wordDocument/>"),
    "a zip of texts": ("plan.zip", lambda: zipped({"plan.txt": PLAN})),
    "a spreadsheet": ("plan.xlsx", lambda: zipped({"xl/workbook.xml": "<workbook/>"})),
    "an ofd file": ("plan.ofd", lambda: zipped({"OFD.xml": "<OFD/>"})),
    "a zip that is cut off": ("plan.docx", lambda: docx(paragraph("一、队伍"))[:-30]),
    "a zip of its first bytes": ("plan.docx", lambda: b"PK\x03\x04"),
    "a docx with macros": ("plan.docm", lambda: _word_with("word/vbaProject.bin")),
    "a docx with a member at an absolute path": ("plan.docx", lambda: _word_with("/etc/cron.d/x")),
    "a docx with a member above itself": ("plan.docx", lambda: _word_with("word/../../x.xml")),
    "a docx with a member on a drive": ("plan.docx", lambda: _word_with("C:\\x.xml")),
    "a docx with a zip inside": ("plan.docx", lambda: _word_with("word/media/a.zip", zipped({"a": "b"}))),
    "a docx whose xml is broken": ("plan.docx", lambda: _with_document("<w:document><w:body>")),
    "a docx without a body": ("plan.docx", lambda: _with_document(f"<w:document {NAMESPACES}/>")),
    "a docx without text": ("plan.docx", lambda: docx(paragraph(" "))),
    "a docx with an external entity": (
        "plan.docx",
        lambda: _with_document(_entities("<!ENTITY a SYSTEM 'file:///etc/hostname'>")),
    ),
    "a docx of a billion laughs": ("plan.docx", lambda: _with_document(_laughs())),
    "a docx nested five thousand deep": ("plan.docx", lambda: _with_document(_nested_xml())),
    "a docx of a million tags": ("plan.docx", lambda: docx("<w:p/>" * MILLION)),
    "a docx that unpacks to 1 GB": ("plan.docx", _bomb),
    "a docx that hides that it unpacks to 1 GB": ("plan.docx", _lying_bomb),
    "a docx of twenty thousand members": ("plan.docx", _many_members),
    "a docx whose directory is longer than it says": ("plan.docx", _long_directory),
    "a docx with flipped bytes": ("plan.docx", _flipped),
    "a docx with a password on its members": (
        "plan.docx",
        lambda: _one_member_zip(b"word/document.xml", b"x" * 40, 0, 40, flags=1),
    ),
    "a docx packed in an unknown way": (
        "plan.docx",
        lambda: _one_member_zip(b"word/document.xml", b"x" * 40, 0, 40, method=97),
    ),
    "a scanned pdf": ("plan.pdf", lambda: _pdf_of(b"q 500 0 0 800 0 0 cm Q")),
    "a pdf of page numbers only": ("plan.pdf", lambda: pdf([typeset(foot=f"- {n} -") for n in (1, 2, 3)])),
    "a pdf with a password": ("plan.pdf", _locked_pdf),
    "a pdf of its first line": ("plan.pdf", lambda: b"%PDF-1.7\n"),
    "a pdf followed by rubbish": ("plan.pdf", lambda: b"%PDF-1.7\n" + _rubbish(10_000)),
    "a pdf of two thousand pages": ("plan.pdf", lambda: pdf([[]] * 2000)),
    "a pdf of two million characters": ("plan.pdf", _pdf_of_too_many_characters),
    "a pdf whose page unpacks to 850 MB": ("plan.pdf", _pdf_bomb),
    "a pdf whose pages form a ring": ("plan.pdf", _pdf_in_a_ring),
    "a pdf whose font maps to no characters": ("plan.pdf", lambda: pdf([typeset("一、队伍建设")], first_code=0x92)),
    "a page of scripts only": (
        "plan.html",
        lambda: _html("<script>document.write('正文')</script>").replace("清溪市教育局".encode(), b""),
    ),
    "a page nested a hundred thousand deep": ("plan.html", lambda: _html("<div>" * 100_000 + "一、队伍")),
    "a page with a million attributes in one tag": (
        "plan.html",
        lambda: _html("<p " + " ".join(f"a{n}" for n in range(MILLION)) + ">一、队伍"),
    ),
    "a page of half a million tags": ("plan.html", lambda: _html("<p>一</p>" * 300_000)),
    "a page of 9 MB": ("plan.html", lambda: _html("一、队伍。" * 650_000)),
}
