"""文件类型: what a file is by its bytes, whatever its name says; what cannot be evidence is refused with what to do instead."""

from __future__ import annotations

import re
from enum import StrEnum

from yaodian.compiler.read.refusal import refusal


class Media(StrEnum):
    """The types that are kept."""

    PDF = "application/pdf"
    DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    OFD = "application/ofd"
    JPEG = "image/jpeg"
    PNG = "image/png"

    @property
    def suffix(self) -> str:
        return {"JPEG": ".jpg"}.get(self.name, f".{self.name.lower()}")


class Family(StrEnum):
    """What the first bytes tell: which checker looks at the rest."""

    PDF = "pdf"
    ZIP = "zip"
    IMAGE = "image"


KEPT = "pdf、docx、xlsx、ofd、jpg、png"
IS_OLD_OFFICE = (
    "是旧版办公文件（doc、xls、wps、et等）或加了密码，请去掉密码并另存为docx、xlsx或pdf",
    "is an old office file (doc, xls, wps, et) or has a password, so remove it and save the file as docx, xlsx or pdf",
)
IS_ARCHIVE = ("是压缩包，请解压后逐个上传", "is an archive, so unpack it and upload its files one by one")
IS_OTHER_IMAGE = ("是不收的图片格式，请另存为jpg或png", "is an image of another kind, so save it as jpg or png")
IS_RECORDING = ("是音频或视频，佐证不收音视频，请附纪要或照片", "is a recording, so attach minutes or a photograph")
IS_PROGRAM = ("是程序，佐证不收程序", "is a program, which is no evidence")
IS_MARKUP = ("是网页或XML，请打印为pdf", "is a web page or XML, so print it as pdf")
IS_RTF = ("是RTF文件，请另存为docx或pdf", "is an RTF file, so save it as docx or pdf")
IS_UNKNOWN = (f"不是能收的文件，只收{KEPT}", f"is of no kind that is taken, only {KEPT.replace('、', ', ')} are")

STARTS: tuple[tuple[bytes, tuple[str, str]], ...] = (
    (rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", IS_OLD_OFFICE),
    (rb"7z\xbc\xaf\x27\x1c|Rar!\x1a\x07|\x1f\x8b\x08|BZh\d|\xfd7zXZ\x00", IS_ARCHIVE),
    (rb"GIF8[79]a|II\*\x00|MM\x00\*|BM.{4}\x00|RIFF.{4}WEBP|.{4}ftyp(?:hei|mif1|avif)", IS_OTHER_IMAGE),
    (rb".{4}ftyp|RIFF.{4}|ID3|\x1aE\xdf\xa3|#!AMR|OggS", IS_RECORDING),
    (rb"MZ|\x7fELF|#!", IS_PROGRAM),
    (rb"\{\\rtf", IS_RTF),
    (rb"(?:\xef\xbb\xbf)?\s*<", IS_MARKUP),
)


def family_of(data: bytes, name: str) -> Family:
    """Which checker looks at the file; Refusal where it is of no kind that is taken."""
    if data.startswith(b"%PDF-"):
        return Family.PDF
    if data.startswith(b"PK\x03\x04"):
        return Family.ZIP
    if data.startswith((b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")):
        return Family.IMAGE
    for start, why in STARTS:
        if re.match(start, data, re.S):
            raise refusal(name, *why)
    raise refusal(name, *IS_UNKNOWN)
