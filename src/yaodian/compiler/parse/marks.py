"""序号: the numbering marks that open a line or an item (一、 （一） 1. (1) ① 一是)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum

from yaodian.domain.ordinal import CIRCLED, DIGITS


class Level(IntEnum):
    """Typographic levels, outermost first; PARAGRAPH stands for lines without a mark."""

    PART = 1
    SECTION = 2
    GROUP = 3
    NUMBER = 4
    BRACKETED = 5
    CIRCLE = 6
    PARAGRAPH = 9


@dataclass(frozen=True, slots=True)
class Mark:
    """A numbering mark at `start`; the words it opens begin at `end` (offsets of the view)."""

    level: Level
    no: str
    start: int
    end: int


# a digit may follow only where a year opens the words: "1.2023年", never "2.0"
_AFTER = r"(?!\d)|(?=20\d\d\s*年)"
_PATTERNS = (
    (Level.PART, rf"第([{DIGITS}]{{1,3}})(?:部分|章)\s*[:、.,]?\s*"),
    (Level.SECTION, rf"([{DIGITS}]{{1,3}})\s*(?:、(?!(?:[{DIGITS}](?:年级|月|类|批|是|级)))|[.,](?!\d))\s*"),
    (Level.GROUP, rf"\(\s*([{DIGITS}]{{1,3}})\s*\)[、.,]?\s*"),
    (Level.NUMBER, rf"(\d{{1,3}})\s*(?:[.、](?:{_AFTER})|,(?!\d))\s*"),
    (Level.NUMBER, rf"(?:重点|主要)?(?:任务|工作任务)\s*([{DIGITS}]{{1,3}}|\d{{1,3}})\s*[:、.]\s*"),
    (Level.BRACKETED, r"\(\s*(\d{1,3})\s*\)[、.,]?\s*"),
    (Level.BRACKETED, r"(\d{1,2})\)\s*"),
    (Level.CIRCLE, rf"([{CIRCLED}])\s*[、.]?\s*"),
)
OPENING = re.compile("|".join(f"(?P<p{i}>{pattern})" for i, (_, pattern) in enumerate(_PATTERNS)))
_LEVELS = {f"p{i}": level for i, (level, _) in enumerate(_PATTERNS)}

ITEM = re.compile(rf"[{DIGITS}{CIRCLED}](?:[{DIGITS}]?是(?!否))?")
INLINE_NUMBER = re.compile(r"(?:^|(?<=[。;:,!\s]))(?:\((\d{1,2})\)|(\d{1,2})(?:[.、)])(?!\d))")


def mark_at(text: str, start: int, end: int | None = None) -> Mark | None:
    """The numbering mark that opens the words at `start`, if any."""
    match = OPENING.match(text, start, len(text) if end is None else end)
    if match is None or match.lastgroup is None:
        return None
    # lastgroup names the pattern that matched; its number is the only inner group that is set
    no = next(g for g in match.groups()[match.re.groupindex[match.lastgroup] :] if g is not None)
    return Mark(_LEVELS[match.lastgroup], no, start, match.end())
