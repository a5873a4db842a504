"""原文: the text of a document, places in it, and views of it that map back to it."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of Unicode code points, `start` inclusive and `end` exclusive."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"span {self.start}..{self.end} is no range")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        return text[self.start : self.end]

    def contains(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end


class Format(StrEnum):
    TXT = "txt"
    HTML = "html"
    DOCX = "docx"
    PDF = "pdf"
    PLAN = "plan"


@dataclass(frozen=True, slots=True, order=True)
class Anchor:
    """Where in the file the text from offset `start` on stands (numbers count from 1; None where a format has none)."""

    start: int
    page: int | None = None
    paragraph: int | None = None
    table: int | None = None
    row: int | None = None
    cell: int | None = None


@dataclass(frozen=True)
class Source:
    """A document as read: its text, and the way from an offset back to the file.

    Offsets count code points of `text`. Of a txt file it is what the file says, decoded, byte order mark dropped and line
    ends as LF, nothing else changed; of other formats it is a rendering: a paragraph or a table row a line.
    """

    name: str
    text: str
    format: Format = Format.TXT
    anchors: Sequence[Anchor] = ()
    published: str | None = None

    @cached_property
    def sha256(self) -> str:
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    @cached_property
    def line_starts(self) -> list[int]:
        return [0, *(m.end() for m in re.finditer("\n", self.text))]

    def line_and_column(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both from 1."""
        line = bisect_right(self.line_starts, offset)
        return line, offset - self.line_starts[line - 1] + 1

    def anchor(self, offset: int) -> Anchor | None:
        """The last anchor at or before the offset."""
        at = bisect_right(self.anchors, offset, key=lambda a: a.start)
        return self.anchors[at - 1] if at else None


@dataclass(frozen=True)
class View:
    """Normalised text with a map back: `text` lacks some characters of the source and may have others in their place.

    `cuts` are the removed ranges of the source, in order; the characters kept stand one for one.
    """

    text: str
    cuts: Sequence[Span] = ()
    _starts: list[int] = field(init=False, repr=False, compare=False)
    _shifts: list[int] = field(init=False, repr=False, compare=False)
    _segment: list[int] = field(init=False, repr=False, compare=False)  # the stretch between two cuts looked up last

    def __post_init__(self) -> None:
        starts, shifts, removed = [0], [0], 0
        for cut in self.cuts:
            starts.append(cut.start - removed)
            removed += len(cut)
            shifts.append(removed)
        object.__setattr__(self, "_starts", starts)
        object.__setattr__(self, "_shifts", shifts)
        object.__setattr__(self, "_segment", [0, 0, 0])

    @classmethod
    def without(cls, text: str, cuts: Iterable[Span]) -> View:
        """The view of `text` that lacks `cuts` (sorted, not overlapping)."""
        kept, at, cuts = [], 0, list(cuts)
        for cut in cuts:
            kept.append(text[at : cut.start])
            at = cut.end
        kept.append(text[at:])
        return cls("".join(kept), cuts)

    def offset(self, at: int) -> int:
        """The source offset of the character at view offset `at`."""
        low, high, shift = self._segment
        if not low <= at < high:
            index = bisect_right(self._starts, at) - 1
            high = self._starts[index + 1] if index + 1 < len(self._starts) else len(self.text) + 1
            low, shift = self._starts[index], self._shifts[index]
            self._segment[:] = low, high, shift
        return at + shift

    def span(self, start: int, end: int) -> Span:
        """The source span of the view's characters `start`..`end`; an empty range gives an empty span."""
        low, high, shift = self._segment
        if low <= start < end <= high:
            return Span(start + shift, end + shift)
        if end <= start:
            at = self.offset(start)
            return Span(at, at)
        return Span(self.offset(start), self.offset(end - 1) + 1)
