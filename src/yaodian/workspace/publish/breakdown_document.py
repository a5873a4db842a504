"""任务分解表（文档）: the breakdown as a Word document on A4 landscape, in the typefaces of official documents."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from yaodian.declare.catalogue import Catalogue
from yaodian.domain.finding import Finding
from yaodian.domain.plan import Plan
from yaodian.workspace.publish.breakdown import COLUMNS, Row, breakdown, task_runs
from yaodian.workspace.publish.wording import storable

TITLE_FACE, TEXT_FACE, HEAD_FACE = "方正小标宋简体", "仿宋_GB2312", "黑体"
SHOWN = (0, 2, 3, 5, 6, 7, 8, 9)
"""The columns of `COLUMNS` that fit a printed page: number, task, measure, targets, lead, others, deadline, documents."""
WIDTHS_MM = (12, 30, 84, 36, 25, 33, 27, 22)
MERGED = (2, 6, 7)


def write_document(path: Path, plan: Plan, findings: Sequence[Finding], catalogue: Catalogue, lang: str = "zh") -> None:
    """Write the document to `path`."""
    import docx  # noqa: PLC0415 - slow library, only when exporting

    document = docx.Document()
    properties = document.core_properties
    properties.title, properties.author = storable(plan.title or ""), ""
    properties.created = properties.modified = datetime(plan.year or 2000, 1, 1)
    _page(document)
    title = storable(plan.title or plan.source.name) + {"zh": "任务分解表", "en": ": breakdown"}[lang]
    _write(
        document.paragraphs[0] if document.paragraphs else document.add_paragraph(), title, TITLE_FACE, 22, centre=True
    )
    rows = breakdown(plan, findings, catalogue, lang)
    section = None
    for first, last in _sections(rows):
        if rows[first].section != section:
            section = rows[first].section
            _heading(document, section)
        _table(document, rows[first : last + 1], lang)
    document.save(str(path))


def _sections(rows: Sequence[Row]) -> list[tuple[int, int]]:
    """First and last place of the rows of each section."""
    starts = [at for at, row in enumerate(rows) if at == 0 or row.section != rows[at - 1].section]
    return list(zip(starts, [*(start - 1 for start in starts[1:]), len(rows) - 1], strict=True))


def _page(document: Any) -> None:
    from docx.enum.section import WD_ORIENT  # noqa: PLC0415 - slow library, only when exporting
    from docx.shared import Mm  # noqa: PLC0415 - slow library, only when exporting

    page = document.sections[0]
    page.orientation = WD_ORIENT.LANDSCAPE
    page.page_width, page.page_height = Mm(297), Mm(210)
    page.left_margin = page.right_margin = Mm(14)
    page.top_margin, page.bottom_margin = Mm(20), Mm(18)
    foot = page.footer.paragraphs[0]
    _write(foot, "", TEXT_FACE, 10.5, centre=True)
    run = foot.add_run()
    for kind, words in (("begin", None), (None, "PAGE"), ("end", None)):
        run._r.append(_element("w:instrText", text=words) if words else _element("w:fldChar", {"w:fldCharType": kind}))


def _heading(document: Any, words: str) -> None:
    from docx.shared import Pt  # noqa: PLC0415 - slow library, only when exporting

    heading = document.add_paragraph()
    heading.paragraph_format.space_before, heading.paragraph_format.keep_with_next = Pt(10), True
    _write(heading, words, HEAD_FACE, 14)
    heading.paragraph_format.space_after = Pt(4)


def _table(document: Any, rows: Sequence[Row], lang: str) -> None:
    from docx.shared import Mm  # noqa: PLC0415 - slow library, only when exporting

    table = document.add_table(rows=len(rows) + 1, cols=len(SHOWN))
    table.style = "Table Grid"
    table.autofit = False
    lines = [table.rows[at] for at in range(len(rows) + 1)]
    cells = [list(line.cells) for line in lines]
    for column, place in enumerate(SHOWN):
        table.columns[column].width = Mm(WIDTHS_MM[column])
        _write(cells[0][column].paragraphs[0], COLUMNS[place].lang(lang), HEAD_FACE, 10.5, centre=True)
        for line in cells:
            line[column].width = Mm(WIDTHS_MM[column])
    lines[0]._tr.get_or_add_trPr().append(_element("w:tblHeader"))
    for line in lines:
        line._tr.get_or_add_trPr().append(_element("w:cantSplit"))
    merged = {at: at == first for first, last in task_runs(rows) if last > first for at in range(first, last + 1)}
    for at, row in enumerate(rows):
        for column, place in enumerate(SHOWN):
            cell = cells[at + 1][column]
            opens = merged.get(at) if place in MERGED else None
            if opens is not None:
                cell._tc.get_or_add_tcPr().append(_element("w:vMerge", {"w:val": "restart" if opens else "continue"}))
            if opens is not False:
                _write(cell.paragraphs[0], str(row.cells[place]), TEXT_FACE, 10.5, centre=place == 0)


def _write(paragraph: Any, words: str, face: str, size: float, centre: bool = False) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH  # noqa: PLC0415 - slow library, only when exporting
    from docx.oxml.ns import qn  # noqa: PLC0415 - slow library, only when exporting
    from docx.shared import Pt  # noqa: PLC0415 - slow library, only when exporting

    run = paragraph.add_run(storable(words))
    run.font.name, run.font.size = face, Pt(size)
    run._element.rPr.rFonts.set(qn("w:eastAsia"), face)
    paragraph.paragraph_format.space_after = Pt(0)
    if centre:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER


def _element(name: str, attributes: dict[str, str | None] | None = None, text: str | None = None) -> Any:
    from docx.oxml import OxmlElement  # noqa: PLC0415 - slow library, only when exporting
    from docx.oxml.ns import qn  # noqa: PLC0415 - slow library, only when exporting

    element = OxmlElement(name)
    for key, value in (attributes or {}).items():
        element.set(qn(key), value or "")
    element.text = text
    return element
