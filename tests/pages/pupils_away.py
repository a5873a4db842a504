"""Invented pupils of a school, on its roll and linked, with what the school closed and who was away."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.loaded_city import REGISTERS
from tests.pages.linked_children import linked
from tests.pages.reader import on_the_day
from tests.warehouse.batches import batch
from tests.web.bureau import NORTH, SOUTH
from yaodian.warehouse.store import Warehouse
from yaodian.workspace.records_loading import warehouse_at

FRIDAY = date(2020, 5, 29)
NAMES = ("甲小明", "乙小红", "丙小刚")
AT = {"n1": (0, 1), "s1": (2,)}


def at(day: date) -> datetime:
    return datetime.combine(day, time(2), UTC)


def number(n: int) -> str:
    return f"G52030220110305001{n}"


def pupil(n: int, school: str = "", **said: Any) -> dict[str, Any]:
    row = {
        "student_no": number(n), "name": NAMES[n], "id_kind_code": "1", "id_no": number(n)[1:],
        "birth_on": date(2011, 3, 5), "sex_code": "1", **said,
    }  # fmt: skip
    on_roll = {"stage_code": "primary", "grade_code": "p3", "class_no": "201701", "status_code": "enrolled"}
    return row | ({"school_code": school, "boarding_code": "day"} | on_roll if school else {})


def school_days(until: date, count: int) -> list[date]:
    """The last weekdays up to a day."""
    days = [until - timedelta(n) for n in range(2 * count + 4)]
    return sorted([day for day in days if day.weekday() < 5][:count])


def close(records: Warehouse, school: str, days: Sequence[date]) -> None:
    """The school closes its attendance on these days."""
    rows = [
        {"school_code": school, "class_no": "全校", "day_on": day, "expected_count": 2, "absent_count": 0}
        for day in days
    ]
    records.commit([batch(REGISTERS["attendance_days"], rows, on=max(days))])


def away(records: Warehouse, n: int, first: date, last: date | None, reason: str = "unexplained") -> None:
    """A pupil is away; told again with the same first day it is told anew."""
    school = next(one for one, pupils in AT.items() if n in pupils)
    row = {"student_no": number(n), "school_code": school, "from_on": first, "to_on": last, "reason_code": reason}
    records.commit([batch(REGISTERS["absences"], [row], on=first)])


@pytest.fixture
def pupils(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settings: Any) -> Iterator[Warehouse]:
    """The installation's records: two pupils at a school of the north and one in the south; all schools closed four weeks."""
    monkeypatch.setenv("YAODIAN_KEY_FILE", str(tmp_path / "keys"))
    warehouse = warehouse_at(tmp_path / "records", invented=True)
    schools = [{"school_code": s, "school_name": s, "county_code": c} for s, c in (("n1", NORTH), ("s1", SOUTH))]
    roll = [pupil(n, school) for school, members in AT.items() for n in members]
    start = date(2020, 3, 1)
    warehouse.commit([batch(REGISTERS["schools"], schools, on=start, scope={"county_code": [NORTH, SOUTH]})])
    warehouse.commit([batch(REGISTERS["students"], [pupil(n) for n in range(3)], on=start)])
    warehouse.commit([batch(REGISTERS["enrolments"], roll, on=start, scope={"school_code": list(AT)})])
    moved = {
        "student_no": "G520302201103050029", "kind_code": "entry", "changed_on": start, "school_code": "n1", "grade_code": "p3",
    }  # fmt: skip
    warehouse.commit([batch(REGISTERS["enrolment_changes"], [moved], on=start)])
    for school in AT:
        close(warehouse, school, school_days(FRIDAY, 20))
    away(warehouse, 1, date(2020, 4, 7), date(2020, 4, 7), "illness")
    linked(warehouse, tmp_path / "audit.jsonl")
    settings.RECORDS = warehouse.folder
    on_the_day(monkeypatch, at(FRIDAY))
    yield warehouse
