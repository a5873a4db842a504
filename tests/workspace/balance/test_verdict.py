"""判定: the published coefficients put to the verdict, and what missing data leaves open."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from tests.workspace.balance.county_rows import BASIC, ON, QUALITY
from yaodian.declare.parameter import Parameter
from yaodian.workspace.balance import verdict
from yaodian.workspace.balance.verdict import Standing
from yaodian.workspace.records import records_catalogue

ROOT = Path(__file__).parents[3]
VECTORS = Path(os.environ.get("YAODIAN_SHARED") or ROOT.parent / "shared") / "domain" / "vectors.json"
STAGES = {"小学": "primary", "初中": "junior"}
LIMITS = {
    standard: records_catalogue().of(Parameter)[standard.variation_limit].on(ON).value for standard in (QUALITY, BASIC)
}

not_here = pytest.mark.skipif(not VECTORS.exists(), reason=f"the published vectors are not at {VECTORS.name}")


def vectors() -> Any:
    return json.loads(VECTORS.read_text(encoding="utf-8"))


@pytest.mark.founding
@not_here
def test_the_four_published_composites_of_2012_are_reached_and_pass() -> None:
    given = vectors()["composite_2012"]
    assert len(given) == 4
    for one in given:
        limit = LIMITS[BASIC][STAGES[one["unit"].split()[1]]]
        assert verdict.composite_of(one["cv"]) == pytest.approx(one["composite"], abs=5e-4)
        assert verdict.variation_verdict(one["cv"], limit, is_composite=True) is True
        assert verdict.variation_verdict(one["cv"], one["composite"] - 0.001, is_composite=True) is False


@pytest.mark.founding
@not_here
def test_of_the_fourteen_published_coefficients_of_2017_only_equipment_keeps_the_limits() -> None:
    given = vectors()["cv_2017_ningguo_2022"]
    for name, stage in STAGES.items():
        limit = LIMITS[QUALITY][stage]
        assert limit == vectors()["thresholds_2017"]["cv_max"][name]
        assert verdict.over_limit(given[name], limit) == (0, 1, 2, 3, 4, 6)
        assert verdict.variation_verdict(given[name], limit, is_composite=False) is False
        assert verdict.variation_verdict([given[name][5]], limit, is_composite=False) is True


@pytest.mark.founding
@not_here
def test_districts_that_pass_the_mean_of_2012_fail_the_single_limits_of_2017() -> None:
    for one in vectors()["composite_2012"]:
        limit = LIMITS[QUALITY][STAGES[one["unit"].split()[1]]]
        assert verdict.variation_verdict(one["cv"], limit, is_composite=False) is False


@pytest.mark.founding
@not_here
def test_the_thresholds_of_2017_are_those_published() -> None:
    given, parameters = vectors()["thresholds_2017"], records_catalogue().of(Parameter)
    for name, stage in STAGES.items():
        assert [parameters[item.threshold].on(ON).value[stage] for item in QUALITY.items] == given[name]
    assert parameters[QUALITY.least_met].on(ON).value == given["min_ok"]
    assert parameters[QUALITY.rest].on(ON).value == given["rest_ratio"]


SIX, REST = 6, 0.85


@pytest.mark.parametrize(
    ("shares", "expected"),
    [
        ((1.0,) * 7, True),
        ((1.0,) * 6 + (0.85,), True),
        ((1.0,) * 6 + (0.849,), False),
        ((1.0,) * 5 + (0.99, 0.99), False),
        ((1.0,) * 6 + (None,), None),
        ((1.0,) * 5 + (0.9, None), None),
        ((1.0,) * 4 + (0.9, 0.9, None), False),
        ((1.0,) * 5 + (0.5, None), False),
        ((1 - 1e-12,) * 7, True),
    ],
)
def test_a_school_reaches_six_of_seven_and_comes_near_the_other(
    shares: tuple[float | None, ...], expected: bool | None
) -> None:
    assert verdict.school_verdict(shares, SIX, REST) is expected


def test_an_item_stands_reached_near_below_or_unknown() -> None:
    found = [verdict.standing(share, REST) for share in (1.2, 1.0, 0.9, 0.85, 0.84, 0.0, None)]
    wanted = [Standing.REACHED] * 2 + [Standing.NEAR] * 2 + [Standing.BELOW] * 2 + [Standing.UNKNOWN]
    assert found == wanted


def test_a_coefficient_that_is_not_known_leaves_the_verdict_open_unless_another_fails() -> None:
    assert verdict.variation_verdict([0.2, None], 0.5, is_composite=False) is None
    assert verdict.variation_verdict([0.6, None], 0.5, is_composite=False) is False
    assert verdict.variation_verdict([0.2, None], 0.5, is_composite=True) is None
    assert verdict.variation_verdict([0.5, 0.5], 0.5, is_composite=False) is True
    assert verdict.composite_of([]) is None


def test_the_whole_fails_with_a_part_and_is_open_with_a_part_that_is() -> None:
    assert verdict.all_of([True, True]) is True
    assert verdict.all_of([True, None, False]) is False
    assert verdict.all_of([True, None]) is None
    assert verdict.all_of([]) is None
