"""Invented children on two lists, linked: one pair each for two counties waits for people to tell."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.loaded_city import REGISTERS
from tests.pages.reader import on_the_day
from tests.warehouse.batches import batch
from tests.web.bureau import NORTH, SOUTH
from yaodian.warehouse.audit import FileAudit
from yaodian.warehouse.store import Warehouse
from yaodian.workspace.linking import link_persons
from yaodian.workspace.records_loading import warehouse_at

DAY = date(2020, 6, 30)
AT = datetime(2020, 6, 30, 2, tzinfo=UTC)
NUMBERS = ("520302201103050015", "520303201209010024", "520302201305060037")
NAMES = ("甲小明", "乙小红", "丙小刚")
OTHER_NAMES = ("甲小东", "乙小兰")

SCHOOL = "2152000001"
ON_THE_ROLL = {
    "school_code": SCHOOL, "stage_code": "primary", "grade_code": "p2", "status_code": "enrolled", "boarding_code": "day",
}  # fmt: skip
OTHER_NUMBER = "520381201209020099"


def child(number: int, county: str, town: str, **said: Any) -> dict[str, Any]:
    return {
        "id_no": NUMBERS[number], "name": NAMES[number], "birth_on": date.fromisoformat(born(number)), "sex_code": "1",
        "county_code": county, "town_code": town, "registered_code": "registered", "address": f"某县某镇{number}村1号", **said,
    }  # fmt: skip


def born(number: int) -> str:
    digits = NUMBERS[number][6:14]
    return f"{digits[:4]}-{digits[4:6]}-{digits[6:]}"


def pupil(number: int, name: str, **said: Any) -> dict[str, Any]:
    return {
        "student_no": f"G{NUMBERS[number]}", "name": name, "id_kind_code": "1", "id_no": NUMBERS[number],
        "birth_on": date.fromisoformat(born(number)), "sex_code": "1", "address": f"某县某镇{number}村2号", **said,
    }  # fmt: skip


def filled(warehouse: Warehouse) -> Warehouse:
    """Three children, of whom two are written otherwise on the roll, and one under another number."""
    residents = [child(0, NORTH, "520302001"), child(1, SOUTH, "520303001"), child(2, NORTH, "520302001")]
    pupils = [
        pupil(0, OTHER_NAMES[0], id_no=None, address=None),
        pupil(1, OTHER_NAMES[1], id_no=OTHER_NUMBER, address=None),
        pupil(2, NAMES[2]),
    ]
    warehouse.commit(
        [
            batch(REGISTERS["residents"], residents, on=DAY, scope={"county_code": [NORTH, SOUTH]}),
            batch(REGISTERS["students"], pupils, on=DAY),
        ],
        expected=True,
    )
    return warehouse


def enrolled(of: dict[str, Any]) -> dict[str, Any]:
    """The row of the roll of a pupil."""
    return {name: value for name, value in (of | ON_THE_ROLL).items() if name != "address"}


def enrol(warehouse: Warehouse, *numbers: int, on: date = DAY) -> None:
    """Who of the children is on the roll of a school since the first of March, and no one else."""
    rows = [enrolled(pupil(number, NAMES[number])) for number in numbers]
    pupils = [pupil(number, NAMES[number]) for number in numbers]
    warehouse.commit([batch(REGISTERS["students"], pupils, on=on)])
    warehouse.commit([batch(REGISTERS["enrolments"], rows, on=on, scope={"school_code": [SCHOOL]})], expected=True)


def linked(warehouse: Warehouse, audit: Path) -> None:
    link_persons(warehouse, actor="test", audit=FileAudit(audit), on=DAY)


@pytest.fixture
def children(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settings: Any) -> Iterator[Warehouse]:
    """The installation's records, on a day of June 2020."""
    monkeypatch.setenv("YAODIAN_KEY_FILE", str(tmp_path / "keys"))
    warehouse = filled(warehouse_at(tmp_path / "records", invented=True))
    linked(warehouse, tmp_path / "audit.jsonl")
    settings.RECORDS = warehouse.folder
    on_the_day(monkeypatch, AT)
    yield warehouse
