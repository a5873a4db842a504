"""举措: the items of a task's enumeration, or its sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from yaodian.compiler.parse.layout import Layout
from yaodian.compiler.parse.marks import INLINE_NUMBER, ITEM
from yaodian.compiler.parse.outline import TaskRange
from yaodian.domain.ordinal import CIRCLED, ordinal

_HAN = re.compile("[一-鿿]")
SENTENCE = re.compile(r"[^。;!?\n]*[^。;!?\n\s][^。;!?\n]*[。;!?]?")
_STOPS = "。;!?,: \n"


@dataclass(frozen=True, slots=True)
class Item:
    """A measure's words at `start`..`end`; its mark, if it has one, ends where the words begin."""

    mark: str | None
    mark_start: int
    start: int
    end: int


def items_of(layout: Layout, task: TaskRange) -> list[Item]:
    """The measures of a task: sub-numbered items, else 一是…二是… items, else sentences."""
    if task.items:
        return list(_between_marks(layout, task, [(m.start, m.end) for m in task.items]))
    for marks in (_spoken_marks(layout, task), _inline_numbers(layout, task)):
        if len(marks) >= 2:
            return list(_between_marks(layout, task, marks))
    return [item for body in task.bodies for item in _sentences(layout, *body)]


def _spoken_marks(layout: Layout, task: TaskRange) -> list[tuple[int, int]]:
    """一是 … 二是 … or ① … ② … in running text, where the numbers count on from one."""
    marks: list[tuple[int, int]] = []
    expected = 1
    for low, high in task.bodies:
        for match in ITEM.finditer(layout.flat, low, high):
            spoken = match[0].endswith("是")
            number = ordinal(match[0].removesuffix("是"))
            if not spoken and (len(match[0]) > 1 or match[0] not in CIRCLED):
                continue
            if spoken and match.start() > low and layout.flat[match.start() - 1] not in "。;,:!? \n)":
                continue
            if number != expected and (spoken or number != 1):
                continue
            expected = number + 1
            marks.append(match.span())
    return marks


def _inline_numbers(layout: Layout, task: TaskRange) -> list[tuple[int, int]]:
    """1.…;2.…; or (1)…(2)… inside a paragraph."""
    marks: list[tuple[int, int]] = []
    for low, high in task.bodies:
        for match in INLINE_NUMBER.finditer(layout.text, low, high):
            if int(match[1] or match[2]) == len(marks) + 1:
                marks.append(match.span())
    return marks


def _between_marks(layout: Layout, task: TaskRange, marks: list[tuple[int, int]]) -> Iterator[Item]:
    """Each item runs from its mark to the next one; sentences before the first are measures of their own."""
    for low, high in task.bodies:
        yield from (
            i
            for i in _sentences(layout, low, min(high, marks[0][0]))
            if i.end - i.start > 8 and layout.text[i.end - 1] != ":"
        )
    ends = [b[0] for _, b in pairwise(marks)] + [task.end]
    for (mark_start, start), end in zip(marks, ends, strict=True):
        parts = [(max(low, start), min(high, end)) for low, high in task.bodies if low < end and high > start]
        if not parts:
            continue
        first, last = parts[0][0], _stripped(layout.text, parts[0][0], parts[-1][1])
        while first < last and layout.text[first] in " 、.:,\n":
            first += 1
        if last > first:
            yield Item(
                layout.words(mark_start, start).strip(" 、.") if mark_start < start else None, mark_start, first, last
            )


def _sentences(layout: Layout, start: int, end: int) -> Iterator[Item]:
    for match in SENTENCE.finditer(layout.flat, start, end):
        low, high = match.start(), match.end()
        while low < high and layout.text[low] in _STOPS:
            low += 1
        high = _stripped(layout.text, low, high)
        if high - low >= 2 and _HAN.search(layout.text, low, high):
            yield Item(None, low, low, high)


def _stripped(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] in _STOPS:
        end -= 1
    return end


def mark_words(mark: str) -> str:
    """A mark as the plan form writes it (①, 一是, (1))."""
    return mark if mark in CIRCLED else mark.replace(" ", "")
