"""Every relation of the real catalogue keeps the rules of the house and links what its examples say, nothing else."""

from __future__ import annotations

import inspect
from pathlib import Path

import pytest

from tests.compiler.link.small import plan_text
from yaodian.compiler.link import link
from yaodian.compiler.parse import parse
from yaodian.declare.catalogue import Catalogue
from yaodian.declare.parameter import Parameter
from yaodian.declare.relation import Relation
from yaodian.domain.plan import Edge
from yaodian.domain.text import Source

CATALOGUE = Catalogue.walk("yaodian.catalogue", ("parameters", "relations"))
RELATIONS = CATALOGUE.of(Relation)


def edges_of(relation: type[Relation], made: str, other: str) -> list[Edge]:
    """The edges that this relation alone finds between two tasks."""
    alone = Catalogue({Relation: {relation.id: relation}, Parameter: dict(CATALOGUE.of(Parameter))})
    plan = link(parse(Source("example", plan_text((f"{made}。", "甲科"), (f"{other}。", "乙科")))), alone)
    return [edge for edge in plan.edges if edge.kind is relation.edge]


def by_id(relation: type[Relation]) -> str:
    return relation.id


@pytest.mark.parametrize("relation", RELATIONS.values(), ids=by_id)
def test_a_relation_is_named_like_its_file_and_says_what_it_is(relation: type[Relation]) -> None:
    assert Path(inspect.getfile(relation)).stem == relation.id
    assert relation.label and relation.reference
    first = (inspect.getdoc(relation) or "").splitlines()[0]
    assert "\u4e00" <= first[:1] <= "\u9fff" and len(first) > 20
    assert relation.within is None or relation.within in CATALOGUE.of(Parameter)


@pytest.mark.parametrize("relation", RELATIONS.values(), ids=by_id)
def test_a_relation_links_its_examples_and_explains_them(relation: type[Relation]) -> None:
    for made, other in relation.examples:
        found = edges_of(relation, made, other)
        assert len(found) == 1, (made, other)
        assert "一/1.1" in found[0].why and "一/2.1" in found[0].why and found[0].why.endswith("。")
        assert len(found[0].spans) == 2


@pytest.mark.parametrize("relation", RELATIONS.values(), ids=by_id)
def test_a_relation_leaves_the_others_alone(relation: type[Relation]) -> None:
    for made, other in relation.not_for:
        assert edges_of(relation, made, other) == [], (made, other)


def test_no_relation_names_a_place_or_a_unit() -> None:
    words = "".join(
        cue for r in RELATIONS.values() for cue in (*r.makes, *r.others, *r.unless, r.why, *sum(r.examples, ()))
    )
    assert not [name for name in ("遵义", "贵州", "黔", "基教科", "计财科", "督导办") if name in words]
