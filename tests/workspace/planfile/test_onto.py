"""沿用编号: a revised text keeps the ids of what it still says."""

from __future__ import annotations

import random
from dataclasses import replace

from tests.plans import CLUBS, DRAFT, READING, SCHOOLS, Block, Promise, build, qinghe
from yaodian.domain.plan import Plan, Role
from yaodian.workspace.planfile.identity import ids_in, with_ids
from yaodian.workspace.planfile.onto import compile_onto

OLD = with_ids(qinghe(), random.Random(7))


def ids_by_text(plan: Plan) -> dict[str, str | None]:
    return {measure.text: measure.id for _, _, measure in plan.measures()}


def test_the_same_text_keeps_every_id_and_loses_nothing() -> None:
    carried, lost = compile_onto(OLD, qinghe())
    assert carried.tasks == OLD.tasks
    assert lost == []


def test_a_changed_number_and_a_moved_measure_keep_their_ids() -> None:
    fewer = replace(
        CLUBS,
        text="创建足球特色学校8所、书香校园25所",
        actions=(("创建", "足球特色学校", (Promise("8所", "=", 8, "所"),)), CLUBS.actions[1]),
    )
    blocks = (
        Block("1", "提升综合素质", (fewer,), (("素质教育中心", Role.LEAD),)),
        Block("2", "办好营养餐", (READING, DRAFT[0][2][1].said[0]), (("资助中心", Role.RESPONSIBLE),)),
    )
    new, lost = compile_onto(OLD, build((("一", "突出全面育人", blocks), DRAFT[1])))
    before = ids_by_text(OLD)
    assert ids_by_text(new)[fewer.text] == before[CLUBS.text]
    assert ids_by_text(new)[READING.text] == before[READING.text]
    assert new.tasks[0].measures[0].actions[0].targets[0].id == OLD.tasks[0].measures[0].actions[0].targets[0].id
    assert [one.words for one in lost] == ["基教科", "计财科"]
    assert len(set(ids_in(new))) == len(ids_in(new))


def test_what_could_not_be_carried_is_named_with_its_place_and_a_sentence() -> None:
    shorter = build((("一", "突出全面育人", DRAFT[0][2]),))
    _, lost = compile_onto(OLD, shorter)
    assert "扩大学位供给" in [one.words for one in lost]
    gone = next(one for one in lost if one.words == SCHOOLS.text)
    assert gone.span.of(OLD.source.text) == SCHOOLS.text
    assert gone.sentence.zh.startswith("举措“6月底前建成")


def test_ignored_rules_are_carried_too() -> None:
    task = replace(OLD.tasks[0], ignores=("YD101",))
    carried, _ = compile_onto(replace(OLD, tasks=(task, *OLD.tasks[1:])), qinghe())
    assert carried.tasks[0].ignores == ("YD101",)
