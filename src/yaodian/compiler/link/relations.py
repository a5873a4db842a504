"""声明的关系: edges that the catalogue's relations find by their cues."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from yaodian.compiler.link.clauses import Clause, Clauses
from yaodian.compiler.link.in_force import value_for
from yaodian.declare.catalogue import Catalogue
from yaodian.declare.declared import DeclarationError
from yaodian.declare.parameter import Parameter
from yaodian.declare.relation import Relation
from yaodian.domain.plan import Edge, EdgeKind, Plan

ALL_PAIRS = 80  # up to this many pairs of one relation are all shown; beyond it each maker meets its nearest only
NEAREST = 2

Groups = Sequence[Sequence[str]]


def declared_edges(clauses: Clauses, plan: Plan, catalogue: Catalogue) -> Iterator[Edge]:
    """The edges of every declared relation."""
    for relation in catalogue.of(Relation).values():
        groups = _groups(relation, plan, catalogue)
        makers = _matching(clauses, relation.makes, relation.unless)
        others = _matching(clauses, relation.others, relation.unless)
        for maker, other in _paired(makers, others):
            if not _one_place(relation, maker, other) and not _apart(maker, other, groups):
                yield _edge(relation, maker, other)


def _groups(relation: type[Relation], plan: Plan, catalogue: Catalogue) -> Groups:
    if relation.within is None:
        return ()
    if relation.within not in catalogue.of(Parameter):
        raise DeclarationError(f"{relation.__name__}: the catalogue has no parameter {relation.within!r}")
    return value_for(plan, catalogue, relation.within) or ()


def _matching(clauses: Clauses, cues: Iterable[str], unless: Sequence[str]) -> list[Clause]:
    """Of each measure the clause that the earliest cue speaks for, in the order of the text."""
    found: dict[str, Clause] = {}
    for cue in cues:
        verb, *words = cue.split("…")
        for clause in clauses.with_word(max([verb, *words], key=len)):
            if clause.address in found or any(word in clause.words for word in unless):
                continue
            if speaks(verb, words, clause):
                found[clause.address] = clause
    return sorted(found.values(), key=lambda clause: clause.no)


def speaks(verb: str, words: Sequence[str], clause: Clause) -> bool:
    """Whether the cue's verb is in the action's verb and its words follow in the clause, in their order."""
    if verb and verb not in clause.verb:
        return False
    at = clause.words.find(verb) + len(verb) if verb else 0
    for word in words:
        at = clause.words.find(word, at)
        if at < 0:
            return False
        at += len(word)
    return True


def _paired(makers: Sequence[Clause], others: Sequence[Clause]) -> Iterator[tuple[Clause, Clause]]:
    if len(makers) * len(others) <= ALL_PAIRS:
        yield from ((maker, other) for maker in makers for other in others)
        return
    places = [other.no for other in others]
    for maker in makers:
        at = bisect_left(places, maker.no)
        near = range(max(at - NEAREST, 0), min(at + NEAREST, len(others)))
        yield from ((maker, others[i]) for i in sorted(near, key=lambda i: abs(places[i] - maker.no))[:NEAREST])


def _one_place(relation: type[Relation], maker: Clause, other: Clause) -> bool:
    """Whether both stand in one measure, or in one task where two tasks are asked for."""
    if relation.edge is EdgeKind.SAME_PROMISE:
        return maker.task is other.task
    return maker.address == other.address


def _apart(maker: Clause, other: Clause, groups: Groups) -> bool:
    """Whether the two name different groups and no common one."""
    ours, theirs = _named(maker, groups), _named(other, groups)
    return bool(ours and theirs and not ours & theirs)


def _named(clause: Clause, groups: Groups) -> set[int]:
    """The groups that the clause names, or else its task's title."""
    for words in (clause.words, clause.task.title):
        named = {no for no, group in enumerate(groups) if any(word in words for word in group)}
        if named:
            return named
    return set()


def _edge(relation: type[Relation], maker: Clause, other: Clause) -> Edge:
    source, target = (other, maker) if relation.edge is EdgeKind.NEEDS else (maker, other)
    if relation.edge is EdgeKind.SAME_PROMISE and source.no > target.no:
        source, target = target, source
    why = relation.why.format(made=maker.name, other=other.name)
    return Edge(relation.edge, source.address, target.address, why, (source.span, target.span))
