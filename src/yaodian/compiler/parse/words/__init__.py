"""词表: word lists of the grammar, one file each, words set apart by white space."""

from __future__ import annotations

from pathlib import Path


def listed(name: str) -> frozenset[str]:
    """The words of NAME.txt beside this module."""
    return frozenset((Path(__file__).parent / f"{name}.txt").read_text(encoding="utf-8").split())
