"""What counties themselves have come to, of an indicator and the slice that a promise means."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tests.warehouse.evaluate.rows import HeldInMemory
from tests.workspace.score.test_scoreboard import INDICATORS, named
from yaodian.declare.parameter import Parameter
from yaodian.warehouse.engine import DuckDBEngine
from yaodian.warehouse.evaluate.evaluation import Evaluation
from yaodian.workspace.bureau import shipped_folder
from yaodian.workspace.parameters import bureau_parameters
from yaodian.workspace.records import records_catalogue
from yaodian.workspace.score.observing import newest_by_county
from yaodian.workspace.score.slices import slice_of

ROWS = {
    "designations": [
        named("1", date(2020, 3, 1)),
        named("2", date(2020, 4, 1)) | {"county_code": "520302"},
        named("3", date(2020, 4, 2)) | {"county_code": "520302"},
        named("4", date(2020, 8, 2)) | {"county_code": "520302"},
        named("5", date(2020, 2, 1), "德育示范校"),
    ]
}


def test_each_county_has_its_own_value_until_today_and_not_the_city_s(tmp_path: Path) -> None:
    catalogue = records_catalogue()
    parameters = catalogue.of(Parameter) | bureau_parameters(shipped_folder())
    held = HeldInMemory(tmp_path, ROWS)
    counties = ["520302", "520303", "520325"]
    evaluation = Evaluation(
        held,
        DuckDBEngine(tmp_path),
        catalogue,
        parameters,
        "520300",
        lambda on: counties,  # type: ignore[arg-type]
    )
    indicator, today = INDICATORS["designation_count"], date(2020, 6, 30)
    part = slice_of(evaluation, indicator, {"title": "艺术特色学校"}, today)
    found = newest_by_county(evaluation, indicator, part, 2020, today)
    assert {place: seen.value for place, seen in found.items()} == {"520302": 2, "520303": 0, "520325": 1}
    assert all(seen.as_of == today and seen.place == place and seen.release for place, seen in found.items())
