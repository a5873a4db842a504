"""先后: a named thing that one measure makes and another uses, so that the one must be there before the other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from yaodian.compiler.link.clauses import Clause, Clauses, squeezed
from yaodian.compiler.link.likeness import Alike, longest_run
from yaodian.compiler.link.verbs import DEPLOYS, HOLDS, MAKES, USES, VENUE
from yaodian.domain.plan import DocumentRole, Edge, EdgeKind, Measure, Plan
from yaodian.domain.text import Span

COVERS = 0.6  # of the words of a title or of a venue's name that the other clause must repeat
USERS = 6  # a name that more measures use is no longer the mark of any of them
_QUOTED = re.compile("[“「『]([^“”「」『』]{3,24})[”」』]")
_STOPS = re.compile("[,，。;；:：!！?？\n]")
_WRITES = (DocumentRole.DRAFT, DocumentRole.PUBLISH)
_CARRIES_OUT = (DocumentRole.IMPLEMENT, DocumentRole.USE)


@dataclass(frozen=True, slots=True)
class _Mention:
    """A name in a measure: whether the measure makes the thing or uses it."""

    address: str
    name: str
    span: Span
    makes: bool


def named_things(plan: Plan) -> Iterator[Edge]:
    """Edges from a measure that carries out a document, uses a platform or a thing in quotes to the one that makes it."""
    mentions: dict[str, list[_Mention]] = {}
    for address, _, measure in plan.measures():
        for mention in _mentions(address, measure, plan.source.text):
            mentions.setdefault(squeezed(mention.name), []).append(mention)
    for name, found in mentions.items():
        makers, users = [m for m in found if m.makes], [m for m in found if not m.makes]
        if len(makers) == 1 and len(users) <= USERS:
            for user in users:
                if user.address != makers[0].address:
                    yield _before(name, user, makers[0])


def _before(name: str, user: _Mention, maker: _Mention) -> Edge:
    why = f"举措{user.address}要用到“{name}”，它由举措{maker.address}制定或建成：后者完成在先，前者才能开展。"
    return Edge(EdgeKind.NEEDS, user.address, maker.address, why, (user.span, maker.span))


def _mentions(address: str, measure: Measure, text: str) -> Iterator[_Mention]:
    for document in measure.documents:
        if document.role in _WRITES or document.role in _CARRIES_OUT:
            yield _Mention(address, document.title, document.span, document.role in _WRITES)
    named = {squeezed(p.title): p.span for p in measure.platforms}
    start = measure.span.start
    for match in _QUOTED.finditer(measure.text):
        named.setdefault(squeezed(match[1]), Span(start + match.start(1), start + match.end(1)))
    for name, span in named.items():
        makes = _makes(text, span, measure.span)
        if makes is not None:
            yield _Mention(address, name, span, makes)


def _makes(text: str, name: Span, whole: Span) -> bool | None:
    """Whether the clause around a name makes the thing (True), uses it (False) or only speaks of it (None)."""
    low = max((m.end() for m in _STOPS.finditer(text, whole.start, name.start)), default=whole.start)
    stop = _STOPS.search(text, name.end, whole.end)
    before, after = text[low : name.start], text[name.end : stop.start() if stop else whole.end]
    if MAKES.search(before) or ("完成" in before and MAKES.search(after)):
        return True
    return False if USES.search(before) or USES.match(after.lstrip("”」』")) else None


def deployed_documents(clauses: Clauses) -> Iterator[Edge]:
    """Edges from a meeting or a step that carries the words of a title to the measure that writes the document."""
    titles = [
        (clause, squeezed(document.title))
        for clause in clauses.all
        for document in clause.measure.documents
        if document.role in _WRITES and clause.span.contains(document.span)
    ]
    for writer, title in titles:
        for user in _sharing(clauses, title):
            run = longest_run(title, user.content)
            if user.address != writer.address and len(run) >= COVERS * len(title) and DEPLOYS.search(user.verb):
                why = f"{user.name}落实的是{writer.name}要写出的文件：文件定稿印发在先，部署落实在后。"
                yield Edge(EdgeKind.NEEDS, user.address, writer.address, why, (user.span, writer.span))


def _sharing(clauses: Clauses, title: str) -> Iterable[Clause]:
    """Few clauses that have the middle of a title, the part that a run of most of it must hold."""
    middle = len(title) // 2
    found: list[Clause] = []
    if len(title) >= 8:
        for clause in clauses.with_word(title[middle - 2 : middle + 2]):
            found.append(clause)
            if len(found) > USERS:
                return []
    return found


def venues(pairs: Iterable[Alike]) -> Iterator[Edge]:
    """Edges from an activity to the measure that makes the base, centre or platform named like it."""
    for pair in pairs:
        for maker, user in ((pair.first, pair.second), (pair.second, pair.first)):
            venue = VENUE.match(maker.content)
            if venue is None or not _opens(maker) or VENUE.match(user.content) or not HOLDS.search(user.verb):
                continue
            if maker.address != user.address and len(longest_run(venue["stem"], user.content)) >= max(
                4, COVERS * len(venue["stem"])
            ):
                why = f"{user.name}要有场所或平台，由{maker.name}来定：后者落定在先，前者才有地方开展。"
                yield Edge(EdgeKind.NEEDS, user.address, maker.address, why, (user.span, maker.span))


def _opens(clause: Clause) -> bool:
    return bool(MAKES.search(clause.verb) or "建设" in clause.object)
