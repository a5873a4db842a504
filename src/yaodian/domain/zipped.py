"""压缩包: what a zipped document may hold, told from its directory before anything is unpacked. Pure."""

from __future__ import annotations

import re
import stat
import struct
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

END = b"PK\x05\x06"
END_RECORD = struct.Struct("<4s4H2LH")
LONGEST_COMMENT = 65_535
ENCRYPTED_FLAG = 0x1
MACROS = re.compile(r"vbaproject\.bin$|vbadata\.xml$|(?:^|/)macrosheets/")


class ZipFault(StrEnum):
    """毛病: why an archive is not unpacked."""

    BROKEN = "broken"
    TOO_LARGE = "too_large"
    TOO_TIGHT = "too_tight"
    LEADS_OUTSIDE = "leads_outside"
    ENCRYPTED = "encrypted"
    MACROS = "macros"
    NESTED = "nested"


@dataclass(frozen=True, slots=True)
class ZipLimits:
    """How much an archive may hold: members, bytes of its directory and bytes unpacked; no member of `ratio_from_bytes` or
    more, and not the whole, may be packed tighter than `ratio` to one. A member whose name in small letters `nested`
    finds is a file in the file."""

    members: int
    directory_bytes: int
    unpacked_bytes: int
    ratio: int
    ratio_from_bytes: int
    nested: re.Pattern[str]


def directory_fault(end: bytes, limits: ZipLimits) -> ZipFault | None:
    """What is wrong with the directory that the archive's last bytes announce; reading a long one would fill the memory.

    `end` is the archive or at least its last LONGEST_COMMENT + END_RECORD.size bytes.
    """
    at = end.rfind(END, max(0, len(end) - LONGEST_COMMENT - END_RECORD.size))
    if at < 0 or at + END_RECORD.size > len(end):
        return ZipFault.BROKEN
    entries, directory_bytes = END_RECORD.unpack_from(end, at)[4:6]
    return ZipFault.TOO_LARGE if entries > limits.members or directory_bytes > limits.directory_bytes else None


def first_fault(members: Sequence[zipfile.ZipInfo], limits: ZipLimits) -> ZipFault | None:
    """The first thing that speaks against unpacking: the sizes, then the members in their order; None where nothing does."""
    return _size_fault(members, limits) or next(filter(None, (_member_fault(m, limits) for m in members)), None)


def _size_fault(members: Sequence[zipfile.ZipInfo], limits: ZipLimits) -> ZipFault | None:
    unpacked, packed = sum(m.file_size for m in members), sum(m.compress_size for m in members)
    if len(members) > limits.members or unpacked > limits.unpacked_bytes:
        return ZipFault.TOO_LARGE
    pairs = [(unpacked, packed), *((m.file_size, m.compress_size) for m in members)]
    if any(size > limits.ratio_from_bytes and size > limits.ratio * max(1, small) for size, small in pairs):
        return ZipFault.TOO_TIGHT
    return None


def _member_fault(member: zipfile.ZipInfo, limits: ZipLimits) -> ZipFault | None:
    path = member.filename.replace("\\", "/").lower()
    if path.startswith("/") or path[1:2] == ":" or ".." in path.split("/") or stat.S_ISLNK(member.external_attr >> 16):
        return ZipFault.LEADS_OUTSIDE
    if member.flag_bits & ENCRYPTED_FLAG:
        return ZipFault.ENCRYPTED
    if MACROS.search(path):
        return ZipFault.MACROS
    return ZipFault.NESTED if limits.nested.search(path) else None
