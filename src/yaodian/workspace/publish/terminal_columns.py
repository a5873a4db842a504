"""栏宽: lines of a terminal, where a Chinese character takes two columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from unicodedata import category, east_asian_width

CLOSING = "，。；：、！？）》”’〕】…％%"


def columns(text: str) -> int:
    """The terminal columns a text takes: two for a wide character, none for a combining mark."""
    return sum(_columns_of(c) for c in text)


def _columns_of(char: str) -> int:
    if category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if east_asian_width(char) in "WFA" else 1


def packed(parts: Sequence[str], width: int) -> list[str]:
    """Parts on lines of at most `width` columns, each part whole where it fits."""
    lines: list[str] = []
    for part in parts:
        if lines and columns(lines[-1]) + 1 + columns(part) <= width:
            lines[-1] += f" {part}"
        else:
            lines += wrapped(part, width)
    return lines


def wrapped(text: str, width: int) -> list[str]:
    """Lines of at most `width` columns; Latin words and numbers stay whole where they fit."""
    lines, line, used = [], "", 0
    for piece in _pieces(text):
        size = columns(piece)
        if used + size > width and line.strip():
            lines.append(line.rstrip())
            line, used = "", 0
            if piece == " ":
                continue
        for part in [piece] if size <= width else piece:
            if used + columns(part) > width and line:
                lines.append(line)
                line, used = "", 0
            line, used = line + part, used + columns(part)
    return [*lines, line.rstrip()] if line.strip() or not lines else lines


def _pieces(text: str) -> Iterator[str]:
    """What must not be torn apart: a Latin word or number, a character with the closing marks behind it."""
    piece = ""
    for char in text:
        latin = bool(piece) and piece[-1].isascii() and char.isascii() and not (char.isspace() or piece.isspace())
        if piece and not (latin or char in CLOSING):
            yield piece
            piece = ""
        piece += char
    if piece:
        yield piece


def aligned(rows: Sequence[Sequence[str]], gap: int = 2) -> list[str]:
    """Rows of one length as lines whose columns stand below each other: the first from the left, the others to the right."""
    widths = [max(columns(cell) for cell in column) for column in zip(*rows, strict=True)]
    lines = []
    for first, *others in rows:
        line = first + " " * (widths[0] - columns(first))
        for cell, width in zip(others, widths[1:], strict=True):
            line += " " * (gap + width - columns(cell)) + cell
        lines.append(line.rstrip())
    return lines
