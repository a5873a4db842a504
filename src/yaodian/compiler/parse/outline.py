"""纲目: which lines are sections, which are tasks, and what stands under each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from yaodian.compiler.parse.chrome import ATTACHED, SIGNED_ON, is_site_line
from yaodian.compiler.parse.layout import Layout, Line
from yaodian.compiler.parse.levels import task_level
from yaodian.compiler.parse.marks import Level, Mark, mark_at
from yaodian.compiler.parse.owners import OwnerClause
from yaodian.domain.ordinal import ordinal

PLAN_TITLE = re.compile(
    r"(?:20\d\d|二[〇零oO]..)(?:-20\d\d)?(?:学)?年度?.{0,24}(?:要点|计划|安排|任务|清单|分工|方案|思路|意见|台账|重点工作|分解表)|(?:工作要点|重点工作任务|任务分解表|责任分解表)$"
)
NO_TASKS = re.compile(r"^(?:指导思想|总体(?:要求|思路|目标|思想)|工作思路|基本思路|主要思路|基本原则)$")


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

    def walk(self) -> list[Node]:
        return [self, *(n for child in self.children for n in child.walk())]


@dataclass
class Heading:
    """A section's heading: its words at `start`..`end`, its line from `mark_start`."""

    no: str
    start: int
    end: int
    mark_start: int


@dataclass
class TaskRange:
    """A task from `start` to `end`: title words, body ranges (owner clauses left out), owner clauses, sub-numbered items."""

    no: str
    path: str
    section: str | None
    start: int
    end: int
    title: tuple[int, int]
    bodies: list[tuple[int, int]]
    clauses: list[OwnerClause]
    items: list[Mark] = field(default_factory=list)
    head_ends: bool = True


@dataclass
class Outline:
    title: tuple[int, int] | None
    body_start: int
    body_end: int
    headings: list[Heading] = field(default_factory=list)
    tasks: list[TaskRange] = field(default_factory=list)
    groups: list[Line] = field(default_factory=list)
    asides: list[Line] = field(default_factory=list)


def outline_of(layout: Layout, clauses: Sequence[OwnerClause]) -> Outline:
    """Sections and tasks of a text written in paragraphs."""
    lines = _broken_at_marks(layout)
    title, lines = _title_and_body(layout, lines)
    lines = _without_tail(layout, lines)
    owner_lines = {c.start for c in clauses if c.own_line}
    root = _tree(layout, lines, owner_lines)
    result = Outline(title, lines[0].start if lines else len(layout.text), lines[-1].end if lines else len(layout.text))
    level = task_level(root, clauses, layout.text)
    _Collector(layout, list(clauses), level, result).collect(root)
    return result


def _broken_at_marks(layout: Layout) -> list[Line]:
    """Lines; where nearly all of the text is one long line, new ones begin at its numbering marks."""
    longest = max(layout.lines, key=lambda line: line.end - line.start, default=None)
    if longest is None or longest.end - longest.start < max(500, 0.5 * len(layout.text)):
        return layout.lines
    broken: list[Line] = []
    for line in layout.lines:
        starts = [line.start, *_inline_marks(layout, line), line.end] if line is longest else [line.start, line.end]
        broken += [Line(a, a + len(layout.text[a:b].rstrip())) for a, b in pairwise(starts) if layout.text[a:b].strip()]
    return broken


_INLINE_MARK = re.compile(
    r"(?<=[。;)》”\s])(?=[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)|\d{1,2}[.、](?!\d))|(?<=[一-鿿])(?=\d{1,2}\.(?![\d%]))"
)


_RUNNING_TITLE = re.compile(
    r"[^,。;:]{4,40}?(?:要点|工作计划|工作安排|任务清单|分工方案|工作意见)(?=\s|20\d\d年|为|今年|根据)"
)


def _inline_marks(layout: Layout, line: Line) -> list[int]:
    """Where numbered items begin inside a long line: after a stop or a gap, in an order that counts on."""
    title = _RUNNING_TITLE.match(layout.text, line.start, line.end)
    starts: list[int] = [title.end()] if title else []
    last: dict[int, int] = {}
    for match in _INLINE_MARK.finditer(layout.quoteless, line.start + 1, line.end):
        mark = mark_at(layout.text, match.start())
        number = ordinal(mark.no) if mark else None
        if (
            mark is None
            or number is None
            or number not in (1, last.get(mark.level, 0) + 1, last.get(mark.level, 0) + 2)
        ):
            continue
        last[mark.level] = number
        starts.append(match.start())
    return starts


