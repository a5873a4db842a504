"""纲目: which lines are sections, which are tasks, and what stands under each."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from yaodian.compiler.parse.body import body_lines
from yaodian.compiler.parse.heads import split_title
from yaodian.compiler.parse.layout import Layout, Line
from yaodian.compiler.parse.levels import task_level
from yaodian.compiler.parse.marks import Level, Mark
from yaodian.compiler.parse.owners import OwnerClause
from yaodian.compiler.parse.tree import Node, tree_of

SHORTEST_TASK = 6
_INTRODUCES = re.compile(r"(?:提出|制定|安排|印发|明确).{0,16}(?:如下|以下|本)[^。]{0,8}[。:]?$|^现将")
NO_TASKS = re.compile(r"(?:指导思想|总体(?:要求|思路|目标|思想)|工作思路|基本思路|主要思路|基本原则)[。:]?")


@dataclass
class Heading:
    """A section's heading: its words at `start`..`end`, its line from `mark_start`."""

    no: str
    start: int
    end: int
    mark_start: int


@dataclass
class TaskRange:
    """A task from `start` to `end`: title words, body ranges (owner clauses left out), owner clauses, sub-numbered items.

    `titled` says whether its title stands apart from the body.
    """

    no: str
    path: str
    section: str | None
    start: int
    end: int
    title: tuple[int, int]
    bodies: list[tuple[int, int]]
    clauses: list[OwnerClause]
    items: list[Mark] = field(default_factory=list)
    titled: bool = True


@dataclass
class Outline:
    """What the body of a plan holds; `groups` are headings between section and task, `asides` lines beside the tasks."""

    title: tuple[int, int] | None
    body_start: int
    body_end: int
    headings: list[Heading] = field(default_factory=list)
    tasks: list[TaskRange] = field(default_factory=list)
    groups: list[Line] = field(default_factory=list)
    asides: list[Line] = field(default_factory=list)


def outline_of(layout: Layout, clauses: Sequence[OwnerClause]) -> Outline:
    """Sections and tasks of a text written in paragraphs."""
    title, lines = body_lines(layout)
    root = tree_of(layout, lines, frozenset(c.start for c in clauses if c.own_line))
    end = len(layout.text)
    result = Outline(title, lines[0].start if lines else end, lines[-1].end if lines else end)
    _Collector(layout, clauses, task_level(root, clauses, layout.text), result).collect(root)
    return result


class _Collector:
    """Walks the tree and writes sections and tasks down."""

    def __init__(self, layout: Layout, clauses: Sequence[OwnerClause], level: int, result: Outline) -> None:
        self.layout, self.clauses, self.level, self.result = layout, clauses, level, result
        self.text = layout.text
        self.starts = [c.start for c in clauses]

    def collect(self, root: Node) -> None:
        self.result.asides += root.lines
        if not root.children:
            self._paragraphs(root.lines, None)
        elif self._owned_lines(root.lines):
            long = [line for line in root.lines if self._clauses(line.start, line.end) or line.end - line.start > 30]
            self._paragraphs(long, None)
        for child in root.children:
            self._node(child, None)

    def _node(self, node: Node, section: Heading | None) -> None:
        if node.level >= self.level:
            self._task(node, section)
            return
        self.result.asides += node.lines
        holds_tasks = any(n.level == self.level for n in node.below())
        outer = section or self._heading(node)
        if holds_tasks or self.level == Level.PARAGRAPH:
            if section is not None:
                self.result.groups.append(node.line)
            for child in node.children:
                self._node(child, outer)
            if self.level == Level.PARAGRAPH:
                self._paragraphs(node.lines, outer)
        elif section is not None or "。" in self.layout.flat[node.words_start : node.line.end - 1]:
            self._task(node, section)  # 六、保障措施。加强…: a section's line that goes on with its text
        elif node.children:
            for child in node.children:
                self._task(child, outer)
        elif not NO_TASKS.fullmatch(self.text, node.words_start, node.line.end):
            before = len(self.result.tasks)
            self._paragraphs(node.lines, outer)
            if len(self.result.tasks) == before and node.lines:
                self._task(node, outer)

    def _heading(self, node: Node) -> Heading:
        start, end = node.words_start, node.line.end
        while end > start and self.text[end - 1] in "。:;":
            end -= 1
        clauses = self._clauses(start + 1, end)
        no = node.mark.no if node.mark else ""
        heading = Heading(no, start, clauses[0].start if clauses else end, node.line.start)
        self.result.headings.append(heading)
        return heading

    def _clauses(self, start: int, end: int) -> Sequence[OwnerClause]:
        """The owner clauses that begin within a range."""
        return self.clauses[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def _owned_lines(self, lines: Sequence[Line]) -> bool:
        return any(self._clauses(line.start, line.end) for line in lines)

    def _paragraphs(self, lines: Sequence[Line], section: Heading | None) -> None:
        """Each unmarked line with words of its own is a task; lines of owners belong to the one before."""
        groups: list[list[Line]] = []
        for line in lines:
            if not groups and _INTRODUCES.search(self.text, line.start, line.end) and not self._owned_lines([line]):
                continue
            names_owners = bool(self._clauses(line.start, line.start + 1))
            if groups and (names_owners or self._heads(groups[-1], line)):
                groups[-1].append(line)
            elif not names_owners and line.end - line.start > 1:
                groups.append([line])
        groups = [group for group in groups if len(group) > 1 or group[0].end - group[0].start > SHORTEST_TASK]
        for index, group in enumerate(groups, start=1):
            path = f"{section.no}/{index}" if section else f"{index}"
            first = group[0]
            self._add("", path, section, Line(first.start, group[-1].end), first.start, first.end, [])

    def _heads(self, group: list[Line], line: Line) -> bool:
        """A short line without a stop is the heading of the paragraph that follows it."""
        head = group[-1]
        width = head.end - head.start
        return (
            len(group) == 1 and width <= 30 and self.text[head.end - 1] not in "。;.)" and line.end - line.start > width
        )

    def _task(self, node: Node, section: Heading | None) -> None:
        no = node.mark.no if node.mark else ""
        inner = min((child.level for child in node.children), default=0)
        items = [n.mark for n in node.below() if n.mark and n.level == inner]
        path = f"{section.no}/{no}" if section else no
        self._add(no, path, section, Line(node.line.start, node.end), node.words_start, node.line.end, items)

    def _add(
        self, no: str, path: str, section: Heading | None, whole: Line, words: int, line_end: int, items: list[Mark]
    ) -> None:
        """Write a task down: `whole` is its extent, its first line's words stand at `words`..`line_end`."""
        start, end = whole.start, whole.start + len(self.text[whole.start : whole.end].rstrip())
        own = list(self._clauses(start, end))
        limit = next((c.start for c in own if c.start > words), end)
        title, body = split_title(self.layout, words, min(line_end, limit), end > line_end and limit > line_end)
        bodies = _outside(self.text, body, end, own)
        no_section = section.no if section else None
        self.result.tasks.append(
            TaskRange(no, path, no_section, start, end, title, bodies, own, items, body >= title[1])
        )


def _outside(text: str, start: int, end: int, clauses: Sequence[OwnerClause]) -> list[tuple[int, int]]:
    """What of `start`..`end` stands outside the owner clauses."""
    ranges = []
    for clause in clauses:
        ranges.append((start, clause.start))
        start = max(start, clause.end)
    ranges.append((start, end))
    return [(low, high) for low, high in ranges if text[low:high].strip()]
