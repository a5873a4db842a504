"""变动: what a difference between two plans is: its kind, both sides with their places, one sentence."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from yaodian.compiler.promises import Shift
from yaodian.domain.finding import Words
from yaodian.domain.text import Span


class ChangeKind(StrEnum):
    """What happened to a promise between two plans."""

    ADDED = "added"
    DROPPED = "dropped"
    MOVED = "moved"
    WEAKENED = "weakened"
    STRENGTHENED = "strengthened"
    REWORDED = "reworded"

    @property
    def label(self) -> Words:
        return _LABELS[self]

    @classmethod
    def of(cls, shift: Shift | None) -> ChangeKind:
        """A shift that cannot be told, or is none, is a matter of words."""
        return {Shift.WEAKER: cls.WEAKENED, Shift.STRONGER: cls.STRENGTHENED}.get(shift or Shift.SAME, cls.REWORDED)


_LABELS = {
    ChangeKind.ADDED: Words("新增", "added"),
    ChangeKind.DROPPED: Words("删去", "dropped"),
    ChangeKind.MOVED: Words("移动", "moved"),
    ChangeKind.WEAKENED: Words("减弱", "weakened"),
    ChangeKind.STRENGTHENED: Words("加强", "strengthened"),
    ChangeKind.REWORDED: Words("改写", "reworded"),
}


@dataclass(frozen=True, slots=True)
class Side:
    """One plan's side of a change: the task's path or the measure's address, the words and their place."""

    address: str
    words: str
    span: Span


@dataclass(frozen=True, slots=True)
class Change:
    """One difference; `before` is None where something is new, `after` where it is gone."""

    kind: ChangeKind
    before: Side | None
    after: Side | None
    sentence: Words


@dataclass(frozen=True, slots=True)
class Pair:
    """The two sides of one task or measure, with what it is called (举措, measure)."""

    before: Side
    after: Side
    what: Words

    def change(self, kind: ChangeKind, old: Side | None, new: Side | None, zh: str, en: str) -> Change:
        """A change of this task or measure: the sentence begins with its address and its words."""
        where, words = self.after.address, shortened(self.after.words)
        sentence = Words(f"{self.what.zh} {where}“{words}”：{zh}。", f"{self.what.en} {where} “{words}”: {en}.")
        return Change(kind, old, new, sentence)


def shortened(words: str, length: int = 24) -> str:
    flat = "".join(words.split("\n"))
    return flat if len(flat) <= length else flat[: length - 1] + "…"
