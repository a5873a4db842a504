"""发现: what lint or a reader has to say about a place, in both languages, with the way to repair it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple

from yaodian.domain.text import Span


class Words(NamedTuple):
    """The same sentence in Chinese and English."""

    zh: str
    en: str

    def lang(self, code: str) -> str:
        return self.en if code == "en" else self.zh


class Severity(IntEnum):
    NOT_CHECKED = 0
    INFO = 1
    WARNING = 2
    ERROR = 3

    @property
    def label(self) -> str:
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Fix:
    """A repair a machine can make: replace the span's words."""

    span: Span
    words: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What (`message`), where (`span`, `path`), why it matters, how to repair it."""

    code: str
    severity: Severity
    message: Words
    why: Words
    repair: Words
    span: Span
    path: str | None = None
    fix: Fix | None = None


class Refusal(Exception):  # noqa: N818 - the word of the house: bad input is refused with a sentence
    """Input that cannot be worked with: one clear sentence that says what, where and how to repair it."""

    def __init__(self, words: Words) -> None:
        super().__init__(words.zh)
        self.words = words


class NotFound(Refusal):
    """Something that was asked for by its name or address and is not there."""
