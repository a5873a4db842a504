"""What an archive's directory tells before anything is unpacked."""

from __future__ import annotations

import io
import re
import stat
import zipfile

import pytest

from yaodian.domain.zipped import ZipFault, ZipLimits, directory_fault, first_fault

LIMITS = ZipLimits(
    members=5,
    directory_bytes=1_000,
    unpacked_bytes=10_000,
    ratio=10,
    ratio_from_bytes=500,
    nested=re.compile(r"\.zip$"),
)


def member(name: str, size: int = 10, packed: int = 10, mode: int = 0) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name)
    info.file_size, info.compress_size, info.external_attr = size, packed, mode << 16
    return info


@pytest.mark.parametrize(
    ("members", "fault"),
    [
        ([member("a.xml")], None),
        ([member("a.xml", 500, 1)], None),
        ([member("a.xml", 501, 50)], ZipFault.TOO_TIGHT),
        ([member(f"{n}.xml", 400, 10) for n in range(2)], ZipFault.TOO_TIGHT),
        ([member("a.xml", 10_001, 10_001)], ZipFault.TOO_LARGE),
        ([member(f"{n}.xml") for n in range(6)], ZipFault.TOO_LARGE),
        ([member("a/../../b")], ZipFault.LEADS_OUTSIDE),
        ([member("a\\..\\b")], ZipFault.LEADS_OUTSIDE),
        ([member("/etc/b")], ZipFault.LEADS_OUTSIDE),
        ([member("C:/b")], ZipFault.LEADS_OUTSIDE),
        ([member("a", mode=stat.S_IFLNK | 0o777)], ZipFault.LEADS_OUTSIDE),
        ([member("a..b/c..xml")], None),
        ([member("word/VBAProject.bin")], ZipFault.MACROS),
        ([member("xl/macrosheets/sheet1.xml")], ZipFault.MACROS),
        ([member("a.xml"), member("B.ZIP")], ZipFault.NESTED),
    ],
)
def test_the_first_fault_of_an_archive_is_told(members: list[zipfile.ZipInfo], fault: ZipFault | None) -> None:
    assert first_fault(members, LIMITS) is fault


def test_a_member_with_a_password_is_told() -> None:
    locked = member("a.xml")
    locked.flag_bits |= 1
    assert first_fault([locked], LIMITS) is ZipFault.ENCRYPTED


def test_a_directory_is_measured_before_it_is_read() -> None:
    def end(names: int, comment: bytes = b"") -> bytes:
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w") as archive:
            for n in range(names):
                archive.writestr(f"{n}.xml", b"")
            archive.comment = comment
        return made.getvalue()

    assert directory_fault(end(5, b"x" * 65_535), LIMITS) is None
    assert directory_fault(end(6), LIMITS) is ZipFault.TOO_LARGE
    assert directory_fault(end(5)[:-1], LIMITS) is ZipFault.BROKEN
    assert directory_fault(b"PK\x03\x04", LIMITS) is ZipFault.BROKEN
