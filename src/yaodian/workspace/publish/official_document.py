"""公文样式: Word documents on A4 in the typefaces of official documents: title, headings, paragraphs, tables."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from yaodian.workspace.publish.wording import storable

TITLE_FACE, TEXT_FACE, HEAD_FACE = "方正小标宋简体", "仿宋_GB2312", "黑体"
TITLE_SIZE, HEAD_SIZE, TEXT_SIZE, CELL_SIZE = 22.0, 14.0, 14.0, 10.5
LANDSCAPE_MM = {"left": 14, "right": 14, "top": 20, "bottom": 18}
PORTRAIT_MM = {"left": 22, "right": 22, "top": 32, "bottom": 28}


def new_document(name: str, made: datetime, landscape: bool = False) -> Any:
    """An empty document with its page, the page number at the foot and no author."""
    import docx  # noqa: PLC0415 - slow library, only when exporting

    document = docx.Document()
    properties = document.core_properties
    properties.title, properties.author = storable(name), ""
    properties.created = properties.modified = made
    _page(document, landscape)
    return document


def _page(document: Any, landscape: bool) -> None:
    from docx.enum.section import WD_ORIENT  # noqa: PLC0415 - slow library, only when exporting
    from docx.shared import Mm  # noqa: PLC0415 - slow library, only when exporting

    page = document.sections[0]
    page.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    page.page_width, page.page_height = (Mm(297), Mm(210)) if landscape else (Mm(210), Mm(297))
    for side, width in (LANDSCAPE_MM if landscape else PORTRAIT_MM).items():
        setattr(page, f"{side}_margin", Mm(width))
    page_number(words_in(page.footer.paragraphs[0], "", TEXT_FACE, CELL_SIZE, centre=True))


def page_number(run: Any) -> None:
    """Let a run show the number of its page."""
    for kind, words in (("begin", None), (None, "PAGE"), ("end", None)):
        run._r.append(element("w:instrText", text=words) if words else element("w:fldChar", {"w:fldCharType": kind}))


def title(document: Any, words: str) -> None:
    """The title, centred."""
    paragraph = document.paragraphs[0] if document.paragraphs else document.add_paragraph()
    words_in(paragraph, words, TITLE_FACE, TITLE_SIZE, centre=True)


def heading(document: Any, words: str) -> None:
    """A heading that stays with what follows it."""
    from docx.shared import Pt  # noqa: PLC0415 - slow library, only when exporting

    paragraph = document.add_paragraph()
    paragraph.paragraph_format.space_before, paragraph.paragraph_format.keep_with_next = Pt(10), True
    words_in(paragraph, words, HEAD_FACE, HEAD_SIZE)
    paragraph.paragraph_format.space_after = Pt(4)


def text(document: Any, words: str) -> None:
    """A paragraph of the body, its first line set in by two characters."""
    from docx.shared import Pt  # noqa: PLC0415 - slow library, only when exporting

    paragraph = document.add_paragraph()
    words_in(paragraph, words, TEXT_FACE, TEXT_SIZE)
    paragraph.paragraph_format.first_line_indent = Pt(2 * TEXT_SIZE)
    paragraph.paragraph_format.line_spacing = Pt(24)


def grid(document: Any, head: Sequence[str], lines: int, widths_mm: Sequence[float]) -> list[list[Any]]:
    """A table with its head, repeated on every page, above empty lines that no page break cuts; its cells by line, the
    head first."""
    from docx.shared import Mm  # noqa: PLC0415 - slow library, only when exporting

    table = document.add_table(rows=lines + 1, cols=len(head))
    table.style = "Table Grid"
    table.autofit = False
    made = list(table.rows)
    cells = [list(line.cells) for line in made]
    for column, (words, width) in enumerate(zip(head, widths_mm, strict=True)):
        table.columns[column].width = Mm(width)
        write(cells[0][column], words, HEAD_FACE, centre=True)
        for line in cells:
            line[column].width = Mm(width)
    made[0]._tr.get_or_add_trPr().append(element("w:tblHeader"))
    for line in made:
        line._tr.get_or_add_trPr().append(element("w:cantSplit"))
    return cells


def table(
    document: Any,
    head: Sequence[str],
    rows: Sequence[Sequence[str]],
    widths_mm: Sequence[float],
    left: Sequence[int] = (0,),
) -> None:
    """A table of words; the columns `left` begin at the left, the others stand in the middle."""
    cells = grid(document, head, len(rows), widths_mm)
    for line, row in zip(cells[1:], rows, strict=True):
        for column, (cell, words) in enumerate(zip(line, row, strict=True)):
            write(cell, words, centre=column not in left)


def write(cell: Any, words: str, face: str = TEXT_FACE, centre: bool = False) -> None:
    """Words in a cell."""
    words_in(cell.paragraphs[0], words, face, CELL_SIZE, centre)


def words_in(paragraph: Any, words: str, face: str, size: float, centre: bool = False) -> Any:
    """Words in a typeface, added to a paragraph that leaves no room below it; the run that they became."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH  # noqa: PLC0415 - slow library, only when exporting
    from docx.oxml.ns import qn  # noqa: PLC0415 - slow library, only when exporting
    from docx.shared import Pt  # noqa: PLC0415 - slow library, only when exporting

    run = paragraph.add_run(storable(words))
    run.font.name, run.font.size = face, Pt(size)
    run._element.rPr.rFonts.set(qn("w:eastAsia"), face)
    paragraph.paragraph_format.space_after = Pt(0)
    if centre:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    return run


def element(name: str, attributes: dict[str, str | None] | None = None, text: str | None = None) -> Any:
    """An element of the document's XML with its attributes and text."""
    from docx.oxml import OxmlElement  # noqa: PLC0415 - slow library, only when exporting
    from docx.oxml.ns import qn  # noqa: PLC0415 - slow library, only when exporting

    made = OxmlElement(name)
    for key, value in (attributes or {}).items():
        made.set(qn(key), value or "")
    made.text = text
    return made
