"""层次树: marked lines nested by their level, each with the unmarked lines under it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from yaodian.compiler.parse.layout import Layout, Line
from yaodian.compiler.parse.marks import Mark, mark_at


@dataclass
class Node:
    """A marked line with what stands under it; the root has no mark. `lines` are its unmarked lines, in order."""

    mark: Mark | None
    line: Line
    lines: list[Line] = field(default_factory=list)
    children: list[Node] = field(default_factory=list)
    end: int = 0

    @property
    def level(self) -> int:
        return self.mark.level if self.mark else 0

    @property
    def words_start(self) -> int:
        """Where the words of its own line begin, after the mark."""
        return self.mark.end if self.mark else self.line.start

    def below(self) -> Iterator[Node]:
        """All nodes under it, in the order of the text."""
        for child in self.children:
            yield child
            yield from child.below()


def tree_of(layout: Layout, lines: list[Line], owner_lines: frozenset[int]) -> Node:
    """The tree of a body's lines; lines that begin at `owner_lines` name owners and are no items."""
    root = Node(None, Line(lines[0].start, lines[0].start) if lines else Line(0, 0))
    stack = [root]
    for line in lines:
        mark = mark_at(layout.text, line.start, line.end)
        if mark is None or line.start in owner_lines or mark.end >= line.end:
            stack[-1].lines.append(line)
            continue
        while stack[-1].level >= mark.level:
            stack.pop().end = line.start
        node = Node(mark, line)
        stack[-1].children.append(node)
        stack.append(node)
    for node in stack:
        node.end = lines[-1].end if lines else 0
    return root
