"""关联: a plan's goals and the edges between its measures, so that it is one plan and not a list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from yaodian.compiler.link.clauses import Clauses
from yaodian.compiler.link.goals import goals_of
from yaodian.compiler.link.likeness import alike_clauses
from yaodian.compiler.link.needs import deployed_documents, named_things, venues
from yaodian.compiler.link.relations import declared_edges
from yaodian.compiler.link.same import same_promises
from yaodian.compiler.link.shares import shared_loads
from yaodian.compiler.link.totals import counted_towards
from yaodian.declare.catalogue import Catalogue
from yaodian.domain.bureau import Bureau
from yaodian.domain.plan import Edge, EdgeKind, Plan


def link(plan: Plan, catalogue: Catalogue, bureau: Bureau | None = None) -> Plan:
    """The plan with its goals and with the edges between its measures, in the order of the text."""
    return replace(plan, goals=goals_of(plan), edges=_in_order(plan, _edges(plan, catalogue, bureau)))


def _edges(plan: Plan, catalogue: Catalogue, bureau: Bureau | None) -> Iterator[Edge]:
    """All edges found; where two say the same of the same measures, the earlier one holds."""
    clauses = Clauses.of(plan)
    pairs = list(alike_clauses(clauses))
    yield from named_things(plan)
    yield from deployed_documents(clauses)
    yield from venues(pairs)
    yield from counted_towards(pairs)
    yield from declared_edges(clauses, plan, catalogue)
    yield from shared_loads(clauses, plan, catalogue, bureau)
    yield from same_promises(pairs)


def _in_order(plan: Plan, edges: Iterable[Edge]) -> tuple[Edge, ...]:
    """One edge of a kind between two measures; what hangs together otherwise is not the same promise as well."""
    kept: dict[tuple[EdgeKind, str, str], Edge] = {}
    joined: set[frozenset[str]] = set()
    for edge in edges:
        ends = frozenset((edge.source, edge.target))
        if edge.kind is EdgeKind.SAME_PROMISE and ends in joined:
            continue
        kept.setdefault((edge.kind, edge.source, edge.target), edge)
        joined.add(ends)
    places = {address: no for no, (address, _, _) in enumerate(plan.measures())}
    return tuple(sorted(kept.values(), key=lambda e: (places[e.source], places[e.target], e.kind)))
