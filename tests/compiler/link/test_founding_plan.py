"""The founding plan's edges: those that its readers named are there, and each is explained."""

from __future__ import annotations

import gc
import os
import re
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from yaodian.compiler.link import link
from yaodian.compiler.parse import parse
from yaodian.compiler.resolve import resolve
from yaodian.declare.catalogue import Catalogue
from yaodian.domain.plan import EdgeKind, Plan
from yaodian.domain.text import Source
from yaodian.workspace.bureau import load_bureau

ROOT = Path(__file__).parents[3]
SHARED = Path(os.environ.get("YAODIAN_SHARED") or ROOT.parent / "shared")
FOUNDING = SHARED / "seed/zunyi-2020.txt"
CATALOGUE = Catalogue.walk("yaodian.catalogue", ("kinds", "indicators", "parameters", "relations"))

pytestmark = [
    pytest.mark.founding,
    pytest.mark.skipif(not FOUNDING.exists(), reason=f"the founding plan is not at {FOUNDING}"),
]


@pytest.fixture(scope="module")
def resolved() -> Plan:
    plan = parse(Source(FOUNDING.name, FOUNDING.read_text(encoding="utf-8")))
    return resolve(plan, CATALOGUE, load_bureau())


@pytest.fixture(scope="module")
def plan(resolved: Plan) -> Plan:
    return link(resolved, CATALOGUE, load_bureau())


def ends(plan: Plan, kind: EdgeKind) -> set[tuple[str, str]]:
    return {(e.source.partition("/")[2], e.target.partition("/")[2]) for e in plan.edges if e.kind is kind}


def test_the_309_titles_of_task_7_are_one_load_of_one_unit(plan: Plan) -> None:
    assert ends(plan, EdgeKind.SHARES) == {("7.5", "7.11"), ("7.7", "7.11"), ("7.8", "7.11"), ("7.9", "7.11")}
    for edge in plan.edges:
        if edge.kind is EdgeKind.SHARES:
            assert "合计309个" in edge.why and "素质教育中心" in edge.why


def test_the_inspections_of_tasks_19_and_7_pull_against_fewer_checks_in_20_and_21(plan: Plan) -> None:
    against = ends(plan, EdgeKind.PULLS_AGAINST)
    more = {"7.1", "19.2", "19.3", "19.5"}
    assert {(source, target) for source in more for target in ("20.2", "21.7")} <= against
    assert {target for _, target in against} == {"20.2", "21.7"}


def test_what_runs_on_the_data_platform_and_the_spaces_waits_for_them(plan: Plan) -> None:
    assert {("25.2", "25.1"), ("25.3", "25.1")} <= ends(plan, EdgeKind.NEEDS)


def test_schools_stand_before_they_take_pupils_and_rules_before_admission(plan: Plan) -> None:
    needs = ends(plan, EdgeKind.NEEDS)
    assert {("11.4", "24.2"), ("11.4", "8.4"), ("9.2", "8.4"), ("11.4", "20.3"), ("18.4", "18.2")} <= needs
    assert ("11.4", "18.2") not in needs, "rules for senior secondary schools are none for compulsory schooling"
    assert {("24.2", "24.1"), ("24.2", "26.4"), ("17.2", "17.1"), ("7.10", "7.11")} <= needs


def test_countable_things_count_towards_what_they_add_up_to(plan: Plan) -> None:
    counts = ends(plan, EdgeKind.COUNTS_TOWARDS)
    assert {("7.5", "7.4"), ("24.2", "11.1"), ("8.4", "11.1"), ("9.2", "8.1")} <= counts
    assert ("24.2", "12.1") not in counts, "compulsory schools do not empty senior secondary classes"


def test_promises_made_in_two_tasks_are_seen(plan: Plan) -> None:
    same = ends(plan, EdgeKind.SAME_PROMISE)
    assert {("3.2", "6.5"), ("7.10", "18.3"), ("13.3", "25.5"), ("11.3", "20.2"), ("20.2", "21.7")} <= same


def test_edges_are_few_and_each_names_both_measures_and_shows_words(plan: Plan) -> None:
    assert 15 <= len(plan.edges) <= 60
    addresses = {address: measure for address, _, measure in plan.measures()}
    for edge in plan.edges:
        assert edge.source in addresses and edge.target in addresses and edge.source != edge.target
        assert edge.source in edge.why and edge.target in edge.why and re.fullmatch("[^。]+。", edge.why)
        spans = [addresses[end].span for end in (edge.source, edge.target)]
        assert edge.spans and all(any(whole.contains(span) for whole in spans) for span in edge.spans)


def test_the_preambles_aims_and_the_seven_headings_are_goals(plan: Plan) -> None:
    headings = [goal for goal in plan.goals if goal.section]
    assert [len(goal.tasks) for goal in headings] == [5, 2, 2, 6, 5, 2, 5]
    aims = [goal for goal in plan.goals if goal.section is None]
    centre = [goal for goal in aims if "科创中心" in goal.words]
    assert [goal.tasks for goal in centre] == [("五/17",)] and centre[0].words.startswith("努力建设")
    assert len(aims) >= 7


def test_another_city_with_the_same_plan_has_the_same_edges(plan: Plan) -> None:
    text = FOUNDING.read_text(encoding="utf-8")
    for name, other in {
        "遵义": "青岚",
        "贵州": "云桂",
        "长征": "远航",
        "素质教育中心": "综合实践中心",
        "84所": "63所",
    }.items():
        text = text.replace(name, other)
    there = link(resolve(parse(Source("there", text)), CATALOGUE), CATALOGUE)
    assert [(e.kind, e.source, e.target) for e in there.edges] == [(e.kind, e.source, e.target) for e in plan.edges]


def test_linking_takes_no_longer_than_parsing(resolved: Plan) -> None:
    """Held against parsing in the same run, since machines differ and are busy; no garbage is collected, as in commands."""
    bureau = load_bureau()
    gc.disable()
    try:
        linked, parsed = [], []
        for _ in range(20):
            linked.append(seconds(lambda: link(resolved, CATALOGUE, bureau)))
            parsed.append(seconds(lambda: parse(resolved.source)))
    finally:
        gc.enable()
    assert min(linked) < min(parsed)


def seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start
