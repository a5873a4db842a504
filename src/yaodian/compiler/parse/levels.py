"""层级: at which level of numbering the tasks of a plan stand."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from yaodian.compiler.parse.marks import Level
from yaodian.compiler.parse.owners import OwnerClause
from yaodian.compiler.parse.tree import Node
from yaodian.domain.ordinal import ordinal


def task_level(root: Node, clauses: Sequence[OwnerClause], text: str) -> int:
    """The level whose items are tasks: where owners stand, else by how the numbering runs and what it holds."""
    nodes = list(root.below())
    by_level = {level: [n for n in nodes if n.level == level] for level in sorted({n.level for n in nodes})}
    kept = {level: ns for level, ns in by_level.items() if len(ns) >= 2 or any(n.children for n in ns)}
    by_level = kept if any(len(ns) >= 2 for ns in kept.values()) else by_level
    if not by_level:
        return Level.PARAGRAPH
    return _owned_level(by_level, clauses, text) or _level_by_form(by_level, text)


def _owned_level(by_level: dict[int, list[Node]], clauses: Sequence[OwnerClause], text: str) -> int | None:
    """The innermost level of which most items have one owner clause each."""
    apart = [b.start for a, b in pairwise(clauses) if text[a.end : b.start].strip("。;, \n")]
    groups = [c.start for c in clauses[:1]] + apart
    if len(groups) < 2:
        return None
    for level in sorted(by_level, reverse=True):
        counts = [_within(groups, node) for node in by_level[level]]
        owned = [count for count in counts if count]
        most = len(owned) >= max(2, 0.6 * len(counts)) and sum(owned) >= 0.5 * len(groups)
        if most and sum(owned) <= 1.4 * len(owned):
            return level
    outermost = [_within(groups, node) for node in by_level[min(by_level)]]
    unmarked = sum(len(node.lines) for node in by_level[min(by_level)])
    many = len(by_level) == 1 and sum(outermost) > 1.4 * len(outermost)
    return Level.PARAGRAPH if many and unmarked >= sum(outermost) else None


def _within(starts: list[int], node: Node) -> int:
    """How many of the sorted `starts` stand in the node."""
    return bisect_left(starts, node.end) - bisect_left(starts, node.line.start)


def _level_by_form(by_level: dict[int, list[Node]], text: str) -> int:
    levels = sorted(by_level)
    if len(levels) > 2 and levels[0] == Level.PART:
        levels = levels[1:]
    if len(levels) == 1:
        return _sections_or_tasks(by_level[levels[0]], levels[0], text)
    if (
        Level.NUMBER in levels
        and levels[0] < Level.NUMBER
        and (len(levels) == 2 or levels[1] == Level.NUMBER or _runs_on(by_level[Level.NUMBER]))
    ):
        return Level.NUMBER
    return levels[1]


def _sections_or_tasks(items: list[Node], level: int, text: str) -> int:
    """With one level of numbering: sections over unnumbered tasks, or the tasks themselves."""
    paragraphs = sum(len(n.lines) for n in items)
    heads = sum(1 for n in items if n.mark and len(text[n.mark.end : n.end].split("\n")[0]) <= 40)
    return (
        Level.PARAGRAPH
        if level <= Level.GROUP and heads >= 0.7 * len(items) and paragraphs >= 2 * len(items)
        else level
    )


def _runs_on(items: list[Node]) -> bool:
    """Whether the numbers count on across blocks (1 … 27) and do not begin again in each."""
    numbers = [ordinal(n.mark.no) or 0 for n in items if n.mark]
    return sum(b > a for a, b in pairwise(numbers)) >= 0.9 * max(len(numbers) - 1, 1)
