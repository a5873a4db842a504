"""计划文件: what an official may have mistyped is refused with the line and the repair; ignores are read."""

from __future__ import annotations

import random

import pytest

from tests.plans import qinghe
from yaodian.domain.finding import Refusal
from yaodian.workspace.planfile.identity import with_ids
from yaodian.workspace.planfile.reading import plan_from_yaml
from yaodian.workspace.planfile.writing import plan_to_yaml

WRITTEN = plan_to_yaml(with_ids(qinghe(), random.Random(7)))


def refused(edited: str) -> str:
    assert edited != WRITTEN
    with pytest.raises(Refusal) as caught:
        plan_from_yaml(edited, "2020.yaml")
    assert "line" in caught.value.words.en
    return str(caught.value)


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("role: lead", "role: boss", "第 18 行：“role”不能是“boss”，只能是：lead support responsible"),
        ("role: lead", "rolle: lead", "没有“rolle”这一项"),
        ("title: 提升综合素质", "titel: 提升综合素质", "没有“titel”这一项"),
        ("title: 提升综合素质", "title:", "任务缺“title”。请补上这一项"),
        ("value: 10,", "value: 十,", ""),
        ("value: 10,", "value: [1, 2, 3],", "范围要写两个数"),
        ("value: 10,", "value: [一, 2],", "应是数字，写的是“一”"),
        ("value: 10,", "value: {a: 1},", "应是一个值"),
        ("due: 2020-06-30", "due: 6月30日", "应是日期，例如 2020-06-30，写的是“6月30日”"),
        ("at: 64-67", "at: 67-64", "应写成“起-止”"),
        ("at: 64-67", "at: 64-99999", "超出原文"),
        ("year: 2020", "year: 二〇二〇", "应是数字"),
        ("title: 突出全面育人", "title: [突出]", "应是一个值"),
        ("periods:\n    - {words: 第三届, at: 80-83}", "periods: 第三届", "应是一个列表"),
        ("  - {unit: 素质教育中心", "  - 素质教育中心\n  - {unit: 素质教育中心", "应写成“键: 值”"),
        ("title: 提升综合素质", "title: 甲\n  title: 乙", "写了两次"),
        ("title: 提升综合素质", "title: '甲", "不是合法的 YAML"),
        ("title: 提升综合素质", "title: &a 甲", ""),
        ("schema: yaodian.plan-file/1", "schema: yaodian.plan-file/9", "只读 yaodian.plan-file/1"),
        ("    二、突出民生保障", "    二、突出民生", "原文（source.text）被改动过"),
        ("    title 0-14", "    tittle 0-14", "“tittle 0-14”无法理解"),
        ("from: m-", "from: x-", "不在文件里"),
    ],
)
def test_a_slip_is_refused_with_its_line_and_the_way_to_repair_it(old: str, new: str, says: str) -> None:
    edited = WRITTEN.replace(old, new, 1)
    if says:
        assert says in refused(edited)
    else:
        plan_from_yaml(edited, "2020.yaml")


@pytest.mark.parametrize("text", ["", "# nothing\n", "- a\n", "a", "[" * 5000, "a: \x00", "--- a\n--- b\n", "a: *b\n"])
def test_what_is_no_plan_file_is_refused(text: str) -> None:
    refused(text)


def test_aliases_are_refused_before_they_multiply() -> None:
    bomb = "a: &a [x, x]\n" + "".join(f"b{n}: &b{n} [*a, *a]\n" for n in range(50))
    assert "锚点和别名" in refused(bomb)


def test_a_copied_measure_must_lose_its_id() -> None:
    line = next(one for one in WRITTEN.splitlines() if "- id: m-" in one)
    copied = WRITTEN.replace(line, f"{line}\n    text: 抄来的一条\n{line}", 1)
    assert "出现了两次" in refused(copied)


def codes(text: str) -> list[tuple[str, ...]]:
    task = plan_from_yaml(text, "2020.yaml").tasks[0]
    return [tuple(task.ignores), *(tuple(measure.ignores) for measure in task.measures)]


def test_a_comment_beside_a_task_or_a_measure_names_rules_to_ignore() -> None:
    assert codes(WRITTEN) == [(), (), ()]
    on_title = WRITTEN.replace("title: 提升综合素质", "title: 提升综合素质  # yaodian: ignore YD101, YD102")
    assert codes(on_title) == [("YD101", "YD102"), (), ()]
    on_action = WRITTEN.replace("kind: title_award", "kind: title_award # yaodian：ignore YD103", 1)
    assert codes(on_action) == [(), ("YD103",), ()]
    assert codes(plan_to_yaml(plan_from_yaml(on_action, "x"))) == codes(on_action)


def test_a_comment_on_a_line_of_its_own_speaks_of_the_next_item() -> None:
    line = [one for one in WRITTEN.splitlines() if "- id: m-" in one][1]
    assert codes(WRITTEN.replace(line, f"  # yaodian: ignore YD103\n\n{line}")) == [(), (), ("YD103",)]


def test_words_that_look_like_a_comment_are_words() -> None:
    quoted = WRITTEN.replace("text: 举办第三届读书节", "text: '举办 # yaodian: ignore YD103'")
    assert codes(quoted) == [(), (), ()]


def test_a_comment_that_cannot_be_understood_is_refused() -> None:
    assert "第 14 行" in refused(WRITTEN.replace("title: 提升综合素质", "title: 提升综合素质 # yaodian: ignroe YD103"))
