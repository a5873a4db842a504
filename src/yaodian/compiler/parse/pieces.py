"""拼合: the stretches that tile the source; what nothing claimed is a gap, or unread."""

from __future__ import annotations

import re
from collections.abc import Iterable

from yaodian.domain.plan import Piece, PieceRole
from yaodian.domain.text import Span

_WORD = re.compile(r"[\w]", re.UNICODE)


def tile(text: str, claims: Iterable[Piece]) -> tuple[Piece, ...]:
    """Pieces in order that cover the text without a hole; earlier claims win where two overlap."""
    pieces: list[Piece] = []
    at = 0
    for claim in sorted(claims, key=lambda p: (p.span.start, -p.span.end)):
        start = max(claim.span.start, at)
        if claim.span.end <= start:
            continue
        if start > at:
            pieces.append(_hole(text, at, start))
        pieces.append(Piece(claim.role, Span(start, claim.span.end)))
        at = claim.span.end
    if at < len(text):
        pieces.append(_hole(text, at, len(text)))
    return tuple(pieces)


def _hole(text: str, start: int, end: int) -> Piece:
    words = _WORD.search(text, start, end) is not None
    return Piece(PieceRole.UNREAD if words else PieceRole.GAP, Span(start, end))
