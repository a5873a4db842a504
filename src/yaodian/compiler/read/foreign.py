"""Files that are recognised and are no plan text: each with what it is and how its text can be had."""

from __future__ import annotations

import re

from yaodian.compiler.read.refusal import refusal

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
OLD_OFFICE = (
    "是旧版办公文件（doc/wps），请用Word或WPS另存为docx",
    "is an old office file (doc or wps), so save it as docx with Word or WPS",
)
OLE_STREAMS = (
    (
        "EncryptedPackage",
        "是加了密码的办公文件，请去掉密码后另存为docx",
        "is an office file protected by a password, so remove the password and save it as docx",
    ),
    ("WordDocument", *OLD_OFFICE),
    ("Workbook", "是旧版表格文件（xls/et），请另存为docx或txt", "is an old spreadsheet, so save it as docx or txt"),
    ("Book", "是旧版表格文件（xls/et），请另存为docx或txt", "is an old spreadsheet, so save it as docx or txt"),
    (
        "PowerPoint Document",
        "是旧版演示文件（ppt/dps），请另存为docx或txt",
        "is an old presentation, so save it as docx or txt",
    ),
)
IMAGE = (
    "是图片，没有文字层，请先做文字识别再另存为docx或txt",
    "is an image without text, so run text recognition and save the result as docx or txt",
)
ARCHIVE = ("是压缩包，请先解压再读取其中的文件", "is an archive, so unpack it and read the file inside")
RTF = ("是RTF文件，请用Word或WPS另存为docx", "is an RTF file, so save it as docx with Word or WPS")
WEB_ARCHIVE = (
    "是网页归档文件（mht），请在浏览器里另存为html",
    "is a web archive (mht), so save the page as html in the browser",
)
WORD_XML = ("是Word的XML文件，请用Word另存为docx", "is a Word XML file, so save it as docx with Word")
XML = ("是XML数据而不是文档，请提供要点正文", "is XML data and no document, so give the plan itself")
PROGRAM = ("是程序而不是文档，请提供要点正文", "is a program and no document, so give the plan itself")

STARTS: tuple[tuple[bytes, tuple[str, str]], ...] = (
    (b"\x89PNG\r\n\x1a\n", IMAGE),
    (b"\xff\xd8\xff", IMAGE),
    (b"GIF87a", IMAGE),
    (b"GIF89a", IMAGE),
    (b"II*\x00", IMAGE),
    (b"MM\x00*", IMAGE),
    (b"7z\xbc\xaf\x27\x1c", ARCHIVE),
    (b"Rar!\x1a\x07", ARCHIVE),
    (b"\x1f\x8b\x08", ARCHIVE),
    (b"BZh9", ARCHIVE),
    (b"\xfd7zXZ\x00", ARCHIVE),
    (rb"{\rtf", RTF),
    (b"\x7fELF", PROGRAM),
    (b"MZ\x90\x00", PROGRAM),
)
WEB_ARCHIVE_START = re.compile(rb"\s*(?:(?:From|Snapshot-Content-Location|Subject|Date|MIME-Version):.*\r?\n)+", re.I)
XML_START = re.compile(rb"(?:\xef\xbb\xbf)?\s*<\?xml\b")


def refuse_foreign(data: bytes, name: str) -> None:
    """Refuse an office file of old, an image, an archive, a web archive, bare XML or a program."""
    if data.startswith(OLE):
        for stream, zh, en in OLE_STREAMS:
            if f"{stream}\0".encode("utf-16-le") in data:
                raise refusal(name, zh, en)
        raise refusal(name, *OLD_OFFICE)
    for start, why in STARTS:
        if data.startswith(start):
            raise refusal(name, *why)
    if (data.startswith(b"RIFF") and data[8:12] == b"WEBP") or (data.startswith(b"BM") and b"\x00" in data[2:18]):
        raise refusal(name, *IMAGE)
    head = data[:4096]
    if WEB_ARCHIVE_START.match(head) and b"multipart/related" in head.lower():
        raise refusal(name, *WEB_ARCHIVE)
    if XML_START.match(head) and b"<html" not in head.lower() and b"<!doctype html" not in head.lower():
        is_word = b"wordDocument" in head or b"/package" in head or b"Word.Document" in head
        raise refusal(name, *(WORD_XML if is_word else XML))
