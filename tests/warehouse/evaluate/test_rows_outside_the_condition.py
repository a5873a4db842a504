"""A place whose rows all lie outside an indicator's condition is not measured; a city without any counts 0."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.declare.small.registers.shelves import Shelves
from tests.warehouse.evaluate.rows import HeldInMemory
from yaodian.declare.catalogue import Catalogue
from yaodian.declare.indicator import LAST_DAY, NONE, UP, Derivation, How, Indicator
from yaodian.declare.parameter import Parameter
from yaodian.declare.register import Register
from yaodian.domain.period import DAY, Period
from yaodian.domain.place import CITY, COUNTY, SCHOOL, Level
from yaodian.domain.unit_of_measure import PLACE_UNIT, RATIO
from yaodian.warehouse.engine import DuckDBEngine
from yaodian.warehouse.evaluate.evaluation import Evaluation
from yaodian.warehouse.evaluate.question import Question

ON = Period("2020-12-31")


class LowPlaces(Parameter):
    """容量上限: the most places a shelf should have."""

    label, reference, unit = "容量上限", "测试用", PLACE_UNIT
    value_2018_01 = 50


class UpperPlaceCount(Indicator):
    """上层容量: places on shelves of the upper floor."""

    label, words, reference = "上层容量", "上层书架容量之和", "测试用"
    unit, grain, better = PLACE_UNIT, (SCHOOL, DAY), NONE
    over, taken, minimum_cell = "shelves", LAST_DAY, None
    where_2018_01 = "shelf_code LIKE 'u%'"
    value_2018_01 = "sum(places)"


class UpperShelvesLowRatio(Indicator):
    """上层达标比例: shelves of the upper floor with few enough places."""

    label, words, reference = "上层达标比例", "达标书架 ÷ 上层书架", "测试用"
    unit, grain, better = RATIO, (COUNTY, DAY), UP
    of, derived = "upper_place_count", Derivation(How.MEETING, between=SCHOOL)
    threshold, minimum_cell = "low_places", None


def _asked(folder: Path, indicator: str, level: Level, shelves: list[dict[str, object]]) -> dict[str, object]:
    made: tuple[type[Indicator], ...] = (UpperPlaceCount, UpperShelvesLowRatio)
    catalogue = Catalogue({Register: {"shelves": Shelves}, Indicator: {one.id: one for one in made}})
    held = HeldInMemory(folder, {"shelves": shelves})
    evaluation = Evaluation(held, DuckDBEngine(folder), catalogue, {"low_places": LowPlaces}, "c")  # type: ignore[arg-type]
    question = Question(indicator, level, ON)
    return {row["place"]: row["value"] for row in evaluation.answer([question])[question].table.to_pylist()}


def test_a_shelf_outside_the_condition_has_no_value_and_the_city_counts_nothing_as_0(tmp_path: Path) -> None:
    shelves = [{"shelf_code": "l1", "room_code": "r", "places": 20}]
    assert _asked(tmp_path, "upper_place_count", SCHOOL, shelves) == {"l1": None}
    assert _asked(tmp_path, "upper_place_count", CITY, shelves) == {"c": 0}


def test_a_shelf_outside_the_condition_is_not_among_those_that_may_meet_a_standard(tmp_path: Path) -> None:
    shelves: list[dict[str, object]] = [
        {"shelf_code": "u1", "room_code": "r", "places": 50},
        {"shelf_code": "u2", "room_code": "r", "places": 51},
        {"shelf_code": "l1", "room_code": "r", "places": 20},
    ]
    assert _asked(tmp_path, "upper_shelves_low_ratio", COUNTY, shelves) == {"r": 0.5}


def test_a_count_that_nobody_stated_is_unknown_where_silence_is_not_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelves = [{"shelf_code": "l1", "room_code": "r", "places": 20}]
    monkeypatch.setattr(Shelves, "silence_is_nothing", False)
    assert _asked(tmp_path, "upper_place_count", CITY, shelves).get("c") is None
