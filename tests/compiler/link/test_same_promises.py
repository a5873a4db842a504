"""同一承诺: the same promise in two tasks is seen; likeness in common words is not."""

from __future__ import annotations

from tests.compiler.link.small import edges, ends, linked
from yaodian.domain.plan import EdgeKind

SAME = EdgeKind.SAME_PROMISE


def test_the_same_promise_in_two_tasks_is_linked_once() -> None:
    plan = linked(
        ("开展“竹笛声声进课堂”活动。加强食堂管理。", "甲科"),
        ("持续开展竹笛声声进课堂系列活动。组织竹笛声声进课堂演奏比赛和展示交流。", "乙科"),
    )
    assert ends(plan, SAME) == {("1.1", "2.1")}
    (edge,) = edges(plan, SAME)
    assert "竹笛声声进课堂" in edge.why and "一/1.1" in edge.why and "一/2.1" in edge.why
    assert [span.of(plan.source.text) for span in edge.spans] == [
        "开展“竹笛声声进课堂”活动",
        "持续开展竹笛声声进课堂系列活动",
    ]


def test_two_measures_of_one_task_are_no_double_promise() -> None:
    plan = linked(("开展竹笛声声进课堂活动。持续开展竹笛声声进课堂系列活动。", "甲科"))
    assert not plan.edges


def test_a_field_of_work_named_in_both_is_not_enough() -> None:
    plan = linked(
        ("扩大学前教育资源。推进各级各类学校规范办学。", "甲科"),
        ("办好学前教育专业。组织各级各类学校消防演练。", "乙科"),
    )
    assert not plan.edges


def test_what_one_promotes_and_the_other_cuts_back_is_not_the_same_promise() -> None:
    plan = linked(("开展竹笛声声进课堂活动。", "甲科"), ("清理竹笛声声进课堂活动。", "乙科"))
    assert ends(plan, SAME) == set()


def test_titles_that_are_alike_do_not_make_the_promises_alike() -> None:
    plan = linked(
        ("落实《云川市学校布局三年行动计划》。", "甲科"), ("落实《云川市教师发展三年行动计划》，办好食堂。", "乙科")
    )
    assert ends(plan, SAME) == set()


def test_numbers_of_different_things_are_not_the_same_promise() -> None:
    plan = linked(("建成竹笛声声示范学校12所。", "甲科"), ("竹笛声声示范学校教师培训率达到90%。", "乙科"))
    assert ends(plan, SAME) == set()
