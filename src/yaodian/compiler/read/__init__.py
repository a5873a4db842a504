from pathlib import Path

from yaodian.domain.text import Source


def read(path: Path) -> Source:
    return Source(path.name, path.read_text(encoding="utf-8-sig").replace("\r\n", "\n"))
