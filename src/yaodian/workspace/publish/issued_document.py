"""印发公文: a Word document in the form of GB/T 9704-2012 《党政机关公文格式》: masthead, number, title, text, signature
with room for the seal, page numbers and the record of issue at the foot of the last page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from yaodian.workspace.publish import official_document as official
from yaodian.workspace.publish.document_record import add_record
from yaodian.workspace.publish.official_document import HEAD_FACE, TEXT_FACE, TITLE_FACE, element, words_in
from yaodian.workspace.publish.wording import full_day

SUBHEAD_FACE, NUMBER_FACE = "楷体_GB2312", "宋体"
MARGINS_MM = {"top": 37, "bottom": 35, "left": 28, "right": 26}
BODY_MM = (156.0, 225.0)
CHARACTERS = 28
KEPT_LINES = 4  # of a longer paragraph LibreOffice would take the whole to the next page
TEXT_PT, TITLE_PT, FOOT_PT, SMALL_PT = 16.0, 22.0, 14.0, 9.0  # 3号, 2号, 4号, 小5号
LINE_TWIPS = 579  # 22 of them are 224.7 mm
CLOSER_TWIPS = -5  # 28 characters of 3号 in 156 mm
MASTHEAD_DOWN_MM, MASTHEAD_PT = 35.0, 48.0
RULE_BELOW_PT = 11  # 4 mm
SEAL_MM = 35.0
NUMBER_DOWN_MM, NUMBER_LINE_PT, SMALL_LINE_PT = 7.0, 16.0, 11.0
RULE = "8"  # eighths of a point: 0.35 mm
RED = "FF0000"
_HEAD = re.compile(r"^[一二三四五六七八九十]+、")
_SUBHEAD = re.compile(r"^（[一二三四五六七八九十]+）")
_POINT_MM = 25.4 / 72

Table = Sequence[Sequence[str]]


@dataclass(frozen=True)
class IssuedDocument:
    """What a document says. `paragraphs` are texts, and tables as rows of which the first is the head; 一、 and （一） open
    headings. `foot` are lines that stand small below the page number of every page; `printed_by` names who issued the copies."""

    issuer: str
    document_no: str
    title: str
    sent_to: str
    paragraphs: Sequence[str | Table]
    on: date
    attachments: Sequence[str] = ()
    copied_to: str = ""
    printed_by: str = ""
    foot: Sequence[str] = ()


def write_issued_document(path: Path, issued: IssuedDocument) -> None:
    """Write the document to `path`."""
    document = official.new_document(issued.title, datetime.combine(issued.on, time()))
    _page(document, issued)
    _masthead(document, issued)
    _title(document, issued.title)
    if issued.sent_to:
        _line(document, f"{issued.sent_to.rstrip('：:')}：", indent=0, lines_before=1)
    for words in issued.paragraphs:
        _paragraph(document, words)
    _attachments(document, issued.attachments)
    _signature(document, issued)
    if issued.printed_by:
        add_record(document, record_lines(issued), BODY_MM[0])
    document.save(str(path))


def record_lines(issued: IssuedDocument) -> list[str]:
    """版记: who gets copies; who issued them, and when, with a tab between."""
    printed = f"{issued.printed_by}\t{full_day(issued.on)}印发"
    return [*([f"抄送：{issued.copied_to.rstrip('。')}。"] if issued.copied_to else []), printed]


def _page(document: Any, issued: IssuedDocument) -> None:
    from docx.shared import Mm, Pt  # noqa: PLC0415 - slow library, only when exporting

    page, plain = document.sections[0], document.styles["Normal"]
    for side, width in MARGINS_MM.items():
        setattr(page, f"{side}_margin", Mm(width))
    lines = (NUMBER_LINE_PT + SMALL_LINE_PT * len(issued.foot)) * _POINT_MM
    page.footer_distance = Mm(MARGINS_MM["bottom"] - NUMBER_DOWN_MM - lines)
    grids = page._sectPr.findall(_named("w:docGrid"))
    for grid in grids:
        page._sectPr.remove(grid)
    page._sectPr.append(element("w:docGrid", {"w:type": "lines", "w:linePitch": str(LINE_TWIPS)}))
    plain.font.name, plain.font.size = TEXT_FACE, Pt(TEXT_PT)
    plain.element.rPr.rFonts.set(_named("w:eastAsia"), TEXT_FACE)
    document.settings.odd_and_even_pages_header_footer = True
    _foot(page.footer, issued.foot, is_odd=True)
    _foot(page.even_page_footer, issued.foot, is_odd=False)


def _foot(footer: Any, lines: Sequence[str], is_odd: bool) -> None:
    """— 1 — at the outer side, one character in; below it what every page is to carry."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH  # noqa: PLC0415 - slow library, only when exporting
    from docx.shared import Pt  # noqa: PLC0415 - slow library, only when exporting

    footer.is_linked_to_previous = False
    first = footer.paragraphs[0]
    for run in list(first.runs):
        first._p.remove(run._r)
    words_in(first, "— ", NUMBER_FACE, FOOT_PT)
    official.page_number(words_in(first, "", NUMBER_FACE, FOOT_PT))
    words_in(first, " —", NUMBER_FACE, FOOT_PT)
    first.alignment = WD_ALIGN_PARAGRAPH.RIGHT if is_odd else WD_ALIGN_PARAGRAPH.LEFT
    shape = first.paragraph_format
    shape.line_spacing = Pt(NUMBER_LINE_PT)
    shape.right_indent, shape.left_indent = (Pt(FOOT_PT), Pt(0)) if is_odd else (Pt(0), Pt(FOOT_PT))
    for words in lines:
        small = footer.add_paragraph()
        small.paragraph_format.line_spacing = Pt(SMALL_LINE_PT)
        words_in(small, words, TEXT_FACE, SMALL_PT, centre=True)


