"""文件名: the name under which an uploaded file is shown and given out: no folder, no control or turning character."""

from __future__ import annotations

import unicodedata

from yaodian.workspace.evidence.media import Media

LONGEST = 100
FORBIDDEN = frozenset('<>:"/\\|?*')
NAMELESS = "佐证"


def kept_name(name: str, media: Media) -> str:
    """The name as given, without what could mislead a reader or a disk, ending as its content says."""
    last = name.replace("\\", "/").rpartition("/")[2]
    plain = unicodedata.normalize("NFC", last)
    clean = "".join(c for c in plain if c not in FORBIDDEN and unicodedata.category(c)[0] != "C")
    stem = clean.rpartition(".")[0] if "." in clean.strip(". ") else clean
    return f"{stem.strip('. ')[:LONGEST] or NAMELESS}{media.suffix}"
