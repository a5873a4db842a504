"""目标: the aims of the preamble and the sections' headings, with the tasks that serve them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from yaodian.compiler.link.clauses import letters
from yaodian.compiler.link.likeness import pairs_of, weight_of
from yaodian.compiler.parse.script import simplified
from yaodian.domain.plan import Goal, PieceRole, Plan, Task
from yaodian.domain.text import Span

SERVES = 0.5  # of the weighed pairs of characters of an aim that a task must have
PREAMBLE, MOST_AIMS = 20_000, 40  # characters that are looked at, aims that are taken: a preamble has no more
_CLAUSE = re.compile("[^,，。;；:：!！?？\n]+")
_LEADS = (
    "(?:为|以|努力|着力|切实|全力|大力|不断|持续|积极|稳步|全面|进一步|奋力|扎实|深入|聚力|合力|加速|坚决|、|和|地)*"
)
_AIM = re.compile(
    rf"\s*{_LEADS}(?P<verb>(?:建设|建成|建立|构建|打造|加快|推进|推动|促进|提升|提高|发展|深化|实现|办好|应对|完善|创建|争创|"
    rf"培育|扩大|优化|办)+|把.{{1,12}}?(?:建设成|打造成|建成|办成)为?)(?P<object>.{{3,}})"
)


def goals_of(plan: Plan) -> tuple[Goal, ...]:
    """The aims of the preamble in their order, then the sections' headings."""
    return (*_aims(plan), *_headings(plan))


def _headings(plan: Plan) -> Iterator[Goal]:
    """A section's goal, served by the tasks that stand under it."""
    sections = sorted(plan.sections, key=lambda section: section.span.start)
    starts = [section.span.start for section in sections]
    under: dict[int, list[str]] = {}
    for task in plan.tasks:
        if task.section is not None:
            under.setdefault(bisect_right(starts, task.span.start) - 1, []).append(task.path)
    for no, section in enumerate(sections):
        yield Goal(section.title, section.span, section.key, tuple(under.get(no, ())))


def _aims(plan: Plan) -> Iterator[Goal]:
    """The preamble's clauses that say where to, served by the tasks that share their words."""
    text = plan.source.text
    plain = simplified(text)
    spans = list(islice(_aim_spans(plan, plain), MOST_AIMS))
    if not spans:
        return
    words = [pairs_of(_words_of(task, plain)) for task in plan.tasks]
    df = Counter(pair for found in words for pair in found)
    for span, aim in spans:
        wanted = pairs_of(letters(aim))
        whole = weight_of(wanted, df)
        tasks = [
            task.path
            for task, found in zip(plan.tasks, words, strict=True)
            if weight_of(wanted & found, df) >= SERVES * whole
        ]
        yield Goal(span.of(text), span, None, tuple(tasks))


def _aim_spans(plan: Plan, plain: str) -> Iterator[tuple[Span, str]]:
    """The aim clauses of the preamble, each with the words of its object."""
    for piece in plan.pieces:
        if piece.role is not PieceRole.PREAMBLE or piece.span.start > PREAMBLE:
            continue
        for match in _CLAUSE.finditer(plain, piece.span.start, piece.span.end):
            aim = _AIM.match(match[0])
            if aim:
                start = match.start() + len(match[0]) - len(match[0].lstrip())
                yield Span(start, match.end()), aim["object"]


def _words_of(task: Task, plain: str) -> str:
    return letters("\n".join((task.title, *(measure.span.of(plain) for measure in task.measures))))