def _masthead(document: Any, issued: IssuedDocument) -> None:
    """The issuing body in red 35 mm below the head of the type area, the number two lines below it, the red rule."""
    from docx.shared import Pt, RGBColor  # noqa: PLC0415 - slow library, only when exporting

    mark = document.add_paragraph()
    size = min(MASTHEAD_PT, BODY_MM[0] / _POINT_MM / max(len(issued.issuer), 1))
    words_in(mark, issued.issuer, TITLE_FACE, size, centre=True).font.color.rgb = RGBColor.from_string(RED)
    mark.paragraph_format.space_before, mark.paragraph_format.line_spacing = Pt(MASTHEAD_DOWN_MM / _POINT_MM), Pt(size)
    number = _line(document, issued.document_no, indent=0, lines_before=2, centre=True)
    rule = {"w:val": "single", "w:sz": RULE, "w:space": str(RULE_BELOW_PT), "w:color": RED}
    borders = element("w:pBdr")
    borders.append(element("w:bottom", dict(rule)))
    number._p.get_or_add_pPr().insert_element_before(borders, *_AFTER_BORDERS)


def _title(document: Any, words: str) -> None:
    from docx.shared import Pt  # noqa: PLC0415 - slow library, only when exporting

    lines = balanced(words)
    for place, line in enumerate(lines):
        paragraph = document.add_paragraph()
        words_in(paragraph, line, TITLE_FACE, TITLE_PT, centre=True)
        shape = paragraph.paragraph_format
        shape.line_spacing, shape.keep_with_next = Pt(1.6 * TITLE_PT), True
        shape.space_before = Pt(0 if place else 2 * LINE_TWIPS / 20)


def balanced(title: str) -> list[str]:
    """The title in one line, or in two of about the same length, the first of which ends with a word."""
    longest = int(BODY_MM[0] / _POINT_MM / TITLE_PT)
    if _ems(title) <= longest:
        return [title]
    ends = [match.end() for match in re.finditer(r"[的》、，]|要点|情况|推进|开展|关于", title)]
    fit = [end for end in ends if _ems(title[:end]) <= longest and _ems(title[end:]) <= longest]
    if not fit:
        return [title]
    end = min(fit, key=lambda end: abs(_ems(title[:end]) - _ems(title[end:])))
    return [title[:end], title[end:]]


def _ems(words: str) -> float:
    """How many whole characters the words are wide: Latin letters and digits are half of one."""
    return sum(1.0 if c > "\u2e7f" or c in "“”‘’—…" else 0.5 for c in words)


def _paragraph(document: Any, words: str | Table) -> None:
    if not isinstance(words, str):
        _table(document, words)
        return
    for form, face in ((_HEAD, HEAD_FACE), (_SUBHEAD, SUBHEAD_FACE)):
        if form.match(words):
            head, stop, rest = words.partition("。")
            paragraph = _line(document, head + stop, face=face)
            if rest:
                _close(words_in(paragraph, rest, TEXT_FACE, TEXT_PT))
            paragraph.paragraph_format.keep_with_next = True
            return
    _line(document, words)


