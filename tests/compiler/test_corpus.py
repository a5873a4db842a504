"""The invented plans of tests/cases are read as well as their gold says, facet by facet."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest

from tests.compiler.compiled import compiled
from tests.compiler.scoring import FACETS, Score

PLANS = Path(__file__).parent.parent / "cases" / "plans"
NAMES = sorted(path.stem for path in PLANS.glob("*.json"))
# a little below what the grammar reaches: a floor is raised when the grammar gets better, never lowered
FLOORS = {
    "sections": 1.0,
    "tasks": 0.995,
    "units": 0.985,
    "targets": 0.965,
    "documents": 0.99,
    "deadlines": 0.985,
    "measures": 0.98,
    "kinds": 0.94,
    "actions": 0.87,
}


def score_of(name: str) -> Score:
    score = Score()
    add_to(score, name)
    return score


def add_to(score: Score, name: str) -> None:
    gold = json.loads((PLANS / f"{name}.json").read_text(encoding="utf-8"))
    score.add(gold, compiled((PLANS / f"{name}.txt").read_text(encoding="utf-8"), name))


@cache
def whole() -> Score:
    score = Score()
    for name in NAMES:
        add_to(score, name)
    return score


def test_there_are_twenty_plans() -> None:
    assert len(NAMES) == 20


@pytest.mark.parametrize("facet", FACETS)
def test_a_facet_of_the_twenty_plans_is_read_at_its_floor(facet: str) -> None:
    count = whole().counts[facet]
    assert count.f1 >= FLOORS[facet], f"{facet}: {count.f1:.4f}, {count}"


@pytest.mark.parametrize("name", NAMES)
def test_each_plan_gives_its_sections_and_tasks(name: str) -> None:
    score = score_of(name)
    assert score.f1("sections") == 1.0
    assert score.f1("tasks") >= 0.94, score.counts["tasks"]
