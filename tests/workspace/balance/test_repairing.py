"""修补: after the additions of a repair every stage is met when it is judged again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from tests.workspace.balance.county_rows import (
    BASIC,
    ON,
    PLACE,
    QUALITY,
    QUALITY_ITEMS,
    Row,
    Taught,
    enough,
    evaluation_of,
)
from yaodian.algorithms.repair import Outcome
from yaodian.domain.finding import Refusal
from yaodian.workspace.balance.judging import judged
from yaodian.workspace.balance.repairing import StageRepair, repaired


def poor_county(schools: int) -> list[Row]:
    """An invented county: primary, junior and nine-year schools that lack much, unevenly."""
    chance = Random(schools)
    made = []
    for n in range(schools):
        stages = [("primary",), ("junior",), ("primary", "junior")][n % 3]
        parts = {}
        for stage in stages:
            pupils = chance.randint(40, 900)
            has = {name: round(amount * chance.uniform(0.2, 1.6), 2) for name, amount in enough(pupils).items()}
            parts[stage] = Taught(pupils, has | {"multimedia": round(has["multimedia"])})
        made.append(Row(f"{(21, 31, 31)[n % 3]}520000{n:02}", parts))
    return made


def added_to(school: Row, repairs: tuple[StageRepair, ...]) -> Row:
    """The school with what the repairs give it."""
    stages = dict(school.stages)
    for found in repairs:
        codes = [held.school.code for held in found.schools]
        if school.code in codes:
            has, given = dict(stages[found.stage].has), found.additions(codes.index(school.code))
            for name, amount in zip(QUALITY_ITEMS, given, strict=True):
                has[name] = (int(has[name]) if name in ("qualified", "backbone", "sports_arts") else has[name]) + amount
            stages[found.stage] = replace(stages[found.stage], has=has)
    return replace(school, stages=stages)


def test_every_stage_is_met_after_its_repair(tmp_path: Path) -> None:
    schools = poor_county(12)
    evaluation = evaluation_of(tmp_path / "before", schools)
    before = judged(evaluation, QUALITY, PLACE, ON)
    assert [stage.is_met for stage in before.stages] == [False, False]
    assert any(stage.over for stage in before.stages), "a coefficient is to be lowered too"
    repairs = repaired(evaluation, before, seconds=10)
    assert [found.repair.outcome for found in repairs] == [Outcome.CHEAPEST] * 2
    again = evaluation_of(tmp_path / "after", [added_to(school, repairs) for school in schools])
    after = judged(again, QUALITY, PLACE, ON)
    assert [stage.is_met for stage in after.stages] == [True, True] and after.is_met
    for found in repairs:
        assert sum(found.cost(place) for place in range(len(found.schools))) == pytest.approx(found.repair.cost)
        assert found.repair.bound <= found.repair.cost and found.repair.gap <= 1e-3


def test_schools_without_data_are_left_out_of_the_repair_and_named(tmp_path: Path) -> None:
    has = enough(100)
    del has["sports"]
    schools = [Row("2152000001", {"primary": Taught(100, has)}), Row("2152000002", {"primary": Taught(80, enough(80))})]
    evaluation = evaluation_of(tmp_path / "rows", schools)
    (found,) = repaired(evaluation, judged(evaluation, QUALITY, PLACE, ON))
    assert [school.school.code for school in found.unknown] == ["2152000001"]
    assert found.repair.cost == 0 and found.totals == (0,) * 7


def test_a_stage_where_no_school_has_all_data_has_no_repair(tmp_path: Path) -> None:
    schools = [Row("2152000001", {"primary": Taught(100, {"books": 3})})]
    evaluation = evaluation_of(tmp_path / "rows", schools)
    assert repaired(evaluation, judged(evaluation, QUALITY, PLACE, ON)) == ()


def test_a_standard_that_asks_nothing_of_single_schools_has_no_repair(tmp_path: Path) -> None:
    evaluation = evaluation_of(tmp_path / "rows", poor_county(3))
    with pytest.raises(Refusal, match="没有单校标准"):
        repaired(evaluation, judged(evaluation, BASIC, PLACE, ON))