def _line(
    document: Any, words: str, *, face: str = TEXT_FACE, indent: int = 2, lines_before: float = 0, centre: bool = False
) -> Any:
    """A paragraph in 3号, its first line set in by so many characters, 22 lines a page."""
    from docx.shared import Pt  # noqa: PLC0415 - slow library, only when exporting

    paragraph = document.add_paragraph()
    _close(words_in(paragraph, words, face, TEXT_PT, centre))
    shape = paragraph.paragraph_format
    shape.line_spacing, shape.first_line_indent = Pt(LINE_TWIPS / 20), Pt(indent * (TEXT_PT + CLOSER_TWIPS / 20))
    shape.space_before = Pt(lines_before * LINE_TWIPS / 20)
    shape.widow_control = False
    return paragraph


def _close(run: Any) -> None:
    """Let 28 characters stand in a line."""
    run._r.get_or_add_rPr().insert_element_before(element("w:spacing", {"w:val": str(CLOSER_TWIPS)}), *_AFTER_SPACING)


def _table(document: Any, rows: Table) -> None:
    """A table as wide as the text, its columns by what stands in them; half a line below it stays free."""
    from docx.enum.table import WD_TABLE_ALIGNMENT  # noqa: PLC0415 - slow library, only when exporting

    longest = [max(min(_ems(row[column]), 20.0) + 3 for row in rows) for column in range(len(rows[0]))]
    widths = [BODY_MM[0] * one / sum(longest) for one in longest]
    left = [column for column, one in enumerate(longest) if one > 10]
    official.table(document, rows[0], rows[1:] or [["—"] * len(rows[0])], widths, left=left)
    made = document.tables[-1]
    made.alignment = WD_TABLE_ALIGNMENT.CENTER
    for paragraph in (one for row in made.rows for cell in row.cells for one in cell.paragraphs):
        _off_the_grid(paragraph, 2 * official.CELL_SIZE)
    _off_the_grid(document.add_paragraph(), 0.6 * TEXT_PT)


def _attachments(document: Any, names: Sequence[str]) -> None:
    """附件：1. … below a blank line, the names under each other."""
    from docx.shared import Pt  # noqa: PLC0415 - slow library, only when exporting

    for place, name in enumerate(names):
        number = f"{place + 1}." if len(names) > 1 else ""
        line = _line(document, ("附件：" if place == 0 else "") + number + name, lines_before=0 if place else 1)
        line.paragraph_format.keep_with_next = True
        if place:
            line.paragraph_format.first_line_indent = Pt(5 * (TEXT_PT + CLOSER_TWIPS / 20))


def _signature(document: Any, issued: IssuedDocument) -> None:
    """The issuing body above its date, the date four characters from the right; 35 mm stand free for the seal, and the
    block never stands alone on a page."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH  # noqa: PLC0415 - slow library, only when exporting
    from docx.shared import Mm, Pt  # noqa: PLC0415 - slow library, only when exporting

    day, before = full_day(issued.on), document.paragraphs[-1]
    before.paragraph_format.keep_with_next = _ems(before.text) <= KEPT_LINES * CHARACTERS
    signed = _line(document, issued.issuer, indent=0)
    dated = _line(document, day, indent=0)
    signed.paragraph_format.space_before = Mm(SEAL_MM - 2 * LINE_TWIPS / 20 * _POINT_MM)
    signed.paragraph_format.keep_with_next = True
    to_centre = 4 + (_ems(day) - _ems(issued.issuer)) / 2
    for paragraph, characters in ((signed, max(to_centre, 0)), (dated, 4)):
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        paragraph.paragraph_format.right_indent = Pt(characters * TEXT_PT)


def _off_the_grid(paragraph: Any, pitch_pt: float) -> None:
    """Let a paragraph in a table have its own pitch instead of that of the text."""
    from docx.shared import Pt  # noqa: PLC0415 - slow library, only when exporting

    paragraph.paragraph_format.line_spacing = Pt(pitch_pt)
    free = element("w:snapToGrid", {"w:val": "0"})
    paragraph._p.get_or_add_pPr().insert_element_before(free, *_AFTER_BORDERS[3:])


def _named(name: str) -> str:
    from docx.oxml.ns import qn  # noqa: PLC0415 - slow library, only when exporting

    return str(qn(name))


# the schema fixes the order of properties; each list names what may stand after the one put in
_AFTER_BORDERS = ("w:shd", "w:tabs", "w:snapToGrid", "w:spacing", "w:ind", "w:jc", "w:rPr")
_AFTER_SPACING = ("w:w", "w:kern", "w:position", "w:sz", "w:szCs", "w:lang")
