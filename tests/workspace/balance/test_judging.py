"""评判: counties of a few schools judged from rows, with the numbers that they come to."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.workspace.balance.county_rows import BASIC, ON, PLACE, QUALITY, Row, Taught, enough, evaluation_of
from yaodian.domain.finding import Refusal
from yaodian.workspace.balance.judging import Judged, StageResult, judged
from yaodian.workspace.balance.verdict import Standing

TEACHING, EQUIPMENT, BOOKS = 3, 5, 4


def primary(code: str, pupils: int | None, **less: float) -> Row:
    return Row(code, {"primary": Taught(pupils, enough(pupils or 0, **less))})


def of_quality(folder: Path, *schools: Row) -> Judged:
    return judged(evaluation_of(folder / "rows", schools), QUALITY, PLACE, ON)


def first(found: Judged) -> StageResult:
    return found.stages[0]


def test_the_published_example_of_five_schools_has_its_coefficient(tmp_path: Path) -> None:
    pupils, books = (45, 37, 89, 76, 55), (279, 137, 935, 160, 402)
    schools = [
        Row(f"21520000{n:02}", {"primary": Taught(size, {"books": held})})
        for n, (size, held) in enumerate(zip(pupils, books, strict=True))
    ]
    stage = first(judged(evaluation_of(tmp_path / "rows", schools), BASIC, PLACE, ON))
    assert stage.coefficients[BOOKS] == pytest.approx(0.5152566, abs=1e-6)  # not 0.4887707, not 0.5464622
    assert stage.means[BOOKS] == pytest.approx(1913 / 302)
    assert stage.composite is None and stage.is_within is None and stage.is_met is None


def test_a_county_whose_schools_have_enough_is_met(tmp_path: Path) -> None:
    found = of_quality(tmp_path, primary("2152000001", 100), primary("2152000002", 300))
    assert found.is_met is True and first(found).pupils == 400
    assert [school.reached for school in first(found).schools] == [7, 7]
    assert first(found).means[EQUIPMENT] == pytest.approx(2600)


def test_one_threshold_may_be_missed_by_fifteen_percent_and_no_second(tmp_path: Path) -> None:
    at_rest, below = 4.5 * 100 * 0.85, 4.5 * 100 * 0.84
    found = of_quality(
        tmp_path,
        primary("2152000001", 100, teaching=at_rest),
        primary("2152000002", 100, teaching=below),
        primary("2152000003", 100, teaching=at_rest, equipment=190_000),
    )
    assert [school.is_met for school in first(found).schools] == [True, False, False]
    assert first(found).schools[0].standings[TEACHING] is Standing.NEAR
    assert [school.school.code for school in first(found).failing] == ["2152000002", "2152000003"]


def test_what_a_school_lacks_is_in_pieces_square_metres_and_yuan(tmp_path: Path) -> None:
    school = primary("2152000001", 150, qualified=3, sports=1000.5, equipment=299_999.5, backbone=0)
    found = first(of_quality(tmp_path, school)).schools[0]
    # 4.2 × 150 / 100 = 6.3 teachers, 1.5 backbone teachers, 7.5 × 150 = 1125 m², 2000 × 150 = 300,000 yuan
    assert found.missing == (4, 2, 0, 0, pytest.approx(124.5), pytest.approx(0.5), 0)
    assert [number for number, _ in found.short] == [0, 1, 4, 5]


def test_a_school_without_data_for_an_item_does_not_fail_and_leaves_the_county_open(tmp_path: Path) -> None:
    has = enough(100)
    del has["equipment"]
    found = of_quality(tmp_path, Row("2152000001", {"primary": Taught(100, has)}), primary("2152000002", 300))
    stage = first(found)
    assert stage.schools[0].unknown == (EQUIPMENT,) and stage.schools[0].is_met is None
    assert stage.schools[0].missing[EQUIPMENT] is None
    assert stage.means[EQUIPMENT] == pytest.approx(2600) and stage.coefficients[EQUIPMENT] == pytest.approx(0)
    assert [school.school.code for school in stage.incomplete] == ["2152000001"]
    assert stage.is_met is None and found.is_met is None and stage.failing == ()


def test_a_school_that_has_nothing_of_an_item_is_not_one_without_data(tmp_path: Path) -> None:
    found = first(of_quality(tmp_path, primary("2152000001", 100, backbone=0, equipment=0)))
    assert found.schools[0].unknown == () and found.schools[0].is_met is False
    assert found.coefficients[EQUIPMENT] is None and found.means[EQUIPMENT] == 0


def test_a_nine_year_school_is_counted_in_both_stages_apart(tmp_path: Path) -> None:
    parts = {"primary": Taught(200, enough(200)), "junior": Taught(100, enough(100, teaching=100))}
    found = of_quality(tmp_path, Row("3152000001", parts), primary("2152000002", 300))
    young, old = found.stages
    assert [school.pupils for school in young.schools] == [300, 200] and young.is_met is True
    assert [school.pupils for school in old.schools] == [100] and old.is_met is False
    assert old.schools[0].missing[TEACHING] == pytest.approx(5.8 * 100 - 100)


def test_schools_that_the_standard_does_not_count_change_nothing(tmp_path: Path) -> None:
    poor = {"teaching": 0, "equipment": 0}
    others = [
        replace(primary("2152000011", 49, **poor), more={"is_teaching_point": True}),
        replace(primary("2152000012", 90, **poor), more={"state_code": "closed"}),
        replace(primary("5152000013", 90, **poor)),
        replace(primary("2152000014", 90, **poor), more={"county_code": "520330"}),
    ]
    found = of_quality(tmp_path, primary("2152000001", 100), *others)
    assert [school.school.code for school in first(found).schools] == ["2152000001"] and found.is_met is True


def test_a_teaching_point_counts_from_fifty_pupils_on(tmp_path: Path) -> None:
    points = [replace(primary(f"21520000{n}", n), more={"is_teaching_point": True}) for n in (49, 50)]
    found = of_quality(tmp_path, primary("2152000001", 100), *points)
    assert {school.school.code for school in first(found).schools} == {"2152000001", "2152000050"}
    assert not first(found).without_pupils, "one that is left out is not one without data"
    basic = judged(evaluation_of(tmp_path / "2012", [primary("2152000001", 100), *points]), BASIC, PLACE, ON)
    assert [school.school.code for school in first(basic).schools] == ["2152000001"], "2012 leaves out all of them"


def test_the_standard_of_2012_leaves_out_private_schools_and_names_those_it_cannot_place(tmp_path: Path) -> None:
    schools = [
        primary("2152000001", 100),
        replace(primary("2152000002", 100), more={"ownership_code": "private"}),
        replace(primary("2152000003", 100), more={"is_county_run": None}),
    ]
    found = judged(evaluation_of(tmp_path / "rows", schools), BASIC, PLACE, ON)
    assert [school.school.code for school in first(found).schools] == ["2152000001"]
    assert [school.code for school in found.undecided] == ["2152000003"]


def test_a_mean_of_coefficients_that_leaves_a_school_out_is_told_and_decides_nothing(tmp_path: Path) -> None:
    more = {"computers": 10, "books": 2000, "middle": 3}
    whole = [Row(f"215200000{n}", {"primary": Taught(100, enough(100) | more)}) for n in (1, 2)]
    found = first(judged(evaluation_of(tmp_path / "whole", whole), BASIC, PLACE, ON))
    assert found.composite == pytest.approx(0) and found.is_within is True and found.is_met is True
    without = Row(
        "2152000003", {"primary": Taught(100, enough(100) | {name: more[name] for name in ("computers", "middle")})}
    )
    found = first(judged(evaluation_of(tmp_path / "less", [*whole, without]), BASIC, PLACE, ON))
    assert found.composite == pytest.approx(0) and found.is_within is True and found.is_met is None
    assert [school.school.code for school in found.incomplete] == ["2152000003"]


def test_a_school_without_pupils_counted_is_named_and_not_judged(tmp_path: Path) -> None:
    found = of_quality(tmp_path, primary("2152000001", 100), primary("2152000002", None), primary("2152000003", 0))
    assert [school.school.code for school in first(found).schools] == ["2152000001"]
    assert [school.code for school in first(found).without_pupils] == ["2152000002"] and found.is_met is True


def test_a_stage_without_schools_is_not_judged_and_not_failed(tmp_path: Path) -> None:
    found = of_quality(tmp_path, primary("2152000001", 100))
    assert found.stages[1].schools == () and found.stages[1].is_met is None
    assert found.is_met is True


def test_a_county_without_schools_is_refused_in_one_sentence(tmp_path: Path) -> None:
    evaluation = evaluation_of(tmp_path / "rows", [primary("2152000001", 100)])
    with pytest.raises(Refusal, match=r"2020-09-01在乙县没有要按“县域义务教育优质均衡"):
        judged(evaluation, QUALITY, replace(PLACE, code="520330", name="乙县"), ON)


def test_what_was_not_checked_at_its_source_is_named(tmp_path: Path) -> None:
    assert of_quality(tmp_path, primary("2152000001", 100)).unverified == {"balance_repair_costs", "balance_rest_share"}
