"""单位文件: the bureau, its counties and towns with the county that was split in 2016; the list of schools."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyarrow as pa

from yaodian.workspace.city.chance import day
from yaodian.workspace.city.drawn import City
from yaodian.workspace.city.places import COUNTIES
from yaodian.workspace.city.schools import KINDS, School
from yaodian.workspace.city.writing import Layout, Output

SPLIT = "2016-03-20"
KNOWN_SINCE = "2000-01-01"
"""The day from which the list of units speaks: a unit that ended before the list was written needs a first day too."""
AFFORDABLE = {2018: 0.40, 2019: 0.52, 2020: 0.61}
"""Shares of private kindergartens that are recognised as affordable."""
_OFFICES = {
    "bureau_office": "局办公室",
    "basic_education": "基教科",
    "planning_and_finance": "计财科",
    "student_aid": "资助中心",
    "inspection_office": "督导办",
    "personnel_and_teachers": "人事教师科",
}


def write_offices(city: City, out: Output) -> None:
    """units and unit_successions."""
    rows: list[tuple[str, str, str, str | None, str | None, str | None, int | None, int | None]] = [
        ("520300", "遵义市", "bureau", None, None, None, day(KNOWN_SINCE), None),
        ("520321", "遵义县", "county", "520300", None, None, day(KNOWN_SINCE), day(SPLIT)),
    ]
    rows += [(code, name, "office", "520300", None, None, day(KNOWN_SINCE), None) for code, name in _OFFICES.items()]
    for county in COUNTIES:
        maps = "520302,520303" if county.code == "5203X1" else None
        since = day(SPLIT if county.code == "520304" else KNOWN_SINCE)
        rows.append((county.code, county.name, "county", "520300", county.code, maps, since, None))
    for code, name, at in zip(city.towns.codes, city.towns.names, city.towns.county.tolist(), strict=True):
        rows.append((code, name, "township", COUNTIES[at].code, COUNTIES[at].code, None, day(KNOWN_SINCE), None))
    for school in city.schools.all:
        town, county_code = city.towns.codes[school.town], COUNTIES[school.county].code
        rows.append((school.code, school.name, "school", town, county_code, None, school.opened, None))
    names = ("unit_code", "name", "kind_code", "parent_code", "county_code", "maps_to_codes", "since_on", "until_on")
    columns = {name: _column([row[at] for row in rows], name) for at, name in enumerate(names)}
    out.write("units", columns, "单位目录", "2018-09-01")
    new = ["520304", "520302", "520303"]
    successions = {
        "old_code": ["520321"] * 3,
        "new_code": new,
        "changed_on": np.full(3, day(SPLIT)),
        "how_code": ["split"] * 3,
        "is_main": np.array([True, False, False]),
    }
    out.write("unit_successions", successions, "单位沿革", "2018-09-01")


def _column(values: list[Any], name: str) -> Any:
    return pa.array(values, pa.int64() if name.endswith("_on") else pa.string())


def write_schools(city: City, out: Output) -> None:
    """schools: the whole list in each of three years; more and more private kindergartens are affordable."""
    every = city.schools.all
    rng = city.chance.of("school list")
    private = np.array([s.kind == "kindergarten" and s.is_private for s in every])
    willing = rng.random(len(every))
    seat = [(106.9 + (s.county % 5) * 0.3 + rng.normal(0, 0.08), 27.7 + s.county // 5 * 0.35) for s in every]
    columns: dict[str, Any] = {
        "school_code": [s.code for s in every],
        "school_name": [s.name for s in every],
        "county_code": [COUNTIES[s.county].code for s in every],
        "town_code": [city.towns.codes[s.town] for s in every],
        "type_code": [KINDS[s.kind][0] for s in every],
        "stages": [KINDS[s.kind][1] for s in every],
        "ownership_code": ["private" if s.is_private else "education_office" for s in every],
        "urban_rural_code": [s.urban_rural for s in every],
        "is_teaching_point": np.array([s.kind == "point" for s in every]),
        "main_school_code": pa.array([s.main or None for s in every], pa.string()),
        "is_boarding": np.array([s.boards for s in every]),
        "is_county_run": np.array([s.kind != "university" for s in every]),
        "model_class_code": [_model(s, at) for at, s in enumerate(every)],
        "opened_on": np.array([s.opened for s in every]),
        "state_code": ["open"] * len(every),
        "uscc": [s.uscc for s in every],
        "address": [f"{city.towns.names[s.town]}文化路{at % 300 + 1}号" for at, s in enumerate(every)],
        "longitude": np.array([x for x, _ in seat]),
        "latitude": np.array([y for _, y in seat]),
    }
    for year, share in AFFORDABLE.items():
        listed = columns | {"is_affordable": private & (willing < share)}
        out.write("schools", listed, f"学校目录-{year}", f"{year}-09-01", layout=Layout(labels=True))
        out.total("affordable_kindergartens", f"{year}-09-01", city.schools.county()[listed["is_affordable"]])


def _model(school: School, at: int) -> str:
    """28 model high schools at full scale: a little under half of all, a few of the first class."""
    if school.kind != "senior" or at % 15 > 6:
        return "none"
    return ("first", "second", "second", "third", "third", "third", "third")[at % 15]
