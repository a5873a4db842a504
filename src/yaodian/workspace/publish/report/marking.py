"""原文标注: the source text as HTML lines in which spans of any overlap are marked, every character once and escaped."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from html import escape

from yaodian.domain.finding import Finding
from yaodian.domain.plan import Measure, Plan
from yaodian.domain.text import Source, Span


@dataclass(frozen=True, slots=True)
class Mark:
    """A span to be shown as `look`; `node` names what it belongs to on the other side of the page."""

    span: Span
    look: str
    node: str


def marks_of(plan: Plan, findings: Sequence[Finding]) -> list[Mark]:
    """Every span of the plan that stands in the text, outer ones first."""
    marks = [Mark(section.span, "section", f"s{n}") for n, section in enumerate(plan.sections)]
    marks += [Mark(goal.span, "goal", f"g{n}") for n, goal in enumerate(plan.goals)]
    for n, task in enumerate(plan.tasks):
        marks += [Mark(task.span, "task", f"t{n}"), Mark(task.title_span, "head", f"t{n}")]
        marks += [Mark(duty.span, "owner", f"t{n}-o{k}") for k, duty in enumerate(task.duties)]
        marks += [Mark(deadline.span, "day", f"t{n}-d{k}") for k, deadline in enumerate(task.deadlines)]
        for k, measure in enumerate(task.measures):
            marks += _of_measure(measure, f"t{n}-m{k}")
    marks += [Mark(finding.span, f"finding {finding.severity.label}", f"f{n}") for n, finding in enumerate(findings)]
    return [mark for mark in marks if mark.span]


def _of_measure(measure: Measure, node: str) -> Iterator[Mark]:
    yield Mark(measure.span, "measure", node)
    numbered = [t for action in measure.actions for t in action.targets]
    yield from (Mark(target.span, "number", f"{node}-n{k}") for k, target in enumerate(numbered))
    yield from (Mark(document.span, "document", f"{node}-b{k}") for k, document in enumerate(measure.documents))
    yield from (Mark(platform.span, "platform", f"{node}-p{k}") for k, platform in enumerate(measure.platforms))
    yield from (Mark(deadline.span, "day", f"{node}-d{k}") for k, deadline in enumerate(measure.deadlines))


def marked_lines(source: Source, marks: Sequence[Mark]) -> Iterator[str]:
    """One paragraph of the report for each line that holds something, with its number."""
    named: set[str] = set()

    def opened(mark: Mark) -> str:
        name = "" if mark.node in named else f' id="w-{mark.node}"'
        named.add(mark.node)
        return f'<span class="{mark.look}" data-n="{mark.node}"{name}>'

    for number, words in lines_with(source, marks, opened, "</span>"):
        yield f'<p class="line" data-line="{number}">{words}</p>'


def lines_with(
    source: Source, marks: Sequence[Mark], opened: Callable[[Mark], str], closed: str
) -> Iterator[tuple[int, str]]:
    """The number and the HTML of each line that holds something; a mark is what `opened` says of it, up to `closed`."""
    text, starts = source.text, source.line_starts
    ends = [*(start - 1 for start in starts[1:]), len(text)]
    opening: defaultdict[int, list[Mark]] = defaultdict(list)
    for mark in marks:
        opening[mark.span.start].append(mark)
    edges = sorted({*opening, *(mark.span.end for mark in marks)})
    active: list[Mark] = []
    at = 0
    for number, (start, end) in enumerate(zip(starts, ends, strict=True), start=1):
        parts, position = [], start
        while at < len(edges) and edges[at] <= end:
            edge = max(edges[at], start)
            parts.append((text[position:edge], tuple(active)))
            active = [mark for mark in active if mark.span.end > edges[at]] + opening[edges[at]]
            active.sort(key=lambda mark: (mark.span.start, -mark.span.end, mark.node))
            position, at = edge, at + 1
        parts.append((text[position:end], tuple(active)))
        if text[start:end].strip():
            yield number, _nested(parts, opened, closed)


def _nested(parts: Sequence[tuple[str, tuple[Mark, ...]]], opened: Callable[[Mark], str], closed: str) -> str:
    """The parts with their marks around them; a mark that others cross is closed and opened again."""
    written: list[str] = []
    stack: list[Mark] = []
    for words, covering in parts:
        if not words:
            continue
        shared = 0
        while shared < min(len(stack), len(covering)) and stack[shared] is covering[shared]:
            shared += 1
        written.append(closed * (len(stack) - shared))
        written += [opened(mark) for mark in covering[shared:]]
        stack = list(covering)
        written.append(escape(words))
    return "".join(written) + closed * len(stack)
