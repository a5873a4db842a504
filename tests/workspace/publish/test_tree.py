"""终端: the tree fits the terminal, and no text can steer it."""

from __future__ import annotations

from dataclasses import replace

import click
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.any_plan import any_plans
from tests.plans import qinghe
from tests.small_catalogue import CATALOGUE
from tests.some_findings import some_findings
from yaodian.domain.plan import Plan
from yaodian.workspace.publish.terminal_columns import columns, packed, wrapped
from yaodian.workspace.publish.tree import View, plan_as_tree

PLAN = qinghe()


def test_without_a_terminal_each_measure_is_one_plain_line() -> None:
    lines = plan_as_tree(PLAN, CATALOGUE, some_findings(PLAN)).splitlines()
    assert lines[:5] == [
        "青禾市2020年教育工作要点",
        "",
        "一、突出全面育人",
        " 1. 提升综合素质  牵头 素质教育中心  配合 基教科",
        "  ├ 1.1 授牌 10所 25所 YD103  创建足球特色学校10所、书香校园25所",
    ]
    assert " 2. 办好营养餐  责任 资助中心、计财科  YD102" in lines


@pytest.mark.parametrize("width", [40, 60, 72, 80, 100, 160])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    for line in plan_as_tree(PLAN, CATALOGUE, some_findings(PLAN), View(width)).splitlines():
        assert columns(line) <= width, line


def test_on_a_wide_terminal_the_words_stand_beside_the_facts() -> None:
    lines = plan_as_tree(PLAN, CATALOGUE, (), View(100)).splitlines()
    line = next(one for one in lines if "3.1" in one)
    facts, words = line.split("6月底前建成")
    assert facts.startswith("  ├ 3.1 授牌 3所 4200个")
    assert columns(facts) <= 40
    assert len({columns(one.split(w)[0]) for one, w in _beside(lines)}) == 1
    assert words.startswith("新城小学")


def _beside(lines: list[str]) -> list[tuple[str, str]]:
    """Each measure's first line with the first words of its text."""
    return [(one, m.text[:4]) for _, _, m in PLAN.measures() for one in lines if m.text[:4] in one and "├" in one]


def test_colour_stands_there_only_when_asked_for() -> None:
    plain = plan_as_tree(PLAN, CATALOGUE, (), View(100))
    coloured = plan_as_tree(PLAN, CATALOGUE, (), View(100, colour=True))
    assert "\x1b" not in plain
    assert coloured != plain
    assert [line.rstrip() for line in click.unstyle(coloured).splitlines()] == plain.splitlines()


def test_goals_and_edges_stand_at_the_end() -> None:
    lines = plan_as_tree(PLAN, CATALOGUE, (), View(80)).splitlines()
    assert lines[-5:] == ["目标", "  建设教育强市  ← 一/1 一/2", "", "关联", "  二/3.2 先决 二/3.1  学校建成后方能招生"]


def test_in_english_the_facts_are_english() -> None:
    text = plan_as_tree(replace(PLAN, tasks=(replace(PLAN.tasks[0], duties=()),)), CATALOGUE, (), View(lang="en"))
    assert "no owner" in text
    assert "title award" in text


@given(any_plans(), st.sampled_from([None, 20, 50, 90]))
@settings(deadline=None)
def test_no_text_steers_the_terminal(plan: Plan, width: int | None) -> None:
    text = plan_as_tree(plan, CATALOGUE, (), View(width))
    assert not any((c < " " and c != "\n") or c in "\x7f\x9b" for c in text)


@given(st.text(alphabet="中文字ab1 ，。》%e\u0301", max_size=60), st.integers(4, 40))
def test_wrapping_keeps_every_character_and_the_width(text: str, width: int) -> None:
    lines = wrapped(text, width)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(columns(line) <= width for line in lines)


def test_a_closing_mark_does_not_begin_a_line_and_facts_stay_whole() -> None:
    assert wrapped("印发采购办法》。", 12) == ["印发采购办", "法》。"]
    assert packed(["3.1", "授牌", "6月底前（6月30日）"], 16) == ["3.1 授牌", "6月底前（6月30", "日）"]
    assert columns("中a\u0301") == 3
