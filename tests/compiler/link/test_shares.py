"""同一力量: counted promises that add up under one unit are one load; a list of tasks is not."""

from __future__ import annotations

from tests.compiler.link.small import edges, ends, linked
from yaodian.declare.parameter import Parameter
from yaodian.domain.bureau import Bureau, Unit
from yaodian.domain.plan import EdgeKind
from yaodian.domain.unit_of_measure import ITEM

SHARES = EdgeKind.SHARES


class UnitLoadCount(Parameter):
    """科室承办数量: the tests' own threshold."""

    label, reference, unit = "数量线", "测试", ITEM
    value_2020_01 = 50
    value_2024_01 = 40


def test_counted_promises_of_one_unit_form_a_star_with_their_sum() -> None:
    plan = linked(
        ("创建竹编示范学校15所。创建书香学校20所。加强门卫管理。", "甲科"),
        ("创建节水学校6所。", "甲科"),
        ("创建无烟学校80所。", "乙科"),
        entries=[UnitLoadCount],
    )
    assert ends(plan, SHARES) == {("1.1", "1.2"), ("2.1", "1.2")}
    assert all("合计41个" in edge.why and "甲科" in edge.why for edge in edges(plan, SHARES))


def test_below_the_line_or_without_the_line_nothing_is_linked() -> None:
    tasks = ("创建竹编示范学校15所。创建书香学校20所。", "甲科")
    assert not linked(tasks, entries=[UnitLoadCount]).edges
    assert not linked(("创建竹编示范学校15所。创建书香学校90所。", "甲科")).edges


def test_persons_money_and_other_work_are_no_part_of_the_load() -> None:
    plan = linked(
        ("创建竹编示范学校15所。招聘教师310名。投入资金4200万元。改造校舍50间。", "甲科"), entries=[UnitLoadCount]
    )
    assert ends(plan, SHARES) == set()


def test_where_several_units_are_responsible_no_one_carries_it_alone() -> None:
    body = "创建竹编示范学校45所。创建书香学校20所。"
    assert not linked((body, "甲科、乙科"), entries=[UnitLoadCount]).edges
    assert ends(linked((body, "甲科牵头，乙科配合"), entries=[UnitLoadCount]), SHARES) == {("1.2", "1.1")}


def test_a_word_for_all_units_carries_nothing() -> None:
    body = "创建竹编示范学校45所。创建书香学校20所。"
    assert not linked((body, "各科室"), entries=[UnitLoadCount]).edges


def test_the_line_is_that_of_the_plans_year() -> None:
    bureau = Bureau("small", "小局", units=[Unit("a", "甲科")])
    plan = linked(("创建竹编示范学校25所。创建书香学校20所。", "甲科"), entries=[UnitLoadCount], bureau=bureau)
    assert ends(plan, SHARES) == {("1.2", "1.1")}
