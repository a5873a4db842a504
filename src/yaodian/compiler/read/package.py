"""The zip around a docx: looked at before anything is unpacked, and unpacked by the piece, never beyond its limits."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

from yaodian.compiler.read.limits import MAX_PART_BYTES, ZIP_LIMITS
from yaodian.compiler.read.refusal import refusal
from yaodian.domain.finding import Refusal
from yaodian.domain.zipped import ZipFault, directory_fault, first_fault

PIECE = 65_536
OTHER_OFFICE = {
    "xl/workbook.xml": ("是表格文件（xlsx），请另存为docx或txt", "is a spreadsheet (xlsx), so save it as docx or txt"),
    "ppt/presentation.xml": (
        "是演示文件（pptx），请另存为docx或txt",
        "is a presentation (pptx), so save it as docx or txt",
    ),
    "OFD.xml": (
        "是OFD版式文件，请导出为带文字层的pdf或docx",
        "is an OFD file, so export it as docx or pdf with a text layer",
    ),
    "content.xml": ("是ODF文件（odt/ods），请另存为docx", "is an OpenDocument file (odt or ods), so save it as docx"),
}


class Package:
    """A docx's members, checked; `part` unpacks one."""

    def __init__(self, data: bytes, name: str) -> None:
        self.name = name
        _refuse(directory_fault(data, ZIP_LIMITS), name)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, struct.error, EOFError):
            raise broken(name) from None
        fault = first_fault(self._zip.infolist(), ZIP_LIMITS)
        if fault is not ZipFault.NESTED:
            _refuse(fault, name)
        _refuse_other_contents(self._zip.namelist(), name)
        _refuse(fault, name)

    def part(self, path: str) -> bytes | None:
        """The bytes of member `path`, None where there is none."""
        try:
            info = self._zip.getinfo(path)
        except KeyError:
            return None
        if info.file_size > MAX_PART_BYTES:
            raise bomb(self.name)
        pieces, length = [], 0
        try:
            with self._zip.open(info) as member:
                while piece := member.read(PIECE):
                    pieces.append(piece)
                    length += len(piece)
                    if length > MAX_PART_BYTES:
                        raise bomb(self.name)
        except (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, RuntimeError, ValueError):
            raise broken(self.name) from None
        return b"".join(pieces)


FAULTS = {
    ZipFault.LEADS_OUTSIDE: (
        "内含指向文件之外的路径，可能有恶意，请用Word或WPS重新另存为docx",
        "has members that point outside it and may be malicious, so save it as docx again with Word or WPS",
    ),
    ZipFault.ENCRYPTED: (
        "加了密码，请去掉密码后再读取",
        "is protected by a password, so remove the password first",
    ),
    ZipFault.MACROS: (
        "带有宏（docm），请另存为不带宏的docx",
        "carries macros (docm), so save it as a docx without macros",
    ),
    ZipFault.NESTED: (
        "内嵌了另一个压缩包，请删去嵌入的附件后另存为docx",
        "has another archive inside, so delete the embedded attachment and save it as docx again",
    ),
}


def _refuse(fault: ZipFault | None, name: str) -> None:
    if fault is ZipFault.BROKEN:
        raise broken(name)
    if fault in (ZipFault.TOO_LARGE, ZipFault.TOO_TIGHT):
        raise bomb(name)
    if fault:
        raise refusal(name, *FAULTS[fault])


def _refuse_other_contents(names: list[str], name: str) -> None:
    if "word/document.xml" in names:
        return
    for member, why in OTHER_OFFICE.items():
        if member in names:
            raise refusal(name, *why)
    raise refusal(
        name,
        "是压缩包而不是docx，请先解压再读取其中的文件",
        "is an archive and no docx, so unpack it and read the file inside",
    )


def bomb(name: str) -> Refusal:
    return refusal(
        name,
        "解压后大得不合常理（疑似压缩炸弹），请用Word或WPS重新另存为docx",
        "unpacks to an unreasonable size (a zip bomb), so save it as docx again with Word or WPS",
    )


def broken(name: str) -> Refusal:
    return refusal(
        name,
        "已损坏或不完整，请重新下载或用Word、WPS重新另存为docx",
        "is damaged or incomplete, so download it again or save it as docx again with Word or WPS",
    )
