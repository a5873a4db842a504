"""The process that reads one html, docx or pdf: `python -P -m yaodian.compiler.read.worker FORMAT NAME < file`.

It bounds itself and prints the Source, or the refusal, as JSON.
"""

from __future__ import annotations

import contextlib
import json
import sys
from collections.abc import Callable
from dataclasses import astuple

from yaodian.compiler.read.limits import WORKER_CPU_SECONDS, WORKER_MEMORY_BYTES
from yaodian.domain.finding import Refusal
from yaodian.domain.text import Format, Source


def main() -> None:
    _limit_self()
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


def _limit_self() -> None:
    """Bound processor time and memory where the system can (Windows cannot: there the parent's clock remains)."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource  # noqa: PLC0415 - not on every system
        import signal  # noqa: PLC0415 - its timer is not on every system

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_DATA, (WORKER_MEMORY_BYTES, WORKER_MEMORY_BYTES))
        signal.setitimer(signal.ITIMER_PROF, WORKER_CPU_SECONDS)


if __name__ == "__main__":
    main()
