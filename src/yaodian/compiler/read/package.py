"""The zip around a docx: looked at before anything is unpacked, and unpacked by the piece, never beyond its limits."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable

from yaodian.compiler.read.limits import (
    MAX_DIRECTORY_BYTES,
    MAX_MEMBERS,
    MAX_PART_BYTES,
    MAX_RATIO,
    MAX_UNPACKED_BYTES,
    RATIO_MATTERS_FROM_BYTES,
)
from yaodian.compiler.read.refusal import refusal
from yaodian.domain.finding import Refusal

END = b"PK\x05\x06"
END_RECORD = struct.Struct("<4s4H2LH")
ENCRYPTED_FLAG = 0x1
PIECE = 65_536
ARCHIVES = (".zip", ".docx", ".docm", ".xlsx", ".jar", ".rar", ".7z", ".gz")
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
        _check_directory_size(data, name)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, struct.error, EOFError):
            raise broken(name) from None
        infos = self._zip.infolist()
        _refuse_bomb(infos, name)
        names = [info.filename for info in infos]
        _refuse_unsafe_names(names, name)
        _refuse_other_contents(infos, names, name)

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


def _check_directory_size(data: bytes, name: str) -> None:
    """The end record tells how long the directory is; a long one would itself fill the memory."""
    at = data.rfind(END, max(0, len(data) - 65_536 - END_RECORD.size))
    if at < 0 or at + END_RECORD.size > len(data):
        raise broken(name)
    entries, directory_bytes = END_RECORD.unpack_from(data, at)[4:6]
    if entries > MAX_MEMBERS or directory_bytes > MAX_DIRECTORY_BYTES:
        raise bomb(name)


def _refuse_bomb(infos: Iterable[zipfile.ZipInfo], name: str) -> None:
    unpacked = 0
    for info in infos:
        unpacked += info.file_size
        if info.file_size > RATIO_MATTERS_FROM_BYTES and info.file_size > MAX_RATIO * max(1, info.compress_size):
            raise bomb(name)
    if unpacked > MAX_UNPACKED_BYTES:
        raise bomb(name)


def _refuse_unsafe_names(names: Iterable[str], name: str) -> None:
    for member in names:
        path = member.replace("\\", "/")
        if path.startswith("/") or path[1:2] == ":" or ".." in path.split("/"):
            raise refusal(
                name,
                "内含指向文件之外的路径，可能有恶意，请用Word或WPS重新另存为docx",
                "has members that point outside it and may be malicious, so save it as docx again with Word or WPS",
            )


def _refuse_other_contents(infos: Iterable[zipfile.ZipInfo], names: list[str], name: str) -> None:
    if any(info.flag_bits & ENCRYPTED_FLAG for info in infos):
        raise refusal(
            name,
            "加了密码，请去掉密码后再读取",
            "is protected by a password, so remove the password first",
        )
    if any(member.lower().endswith("vbaproject.bin") for member in names):
        raise refusal(
            name,
            "带有宏（docm），请另存为不带宏的docx",
            "carries macros (docm), so save it as a docx without macros",
        )
    if "word/document.xml" in names:
        if any(member.lower().endswith(ARCHIVES) and not _is_embedded_sheet(member) for member in names):
            raise refusal(
                name,
                "内嵌了另一个压缩包，请删去嵌入的附件后另存为docx",
                "has another archive inside, so delete the embedded attachment and save it as docx again",
            )
        return
    for member, why in OTHER_OFFICE.items():
        if member in names:
            raise refusal(name, *why)
    raise refusal(
        name,
        "是压缩包而不是docx，请先解压再读取其中的文件",
        "is an archive and no docx, so unpack it and read the file inside",
    )


def _is_embedded_sheet(member: str) -> bool:
    """A chart in a document carries its numbers as a workbook; that is ordinary and is never opened."""
    return member.startswith("word/embeddings/") and member.lower().endswith(".xlsx")


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
