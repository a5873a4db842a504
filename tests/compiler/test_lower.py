"""下达: a plan becomes work items with owners, days and milestones."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.plans import DRAFT, build, qinghe
from tests.small_catalogue import CATALOGUE, TitleAward
from yaodian.compiler.lower import lower
from yaodian.compiler.spread import main_path, spread
from yaodian.declare.catalogue import Catalogue
from yaodian.domain.bureau import Bureau
from yaodian.domain.finding import Refusal
from yaodian.domain.plan import RankedKind
from yaodian.domain.schooldays import SchoolCalendar

PROGRAM = lower(qinghe(), CATALOGUE)
BY_ADDRESS = {item.address: item for item in PROGRAM.items}


def test_every_measure_becomes_one_work_item_with_its_tasks_owners() -> None:
    assert [item.address for item in PROGRAM.items] == [address for address, _, _ in qinghe().measures()]
    assert [(d.unit, d.role) for d in BY_ADDRESS["二/3.2"].duties] == [("计财科", "lead"), ("基教科", "support")]


def test_the_short_title_says_what_the_first_action_does() -> None:
    assert BY_ADDRESS["一/1.1"].title == "创建足球特色学校"
    assert len(BY_ADDRESS["一/2.1"].title) <= 24


def test_the_last_deadline_of_the_measure_comes_before_that_of_the_task_and_the_years_end() -> None:
    due = {address: (item.due, item.due_assumed) for address, item in BY_ADDRESS.items()}
    assert due["二/3.1"] == (date(2020, 6, 30), False)
    assert due["二/3.2"] == (date(2020, 11, 20), False)
    assert due["一/1.1"] == (date(2020, 12, 31), True)
    assert due["二/4.1"] == (date(2020, 12, 31), True), "a recurring time is no day"


def test_a_plan_without_a_year_has_no_assumed_day() -> None:
    item = lower(build(DRAFT, year=None, published=None), CATALOGUE).items[0]
    assert (item.due, item.due_assumed) == (None, True)
    assert [m.due for m in item.milestones] == [None, None]
    assert item.kind_edition == date(2021, 1, 1)


@pytest.mark.parametrize(
    ("year", "edition"), [(2016, 2018), (2018, 2018), (2019, 2018), (2020, 2020), (2021, 2021), (2030, 2021)]
)
def test_the_edition_in_force_on_new_years_day_holds(year: int, edition: int) -> None:
    item = lower(build(DRAFT, year=year, published=None), CATALOGUE).items[0]
    assert item.kind_edition == date(edition, 1, 1)


def test_a_kind_without_steps_has_no_milestones() -> None:
    assert BY_ADDRESS["一/2.1"].milestones == ()


def test_milestones_lie_between_publication_and_the_due_day_and_end_where_the_kind_closes() -> None:
    milestones = BY_ADDRESS["二/3.1"].milestones
    assert [m.label for m in milestones] == ["申报", "公示", "命名"]
    assert [m.by for m in milestones] == ["school", "lead", "lead"]
    days = [m.due for m in milestones]
    assert days == sorted(days, key=str)
    assert date(2020, 2, 25) <= (days[0] or date.min)
    assert days[-1] == date(2020, 6, 30)


def test_the_bureaus_holidays_move_the_milestones() -> None:
    off = SchoolCalendar(holidays=frozenset({date(2020, 6, 30)}), years=frozenset({2020}))
    item = lower(qinghe(), CATALOGUE, Bureau("qinghe", "青禾市教育局", calendar=off, edition="e1")).items[3]
    assert item.milestones[-1].due == date(2020, 6, 29)
    assert item.due == date(2020, 6, 30)


def test_every_promised_number_is_bound_or_says_that_nothing_measures_it() -> None:
    assert len(PROGRAM.bindings) == 6
    assert {b.target: b.indicator for b in PROGRAM.bindings}["一/2.1#1"] == "meal_local_ratio"
    assert sum(b.indicator is None for b in PROGRAM.bindings) == 5


def test_nodes_with_ids_are_named_by_them_in_edges_and_goals_too() -> None:
    plan = qinghe()
    tasks = []
    for task in plan.tasks:
        measures = tuple(replace(m, id=f"m-{task.no}-{n}") for n, m in enumerate(task.measures))
        tasks.append(replace(task, id=f"t-{task.no}", measures=measures))
    program = lower(replace(plan, tasks=tuple(tasks)), CATALOGUE)
    assert program.items[3].id == "m-3-0"
    assert program.items[3].task == "t-3"
    assert [(e.source, e.target) for e in program.edges] == [("m-3-1", "m-3-0")]
    assert program.goals[0].tasks == ("t-1", "t-2")


def test_a_measure_that_speaks_for_no_kind_gets_the_least_measurable_one() -> None:
    plan = qinghe()
    bare = replace(plan.tasks[0], measures=(replace(plan.tasks[0].measures[0], kinds=()),))
    assert lower(replace(plan, tasks=(bare,)), CATALOGUE).items[0].kind == "steady"


def test_a_former_name_of_a_kind_still_holds_and_an_unknown_one_is_refused() -> None:
    plan = qinghe()

    def with_kind(name: str) -> str:
        measure = replace(plan.tasks[0].measures[0], kinds=(RankedKind(name, 1.0),))
        return lower(replace(plan, tasks=(replace(plan.tasks[0], measures=(measure,)),)), CATALOGUE).items[0].kind

    assert with_kind("routine_work") == "steady"
    with pytest.raises(Refusal, match=r"一/1\.1.*nonsense.*figure"):
        with_kind("nonsense")


def test_an_empty_catalogue_is_refused() -> None:
    with pytest.raises(Refusal, match="工作类型"):
        lower(qinghe(), Catalogue())


def test_the_same_plan_gives_the_same_program() -> None:
    assert lower(qinghe(), CATALOGUE) == PROGRAM


def test_the_main_path_follows_the_first_way_and_ends_at_close_out() -> None:
    steps = TitleAward.at("steps", date(2020, 1, 1))
    assert [step.name for step in main_path(steps)] == ["asked", "shown", "given"]
    assert main_path(()) == []


DAYS = st.dates(date(2019, 1, 1), date(2022, 12, 31))


@given(st.lists(st.integers(0, 30), max_size=14), DAYS, st.integers(0, 500))
def test_steps_are_in_order_inside_the_time_and_on_working_days(stays: list[int], start: date, length: int) -> None:
    calendar, due = SchoolCalendar(), start + timedelta(days=length)
    days = spread(stays, start, due, calendar)
    assert len(days) == len(stays)
    assert days == sorted(days)
    assert all(start <= day <= due for day in days)
    if calendar.working_days_between(start - timedelta(days=1), due):
        assert all(calendar.is_working_day(day) for day in days)
        for day, following, stay in zip(days, days[1:], stays, strict=False):
            short = calendar.working_days_between(day, following) < stay
            assert not short or not calendar.working_days_between(start - timedelta(days=1), day - timedelta(days=1))
