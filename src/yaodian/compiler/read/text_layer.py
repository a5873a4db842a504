"""The text layer of a pdf as printed lines, each with its place on the page."""

from __future__ import annotations

from typing import NamedTuple

import pypdfium2
import pypdfium2.raw

from yaodian.compiler.read.limits import MAX_PDF_CHARACTERS, MAX_PDF_LINES, MAX_PDF_PAGES
from yaodian.compiler.read.refusal import refusal
from yaodian.domain.finding import Refusal

WIDE_GAP = 1.2
"""A gap wider than this many character sizes separates columns; a narrower one is spacing inside a word."""
LAST_BEFORE_CHINESE = "\u2e7f"
HYPHENS = str.maketrans({"\ufffe": "-", "\x02": "-"})
LOCKED = (pypdfium2.raw.FPDF_ERR_PASSWORD, pypdfium2.raw.FPDF_ERR_SECURITY)


class PrintedLine(NamedTuple):
    """A line of a page in points; a tab in `text` stands for a gap as wide as between columns."""

    text: str
    page: int
    left: float
    right: float
    bottom: float
    size: float


def text_layer(data: bytes, name: str) -> list[PrintedLine]:
    """The lines of all pages, in the order in which the pdf holds them."""
    try:
        return _lines_of(pypdfium2.PdfDocument(data), name)
    except pypdfium2.PdfiumError as error:
        if error.err_code in LOCKED:
            raise refusal(
                name,
                "加了密码，请去掉密码后再读取",
                "is protected by a password, so remove the password first",
            ) from None
        raise refusal(
            name,
            "已损坏或不完整，请重新下载或重新导出pdf",
            "is damaged or incomplete, so download it again or export it again",
        ) from None


def _lines_of(document: pypdfium2.PdfDocument, name: str) -> list[PrintedLine]:
    if len(document) > MAX_PDF_PAGES:
        raise _too_long(name)
    lines: list[PrintedLine] = []
    characters = 0
    for number in range(len(document)):
        page = document[number]
        text_page = page.get_textpage()
        characters += text_page.count_chars()
        if characters > MAX_PDF_CHARACTERS or len(lines) > MAX_PDF_LINES:
            raise _too_long(name)
        lines.extend(_lines(text_page, number + 1))
        text_page.close()
        page.close()
    return lines


def _lines(text_page: pypdfium2.PdfTextPage, page: int) -> list[PrintedLine]:
    lines, at = [], 0
    for raw in text_page.get_text_range().split("\n"):
        line = raw.rstrip("\r \x00")
        start = len(line) - len(line.lstrip())
        if line.strip():
            left, bottom, _, top = _box(text_page, at + start)
            right = _box(text_page, at + _units(line) - 1)[2]
            text = _with_wide_gaps(text_page, line[start:], at + start, top - bottom)
            places = (round(n, 1) for n in (left, right, bottom, top - bottom))
            lines.append(PrintedLine(text.translate(HYPHENS), page, *places))
        at += _units(raw) + 1
    return lines


def _units(text: str) -> int:
    """Length as the library counts it, where a rare character is two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _with_wide_gaps(text_page: pypdfium2.PdfTextPage, line: str, at: int, size: float) -> str:
    """The line with a tab for each space beside a Chinese character that is as wide as between columns."""
    if " " not in line or not line.isprintable() or any(c > "\uffff" for c in line):
        return line
    characters = list(line)
    for index in range(1, len(characters) - 1):
        before, after = line[index - 1], line[index + 1]
        if line[index] == " " and max(before, after) > LAST_BEFORE_CHINESE and " " not in (before, after):
            gap = _box(text_page, at + index + 1)[0] - _box(text_page, at + index - 1)[2]
            if gap > WIDE_GAP * size:
                characters[index] = "\t"
    return "".join(characters)


def _box(text_page: pypdfium2.PdfTextPage, text_index: int) -> tuple[float, float, float, float]:
    """Left, bottom, right, top of the character at an index of the page's text."""
    index = pypdfium2.raw.FPDFText_GetCharIndexFromTextIndex(text_page, text_index)
    box: tuple[float, float, float, float] = text_page.get_charbox(max(index, 0), loose=True)
    return box


def _too_long(name: str) -> Refusal:
    return refusal(
        name,
        f"超过{MAX_PDF_PAGES}页或{MAX_PDF_CHARACTERS // 10_000}万字，请只保留要点正文",
        f"has more than {MAX_PDF_PAGES:,} pages or {MAX_PDF_CHARACTERS:,} characters, so keep the plan only",
    )
