"""层级: at which level of numbering the tasks of a plan stand."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Protocol

from yaodian.compiler.parse.marks import Level, Mark
from yaodian.compiler.parse.owners import OwnerClause
from yaodian.domain.ordinal import ordinal


class Branch(Protocol):
    """What is asked of a node of the outline's tree."""

    mark: Mark | None
    end: int

    @property
    def level(self) -> int: ...
    @property
    def lines(self) -> Sequence[object]: ...
    def walk(self) -> Sequence[Branch]: ...


def task_level(root: Branch, clauses: Sequence[OwnerClause], text: str) -> int:
    """The level whose items are tasks: where owners stand, else by how the numbering runs and what it holds."""
    nodes = [n for n in root.walk() if n.mark is not None]
    by_level = {level: [n for n in nodes if n.level == level] for level in sorted({n.level for n in nodes})}
    by_level = {level: items for level, items in by_level.items() if len(items) >= 2} or by_level
    if not by_level:
        return Level.PARAGRAPH
    return _owned_level(by_level, clauses, text) or _level_by_form(by_level, text)


def _owned_level(by_level: dict[int, list[Branch]], clauses: Sequence[OwnerClause], text: str) -> int | None:
    """The innermost level of which most items have one owner clause each."""
    groups = [c.start for c in clauses[:1]] + [
        b.start for a, b in pairwise(clauses) if text[a.end : b.start].strip("。;, \n")
    ]
    if len(groups) < 2:
        return None
    for level in sorted(by_level, reverse=True):
        items = by_level[level]
        counts = [sum(1 for g in groups if n.mark and n.mark.start <= g < n.end) for n in items]
        owned = [c for c in counts if c]
        if (
            len(owned) >= max(2, 0.6 * len(items))
            and sum(owned) <= 1.4 * len(owned)
            and sum(owned) >= 0.5 * len(groups)
        ):
            return level
    outermost = by_level[min(by_level)]
    per_item = [sum(1 for g in groups if n.mark and n.mark.start <= g < n.end) for n in outermost]
    return Level.PARAGRAPH if len(by_level) == 1 and sum(per_item) > 1.4 * len(outermost) else None


def _level_by_form(by_level: dict[int, list[Branch]], text: str) -> int:
    levels = sorted(by_level)
    if len(levels) == 1:
        return _sections_or_tasks(by_level[levels[0]], levels[0], text)
    if (
        Level.NUMBER in levels
        and levels[0] < Level.NUMBER
        and (len(levels) == 2 or levels[1] == Level.NUMBER or _runs_on(by_level[Level.NUMBER]))
    ):
        return Level.NUMBER
    return levels[1]


def _sections_or_tasks(items: list[Branch], level: int, text: str) -> int:
    """With one level of numbering: sections over unnumbered tasks, or the tasks themselves."""
    paragraphs = sum(len(n.lines) for n in items)
    heads = sum(1 for n in items if n.mark and len(text[n.mark.end : n.end].split("\n")[0]) <= 40)
    return (
        Level.PARAGRAPH
        if level <= Level.GROUP and heads >= 0.7 * len(items) and paragraphs >= 2 * len(items)
        else level
    )


def _runs_on(items: list[Branch]) -> bool:
    """Whether the numbers count on across blocks (1 … 27) and do not begin again in each."""
    numbers = [ordinal(n.mark.no) or 0 for n in items if n.mark]
    return sum(b > a for a, b in pairwise(numbers)) >= 0.9 * max(len(numbers) - 1, 1)
