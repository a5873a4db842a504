"""SQL text: literals and names, quoted."""

from __future__ import annotations

from collections.abc import Iterable


def literal(text: str) -> str:
    """A text as an SQL literal."""
    return "'" + text.replace("'", "''") + "'"


def name(text: str) -> str:
    """A name in double quotes."""
    return '"' + text.replace('"', '""') + '"'


def listed(texts: Iterable[str]) -> str:
    return ", ".join(literal(text) for text in texts)
