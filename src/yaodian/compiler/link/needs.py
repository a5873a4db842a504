"""先后: a named thing that one measure makes and another uses, so that the one must be there before the other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from yaodian.compiler.link.clauses import Clause, Clauses, squeezed
from yaodian.compiler.link.likeness import LONGEST, Alike, longest_run
from yaodian.compiler.link.verbs import DEPLOYS, HOLDS, MAKES, USES, VENUE
from yaodian.domain.plan import DocumentRole, Edge, EdgeKind, Measure, Plan
from yaodian.domain.text import Span

COVERS = 0.6  # of the words of a title or of a venue's name that the other clause must repeat
SHORTEST = 8  # characters of a title that is looked for in a clause without its marks
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
    written: dict[str, list[tuple[Clause, str]]] = {}
    for clause in clauses.all:
        for document in clause.measure.documents:
            title = squeezed(document.title)
            if document.role in _WRITES and len(title) >= SHORTEST and clause.span.contains(document.span):
                written.setdefault(_middle(title), []).append((clause, title))
    for user in clauses.all if written else ():
        if "《" not in user.object and DEPLOYS.search(user.verb):
            for writer in _writers_named(user.object, written):
                why = f"{user.name}落实的是{writer.name}要写出的文件：文件定稿印发在先，部署落实在后。"
                if user.address != writer.address:
                    yield Edge(EdgeKind.NEEDS, user.address, writer.address, why, (user.span, writer.span))


def _middle(title: str) -> str:
    """The characters that a run of most of a title must hold."""
    return title[len(title) // 2 - 2 :][:4]


def _writers_named(words: str, written: dict[str, list[tuple[Clause, str]]]) -> Iterator[Clause]:
    """Who writes a title most of which stands in the words; a middle that many titles have tells none of them apart."""
    for at in range(min(len(words), LONGEST) - 3):
        titles = written.get(words[at : at + 4], ())
        if len(titles) <= USERS:
            yield from (w for w, title in titles if len(longest_run(title, words)) >= COVERS * len(title))


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