def _title_and_body(layout: Layout, lines: list[Line]) -> tuple[tuple[int, int] | None, list[Line]]:
    """The plan's title line and the lines after it; a notice before the title, with its own 一、二、, stays outside."""
    words = [layout.text[line.start : line.end] for line in lines]
    titles = [
        i
        for i, w in enumerate(words)
        if len(w) <= 60 and w[-1] not in "。;,:" and PLAN_TITLE.search(w) and not mark_at(w, 0)
    ]
    titles = [
        i for i in titles if not is_site_line(words[i]) and not re.match(r"关于|附件|.*(?:的通知|印发)", words[i])
    ] or titles
    if not titles:
        return None, lines
    first_mark = next((i for i, line in enumerate(lines) if mark_at(layout.text, line.start, line.end)), len(lines))
    before = [i for i in titles if i < first_mark]
    restarted = [i for i in titles if i > first_mark and _restarts(layout, lines, i)]
    chosen = restarted[0] if restarted else (before[-1] if before else titles[0])
    if chosen > first_mark and not restarted:
        return (lines[chosen].start, lines[chosen].end), lines
    return (lines[chosen].start, lines[chosen].end), lines[chosen + 1 :]


def plan_title(layout: Layout, before: int) -> tuple[int, int] | None:
    """The title line of a plan whose body begins at `before`."""
    title, _ = _title_and_body(layout, [line for line in layout.lines if line.end <= before])
    return title


def _restarts(layout: Layout, lines: list[Line], at: int) -> bool:
    """Whether the numbering begins again after line `at`, with at least two items."""
    marks = [m for line in lines[at + 1 :] if (m := mark_at(layout.text, line.start, line.end))]
    return len(marks) >= 2 and ordinal(marks[0].no) == 1 and at + 30 < len(lines) + 28


def _without_tail(layout: Layout, lines: list[Line]) -> list[Line]:
    """Drop what follows the plan: signature and date, links, the site's footer."""
    last_mark = max((i for i, line in enumerate(lines) if mark_at(layout.text, line.start, line.end)), default=-1)
    for index in range(max(last_mark + 1, 1), len(lines)):
        words = layout.text[lines[index].start : lines[index].end]
        if SIGNED_ON.match(words) or ATTACHED.match(words) or (is_site_line(words) and words[-1] not in "。;"):
            signed = (
                index > last_mark + 1
                and SIGNED_ON.match(words)
                and len(layout.text[lines[index - 1].start : lines[index - 1].end]) < 30
            )
            return lines[: index - 1 if signed else index]
    return lines


def _tree(layout: Layout, lines: list[Line], owner_lines: set[int]) -> Node:
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


