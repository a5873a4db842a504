"""Rows of an invented county, written school by school, and the evaluation that reads them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from tests.warehouse.evaluate.rows import HeldInMemory
from yaodian.declare.parameter import Parameter
from yaodian.declare.standard import Standard
from yaodian.domain.place import COUNTY, Place
from yaodian.warehouse.engine import DuckDBEngine
from yaodian.warehouse.evaluate.evaluation import Evaluation
from yaodian.workspace.records import records_catalogue

CATALOGUE = records_catalogue()
QUALITY, BASIC = (CATALOGUE.of(Standard)[name] for name in ("quality_balance", "basic_balance"))
ON, COUNTED_ON = date(2020, 9, 1), date(2019, 9, 1)
PLACE = Place("520325", "青禾县", COUNTY)
TEACHERS = {  # what makes a teacher row count for an item, and for no other that is held against a threshold
    "qualified": {"degree_code": "11"},
    "backbone": {"backbone_code": "county"},
    "sports_arts": {"subject_code": "music"},
    "middle": {"title_code": "first"},
}
THINGS = {
    "teaching": ("premises", "teaching_m2"),
    "sports": ("premises", "sports_ground_m2"),
    "equipment": ("equipment_holdings", "equipment_yuan"),
    "multimedia": ("digital_facilities", "multimedia_count"),
    "computers": ("digital_facilities", "pupil_computer_count"),
    "books": ("book_holdings", "volumes"),
}
GRADES = {"primary": "p1", "junior": "j1"}
QUALITY_ITEMS = ("qualified", "backbone", "sports_arts", "teaching", "sports", "equipment", "multimedia")


@dataclass(frozen=True)
class Taught:
    """A school's pupils of one stage (None: not counted) and what it has for them; what is left out is not recorded."""

    pupils: int | None
    has: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class Row:
    """A school with its stages; `more` overrides columns of its register."""

    code: str
    stages: Mapping[str, Taught]
    more: Mapping[str, Any] = field(default_factory=dict)


def enough(pupils: int, **less: float) -> dict[str, float]:
    """What a primary or junior school of so many pupils needs to reach all seven thresholds and more, or else `less`."""
    per = {"qualified": 0.06, "backbone": 0.02, "sports_arts": 0.02, "teaching": 6, "sports": 11, "equipment": 2600}
    return {name: round(pupils * rate) for name, rate in {**per, "multimedia": 0.03}.items()} | less


def rows_of(schools: Sequence[Row]) -> dict[str, list[dict[str, Any]]]:
    """The registers' rows by register."""
    rows: dict[str, list[dict[str, Any]]] = {"schools": [], "pupil_statistics": [], "teachers": []}
    rows |= {register: [] for register, _ in THINGS.values()}
    for school in schools:
        plain = {"type_code": school.code[:2], "ownership_code": "education_office", "urban_rural_code": "111"}
        about = {"school_code": school.code, "school_name": f"青禾{school.code[-2:]}校", "county_code": PLACE.code}
        state = {"is_teaching_point": False, "is_county_run": True, "state_code": "open"}
        rows["schools"].append(about | plain | state | {"stages": ",".join(school.stages)} | dict(school.more))
        for stage, taught in school.stages.items():
            _add_stage(rows, {"school_code": school.code, "stage_code": stage}, taught)
    return rows


def _add_stage(rows: dict[str, list[dict[str, Any]]], of: Mapping[str, Any], taught: Taught) -> None:
    dated = {**of, "counted_on": COUNTED_ON}
    if taught.pupils is not None:
        counted = {"county_code": PLACE.code, "grade_code": GRADES[of["stage_code"]], "pupil_count": taught.pupils}
        rows["pupil_statistics"].append({**dated, **counted})
    known = {name: number for name, number in taught.has.items() if name in TEACHERS}
    if known:
        rows["teachers"].append({**of, "duty_code": "teacher"})  # one who counts for no item: the register is there
    for name, number in known.items():
        rows["teachers"] += [{**of, "duty_code": "teacher", **TEACHERS[name]}] * int(number)
    registers: dict[str, dict[str, Any]] = {}
    for name, (register, column) in THINGS.items():
        if name in taught.has:
            registers.setdefault(register, {**dated})[column] = taught.has[name]
    for register, row in registers.items():
        rows[register].append(row)


def evaluation_of(folder: Path, schools: Sequence[Row]) -> Evaluation:
    """What answers questions over these schools; `folder` is the test's own and holds the rows of one county."""
    folder.mkdir(exist_ok=True)
    held = HeldInMemory(folder, rows_of(schools))
    return Evaluation(held, DuckDBEngine(folder), CATALOGUE, CATALOGUE.of(Parameter), "520300")  # type: ignore[arg-type]
