"""Small pdf files made by hand: text at given places, in a font that maps each code to the same character."""

from __future__ import annotations

from collections.abc import Callable, Sequence

Run = tuple[float, float, str]
Page = Sequence[Run]
SIZE = 16
LEFT, INDENT, TOP, PITCH, FULL = 100.0, 132.0, 760.0, 28.0, 24
"""A page of 24 characters a line; a paragraph's first line is indented by two of them."""


def pdf(pages: Sequence[Page], *, first_code: int = 0, trailer: bytes = b"", extra: Sequence[bytes] = ()) -> bytes:
    """A pdf of pages of runs (x, y, text); `first_code` shifts what the codes are said to mean."""
    objects: list[bytes] = [b"", b""]

    def add(body: bytes) -> int:
        objects.append(body)
        return len(objects)

    font = _add_font(add, first_code)
    kids = []
    for runs in pages:
        shown = b"".join(b"1 0 0 1 %g %g Tm <%s> Tj\n" % (x, y, _hex(text)) for x, y, text in runs)
        content = add(stream(b"BT /F %d Tf\n%sET" % (SIZE, shown)))
        kids.append(add(page_object(font, content)))
    for body in extra:
        add(body)
    objects[0] = b"<< /Type /Catalog /Pages 2 0 R >>"
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), b" ".join(b"%d 0 R" % k for k in kids))
    return assembled(objects, trailer)


def page_object(font: int, content: int) -> bytes:
    resources = b"<< /Font << /F %d 0 R >> >>" % font
    return b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources %s /Contents %d 0 R >>" % (
        resources,
        content,
    )


def stream(content: bytes, entries: bytes = b"") -> bytes:
    return b"<< /Length %d %s>>\nstream\n%s\nendstream" % (len(content), entries, content)


def assembled(objects: Sequence[bytes], trailer: bytes = b"") -> bytes:
    made, offsets = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return b"%sxref\n0 %d\n0000000000 65535 f \n%strailer << /Size %d /Root 1 0 R %s>>\nstartxref\n%d\n%%%%EOF" % (
        made,
        len(objects) + 1,
        table,
        len(objects) + 1,
        trailer,
        len(made),
    )


def typeset(*paragraphs: str, foot: str | None = None, head: str | None = None) -> Page:
    """A page of paragraphs broken at 24 characters a line, as a word processor sets them."""
    runs, y = [], TOP
    if head:
        runs.append((200.0, 810.0, head))
    for paragraph in paragraphs:
        room, x = FULL - 2, INDENT
        rest = paragraph
        while rest:
            runs.append((x, y, rest[:room]))
            rest, room, x, y = rest[room:], FULL, LEFT, y - PITCH
    if foot:
        runs.append((280.0, 40.0, foot))
    return runs


def _hex(text: str) -> bytes:
    return text.encode("utf-16-be").hex().encode()


def _add_font(add: Callable[[bytes], int], first_code: int) -> int:
    rows = [b"<%02X00> <%02XFF> <%02X00>" % (h, h, (h + first_code) % 256) for h in range(256)]
    ranges = b"".join(
        b"%d beginbfrange\n%s\nendbfrange\n" % (len(rows[at : at + 100]), b"\n".join(rows[at : at + 100]))
        for at in range(0, 256, 100)
    )
    mapping = add(
        stream(
            b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Own def /CMapType 2 def\n"
            b"1 begincodespacerange <0000> <FFFF> endcodespacerange\n%sendcmap end end" % ranges
        )
    )
    descriptor = add(
        b"<< /Type /FontDescriptor /FontName /Own /Flags 4 /FontBBox [0 -200 1000 880] /ItalicAngle 0 "
        b"/Ascent 880 /Descent -120 /CapHeight 880 /StemV 80 >>"
    )
    inner = add(
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Own /DW 1000 /W [32 126 500] /FontDescriptor %d 0 R "
        b"/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>" % descriptor
    )
    return add(
        b"<< /Type /Font /Subtype /Type0 /BaseFont /Own /Encoding /Identity-H /DescendantFonts [%d 0 R] "
        b"/ToUnicode %d 0 R >>" % (inner, mapping)
    )
