"""援鄂医疗队员子女和营养餐: places that are arranged by a day, and meals that a school served in a month."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.loaded_city import REGISTERS
from tests.warehouse.batches import batch
from yaodian.declare.register import CHANGES, EVENTS, STATE
from yaodian.warehouse.audit import FileAudit
from yaodian.warehouse.keys import Keys
from yaodian.warehouse.store import Warehouse
from yaodian.warehouse.vault import vault_schema
from yaodian.workspace.linking import link_persons, persons_of, programme_called, reconciled

NAMES = {"1": "赵东", "2": "钱南", "3": "孙西", "4": "李北"}
SCHOOLS = {
    "1": ("2152000001", "220"),
    "2": ("2152000002", "210"),
    "3": ("2152000003", "220"),
    "4": ("2152000004", "111"),
}
PLACED = {
    "1": ("2152000001", date(2020, 9, 1)),
    "2": ("2152000002", date(2020, 9, 15)),
    "3": ("2152000003", None),
    "4": (None, None),
}
MEALS = (("1", "2020-05", 18), ("2", "2020-05", 0), ("3", "2020-04", 20))


def rows() -> dict[str, list[dict[str, Any]]]:
    """Four pupils, each at a school of its own: the first three in the country."""
    born = {n: date(2010, 1, int(n) * 5) for n in NAMES}
    person = {
        n: {"id_no": f"520302{born[n]:%Y%m%d}00{n}X", "name": name, "sex_code": "1", "birth_on": born[n]}
        for n, name in NAMES.items()
    }
    roll = {"stage_code": "primary", "grade_code": "p4", "status_code": "enrolled", "boarding_code": "day"}
    return {
        "schools": [{"school_code": code, "urban_rural_code": kind} for code, kind in SCHOOLS.values()],
        "students": [{**person[n], "student_no": n} for n in NAMES],
        "enrolments": [{**person[n], **roll, "student_no": n, "school_code": SCHOOLS[n][0]} for n in NAMES],
        "medical_team_children": [
            {**person[n], "county_code": "520302", "school_code": code, "placed_on": on}
            for n, (code, on) in PLACED.items()
        ],
        "nutrition_meals": [
            {"school_code": SCHOOLS[n][0], "month": month, "days_served": days, "served_count": 9, "entitled_count": 9}
            for n, month, days in MEALS
        ],
    }


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    folder: Path = tmp_path_factory.mktemp("places")
    made = Warehouse.create(folder / "records", Keys.new(demo=True))
    batches = []
    for name, given in rows().items():
        mode = CHANGES.mode if REGISTERS[name].time is STATE else EVENTS.mode
        batches.append(batch(REGISTERS[name], given, on=date(2019, 9, 1), mode=mode))
    made.commit(batches)
    link_persons(made, actor="县级数据员", audit=FileAudit(folder / "audit.jsonl"), on=date(2020, 6, 1))
    return made


def states(warehouse: Warehouse, programme: str, register: str, on: date) -> dict[str, str]:
    """The state of each pupil of the cohort, by its number."""
    files = warehouse.release().vault[register]
    known = warehouse.vault.read(files, vault_schema(REGISTERS[register]), ["name"]).to_pylist()
    number = {row["record_key"]: n for row in known for n, name in NAMES.items() if name == row["name"]}
    found = reconciled(persons_of(warehouse), programme_called(programme), on)
    return {number[row["record_key"]]: row["state"] for row in found.persons.to_pylist()}


def test_a_place_counts_from_its_day_and_only_with_a_school(warehouse: Warehouse) -> None:
    def of(on: date) -> dict[str, str]:
        return states(warehouse, "援鄂医疗队员子女入学", "medical_team_children", on)

    assert of(date(2020, 9, 14)) == {"1": "served", "2": "gap", "3": "gap", "4": "gap"}
    assert of(date(2020, 9, 15)) == {"1": "served", "2": "served", "3": "gap", "4": "gap"}


@pytest.mark.parametrize(
    ("on", "served"), [(date(2020, 5, 4), {"1"}), (date(2020, 5, 31), {"1"}), (date(2020, 4, 1), {"3"})]
)
def test_a_country_school_without_meals_in_the_month_leaves_its_pupils_out(
    warehouse: Warehouse, on: date, served: set[str]
) -> None:
    found = states(warehouse, "农村学生营养餐", "enrolments", on)
    assert found == {n: "served" if n in served else "gap" for n in "123"}
