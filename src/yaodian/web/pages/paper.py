"""通报版面: a bulletin's text as its paper shows it: words, and figures that are locked to their queries."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from yaodian.domain.finding import Words
from yaodian.runtime.bulletin import FIELD, Number, changed, marked, paragraphs_of
from yaodian.web.documents.bulletins import numbers_of
from yaodian.web.documents.models import Bulletin
from yaodian.web.documents.queries import QUERIES

Span = tuple[str, str]
"""How a stretch of words stands in a comparison ("same", "ins", "del"), and the words."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a paragraph: words, or the figure of a field with its number."""

    words: str
    field: str = ""
    number: Number | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph from 1 in pieces, or a table as its rows; `typed` is what its box holds: the words with {marks};
    `is_changed` where that is not what is saved."""

    place: int
    pieces: Sequence[Piece]
    typed: str
    is_changed: bool = False
    rows: Sequence[Sequence[str]] = ()

    @property
    def is_heading(self) -> bool:
        return self.typed[1:2] == "、" and len(self.pieces) == 1


@dataclass(frozen=True, slots=True)
class Figure:
    """A field in the list of all figures. `now` is what the record says today where that was asked and is another."""

    name: str
    number: Number
    is_checked: bool = False
    now: Number | None = None

    @property
    def query(self) -> Words:
        """What it counts."""
        return QUERIES[self.name].words if self.name in QUERIES else Words(self.number.query, self.number.query)


@dataclass(frozen=True, slots=True)
class Difference:
    """A paragraph that two people left different: what was typed here, and what is saved."""

    place: int
    yours: Sequence[Span]
    saved: Sequence[Span]


def paragraphs_on(bulletin: Bulletin, typed: Sequence[str] = ()) -> list[Paragraph]:
    """The paragraphs of a bulletin; each box holds what was `typed` where something was."""
    numbers = numbers_of(bulletin)
    found = []
    for place, line in enumerate(paragraphs_of(bulletin.text)):
        saved = marked(line, numbers)
        own = typed[place].strip() if place < len(typed) else saved
        only = FIELD.fullmatch(line)
        if only and numbers[only[1]].is_table:
            found.append(Paragraph(place + 1, (), saved, rows=numbers[only[1]].value))
        else:
            found.append(Paragraph(place + 1, _pieces(line, numbers), own, own != saved))
    return found


def _pieces(line: str, numbers: Mapping[str, Number]) -> list[Piece]:
    found, at = [], 0
    for match in FIELD.finditer(line):
        found += [Piece(line[at : match.start()]), Piece(numbers[match[1]].words, match[1], numbers[match[1]])]
        at = match.end()
    return [piece for piece in [*found, Piece(line[at:])] if piece.words]


def figures_in(bulletin: Bulletin, now: Mapping[str, Number] | None = None) -> list[Figure]:
    """All figures in the order of the text, each compared with what the record gives `now` where that is known."""
    if now is None:
        return [Figure(name, number) for name, number in numbers_of(bulletin).items()]
    return [
        Figure(name, one, name in now, now[name] if name in now and changed({name: one}, now) else None)
        for name, one in numbers_of(bulletin).items()
    ]


def differences(bulletin: Bulletin, typed: Sequence[str]) -> list[Difference]:
    """Where the boxes that were sent differ from what is saved now, paragraph by paragraph."""
    numbers = numbers_of(bulletin)
    saved = [marked(line, numbers) for line in paragraphs_of(bulletin.text)]
    found = []
    for place in range(max(len(saved), len(typed))):
        one, other = (side[place].strip() if place < len(side) else "" for side in (typed, saved))
        if one != other:
            found.append(Difference(place + 1, _marked_apart(one, other, "ins"), _marked_apart(other, one, "del")))
    return found


def _marked_apart(words: str, other: str, how: str) -> list[Span]:
    """The words in stretches, those that the other side does not have marked."""
    matched = SequenceMatcher(None, words, other, autojunk=False).get_opcodes()
    spans = [("same" if tag == "equal" else how, words[start:end]) for tag, start, end, _, _ in matched]
    return [(how, said) for how, said in spans if said]
