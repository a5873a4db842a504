"""Small invented plans for the tests of linking: a few tasks as text, and a catalogue that holds what a test declares."""

from __future__ import annotations

from collections.abc import Iterable

from yaodian.compiler.link import link
from yaodian.compiler.parse import parse
from yaodian.declare.catalogue import Catalogue
from yaodian.declare.declared import Declared
from yaodian.domain.bureau import Bureau
from yaodian.domain.plan import Edge, EdgeKind, Plan
from yaodian.domain.text import Source

Pairs = set[tuple[str, str]]


def plan_text(*tasks: tuple[str, str], preamble: str = "") -> str:
    """A plan of one section; each task is (its sentences, its unit)."""
    lines = [f"{no}.第{no}项任务。{body}（责任单位：{unit}）" for no, (body, unit) in enumerate(tasks, start=1)]
    return "\n\n".join(["云川市2024年教育工作要点", *([preamble] if preamble else []), "一、全部工作", *lines])


def declared(*entries: type[Declared]) -> Catalogue:
    """A catalogue of these entries only."""
    found: dict[type[Declared], dict[str, type[Declared]]] = {}
    for entry in entries:
        found.setdefault(entry.form, {})[entry.id] = entry
    return Catalogue(found)


def linked(
    *tasks: tuple[str, str],
    entries: Iterable[type[Declared]] = (),
    preamble: str = "",
    bureau: Bureau | None = None,
) -> Plan:
    """The plan of these tasks after linking."""
    return link(parse(Source("small", plan_text(*tasks, preamble=preamble))), declared(*entries), bureau)


def edges(plan: Plan, kind: EdgeKind) -> list[Edge]:
    return [edge for edge in plan.edges if edge.kind is kind]


def ends(plan: Plan, kind: EdgeKind) -> Pairs:
    """The edges of a kind as pairs of `task.measure` without the section."""
    return {(e.source.partition("/")[2], e.target.partition("/")[2]) for e in edges(plan, kind)}
