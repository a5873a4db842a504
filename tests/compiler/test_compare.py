"""对比: what was added, dropped, moved, weakened between two plans, each with both sides' words."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from tests.plans import ADMISSIONS, CLUBS, DRAFT, DROPOUT, MEALS, READING, SCHOOLS, Block, Promise, Said, build, qinghe
from yaodian.compiler import promises
from yaodian.compiler.changes import Change
from yaodian.compiler.compare import compare
from yaodian.compiler.promises import VERB_STRENGTH, Shift, target_shift
from yaodian.domain.plan import Operator, Plan, Role, Target
from yaodian.domain.text import Span

BEFORE = qinghe()


def with_said(old: Said, *new: Said) -> Plan:
    """The invented plan with one measure replaced."""

    def block(one: Block) -> Block:
        said = [n for s in one.said for n in (new if s is old else (s,))]
        return replace(one, said=tuple(said))

    return build(tuple((no, heading, tuple(map(block, blocks))) for no, heading, blocks in DRAFT))


def with_block(no: str, **changed: object) -> Plan:
    def block(one: Block) -> Block:
        return replace(one, **changed) if one.no == no else one  # type: ignore[arg-type]

    return build(tuple((n, heading, tuple(map(block, blocks))) for n, heading, blocks in DRAFT))


def told(changes: Sequence[Change]) -> list[tuple[str, str | None, str | None]]:
    return [(c.kind.value, c.before and c.before.words, c.after and c.after.words) for c in changes]


def test_a_plan_does_not_differ_from_itself() -> None:
    assert compare(BEFORE, qinghe()) == []


def test_a_dropped_and_an_added_measure_are_told_with_their_words_and_places() -> None:
    new = Said("遴选研学基地30个", "title_award", (("遴选", "研学基地", (Promise("30个", "=", 30, "个"),)),))
    after = with_said(READING, new)
    dropped, added = compare(BEFORE, after)
    assert told([dropped, added]) == [("dropped", READING.text, None), ("added", None, new.text)]
    assert dropped.before and dropped.before.span.of(BEFORE.source.text) == READING.text
    assert added.after and added.after.span.of(after.source.text) == new.text
    assert (dropped.before.address, added.after.address) == ("一/1.2", "一/1.2")
    assert dropped.sentence.zh == "举措 一/1.2“举办第三届读书节”删去了，后一份要点里没有相应的内容。"


def test_a_measure_under_another_task_has_moved() -> None:
    blocks = (replace(DRAFT[0][2][0], said=(CLUBS,)), replace(DRAFT[0][2][1], said=(MEALS, READING)))
    (moved,) = compare(BEFORE, build(((*DRAFT[0][:2], blocks), DRAFT[1])))
    assert moved.kind == "moved"
    assert moved.sentence.zh == "举措 一/2.2“举办第三届读书节”：由“提升综合素质”移到“办好营养餐”。"
    assert moved.sentence.en.endswith("moved from “提升综合素质” to “办好营养餐”.")


def test_a_task_under_another_heading_has_moved_without_its_measures_being_told_again() -> None:
    after = build(((*DRAFT[0][:2], DRAFT[0][2][:1]), (*DRAFT[1][:2], (*DRAFT[1][2], DRAFT[0][2][1]))))
    assert told(compare(BEFORE, after)) == [("moved", "办好营养餐", "办好营养餐")]


def test_renumbering_alone_is_no_change() -> None:
    blocks = [replace(block, no=str(n + 7)) for n, block in enumerate(DRAFT[0][2])]
    assert compare(BEFORE, build((("五", DRAFT[0][1], tuple(blocks)), DRAFT[1]))) == []


@pytest.mark.parametrize(("number", "kind"), [(7, "weakened"), (12, "strengthened")])
def test_a_number_lowered_is_weaker_and_raised_stronger(number: int, kind: str) -> None:
    promise = Promise(f"{number}所", "=", number, "所")
    said = replace(
        CLUBS,
        text=CLUBS.text.replace("10所", promise.words),
        actions=(("创建", "足球特色学校", (promise,)), CLUBS.actions[1]),
    )
    (change,) = compare(BEFORE, with_said(CLUBS, said))
    assert told([change]) == [(kind, "10所", f"{number}所")]
    assert "“足球特色学校”的目标值" in change.sentence.zh


def test_a_number_that_is_gone_is_weaker() -> None:
    said = Said("创建足球特色学校、书香校园25所", "title_award", (("创建", "足球特色学校", ()), CLUBS.actions[1]))
    assert told(compare(BEFORE, with_said(CLUBS, said))) == [("weakened", "10所", None)]
    assert told(compare(with_said(CLUBS, said), BEFORE)) == [("strengthened", None, "10所")]


@pytest.mark.parametrize(
    ("old", "new", "shift"),
    [
        ((">=", 80, "%"), (">=", 75, "%"), Shift.WEAKER),
        (("=", 80, "%"), ("~", 80, "%"), Shift.WEAKER),
        (("<=", 55, "人"), ("<=", 50, "人"), Shift.STRONGER),
        (("<=", 55, "人"), ("<", 55, "人"), Shift.STRONGER),
        (("all", None, None), (">=", 95, "%"), Shift.WEAKER),
        (("all", None, None), ("=", 100, "%"), Shift.SAME),
        (("range", (3, 5), "个"), ("=", 4, "个"), Shift.STRONGER),
        (("increase>=", 5, "%"), ("increase", None, "%"), Shift.WEAKER),
        (("increase", None, None), (">=", 80, None), Shift.STRONGER),
        (("decrease>=", 5, "%"), ("decrease>=", 8, "%"), Shift.STRONGER),
        (("decrease<=", 5, "%"), ("decrease<=", 8, "%"), Shift.WEAKER),
        (("decreaserange", (2, 3), "%"), ("decreaserange", (1, 3), "%"), Shift.WEAKER),
        (("=", "1:200", None), ("=", "1:200", None), Shift.SAME),
        (("=", "1:200", None), ("=", "1:300", None), None),
        (("=", 10, "所"), ("=", 8, "个"), None),
        ((">=", 80, "%"), ("<=", 80, "%"), None),
    ],
)
def test_operators_and_values_are_held_against_each_other(
    old: tuple[str, object, str], new: tuple[str, object, str], shift: Shift | None
) -> None:
    def target(op: str, value: object, unit: str) -> Target:
        return Target("", Span(0, 0), Operator(op), value, unit)  # type: ignore[arg-type]

    assert target_shift(target(*old), target(*new)) is shift
    back = target_shift(target(*new), target(*old))
    assert back is None if shift is None else back == -shift


def test_every_operator_can_be_held_against_itself() -> None:
    for op in Operator:
        value = (3, 5) if op.value.endswith("range") else 3
        same = Target("", Span(0, 0), op, value, "个")
        assert target_shift(same, same) is Shift.SAME


def test_a_vaguer_verb_is_weaker_and_a_verb_nobody_declared_says_nothing() -> None:
    vague = replace(
        SCHOOLS,
        text=SCHOOLS.text.replace("建成", "推进"),
        actions=(("推进", *SCHOOLS.actions[0][1:]), SCHOOLS.actions[1]),
    )
    (change,) = compare(BEFORE, with_said(SCHOOLS, vague))
    assert change.kind == "weakened"
    assert "动词变虚，“建成”改为“推进”" in change.sentence.zh
    assert told(compare(with_said(SCHOOLS, vague), BEFORE))[0][0] == "strengthened"
    odd = replace(
        SCHOOLS,
        text=SCHOOLS.text.replace("建成", "盖好"),
        actions=(("盖好", *SCHOOLS.actions[0][1:]), SCHOOLS.actions[1]),
    )
    assert [c.kind for c in compare(BEFORE, with_said(SCHOOLS, odd))] == ["reworded"]


def test_no_verb_is_declared_twice() -> None:
    words = [*promises.FIRM.split(), *promises.ACTIVE.split(), *promises.VAGUE.split()]
    assert len(words) == len(set(words)) == len(VERB_STRENGTH)


def test_a_later_day_and_a_day_that_is_gone_are_weaker() -> None:
    later = replace(SCHOOLS, text=SCHOOLS.text.replace("6月", "9月"), deadlines=(("9月底前", date(2020, 9, 30)),))
    assert told(compare(BEFORE, with_said(SCHOOLS, later))) == [("weakened", "6月底前", "9月底前")]
    (gone,) = compare(BEFORE, with_block("3", deadlines=()))
    assert (gone.kind, gone.before and gone.before.words) == ("weakened", "11月20日前")
    assert "时限没有了，原为 2020-11-20" in gone.sentence.zh


def test_days_count_from_each_plans_own_year() -> None:
    def moved(due: tuple[str, object]) -> tuple[str, date]:
        return due[0], due[1].replace(year=2021)  # type: ignore[attr-defined]

    blocks = tuple(
        replace(
            block,
            deadlines=tuple(map(moved, block.deadlines)),
            said=tuple(
                replace(s, deadlines=tuple(moved(d) if isinstance(d[1], date) else d for d in s.deadlines))
                for s in block.said
            ),
        )
        for block in DRAFT[1][2]
    )
    assert compare(BEFORE, build((DRAFT[0], (*DRAFT[1][:2], blocks)), year=2021)) == []


def test_an_owner_gone_a_lead_gone_and_a_lead_changed_are_told_once_for_the_task() -> None:
    gone = with_block("1", duties=(("基教科", Role.SUPPORT),))
    assert told(compare(BEFORE, gone)) == [("weakened", "素质教育中心", None), ("weakened", "素质教育中心", None)]
    leaderless = with_block("1", duties=(("素质教育中心", Role.RESPONSIBLE), ("基教科", Role.RESPONSIBLE)))
    (change,) = compare(BEFORE, leaderless)
    assert change.sentence.zh == "任务 一/1“提升综合素质”：不再有牵头单位，原由“素质教育中心”牵头。"
    swapped = with_block("1", duties=(("基教科", Role.LEAD), ("素质教育中心", Role.SUPPORT)))
    assert told(compare(BEFORE, swapped)) == [("reworded", "素质教育中心", "基教科")]


def test_a_task_without_measures_is_told_itself() -> None:
    more = Block("9", "谋划长远发展", ())
    after = build((DRAFT[0], (*DRAFT[1][:2], (*DRAFT[1][2], more))))
    assert told(compare(BEFORE, after)) == [("added", None, "谋划长远发展")]
    assert told(compare(after, BEFORE)) == [("dropped", "谋划长远发展", None)]


def test_half_width_marks_and_spaces_are_no_change() -> None:
    said = replace(SCHOOLS, text=SCHOOLS.text.replace("，", ", "))
    assert compare(BEFORE, with_said(SCHOOLS, said)) == []


def test_a_large_plan_is_compared_in_less_than_a_second() -> None:
    listed = "足球 读书 营养 学位 招生 控辍 师德 培训 食堂 校车 资助 体检 书法 劳动 科技 心理 社团 家访 课后 作业"
    things = listed.split()

    def block(no: int, suffix: str) -> Block:
        said = tuple(
            Said(f"{verb}{thing}工作第{no}片区{suffix}建设", "steady", ((verb, f"{thing}工作", ()),))
            for thing, verb in zip(things[no % 5 :: 4], ("加强", "推进", "完善", "开展", "组织"), strict=False)
        )
        return Block(str(no), f"任务{things[no % 20]}{no}", (*said, ADMISSIONS, DROPOUT)[:5])

    plans = [build((("一", "部分", tuple(block(n, suffix) for n in range(27))),)) for suffix in ("", "规范")]
    assert sum(len(t.measures) for t in plans[0].tasks) >= 124
    start = time.process_time()
    compare(*plans)
    assert time.process_time() - start < 1
