"""Twenty plans of other forms: whatever is linked is explained by words of the two measures, and alarms are rare."""

from __future__ import annotations

from pathlib import Path

import pytest

from yaodian.compiler.link import link
from yaodian.compiler.parse import parse
from yaodian.compiler.resolve import resolve
from yaodian.declare.catalogue import Catalogue
from yaodian.domain.plan import EdgeKind, Plan
from yaodian.domain.text import Source

PLANS = Path(__file__).parents[2] / "cases/plans"
CATALOGUE = Catalogue.walk("yaodian.catalogue", ("kinds", "indicators", "parameters", "relations"))


def linked(name: str) -> Plan:
    source = Source(name, (PLANS / f"{name}.txt").read_text(encoding="utf-8"))
    return link(resolve(parse(source), CATALOGUE), CATALOGUE)


@pytest.mark.parametrize("name", sorted(path.stem for path in PLANS.glob("*.txt")))
def test_edges_are_rare_and_rest_on_words_of_their_measures(name: str) -> None:
    plan = linked(name)
    measures = list(plan.measures())
    assert len(plan.edges) <= len(measures) / 4
    for edge in plan.edges:
        ends = [m.span for address, _, m in measures if address in (edge.source, edge.target)]
        assert edge.source in edge.why and edge.target in edge.why
        assert edge.spans and all(any(end.contains(span) for end in ends) for span in edge.spans)
    for goal in plan.goals:
        assert goal.section is not None or goal.span.of(plan.source.text) == goal.words


def test_what_the_plans_say_is_found() -> None:
    found = {
        (name, edge.kind, edge.source, edge.target)
        for name in ("songtao-2024", "langxi-2024", "luming-2022")
        for edge in linked(name).edges
    }
    assert found == {
        ("songtao-2024", EdgeKind.NEEDS, "三/11.2", "四/14.4"),
        ("songtao-2024", EdgeKind.NEEDS, "五/18.3", "五/18.1"),
        ("langxi-2024", EdgeKind.COUNTS_TOWARDS, "二/1.1", "二/1.2"),
        ("langxi-2024", EdgeKind.COUNTS_TOWARDS, "四/1.1", "四/1.2"),
        ("luming-2022", EdgeKind.COUNTS_TOWARDS, "一.1", "一.2"),
        ("luming-2022", EdgeKind.PULLS_AGAINST, "二.3", "七.1"),
    }
