"""The text layer of a pdf, printed by a process of its own: a hostile pdf can end this process, never its parent.

`python -P -m yaodian.compiler.read.text_layer < file.pdf` prints the printed lines as JSON, or ends with a `Fault`.
"""

from __future__ import annotations

import contextlib
import json
import sys

import pypdfium2
import pypdfium2.raw

from yaodian.compiler.read.limits import MAX_PDF_CHARACTERS, MAX_PDF_PAGES, PDF_CPU_SECONDS, PDF_MEMORY_BYTES
from yaodian.compiler.read.printed_line import Fault, PrintedLine

WIDE_GAP = 1.2
"""A gap wider than this many character sizes separates columns; a narrower one is spacing inside a word."""
HYPHENS = str.maketrans({"\ufffe": "-", "\x02": "-"})


def main() -> None:
    _limit_self()
    try:
        lines = text_layer(sys.stdin.buffer.read())
    except pypdfium2.PdfiumError as error:
        is_locked = error.err_code in (pypdfium2.raw.FPDF_ERR_PASSWORD, pypdfium2.raw.FPDF_ERR_SECURITY)
        sys.exit(Fault.ENCRYPTED if is_locked else Fault.DAMAGED)
    except MemoryError:
        sys.exit(Fault.DAMAGED)
    except OverflowError:
        sys.exit(Fault.TOO_LONG)
    json.dump(lines, sys.stdout)


def _limit_self() -> None:
    """Bound processor time and memory where the system can (Windows cannot: there the parent's clock remains)."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource  # noqa: PLC0415 - not on every system
        import signal  # noqa: PLC0415 - its timer is not on every system

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_DATA, (PDF_MEMORY_BYTES, PDF_MEMORY_BYTES))
        signal.setitimer(signal.ITIMER_PROF, PDF_CPU_SECONDS)


def text_layer(data: bytes) -> list[PrintedLine]:
    document = pypdfium2.PdfDocument(data)
    if len(document) > MAX_PDF_PAGES:
        raise OverflowError("pages")
    lines: list[PrintedLine] = []
    characters = 0
    for number in range(len(document)):
        page = document[number]
        text_page = page.get_textpage()
        characters += text_page.count_chars()
        if characters > MAX_PDF_CHARACTERS:
            raise OverflowError("characters")
        lines.extend(_lines(text_page, number + 1))
        text_page.close()
        page.close()
    return lines


def _lines(text_page: pypdfium2.PdfTextPage, page: int) -> list[PrintedLine]:
    lines, at = [], 0
    for raw in text_page.get_text_range().split("\n"):
        length = len(raw.encode("utf-16-le", "surrogatepass")) // 2
        line = raw.rstrip("\r \x00")
        start = len(line) - len(line.lstrip())
        if line.strip():
            last = at + len(line.encode("utf-16-le", "surrogatepass")) // 2 - 1
            left, bottom, _, top = _box(text_page, at + start)
            right = _box(text_page, last)[2]
            text = _with_wide_gaps(text_page, line[start:], at + start, top - bottom)
            lines.append(PrintedLine(text.translate(HYPHENS), page, left, right, bottom, top - bottom))
        at += length + 1
    return lines


def _with_wide_gaps(text_page: pypdfium2.PdfTextPage, line: str, at: int, size: float) -> str:
    """The line with a tab for each space between Chinese characters that is as wide as between columns."""
    if " " not in line or not line.isprintable() or any(c > "\uffff" for c in line):
        return line
    characters = list(line)
    for index in range(1, len(characters) - 1):
        if line[index] == " " and line[index - 1] > "\u2e7f" and line[index + 1] > "\u2e7f":
            gap = _box(text_page, at + index + 1)[0] - _box(text_page, at + index - 1)[2]
            if gap > WIDE_GAP * size:
                characters[index] = "\t"
    return "".join(characters)


def _box(text_page: pypdfium2.PdfTextPage, text_index: int) -> tuple[float, float, float, float]:
    """Left, bottom, right, top of the character at an index of the page's text."""
    index = pypdfium2.raw.FPDFText_GetCharIndexFromTextIndex(text_page, text_index)
    box: tuple[float, float, float, float] = text_page.get_charbox(max(index, 0), loose=True)
    return box


if __name__ == "__main__":
    main()
