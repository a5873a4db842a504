"""起草: what is decided about a plan, and what the plan is then."""

from __future__ import annotations

from functools import cache

import pytest

from yaodian.domain.finding import Refusal
from yaodian.domain.plan import Operator, Plan, Role
from yaodian.domain.text import Span
from yaodian.workspace.bureau import load_bureau
from yaodian.workspace.drafting.comparing import compared
from yaodian.workspace.drafting.deciding import What, about, decided
from yaodian.workspace.drafting.opening import drafted
from yaodian.workspace.drafting.quotas import quotas
from yaodian.workspace.drafting.reviewing import Review
from yaodian.workspace.drafting.typed_number import typed_number
from yaodian.workspace.planfile.reading import plan_from_yaml
from yaodian.workspace.planfile.writing import plan_to_yaml

TEXT = """清河市2020年教育工作要点

一、推进基础教育优质发展

1.扩大学位供给。新建公办幼儿园6所，5月底前打造温馨校园20个。（责任单位：基础教育科、计财科）

2.加强美育。创建市级艺术特色学校2所，普惠率达到80%以上。（责任单位：基础教育科）
"""


@cache
def plan() -> Plan:
    return drafted(TEXT.encode(), "2020.txt", load_bureau(), lambda year: None)


def with_decisions(**decisions: object) -> Plan:
    first, second = (task.measures[0].id or "" for task in plan().tasks)
    keys = {
        "kind": about(What.KIND, first), "due": about(What.DUE, first), "number": about(What.NUMBER, second),
        "lead": about(What.LEAD, plan().tasks[0].id or ""),
    }  # fmt: skip
    return decided(plan(), {keys[name]: value for name, value in decisions.items()}, load_bureau())


@pytest.mark.parametrize(
    ("typed", "op", "value", "unit"),
    [
        ("10个", Operator.EQUAL, 10, "个"),
        ("≥80%", Operator.AT_LEAST, 80, "%"),
        ("不超过 5.5%", Operator.AT_MOST, 5.5, "%"),
        ("1,200 人", Operator.EQUAL, 1200, "人"),
        ("全部", Operator.ALL, None, None),
        ("30", Operator.EQUAL, 30, None),
    ],
)
def test_a_typed_number_means_what_it_says(typed: str, op: Operator, value: float, unit: str) -> None:
    target = typed_number(typed, Span(0, 0), "n-1")
    assert (target.op, target.value, target.unit, target.id) == (op, value, unit, "n-1")


@pytest.mark.parametrize("typed", ["", "很多", "10个蛋糕", "1.2.3所", "个", "-5所"])
def test_what_is_no_number_is_refused(typed: str) -> None:
    with pytest.raises(Refusal):
        typed_number(typed, Span(0, 0), "n-1")


def test_a_decided_plan_is_the_same_when_its_file_is_read_again() -> None:
    made = with_decisions(kind="reform", due="2020-10-30", number="3所", lead="law_and_safety")
    again = plan_from_yaml(plan_to_yaml(made), "again")
    assert again.tasks == made.tasks
    assert again.source.text == TEXT


def test_nothing_decided_is_nothing_changed() -> None:
    assert decided(plan(), {}, load_bureau()) == plan()


def test_a_lead_that_is_named_leads_and_nobody_else() -> None:
    duties = with_decisions(lead="planning_and_finance").tasks[0].duties
    assert [duty.role for duty in duties] == [Role.RESPONSIBLE, Role.LEAD]


def test_a_lead_that_is_not_named_comes_first() -> None:
    first, *others = with_decisions(lead="law_and_safety").tasks[0].duties
    assert (first.unit_id, first.role) == ("law_and_safety", Role.LEAD)
    assert len(others) == 2


def test_a_day_by_hand_takes_the_place_of_the_one_that_was_read() -> None:
    days = [one.due for one in with_decisions(due="2020-10-30").tasks[0].measures[0].deadlines]
    assert [day.isoformat() for day in days if day] == ["2020-10-30"]


def test_counts_are_split_by_size_and_ratios_are_not() -> None:
    review = Review(plan(), {}, load_bureau())
    told = quotas(review, {"a": 3.0, "b": 1.0})
    assert [quota.parts for quota in told[0].quotas] == [{"a": 5, "b": 1}, {"a": 15, "b": 5}]
    assert [len(one.quotas) for one in told] == [2, 1]
    assert len(told[1].held_by_each) == 1


def test_a_kept_split_no_longer_holds_when_the_number_was_raised() -> None:
    target = plan().tasks[1].measures[0].targets[0].id or ""
    kept = {about(What.SPLIT, target): {"a": 1.0, "b": 1.0}}
    raised = kept | {about(What.NUMBER, target): "4所"}
    before, after = (
        quotas(Review(plan(), decisions, load_bureau()), {"a": 1.0, "b": 1.0})[1].quotas[0]
        for decisions in (kept, raised)
    )
    assert (before.is_decided, after.is_decided) == (True, False)
    assert sum(after.parts.values()) == 4


def test_the_words_that_came_and_went_are_told_apart() -> None:
    changed = drafted(TEXT.replace("6所", "9所").encode(), "2020.txt", load_bureau(), lambda year: None)
    change = next(one for one in compared(plan(), changed) if one.kind == "strengthened")
    assert [(part.words, part.is_own) for part in change.before] == [("6", True), ("所", False)]
    assert "".join(part.words for part in change.after) == "9所"


def test_a_revised_text_takes_over_the_ids_of_the_former_plan_of_its_year_only() -> None:
    revised = TEXT.replace("2所", "3所").encode()
    same, other = (
        drafted(revised, "2020.txt", load_bureau(), lambda year, of=of: plan() if year == of else None)
        for of in (2020, 2019)
    )
    assert [task.id for task in same.tasks] == [task.id for task in plan().tasks]
    assert not {task.id for task in other.tasks} & {task.id for task in plan().tasks}


def test_a_plan_without_a_year_is_refused() -> None:
    with pytest.raises(Refusal, match="年度"):
        drafted(TEXT.replace("2020年", "").encode(), "要点.txt", load_bureau(), lambda year: None)
