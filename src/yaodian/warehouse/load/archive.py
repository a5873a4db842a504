"""What a zipped workbook may hold: checked in its central directory, before anything is unpacked."""

from __future__ import annotations

import re
import zipfile
import zlib
from pathlib import Path

from yaodian.domain.finding import Refusal, Words
from yaodian.domain.zipped import END_RECORD, LONGEST_COMMENT, ZipFault, directory_fault, first_fault
from yaodian.warehouse.load import limits

_CELL = re.compile(rb"""\br\s*=\s*["']([A-Z]{1,3})(\d{1,7})["']""")
_BLOCK = 1 << 20


def check_archive(path: Path) -> zipfile.ZipFile:
    """The open workbook; refuses bombs, macros, nested or encrypted archives and paths that leave the archive."""
    try:
        with path.open("rb") as file:
            file.seek(max(0, path.stat().st_size - LONGEST_COMMENT - END_RECORD.size))
            fault = directory_fault(file.read(), limits.ZIP_LIMITS)
        if fault:
            raise _refused(fault, path.name)
        archive = zipfile.ZipFile(path)
        members = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise broken(path.name) from error
    fault = first_fault(members, limits.ZIP_LIMITS)
    if fault:
        archive.close()
        raise _refused(fault, path.name)
    return archive


_FAULTS = {
    ZipFault.TOO_LARGE: Words(
        "解压后过大，请分成几个文件再导入", "is too large when unpacked; split it into several files and load them"
    ),
    ZipFault.TOO_TIGHT: Words(
        "的压缩比异常（可能是压缩炸弹），已拒绝；请用表格软件另存后再试",
        "is packed suspiciously tight (an archive bomb?); save it anew with a spreadsheet program",
    ),
    ZipFault.LEADS_OUTSIDE: Words("内部路径不正常，已拒绝；请另存后再试", "has paths that lead outside; save it anew"),
    ZipFault.ENCRYPTED: Words("有密码，请去掉密码后再导入", "has a password; remove it first"),
    ZipFault.MACROS: Words(
        "含有宏，已拒绝；请另存为不含宏的 .xlsx 再导入", "holds macros; save it as .xlsx without macros"
    ),
    ZipFault.NESTED: Words("嵌有其他文件，请去掉后再导入", "has other files inside; remove them first"),
}


def _refused(fault: ZipFault, name: str) -> Refusal:
    if fault is ZipFault.BROKEN:
        return broken(name)
    return Refusal(Words(f"“{name}”{_FAULTS[fault].zh}", f"{name} {_FAULTS[fault].en}"))


def broken(name: str) -> Refusal:
    return Refusal(
        Words(
            f"“{name}”已损坏或不完整，打不开；请重新导出或用表格软件另存",
            f"{name} is damaged or cut off and cannot be opened; export it again or save it anew",
        )
    )


def check_spread(archive: zipfile.ZipFile, name: str) -> None:
    """Refuse a workbook a sheet of which spans far more cells than it holds; a reader would fill them all."""
    for member in archive.infolist():
        if re.fullmatch(r"(?:.*/)?sheet\d*\.xml", member.filename, re.I):
            written, rows, columns = _extent(archive, member, name)
            area = rows * columns
            sparse = area > limits.SPARSE_FROM_CELLS and written * limits.SPARSE_RATIO < area
            if area > limits.MAX_CELLS or sparse:
                raise Refusal(
                    Words(
                        f"“{name}”的工作表占到第{rows}行第{columns}列，却几乎是空的或者太大；请删去空行空列，或分成几个文件",
                        f"a sheet of {name} reaches row {rows}, column {columns} but is nearly empty or too large; "
                        "delete the empty rows and columns or split it",
                    )
                )


def _extent(archive: zipfile.ZipFile, member: zipfile.ZipInfo, name: str) -> tuple[int, int, int]:
    """How many cells are written, the last row and the last column."""
    written, rows, columns, rest = 0, 0, 0, b""
    try:
        with archive.open(member) as part:
            while block := part.read(_BLOCK):
                if not rest and b"<!DOCTYPE" in block[:4096].upper():
                    raise broken(name)
                found = _CELL.findall(rest + block)
                written += len(found)
                if found:
                    rows = max(rows, max(int(row) for _, row in found))
                    columns = max(columns, max(_column(letters) for letters in {letters for letters, _ in found}))
                rest = block[-24:] if not block.endswith(b">") else b" "
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError) as error:
        raise broken(name) from error
    return written, rows, columns


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
