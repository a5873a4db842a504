"""The process that looks at one file: `python -P -m yaodian.workspace.evidence.worker FAMILY NAME < file`.

It bounds itself and prints a line of JSON: the media type or the refusal; then the bytes to keep where they are others.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable

from yaodian.compiler.read.confined import confine
from yaodian.domain.finding import Refusal
from yaodian.workspace.evidence.limits import WORKER_CPU_SECONDS, WORKER_MEMORY_BYTES
from yaodian.workspace.evidence.media import Family, Media

Outcome = tuple[Media, bytes | None]
"""What the file is, and the bytes to keep where they are not its own."""


def main() -> None:
    confine(WORKER_CPU_SECONDS, WORKER_MEMORY_BYTES)
    family, name = Family(sys.argv[1]), json.loads(sys.argv[2])
    data = sys.stdin.buffer.read()
    told: dict[str, object]
    kept: bytes | None = None
    try:
        media, kept = _checker_of(family)(data, name)
    except Refusal as refused:
        told = {"refused": refused.words}
    else:
        told = {"media": media.value}
    sys.stdout.buffer.write(json.dumps(told).encode() + b"\n" + (kept or b""))


def _checker_of(family: Family) -> Callable[[bytes, str], Outcome]:
    """The checker of a family; only that one's library is loaded."""
    if family is Family.PDF:
        from yaodian.workspace.evidence.pdf_file import check_pdf  # noqa: PLC0415 - a slow library, only for pdf

        return check_pdf
    if family is Family.IMAGE:
        from yaodian.workspace.evidence.image_file import re_encoded  # noqa: PLC0415 - a slow library, only for images

        return re_encoded
    from yaodian.workspace.evidence.package import check_package  # noqa: PLC0415 - only for packages

    return check_package


if __name__ == "__main__":
    main()
