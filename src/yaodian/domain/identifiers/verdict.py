"""判定: whether a number is sound; what is wrong with it and how to repair it, in a sentence that never repeats it."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from yaodian.domain.finding import Severity, Words

_NOTHING = Words("", "")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found: `fault` names it (empty where there is none), `words` and `hint` tell the person who can repair it."""

    fault: str = ""
    words: Words = _NOTHING
    hint: Words = _NOTHING
    severity: Severity = Severity.ERROR

    @property
    def is_sound(self) -> bool:
        return not self.fault


SOUND = Verdict()
_SPACES = re.compile(r"[\s\u200b\ufeff']+")
_DIGITS_LOST = re.compile(r"\d(\.\d+)?E\+?\d+")


def cleaned(text: str) -> str:
    """The number without what files add to it: full-width characters, spaces, a leading apostrophe, a small x."""
    return _SPACES.sub("", unicodedata.normalize("NFKC", text)).upper()


def digits_lost(text: str) -> Verdict:
    """Whether a spreadsheet wrote the number as 5.20302E+17 and dropped its last digits."""
    if not _DIGITS_LOST.fullmatch(cleaned(text)):
        return SOUND
    return Verdict(
        "digits_lost",
        Words(
            "号码被表格软件改成了科学计数法，后几位已丢失",
            "a spreadsheet turned the number into 5.2E+17 and lost digits",
        ),
        Words("把该列设为文本格式，从原始资料重新粘贴", "set the column to text and paste it again from the source"),
    )
