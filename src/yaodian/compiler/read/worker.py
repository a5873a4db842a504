"""The process that reads one html, docx or pdf: `python -P -m yaodian.compiler.read.worker FORMAT NAME < file`.

It bounds itself and prints the Source, or the refusal, as JSON.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import astuple

from yaodian.compiler.read.confined import confine
from yaodian.compiler.read.limits import WORKER_CPU_SECONDS, WORKER_MEMORY_BYTES
from yaodian.domain.finding import Refusal
from yaodian.domain.text import Format, Source


def main() -> None:
    confine(WORKER_CPU_SECONDS, WORKER_MEMORY_BYTES)
    format_, name = Format(sys.argv[1]), json.loads(sys.argv[2])
    data = sys.stdin.buffer.read()
    told: dict[str, object]
    try:
        source = reader_of(format_)(data, name)
    except Refusal as refused:
        told = {"refused": refused.words}
    else:
        told = {"text": source.text, "anchors": [*map(astuple, source.anchors)], "published": source.published}
    json.dump(told, sys.stdout)


def reader_of(format_: Format) -> Callable[[bytes, str], Source]:
    """The reader of a format; only that one's library is loaded."""
    if format_ is Format.PDF:
        from yaodian.compiler.read.pdf_file import read_pdf  # noqa: PLC0415 - a slow library, only for pdf

        return read_pdf
    if format_ is Format.DOCX:
        from yaodian.compiler.read.word_file import read_docx  # noqa: PLC0415 - a slow library, only for docx

        return read_docx
    from yaodian.compiler.read.web_page import read_html  # noqa: PLC0415 - a slow library, only for html

    return read_html


if __name__ == "__main__":
    main()
