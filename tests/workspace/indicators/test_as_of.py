"""A published value is computed again as it was: after a late correction, a merger of counties, and tidying."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pytest

from tests.loaded_city import REGISTERS, Loaded
from yaodian.declare.register import Mode
from yaodian.domain.period import Period
from yaodian.domain.place import CITY, COUNTY, SCHOOL
from yaodian.warehouse.batch import Batch
from yaodian.warehouse.column_types import schema_of
from yaodian.warehouse.evaluate.observed import Observed
from yaodian.warehouse.evaluate.question import Question
from yaodian.warehouse.store import Warehouse
from yaodian.workspace.indicators import Indicators

pytestmark = pytest.mark.slow

MERGED, INTO, FROM_DAY = "520329", "520328", date(2020, 10, 1)
ASKED = ("class_count", "pupils_per_class_ratio", "school_count", "full_time_teacher_count", "meal_local_ratio",
         "teaching_area_cv", "pupils_per_teacher_ratio", "security_grade_ratio")  # fmt: skip
Values = Mapping[tuple[str, str, str, str], float | None]


def published(warehouse: Warehouse, recorded_at: datetime | None = None) -> Values:
    """What the indicators come to on two days, at each level, by indicator, day, level and place."""
    evaluation = Indicators.of().evaluation(warehouse, recorded_at)
    questions = [
        Question(id, level, Period(day))
        for id in ASKED  # noqa: A001
        for day in ("2019-12", "2020-12")
        for level in (CITY, COUNTY, SCHOOL)
        if not evaluation.indicators[id].grain[0].is_above(level)
    ]
    table, _ = Observed(warehouse.folder).measure(evaluation, questions)
    rows = table.to_pylist()
    return {(row["indicator"], row["period"], row["level"], row["place"]): row["value"] for row in rows}


def corrected(warehouse: Warehouse, register: str, on: date, held: str, changes: Mapping[str, Any]) -> Batch:
    """The rows of a register that hold now and fulfil a condition, with other values from a day on."""
    declared = REGISTERS[register]
    relation = warehouse.reader().rows(declared, valid_on=date(2020, 12, 31), with_restricted=True)
    rows = warehouse.engine.query(f"SELECT * FROM r WHERE {held}", {"r": relation}, {}).select(
        schema_of(declared).names
    )
    for name, value in changes.items():
        rows = rows.set_column(rows.column_names.index(name), name, pa.array([value] * len(rows), rows[name].type))
    return Batch(declared, rows.cast(schema_of(declared)), Mode.CHANGE, on, f"{register} {on}", "更正.csv")


@pytest.fixture(scope="module")
def warehouse(loaded_city: Loaded, tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    """A copy of the loaded warehouse that may be changed."""
    folder = tmp_path_factory.mktemp("later") / "records"
    shutil.copytree(loaded_city.warehouse.folder, folder)
    return replace(loaded_city.warehouse, folder=folder)


def test_what_was_published_is_computed_again_whatever_came_later(warehouse: Warehouse) -> None:
    before, first = published(warehouse), warehouse.release()
    kept, instant = Observed(warehouse.folder).of_release(first.id), first.recorded_at
    biggest = "(SELECT max(pupil_count) FROM r)"
    late = corrected(warehouse, "classes", date(2019, 9, 1), f"pupil_count = {biggest}", {"pupil_count": 99})
    merger = corrected(warehouse, "schools", FROM_DAY, f"county_code = '{MERGED}'", {"county_code": INTO})
    assert len(late.rows) == 1 and pc.count_distinct(merger.rows["school_code"]).as_py() > 1
    warehouse.commit([late, merger], expected=True)

    after = published(warehouse)
    moved = {key for key in before if after.get(key) != before[key]}
    assert ("pupils_per_class_ratio", "2019-12", "city", "520300") in moved
    assert ("school_count", "2020-12", "county", MERGED) in moved and (
        "school_count",
        "2020-12",
        "county",
        INTO,
    ) in moved
    assert ("school_count", "2019-12", "county", MERGED) not in moved
    assert after["school_count", "2020-12", "city", "520300"] == before["school_count", "2020-12", "city", "520300"]

    assert published(warehouse, instant) == before
    warehouse.tidy(keep=0)
    assert published(warehouse, instant) == before
    assert published(warehouse) == after
    assert Observed(warehouse.folder).of_release(first.id) == kept
