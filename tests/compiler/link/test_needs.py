"""先后: what one measure makes and another uses comes first."""

from __future__ import annotations

from tests.compiler.link.small import edges, ends, linked
from yaodian.domain.plan import EdgeKind

NEEDS = EdgeKind.NEEDS


def test_a_document_is_issued_before_it_is_carried_out() -> None:
    plan = linked(
        ("制定《云川市作业管理办法》。", "甲科"),
        ("落实《云川市作业管理办法》，规范作业布置。落实《云川市食堂管理办法》。", "乙科"),
    )
    assert ends(plan, NEEDS) == {("2.1", "1.1")}
    (edge,) = edges(plan, NEEDS)
    assert "云川市作业管理办法" in edge.why
    assert {span.of(plan.source.text) for span in edge.spans} == {"云川市作业管理办法"}


def test_a_platform_is_built_before_it_is_used() -> None:
    plan = linked(
        ("完成“云川智学平台”二期建设工作。", "甲科"),
        ("依托“云川智学平台”，开展线上教研活动。用好“远山资源平台”，办好专递课堂。", "乙科"),
    )
    assert ends(plan, NEEDS) == {("2.1", "1.1")}


def test_a_name_that_two_measures_make_or_that_is_only_spoken_of_gives_no_order() -> None:
    plan = linked(
        ("建设“云川智学平台”。", "甲科"),
        ("完成“云川智学平台”建设。", "乙科"),
        ("宣传“云川智学平台”成效。", "丙科"),
    )
    assert ends(plan, NEEDS) == set()


def test_a_meeting_about_a_plan_comes_after_the_plan_is_written() -> None:
    plan = linked(
        ("制定《云川市竹海书院2024年工作推进计划》。召开云川市竹海书院2024年工作推进会。召开教师节大会。", "甲科")
    )
    assert ends(plan, NEEDS) == {("1.2", "1.1")}


def test_an_activity_needs_the_base_that_is_named_like_it() -> None:
    plan = linked(
        ("遴选市级竹编非遗实践基地20个。推进滨河校区建设。", "甲科"),
        ("开展竹编非遗实践活动。开展节水宣传活动。", "乙科"),
    )
    assert ends(plan, NEEDS) == {("2.1", "1.1")}


def test_a_second_base_does_not_need_the_first() -> None:
    plan = linked(("建设竹编非遗实践基地。", "甲科"), ("组织申报竹编非遗实践基地。", "乙科"))
    assert ends(plan, NEEDS) == set()
