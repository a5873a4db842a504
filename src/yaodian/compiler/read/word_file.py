"""docx → Source: paragraphs and tables in the order of the body, as a reader of the printed page sees them."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from lxml import etree

from yaodian.compiler.read.limits import MAX_TAGS
from yaodian.compiler.read.lines import Lines
from yaodian.compiler.read.numbering import Numbering, W
from yaodian.compiler.read.package import Package, bomb, broken
from yaodian.compiler.read.published import published_in
from yaodian.compiler.read.refusal import refusal
from yaodian.compiler.read.runs import Runs, walk
from yaodian.domain.finding import Refusal
from yaodian.domain.text import Format, Source

STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
TRANSITIONAL = W[1:-1].encode()


def read_docx(data: bytes, name: str) -> Source:
    package = Package(data, name)
    document = _xml(package, "word/document.xml")
    body = None if document is None else document.find(f"{W}body")
    if body is None:
        raise broken(name)
    styles = _xml(package, "word/styles.xml")
    runs = Runs(Numbering(_xml(package, "word/numbering.xml"), styles), styles)
    lines = Lines()
    paragraphs = _add_blocks(body, runs, lines)
    for path in ("word/footnotes.xml", "word/endnotes.xml"):
        notes = _xml(package, path)
        for note in () if notes is None else notes:
            if note.get(f"{W}type") in (None, "normal"):
                paragraphs += 1
                lines.paragraph("\n".join(runs.texts(note)), paragraphs)
    text, anchors = lines.text, tuple(lines.anchors)
    return Source(name=name, text=text, format=Format.DOCX, anchors=anchors, published=published_in(text))


def _xml(package: Package, path: str) -> Any:
    """The root of an XML part, None where there is none; no entity is resolved and nothing outside is read."""
    data = package.part(path)
    if data is None:
        return None
    if data.count(b"<") > MAX_TAGS:
        raise bomb(package.name)
    if b"<!DOCTYPE" in data:
        raise _entities(package.name)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        tree = etree.parse(io.BytesIO(data.replace(STRICT, TRANSITIONAL)), parser)
    except etree.XMLSyntaxError:
        raise broken(package.name) from None
    if tree.docinfo.doctype or tree.docinfo.internalDTD is not None:
        raise _entities(package.name)
    return tree.getroot()


def _entities(name: str) -> Refusal:
    return refusal(
        name,
        "内含实体声明，可能有恶意，请用Word或WPS重新另存为docx",
        "declares entities and may be malicious, so save it as docx again with Word or WPS",
    )


def _add_blocks(body: Any, runs: Runs, lines: Lines) -> int:
    """Add the body's paragraphs and tables; returns the number of paragraphs."""
    number, tables = 0, 0
    for block in walk(body, stop=(f"{W}p", f"{W}tbl")):
        if block.tag == f"{W}p":
            number += 1
            for text in runs.paragraphs(block):
                lines.paragraph(text, number)
        elif block.tag == f"{W}tbl":
            tables += 1
            _add_table(block, tables, runs, lines)
    if runs.pending:
        lines.paragraph(runs.pending, number)
    return number


def _add_table(table: Any, number: int, runs: Runs, lines: Lines) -> None:
    """Rows with bars; a table of one column is only a frame around its paragraphs."""
    rows = [list(_cells(row)) for row in walk(table, stop=(f"{W}tr",)) if row.tag == f"{W}tr" and not _is_deleted(row)]
    is_frame = all(len(cells) <= 1 for cells in rows)
    for at, cells in enumerate(rows, 1):
        texts = ["" if continues else "\n".join(runs.texts(cell)) for cell, continues in cells]
        if is_frame:
            for text in texts:
                lines.paragraph(text, 0, cell=(number, at, 1))
        else:
            lines.row(texts, table=number, row=at)


def _cells(row: Any) -> Iterator[tuple[Any, bool]]:
    """The row's cells, each with whether it only continues one above."""
    for cell in walk(row, stop=(f"{W}tc",)):
        if cell.tag == f"{W}tc":
            merge = cell.find(f"{W}tcPr/{W}vMerge")
            sideways = cell.find(f"{W}tcPr/{W}hMerge")
            if sideways is not None and sideways.get(f"{W}val", "continue") == "continue":
                continue
            yield cell, merge is not None and merge.get(f"{W}val", "continue") == "continue"


def _is_deleted(row: Any) -> bool:
    return row.find(f"{W}trPr/{W}del") is not None
