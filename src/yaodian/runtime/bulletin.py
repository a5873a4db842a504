"""通报: a text whose numbers are fields; what stands in a field is computed, frozen with its origin, and never typed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from yaodian.domain.finding import Words

FIELD = re.compile(r"\{\{\s*([^{}]+?)\s*\}\}")
_MARK = re.compile(r"\{([^{}]+)\}")
_LAWFUL = re.compile(
    r"\{\{[^{}]*\}\}"
    r"|“[^“”]*”|《[^《》]*》"  # names and quotations hold what they hold
    r"|\d{2,4}年(?:秋季|春季|上半年|下半年)?(?:\d{1,2}月(?:\d{1,2}日)?)?|\d{1,2}月(?:\d{1,2}日|份|底|前)?"
    r"|[\u4e00-\u9fff]*〔\d{4}〕\d{1,4}号"
    r"|^\s*(?:\d{1,2}[.．]|（\d{1,2}）)"
)
_DIGITS = re.compile(r"[\d０-９][\d０-９.,，%％]*[^\s，。；、：（）{}]{0,4}")

Table = Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class Number:
    """What a field came to: the query it answers, its value (a number, a text, names, or rows of which the first is the
    head), how that is written, the day it speaks of, and what it rests on: a release, or how many entries."""

    query: str
    value: Any
    words: str
    as_of: str
    release: str = ""
    entries: int = 0

    @property
    def is_table(self) -> bool:
        return isinstance(self.value, list | tuple) and bool(self.value) and isinstance(self.value[0], list | tuple)

    @property
    def rows(self) -> int:
        """How many rows a table has below its head."""
        return len(self.value) - 1 if self.is_table else 0


def fields_of(text: str) -> list[str]:
    """The names of the fields of a text, each once, in their order."""
    return list(dict.fromkeys(FIELD.findall(text)))


def typed_numbers(text: str) -> list[tuple[int, str]]:
    """Numbers that were typed instead of asked for, with their line from 1.

    Days, years and months, the numbers of documents and paragraphs, and what stands in “ ” or 《 》 are none.
    """
    found = []
    for line, words in enumerate(text.splitlines(), start=1):
        rest = _LAWFUL.sub(lambda match: "　" * len(match[0]), words)
        found += [(line, match[0]) for match in _DIGITS.finditer(rest)]
    return found


def filled(text: str, numbers: Mapping[str, Number]) -> list[str | Table]:
    """The paragraphs with their fields filled in. A table stands alone in its paragraph and comes as its rows."""
    made: list[str | Table] = []
    for line in paragraphs_of(text):
        only = FIELD.fullmatch(line)
        if only and numbers[only[1]].is_table:
            made.append(numbers[only[1]].value)
        else:
            made.append(FIELD.sub(lambda match: numbers[match[1]].words, line))
    return made


def misplaced_tables(text: str, numbers: Mapping[str, Number]) -> list[str]:
    """Fields that are tables and stand within a sentence."""
    lines = [line.strip() for line in text.splitlines()]
    return [
        name for line in lines for name in FIELD.findall(line) if numbers[name].is_table and not FIELD.fullmatch(line)
    ]


def paragraphs_of(text: str) -> list[str]:
    """The paragraphs as they are written, with their fields."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def marked(paragraph: str, numbers: Mapping[str, Number]) -> str:
    """The paragraph with its fields as people read them: {未签收} for {{unaccepted}}."""
    return FIELD.sub(lambda match: f"{{{numbers[match[1]].query}}}", paragraph)


def unmarked(paragraph: str, numbers: Mapping[str, Number]) -> str:
    """The paragraph that `marked` gave, after its words were changed; a mark of no field becomes a field of that name."""
    names = {number.query: name for name, number in numbers.items()}
    return _MARK.sub(lambda match: f"{{{{{names.get(match[1], match[1])}}}}}", paragraph)


def moved_fields(before: str, after: str, numbers: Mapping[str, Number]) -> Words | None:
    """Which fields a paragraph lost or gained; None where they are the same in any order."""
    held, told = Counter(FIELD.findall(before)), Counter(FIELD.findall(after))
    if held == told:
        return None
    lost, gained = (
        "、".join(f"{{{numbers[name].query if name in numbers else name}}}" for name in names)
        for names in (held - told, told - held)
    )
    sides = (("少了", "it lost", lost), ("多了", "it gained", gained))
    zh, en = ("，".join(f"{side[at]}{side[2]}" for side in sides if side[2]) for at in (0, 1))
    return Words(zh, en)


def changed(before: Mapping[str, Number], after: Mapping[str, Number]) -> list[Words]:
    """What is no longer the same, field by field: 逾期 3→4."""
    told = []
    for name, was in before.items():
        now = after[name]
        if was.value != now.value:
            old, new = ("…", "…") if was.is_table or now.is_table else (was.words, now.words)
            told.append(Words(f"{was.query} {old}→{new}", f"{name} {old}→{new}"))
    return told


def as_data(numbers: Mapping[str, Number]) -> dict[str, dict[str, Any]]:
    """The numbers as JSON can hold them."""
    return {name: asdict(number) for name, number in numbers.items()}


def from_data(data: Mapping[str, Mapping[str, Any]]) -> dict[str, Number]:
    """The numbers that `as_data` wrote."""
    return {name: Number(**number) for name, number in data.items()}
