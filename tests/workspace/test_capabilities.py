"""The map of the mission covers every measure once and claims nothing that is not there."""

from __future__ import annotations

import importlib
import json
import os
from pathlib import Path

import pytest
from tools.reference import commands

from yaodian.declare.catalogue import Catalogue
from yaodian.declare.kind import Kind
from yaodian.domain.finding import Refusal, Words
from yaodian.workspace.capabilities import (
    SERVING_FORMS,
    Capability,
    Served,
    Status,
    broken,
    counts,
    load,
)
from yaodian.workspace.plans import shipped_catalogue

ROOT = Path(__file__).parents[2]
SHARED = Path(os.environ.get("YAODIAN_SHARED") or ROOT.parent / "shared")
GOLD = SHARED / "gold/zunyi-2020.json"

MEASURES_PER_TASK = [3, 4, 3, 4, 4, 8, 13, 4, 3, 3, 4, 4, 5, 5, 7, 1, 2, 7, 5, 5, 7, 3, 2, 3, 6, 5, 4]
KINDS = {
    *("campaign", "event", "policy_document", "designation", "project", "assurance"),
    *("attainment", "rectification", "inspection", "allocation", "reform", "routine"),
}
MOST_GENERIC = 21
INDICATOR_ENDINGS = ("_count", "_ratio", "_rate", "_per_pupil", "_cv")


class Planting(Kind):
    """A kind of work that exists only here."""

    label = "植树"
    english = "planting"
    meaning = Words("测试用", "planting")
    measured_by = Words("测试用", "a count")
    rank = 1


SMALL = Catalogue({Kind: {"planting": Planting}})


def capability(status: Status, *serves: Served) -> Capability:
    return Capability("1.1", "植树", "planting", status, serves, "种下一棵树，得到一片林。")


@pytest.fixture(scope="module")
def shipped() -> list[Capability]:
    return load()


def test_each_of_the_124_measures_stands_once_and_in_order(shipped: list[Capability]) -> None:
    addresses = [f"{task}.{n}" for task, many in enumerate(MEASURES_PER_TASK, 1) for n in range(1, many + 1)]
    assert len(addresses) == 124
    assert [c.measure for c in shipped] == addresses


def test_every_kind_is_one_of_the_twelve_and_serves_its_measure(shipped: list[Capability]) -> None:
    assert {c.kind for c in shipped} == KINDS
    assert [c.measure for c in shipped if Served("kind", c.kind) not in c.serves] == []


def test_at_most_21_measures_are_generic_on_purpose_and_each_says_why(shipped: list[Capability]) -> None:
    assert counts(shipped)[Status.GENERIC] <= MOST_GENERIC
    assert [c.measure for c in shipped if (c.status is Status.GENERIC) != bool(c.reason)] == []


def test_what_is_not_generic_names_more_than_its_kind_and_a_ledger(shipped: list[Capability]) -> None:
    forms = {"command", "register", "indicator", "method"}
    bare = [
        c.measure
        for c in shipped
        if c.status is not Status.GENERIC and not forms & {served.form for served in c.serves}
    ]
    assert bare == []


def test_subjects_are_short_and_sentences_are_whole(shipped: list[Capability]) -> None:
    assert [c.measure for c in shipped if not 2 <= len(c.subject) <= 12] == []
    assert [c.measure for c in shipped if not c.does.endswith("。") or c.does.count("。") != 1] == []
    assert len({c.subject for c in shipped}) == len(shipped)


def test_names_follow_the_naming_rules(shipped: list[Capability]) -> None:
    served = {one for c in shipped for one in c.serves}
    assert {one.form for one in served} <= set(SERVING_FORMS)
    assert [s.name for s in served if s.form == "indicator" and not s.name.endswith(INDICATOR_ENDINGS)] == []
    registers = {s.name for s in served if s.form == "register"}
    assert {name for name in registers if not name.endswith(("s", "_children"))} == {"equipment"}


@pytest.mark.founding
@pytest.mark.skipif(not GOLD.exists(), reason=f"the founding plan's annotation is not at {GOLD}")
def test_kinds_are_those_of_the_founding_plan(shipped: list[Capability]) -> None:
    gold = json.loads(GOLD.read_text(encoding="utf-8"))
    assert [(c.measure, c.kind) for c in shipped] == [
        (m["id"], m["kind"]) for t in gold["tasks"] for m in t["measures"]
    ]


def test_what_the_shipped_map_says_works_is_there(shipped: list[Capability]) -> None:
    assert broken(shipped, shipped_catalogue(), commands(), pages()) == []


def pages() -> list[str]:
    """The site's pages by the names that the map gives them."""
    importlib.import_module("yaodian.web.urls")
    return list(importlib.import_module("yaodian.web.pages.page").PAGES)


def test_every_status_is_counted_even_where_none_has_it() -> None:
    assert counts([capability(Status.PLANNED)]) == {Status.WORKS: 0, Status.PLANNED: 1, Status.GENERIC: 0}


def test_a_line_that_works_on_what_is_there_is_whole() -> None:
    line = capability(Status.WORKS, Served("kind", "planting"), Served("command", "read"), Served("page", "ledger"))
    assert broken([line], SMALL, ["read"], ["ledger"]) == []


@pytest.mark.parametrize("form", SERVING_FORMS)
def test_a_line_that_works_on_what_is_not_there_is_broken(form: str) -> None:
    assert broken([capability(Status.WORKS, Served(form, "forest"))], SMALL, ["read"]) == [
        f"1.1 植树: says it works, but there is no {form} forest"
    ]


def test_a_planned_line_may_name_what_is_not_there_yet() -> None:
    assert broken([capability(Status.PLANNED, Served("method", "forest"))], SMALL, []) == []


WHOLE = {
    "measure": '"7.10"',
    "subject": "植树",
    "kind": "project",
    "status": "planned",
    "serves": "[{page: ledger}]",
    "does": "种下一棵树。",
}


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"measure": "7.10"}, "put the address in quotes"),
        ({"status": "done"}, "'done' is no status: write one of works | planned | generic on purpose"),
        ({"does": ""}, "lacks does"),
        ({"colour": "red"}, "knows no colour"),
        ({"serves": "[ledger]"}, "write each thing that serves as form: name"),
        ({"serves": "[{robot: ledger}]"}, "not {'robot': 'ledger'}"),
    ],
)
def test_a_line_that_cannot_be_read_is_named_with_its_place(tmp_path: Path, change: dict[str, str], said: str) -> None:
    file = tmp_path / "capabilities.yaml"
    fields = [f"{name}: {value}" for name, value in (WHOLE | change).items()]
    file.write_text("- " + "\n  ".join(fields), encoding="utf-8")
    with pytest.raises(Refusal) as refused:
        load(file)
    assert said in refused.value.words.en
    assert "#1 (7.1" in refused.value.words.zh


@pytest.mark.parametrize(
    ("text", "said"), [("works: all", "a list of measures belongs here"), ("- [", "no valid YAML")]
)
def test_a_file_that_is_no_list_of_measures_is_refused(tmp_path: Path, text: str, said: str) -> None:
    file = tmp_path / "capabilities.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(Refusal) as refused:
        load(file)
    assert said in refused.value.words.en
