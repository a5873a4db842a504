"""计划文件: what is written is read back as the same plan and lowers to the same program."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings

from tests.any_plan import any_plans
from tests.plans import DRAFT, build, qinghe
from tests.small_catalogue import CATALOGUE
from yaodian.compiler.lower import lower
from yaodian.domain.plan import Plan
from yaodian.domain.text import Format, Source
from yaodian.workspace.planfile.identity import ids_in, with_ids
from yaodian.workspace.planfile.reading import is_plan_file, open_plan, plan_from_yaml
from yaodian.workspace.planfile.writing import plan_to_yaml, save_plan

NODES = ("title", "year", "published", "sections", "tasks", "pieces", "goals", "edges")


def assert_same(read: Plan, written: Plan) -> None:
    for name in NODES:
        assert getattr(read, name) == getattr(written, name), name
    assert (read.source.name, read.source.text) == (written.source.name, written.source.text)


@given(any_plans())
@settings(deadline=None)
def test_any_plan_comes_back_as_it_was(plan: Plan) -> None:
    written = plan_to_yaml(plan)
    read = plan_from_yaml(written, "x.yaml")
    assert_same(read, plan)
    assert plan_to_yaml(read) == written


def test_the_file_lowers_to_the_same_program() -> None:
    plan = with_ids(qinghe(), random.Random(7))
    assert lower(plan_from_yaml(plan_to_yaml(plan), "x.yaml"), CATALOGUE) == lower(plan, CATALOGUE)


@pytest.mark.parametrize(
    "text", ["", "\n", "  两格\n", "末尾无换行", "\ud800坏字", "\x00\x0c", "a\rb", "---\n...\n", "\ufeff#x\n\n\n"]
)
def test_the_source_text_comes_back_exactly(text: str) -> None:
    plan = Plan(Source("a.txt", text), None, None, None, (), (), ())
    source = plan_from_yaml(plan_to_yaml(plan), "x.yaml").source
    assert source.text == text
    assert source.format is Format.PLAN


def test_the_file_on_disk_is_recognised_and_read(tmp_path: Path) -> None:
    path = tmp_path / "2020.yaml"
    save_plan(qinghe(), path)
    assert is_plan_file(path.read_text(encoding="utf-8"))
    assert not is_plan_file(qinghe().source.text)
    assert_same(open_plan(path), qinghe())
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert_same(open_plan(path), qinghe())


def test_chinese_stands_without_quotes_and_short_nodes_on_one_line() -> None:
    lines = plan_to_yaml(qinghe()).splitlines()
    assert "title: 青禾市2020年教育工作要点" in lines
    assert "  - {unit: 素质教育中心, role: lead, at: 93-99}" in lines
    assert "      - {words: 10所, op: '=', value: 10, unit: 所, at: 64-67}" in lines


def test_a_day_that_two_deadlines_share_is_written_twice() -> None:
    plan = build(((*DRAFT[0][:2], (DRAFT[1][2][0], replace(DRAFT[1][2][0], no="9"))),))
    assert_same(plan_from_yaml(plan_to_yaml(plan), "x.yaml"), plan)


def test_ids_are_minted_once_opaque_and_each_for_one_node() -> None:
    plan = with_ids(qinghe(), random.Random(7))
    names = ids_in(plan)
    assert len(set(names)) == len(names) == 4 + 7 + 8 + 12 + 6
    assert with_ids(plan, random.Random(8)) == plan
    assert with_ids(qinghe(), random.Random(7)) == plan
    assert all(len(name) == 8 and name[1] == "-" for name in names)


def test_ids_stay_when_the_file_is_edited_elsewhere() -> None:
    written = plan_to_yaml(with_ids(qinghe(), random.Random(7)))
    edited = written.replace("text: 举办第三届读书节", "text: 举办第三届全民读书节").replace(
        "title: 办好营养餐", "title: 办好学生餐"
    )
    before, after = plan_from_yaml(written, "x.yaml"), plan_from_yaml(edited, "x.yaml")
    assert ids_in(before) == ids_in(after)
    assert after.tasks[0].measures[1].text == "举办第三届全民读书节"


def test_a_measure_written_by_hand_needs_only_its_text() -> None:
    written = plan_to_yaml(with_ids(qinghe(), random.Random(7)))
    edited = written.replace("goals:\n", "  - text: 新增一条举措\n    kind: steady\ngoals:\n")
    plan = with_ids(plan_from_yaml(edited, "x.yaml"), random.Random(9))
    added = plan.tasks[-1].measures[-1]
    assert (added.text, added.kind, len(added.span)) == ("新增一条举措", "steady", 0)
    assert len(lower(plan, CATALOGUE).items) == 9


def test_a_kind_chosen_by_hand_comes_first() -> None:
    edited = plan_to_yaml(qinghe()).replace("kind: title_award\n    at: 56", "kind: figure\n    at: 56")
    kinds = plan_from_yaml(edited, "x.yaml").tasks[0].measures[0].kinds
    assert [ranked.kind for ranked in kinds] == ["figure", "title_award", "other"]
