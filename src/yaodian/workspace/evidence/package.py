"""办公文件: docx, xlsx and ofd, each a zip of xml parts: nothing that acts by itself, leads elsewhere or hides."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator

from yaodian.compiler.read.refusal import refusal
from yaodian.domain.finding import Refusal
from yaodian.domain.zipped import END, END_RECORD, ZipFault, directory_fault, first_fault
from yaodian.warehouse.load.archive import check_spread
from yaodian.workspace.evidence.inflating import inflated
from yaodian.workspace.evidence.limits import ZIP_LIMITS
from yaodian.workspace.evidence.media import IS_ARCHIVE, IS_UNKNOWN, Media
from yaodian.workspace.evidence.relations import check_relation, check_script, check_types
from yaodian.workspace.evidence.xml_part import Part, broken, too_much

LOCAL_HEADER = struct.Struct("<4s5H3L2H")
XML_SUFFIXES = (".xml", ".rels", ".vml", ".svg")
SHEET = re.compile(r"xl/worksheets/sheet\d*\.xml", re.I)
FAULTS = {
    ZipFault.LEADS_OUTSIDE: (
        "内含指向文件之外的路径或链接，可能有恶意，请用办公软件重新另存",
        "has members that point outside it and may be malicious, so save it again with an office program",
    ),
    ZipFault.ENCRYPTED: ("加了密码，请去掉密码", "is protected by a password, so remove it"),
    ZipFault.MACROS: ("带有宏，请另存为不带宏的文件", "carries macros, so save it without them"),
    ZipFault.NESTED: (
        "内嵌了别的文件（附件、OLE对象、压缩包或程序），请删去，要用的单独上传",
        "has other files inside (attachments, OLE objects, archives, programs), so delete them and upload what is needed",
    ),
}


def check_package(data: bytes, name: str) -> tuple[Media, None]:
    """What the package is. Refusal where it is a bomb, is damaged, carries macros, other files or links that a reader
    follows by itself, or is no document."""
    media = _checked(data, name)
    return media, None


def _checked(data: bytes, name: str, is_inner: bool = False) -> Media:
    archive = _opened(data, name)
    elements, roots, embedded = 0, set(), []
    for member in archive.infolist():
        low = member.filename.lower()
        if low.endswith(XML_SUFFIXES):
            part = Part(_unpacked(data, member, name), name, elements)
            elements = part.elements
            roots.add((low, part.root))
            for noted, attributes in part.noted:
                check_relation(noted, attributes, name)
            check_script(part, name)
        else:
            kept = [piece for piece in _unpacked(data, member, name) if low.endswith(".xlsx")]
            if kept:
                embedded.append(b"".join(kept))
    media = _media(archive, data, name)
    if media is Media.XLSX:
        if any(root == "worksheet" and not SHEET.fullmatch(path) for path, root in roots):
            raise broken(name)
        check_spread(archive, name)
    for inner in embedded:
        if is_inner or _checked(inner, name, is_inner=True) is not Media.XLSX:
            raise refusal(name, *FAULTS[ZipFault.NESTED])
    return media


def _opened(data: bytes, name: str) -> zipfile.ZipFile:
    """The archive, its directory checked, nothing before or behind it."""
    at = data.rfind(END)
    if at < 0 or at + END_RECORD.size != len(data) or b"%PDF-" in data[:1024] or not data.startswith(b"PK\x03\x04"):
        raise broken(name)
    if fault := directory_fault(data, ZIP_LIMITS):
        raise _refused(fault, name)
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, struct.error):
        raise broken(name) from None
    members = archive.infolist()
    names = [member.filename.lower() for member in members]
    if not {"[content_types].xml", "ofd.xml"} & set(names):
        raise refusal(name, *IS_ARCHIVE)
    if fault := first_fault(members, ZIP_LIMITS):
        raise _refused(fault, name)
    if len(set(names)) < len(names):
        raise broken(name)
    return archive


def _refused(fault: ZipFault, name: str) -> Refusal:
    if fault is ZipFault.BROKEN:
        return broken(name)
    return refusal(name, *FAULTS[fault]) if fault in FAULTS else too_much(name)


def _unpacked(data: bytes, member: zipfile.ZipInfo, name: str) -> Iterator[bytes]:
    """A member's bytes by the piece, exactly as many as the directory says and with their sum."""
    head = LOCAL_HEADER.unpack_from(data, member.header_offset)
    start = member.header_offset + LOCAL_HEADER.size + head[9] + head[10]
    packed = memoryview(data)[start : start + member.compress_size]
    if member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) or len(packed) < member.compress_size:
        raise broken(name)
    length = crc = 0
    try:
        for piece in inflated(packed, -zlib.MAX_WBITS) if member.compress_type else (bytes(packed),):
            length, crc = length + len(piece), zlib.crc32(piece, crc)
            if length > member.file_size:
                raise too_much(name)
            yield piece
    except zlib.error:
        raise broken(name) from None
    if length != member.file_size or crc != member.CRC:
        raise broken(name)


def _media(archive: zipfile.ZipFile, data: bytes, name: str) -> Media:
    """By the declared types of its parts, an ofd by its first part."""
    names = {member.filename.lower(): member for member in archive.infolist()}
    if "[content_types].xml" not in names:
        return Media.OFD
    types = Part(_unpacked(data, names["[content_types].xml"], name), name, 0)
    found = check_types([attributes.get("ContentType", "") for _, attributes in types.noted], name)
    if found is None:
        raise refusal(name, *IS_UNKNOWN)
    return found
