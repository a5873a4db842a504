"""拼合: the stretches that tile the source; what nothing claimed is a gap, or unread."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable

from yaodian.domain.plan import Piece, PieceRole
from yaodian.domain.text import Span

_WORD = re.compile(r"[\w]", re.UNICODE)


def tile(text: str, claims: Iterable[Piece], asides: Iterable[Span] = ()) -> tuple[Piece, ...]:
    """Pieces in order that cover the text without a hole; earlier claims win where two overlap.

    What nothing claims is preamble where it stands in an aside, a gap where it holds no word, and else unread.
    """
    spoken = sorted(asides)
    pieces: list[Piece] = []
    at = 0
    for claim in sorted(claims, key=lambda p: (p.span.start, -p.span.end)):
        start = max(claim.span.start, at)
        if claim.span.end <= start:
            continue
        if start > at:
            pieces += _hole(text, at, start, spoken)
        pieces.append(Piece(claim.role, Span(start, claim.span.end)))
        at = claim.span.end
    if at < len(text):
        pieces += _hole(text, at, len(text), spoken)
    return tuple(pieces)


def _hole(text: str, start: int, end: int, asides: list[Span]) -> list[Piece]:
    """The pieces of an unclaimed stretch: asides inside it are preamble."""
    index = bisect_left(asides, start, key=lambda a: a.end) if asides else 0
    if index == len(asides) or asides[index].start >= end:
        return [_leftover(text, start, end)]
    pieces = []
    while index < len(asides) and asides[index].start < end:
        low, high = max(start, asides[index].start), min(end, asides[index].end)
        if high > low:
            pieces += [_leftover(text, start, low)] if low > start else []
            pieces.append(Piece(PieceRole.PREAMBLE, Span(low, high)))
            start = high
        index += 1
    return [*pieces, _leftover(text, start, end)] if start < end else pieces


def _leftover(text: str, start: int, end: int) -> Piece:
    words = _WORD.search(text, start, end) is not None
    return Piece(PieceRole.UNREAD if words else PieceRole.GAP, Span(start, end))
