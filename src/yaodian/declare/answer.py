"""应答 Answer: the words of a plan's promise that an indicator measures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from yaodian.declare.declared import DeclarationError


@dataclass(frozen=True, slots=True)
class Answer:
    """A phrase of promises, looked for in the action's verb followed by its object (创建全国足球特色幼儿园).

    `phrase` is a regular expression; its named groups are the indicator's disaggregations, so that what they match
    becomes the slice to measure: `(?P<title>…)` binds the title itself. `examples` are promises it answers and
    `not_for` ones it must leave to others; both are tested. Raises DeclarationError where the phrase cannot be read.
    """

    phrase: str
    examples: Sequence[str]
    not_for: Sequence[str] = ()

    def __post_init__(self) -> None:
        try:
            re.compile(self.phrase)
        except re.error as fault:
            raise DeclarationError(f"the phrase {self.phrase!r} cannot be read ({fault})") from None
        if not self.examples:
            raise DeclarationError(f"the phrase {self.phrase!r} needs an example of a promise that it answers")

    @property
    def slots(self) -> frozenset[str]:
        """The disaggregations that the phrase fills."""
        return frozenset(re.compile(self.phrase).groupindex)

    def match(self, words: str) -> dict[str, str] | None:
        """The slots filled from a promise's words (without those it leaves open); None where it does not answer."""
        found = re.search(self.phrase, words)
        return None if found is None else {slot: text for slot, text in found.groupdict().items() if text}
