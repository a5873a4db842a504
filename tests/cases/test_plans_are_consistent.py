"""Every invented plan in `plans/` and its hand-made gold say the same words in the same order."""

import json
import re
import unicodedata
from pathlib import Path
from typing import Any

import pytest

PLANS = Path(__file__).parent / "plans"
NAMES = sorted(path.stem for path in PLANS.glob("*.json"))
PAGE_NUMBER = re.compile(r"[-—–－]\s+\d+\s+[-—–－]|^\s*第\s*\d+\s*[页頁].*$|^\s*\d{1,2}\s*$", re.MULTILINE)
ROLES = {"lead", "support", "responsible"}
KINDS = {
    *("campaign", "event", "policy_document", "designation", "project", "assurance"),
    *("attainment", "rectification", "inspection", "allocation", "reform", "routine"),
}
OPERATORS = {"=", ">=", "<=", ">", "<", "~", "range", "all", "increase", "decrease"} | {
    way + how for way in ("increase", "decrease") for how in (">=", "<=", "~", "range")
}

Gold = dict[str, Any]


def squeeze(words: str) -> str:
    """The words without page numbers, white space and the difference between half and full width."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", PAGE_NUMBER.sub("", words)))


def text_of(name: str) -> str:
    return (PLANS / f"{name}.txt").read_text(encoding="utf-8")


def gold_of(name: str) -> Gold:
    gold: Gold = json.loads((PLANS / f"{name}.json").read_text(encoding="utf-8"))
    return gold


def measures_of(task: Gold) -> list[Gold]:
    return list(task.get("measures", []))


def targets_of(task: Gold) -> list[Gold]:
    nested = [t for m in measures_of(task) for a in m["actions"] for t in a.get("targets", [])]
    return [*task["targets"], *nested]


def documents_of(task: Gold) -> list[str]:
    nested = [d["title"] for m in measures_of(task) for d in m.get("documents", [])]
    return [*task["documents"], *nested]


def deadlines_of(task: Gold) -> list[str]:
    return [d["span"] for d in [*task["deadlines"], *task.get("deadlines_optional", [])]]


def places_of(titles: list[str], text: str) -> list[str]:
    """The titles that are not found when each is looked for after the one before it."""
    at, lost = 0, []
    for title in titles:
        found = text.find(squeeze(title), at)
        if found < 0:
            lost.append(title)
        else:
            at = found + 1
    return lost


def test_there_are_twenty_plans_and_each_has_a_text_and_a_gold() -> None:
    assert len(NAMES) == 20
    assert {path.stem for path in PLANS.glob("*.txt")} == set(NAMES)


def test_the_table_in_the_readme_names_every_plan() -> None:
    readme = (PLANS / "README.md").read_text(encoding="utf-8")
    assert [name for name in NAMES if f"`{name}`" not in readme] == []


@pytest.mark.parametrize("name", NAMES)
def test_a_plan_is_as_long_as_a_short_real_one(name: str) -> None:
    assert 800 <= len(squeeze(text_of(name))) <= 4000


@pytest.mark.parametrize("name", NAMES)
def test_the_title_of_the_plan_stands_in_its_text(name: str) -> None:
    title = gold_of(name)["title"]
    assert title is None or squeeze(title) in squeeze(text_of(name))


@pytest.mark.parametrize("name", NAMES)
def test_the_sections_are_found_in_order(name: str) -> None:
    sections = gold_of(name)["sections"]
    assert places_of([s["title"] for s in sections], squeeze(text_of(name))) == []


@pytest.mark.parametrize("name", NAMES)
def test_the_tasks_are_found_in_order(name: str) -> None:
    tasks = gold_of(name)["tasks"]
    assert tasks
    assert places_of([t["title"] for t in tasks], squeeze(text_of(name))) == []


@pytest.mark.parametrize("name", NAMES)
def test_a_task_names_a_section_that_the_plan_has_or_none(name: str) -> None:
    gold = gold_of(name)
    known = {s["no"] or s["title"] for s in gold["sections"]} | {None}
    assert {t["section"] for t in gold["tasks"]} <= known


@pytest.mark.parametrize("name", NAMES)
def test_every_unit_stands_in_the_text_once_for_each_task_and_has_a_role(name: str) -> None:
    text = squeeze(text_of(name))
    for task in gold_of(name)["tasks"]:
        names = [u["name"] for u in task["units"]]
        assert [n for n in names if squeeze(n) not in text] == []
        assert len(names) == len(set(names)), task["title"]
        assert {u["role"] for u in task["units"]} <= ROLES


@pytest.mark.parametrize("name", NAMES)
def test_every_target_stands_in_the_text_with_an_operator_and_a_value(name: str) -> None:
    text = squeeze(text_of(name))
    for target in (t for task in gold_of(name)["tasks"] for t in targets_of(task)):
        assert squeeze(target["span"]) in text
        assert target["op"] in OPERATORS
        assert (target["value"] is None) <= (target["op"] == "all")
        assert isinstance(target["value"], list) == target["op"].endswith("range")


@pytest.mark.parametrize("name", NAMES)
def test_every_document_stands_in_the_text_between_title_marks(name: str) -> None:
    text = squeeze(text_of(name))
    for title in (d for task in gold_of(name)["tasks"] for d in documents_of(task)):
        assert f"《{squeeze(title)}》" in text


@pytest.mark.parametrize("name", NAMES)
def test_every_deadline_stands_in_the_text(name: str) -> None:
    text = squeeze(text_of(name))
    assert [d for task in gold_of(name)["tasks"] for d in deadlines_of(task) if squeeze(d) not in text] == []


@pytest.mark.parametrize("name", NAMES)
def test_the_measures_begin_and_end_in_order_and_are_of_the_twelve_kinds(name: str) -> None:
    text = squeeze(text_of(name))
    measures = [m for task in gold_of(name)["tasks"] for m in measures_of(task)]
    assert places_of([words for m in measures for words in dict.fromkeys((m["start"], m["end"]))], text) == []
    assert {kind for m in measures for kind in (m["kind"], *m["alt_kinds"])} <= KINDS
    for action in (a for m in measures for a in m["actions"]):
        assert squeeze(action["verb"]) in text


def test_four_plans_or_more_have_their_measures_marked() -> None:
    assert sum(any(measures_of(task) for task in gold_of(name)["tasks"]) for name in NAMES) >= 4