class _Collector:
    """Walks the tree and writes sections and tasks down."""

    def __init__(self, layout: Layout, clauses: list[OwnerClause], level: int, result: Outline) -> None:
        self.layout, self.clauses, self.level, self.result = layout, clauses, level, result
        self.text = layout.text

    def collect(self, root: Node) -> None:
        self.result.asides += root.lines
        if not root.children:
            self._paragraphs(root, root.lines, None)
            return
        if self._owned(root.lines):
            self._paragraphs(
                root, [line for line in root.lines if self._owned([line]) or len(self._words(line)) > 30], None
            )
        for child in root.children:
            self._node(child, None)

    def _node(self, node: Node, section: Heading | None) -> None:
        if node.level >= self.level:
            self._task(node, section)
            return
        self.result.asides += node.lines
        inner = [n for n in node.walk()[1:] if n.level == self.level]
        outer = section or self._heading(node)
        if inner and section is not None:
            self.result.groups.append(node.line)
        if inner or self.level == Level.PARAGRAPH:
            for child in node.children:
                self._node(child, outer)
            if self.level == Level.PARAGRAPH:
                self._paragraphs(node, node.lines, outer)
        elif section is not None or self._has_body_in_head(node):
            self._task(node, section)
        elif node.children:
            for child in node.children:
                self._task(child, outer)
        elif not NO_TASKS.match(
            self._words(node.line)[(node.mark.end if node.mark else 0) - node.line.start :].strip("。: ")
        ):
            self._paragraphs(node, node.lines, outer)

    def _has_body_in_head(self, node: Node) -> bool:
        """A section's line that goes on with its text (六、保障措施。加强……) is a task of its own."""
        start = node.mark.end if node.mark else node.line.start
        return "。" in self.layout.flat[start : node.line.end - 1]

    def _heading(self, node: Node) -> Heading:
        assert node.mark is not None
        end = node.line.end
        while end > node.mark.end and self.text[end - 1] in "。:;":
            end -= 1
        clause = next((c for c in self.clauses if node.mark.end < c.start < end), None)
        heading = Heading(node.mark.no, node.mark.end, clause.start if clause else end, node.mark.start)
        self.result.headings.append(heading)
        return heading

    def _words(self, line: Line) -> str:
        return self.text[line.start : line.end]

    def _owned(self, lines: list[Line]) -> bool:
        return any(line.start <= c.start < line.end for line in lines for c in self.clauses)

    def _paragraphs(self, node: Node, lines: list[Line], section: Heading | None) -> None:
        """Each unmarked line with words of its own is a task; lines of owners belong to the one before."""
        groups: list[list[Line]] = []
        for line in lines:
            clause = next((c for c in self.clauses if c.start == line.start), None)
            if groups and (clause is not None or self._is_head(groups[-1], line)):
                groups[-1].append(line)
            elif clause is None and len(self._words(line)) > 6:
                groups.append([line])
        for index, group in enumerate(groups, start=1):
            path = f"{section.no}/{index}" if section else f"{index}"
            self._add("", path, section, group[0].start, group[0].start, group[-1].end, group[0], [])

    def _is_head(self, group: list[Line], line: Line) -> bool:
        """A short line without a stop is the heading of the paragraph that follows it."""
        words = self._words(group[-1])
        return len(group) == 1 and len(words) <= 30 and words[-1] not in "。;.)" and len(self._words(line)) > len(words)

    def _task(self, node: Node, section: Heading | None) -> None:
        assert node.mark is not None
        marks = [
            n.mark for n in node.walk()[1:] if n.mark and n.level == min((c.level for c in node.children), default=0)
        ]
        path = f"{section.no}/{node.mark.no}" if section else node.mark.no
        self._add(node.mark.no, path, section, node.mark.start, node.mark.end, node.end, node.line, marks)

    def _add(
        self,
        no: str,
        path: str,
        section: Heading | None,
        start: int,
        words: int,
        end: int,
        line: Line,
        marks: list[Mark],
    ) -> None:
        end = start + len(self.text[start:end].rstrip())
        own = [c for c in self.clauses if start <= c.start < end]
        limit = min((c.start for c in own if c.start > words), default=end)
        title, body = split_title(self.layout, words, min(line.end, limit), end > line.end and limit > line.end)
        bodies = _between(self.text, body, end, own)
        self.result.tasks.append(
            TaskRange(
                no, path, section.no if section else None, start, end, title, bodies, own, marks, body >= title[1]
            )
        )


def _between(text: str, start: int, end: int, clauses: Sequence[OwnerClause]) -> list[tuple[int, int]]:
    """What of `start`..`end` stands outside the owner clauses."""
    ranges = []
    for clause in clauses:
        ranges.append((start, clause.start))
        start = max(start, clause.end)
    ranges.append((start, end))
    return [(low, high) for low, high in ranges if text[low:high].strip()]


_COLON_TITLE = re.compile(r"[^,。;:\n]{4,26}:(?=.{7})")
_GAP_TITLE = re.compile(r"[^ ,。;:\n]{6,30} +(?=[^ 。]{12})")
_STOP = re.compile("[。;!]")
_PAUSE = re.compile("[,:]")


def split_title(layout: Layout, start: int, end: int, more: bool) -> tuple[tuple[int, int], int]:
    """The title's words within a task's first line, and where the body begins (at the title where the line has none)."""
    flat = layout.flat
    for pattern in (_COLON_TITLE, _GAP_TITLE):
        match = pattern.match(flat, start, end)
        if match:
            return (start, start + len(match[0].rstrip(" :"))), match.end()
    stop = _STOP.search(flat, start, end)
    first = stop.start() if stop else end
    if stop and first - start <= 44 and (layout.text[stop.end() : end].strip() or more) and stop[0] == "。":
        return (start, first), stop.end()
    if stop is None and more and end - start <= 60:
        return (start, end), end
    pause = _PAUSE.search(flat, start, first)
    cut = pause.start() if pause and pause.start() - start >= 4 else first
    return (start, min(cut, start + 60)), start
