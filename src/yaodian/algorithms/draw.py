"""抽签: names drawn by a published seed. Whoever has SHA-256 draws the same; no generator of chance is needed.

The lot of a name is the SHA-256 of "seed/name" in UTF-8, written in hex; the smallest lots are drawn.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from hashlib import sha256
from math import ceil


def lots(seed: str, names: Iterable[str]) -> list[tuple[str, str]]:
    """(lot, name) of each name, the smallest lot first."""
    return sorted((sha256(f"{seed}/{name}".encode()).hexdigest(), name) for name in set(names))


def size_of(frame: int, share: float) -> int:
    """How many of `frame` names a share from 0 to 1 takes, rounded up; ValueError for another share."""
    if not 0 <= share <= 1:
        raise ValueError(f"a share lies between 0 and 1, not at {share}")
    return ceil(frame * Fraction(str(share)))
