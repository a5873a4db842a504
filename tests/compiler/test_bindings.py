"""Which indicator measures a promise, what end it promises, and which come near where none does."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.compiler.compiled import CATALOGUE, compiled
from yaodian.compiler.lower import lower
from yaodian.compiler.resolve.bindings import indicator_for, promised_end
from yaodian.compiler.resolve.candidates import candidates, nearest_in_words
from yaodian.declare.answer import Answer
from yaodian.declare.indicator import DOWN, UP, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import CITY
from yaodian.domain.plan import Action, Operator, Target
from yaodian.domain.quantity import Quantity
from yaodian.domain.text import Span
from yaodian.domain.unit_of_measure import ITEM, PERCENT, RATIO, SCHOOL_UNIT, YUAN
from yaodian.workspace.bureau import shipped_folder

AT = Span(0, 1)
SHARED = Path(os.environ.get("YAODIAN_SHARED") or Path(__file__).parents[3] / "shared")
FOUNDING = SHARED / "seed" / "zunyi-2020.txt"
OF_THE_FOUNDING_PLAN = {
    "7.4": ["football_coverage_ratio"],
    "7.5": ["designation_count"] * 3,
    "7.7": ["designation_count"],
    "7.8": ["designation_count"],
    "7.9": ["designation_count"],
    "7.11": ["designation_count"] * 2,
    "24.2": ["weak_school_completed_count", "central_city_completed_count"],
    "26.4": ["provincial_fund_share_ratio"],
    "27.4": ["drug_knowledge_ratio", "drug_free_school_ratio", "drug_user_count"],
}


class _OfSchools(Indicator):
    label, english, words, reference = "书香校园覆盖率", "reading schools", "书香校园数 ÷ 学校数", "无"
    unit, grain, better = RATIO, (CITY, DAY), UP
    over, value_2020_01 = "schools", "count(*)"
    answers = (Answer("书香校园(?:全覆盖|覆盖率)", examples=("实现书香校园全覆盖",)),)


class _Open(Indicator):
    label, english, words, reference = "旱厕数", "dry toilets", "尚未改造的旱厕座数", "无"
    unit, grain, better = ITEM, (CITY, DAY), DOWN
    over, value_2020_01 = "schools", "count(*)"
    answers = (Answer("旱厕", examples=("改造旱厕",)),)


class _Spent(Indicator):
    label, english, words, reference = "图书经费", "money for books", "购书支出", "无"
    unit, grain, better = YUAN, (CITY, DAY), UP
    over, value_2020_01 = "schools", "count(*)"
    answers = (Answer("图书", examples=("购置图书",)),)


_OfSchools.id, _Open.id, _Spent.id = "of_schools", "open", "spent"
THREE: tuple[type[Indicator], ...] = (_OfSchools, _Open, _Spent)


def of_all(verb: str, thing: str, words: str) -> tuple[Action, Target]:
    target = Target(words, AT, Operator.ALL)
    return Action(verb, thing, AT, (target,)), target


def of_number(verb: str, thing: str, value: float, unit: str) -> tuple[Action, Target]:
    target = Target(f"{value}{unit}", AT, Operator.EQUAL, value, unit)
    return Action(verb, thing, AT, (target,)), target


def test_what_is_promised_of_all_binds_to_a_ratio_that_ends_at_one() -> None:
    action, target = of_all("实现", "书香校园", "全覆盖")
    assert indicator_for(THREE, action, target) == "of_schools"
    assert promised_end(target, _OfSchools) == Quantity(100, PERCENT)


def test_what_is_to_be_cleared_binds_to_a_count_that_ends_at_nothing() -> None:
    action, target = of_all("实现", "旱厕", "动态清零")
    assert indicator_for(THREE, action, target) == "open"
    assert promised_end(target, _Open) == Quantity(0, ITEM)


def test_money_has_no_whole_and_is_never_promised_of_all() -> None:
    action, target = of_all("实现", "图书", "全覆盖")
    assert indicator_for(THREE, action, target) is None
    assert promised_end(target, _Spent) is None
    (near, *_) = candidates(THREE, action, target)
    assert near.indicator is _Spent and "不是比值" in near.reason.zh


def test_two_promises_of_all_in_one_clause_are_each_bound_by_their_own_words() -> None:
    free, users = Target("书香校园全覆盖", AT, Operator.ALL), Target("旱厕清零", AT, Operator.ALL)
    action = Action("实现", "书香校园全覆盖、旱厕清零", AT, (free, users))
    assert indicator_for(THREE, action, users) == "open"
    assert indicator_for(THREE, action, free) == "of_schools"


def test_an_indicator_that_answers_in_another_unit_is_the_nearest_and_says_so() -> None:
    action, target = of_number("购置", "图书", 80, "%")
    assert indicator_for(THREE, action, target) is None
    (near, *_) = candidates(THREE, action, target)
    assert near.indicator is _Spent and near.reason.zh == "单位不同：指标是元，目标是%"


def test_an_indicator_that_shares_words_is_near_and_says_which() -> None:
    action, target = of_number("建设", "书香校园示范", 30, "%")
    (near,) = candidates(THREE, action, target)
    assert near.indicator is _OfSchools and near.shared == ("书香校园",)
    assert near.reason.zh == "应答里没有这样的说法"


def test_what_shares_no_words_has_no_candidates() -> None:
    action, target = of_number("招聘", "教师", 30, "人")
    assert candidates(THREE, action, target) == ()
    assert nearest_in_words(THREE, action, target).zh == ""


def test_candidates_are_the_same_whatever_the_order_of_the_catalogue() -> None:
    action, target = of_number("建设", "书香校园图书", 30, "所")
    one = [c.indicator.id for c in candidates(THREE, action, target)]
    assert one == [c.indicator.id for c in candidates(THREE[::-1], action, target)]
    assert len(one) >= 2


def test_a_binding_carries_the_slice_and_the_promised_number() -> None:
    text = "某市2020年教育工作要点\n\n一、全面育人\n\n1.提升素质。创建市级艺术特色学校25所。(责任单位:基教科)\n"
    (binding,) = lower(compiled(text), CATALOGUE).bindings
    assert binding.indicator == "designation_count"
    assert binding.slots == {"level_code": "市级", "title": "艺术特色学校"}
    assert binding.end == Quantity(25, SCHOOL_UNIT)


def _bound(text: str) -> dict[str, list[str | None]]:
    return {
        address.rpartition("/")[2]: [target.indicator for target in measure.targets]
        for address, _, measure in compiled(text).measures()
        if measure.targets
    }


@pytest.mark.parametrize(
    "file",
    [
        shipped_folder() / "plans" / "2020.txt",
        pytest.param(
            FOUNDING,
            marks=[
                pytest.mark.founding,
                pytest.mark.skipif(not FOUNDING.is_file(), reason="the founding text is not here"),
            ],
        ),
    ],
    ids=["restated", "founding"],
)
def test_the_founding_plans_targets_are_measured_by_the_indicators_meant_for_them(file: Path) -> None:
    bound = _bound(file.read_text(encoding="utf-8-sig"))
    assert {address: bound[address] for address in OF_THE_FOUNDING_PLAN} == OF_THE_FOUNDING_PLAN
    assert bound["8.2"][1] == "meal_local_ratio"
    assert sum(len(indicators) for indicators in bound.values()) == 18
