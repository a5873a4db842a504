"""人事文件: teachers who serve at another school, sanctions for misconduct, and the inspectors of schools."""

from __future__ import annotations

import numpy as np
import pyarrow as pa

from yaodian.workspace.city.chance import Ints, day, pick
from yaodian.workspace.city.drawn import City
from yaodian.workspace.city.names import Names, given, surnames
from yaodian.workspace.city.places import COUNTIES
from yaodian.workspace.city.schools import JUNIOR, PRIMARY
from yaodian.workspace.city.staff import BACKBONE_LEVELS, Staff
from yaodian.workspace.city.texts import digits, joined, words
from yaodian.workspace.city.writing import Output

ROTATED, BACKBONE = 0.115, 0.24
"""Shares of those six years at their school that move in a year, and of backbone teachers among them, on average; a county
keeps the 10 % and 20 % that are asked, or not."""
SIX_YEARS = 6 * 365
SANCTIONS = 60  # a year at scale 1.0
INSPECTORS = 620
"""Responsible inspectors at scale 1.0: one for about five schools."""
CONDUCTS = ("tutoring", "gifts", "corporal", "fees", "duty", "other")


def write_posts(city: City, out: Output, staff: Staff) -> None:
    """teacher_rotations, ethics_sanctions and inspectors."""
    for year in (2019, 2020):
        _write_rotations(city, out, staff, year)
    _write_sanctions(city, out, staff)
    _write_inspectors(city, out)


def _write_rotations(city: City, out: Output, staff: Staff, year: int) -> None:
    rng, county = city.chance.of(f"rotations {year}"), city.schools.county()
    best = staff.having("backbone_code", *BACKBONE_LEVELS[:4])
    public = np.array([not s.is_private for s in city.schools.all])
    able = (staff.duty == 0) & np.isin(staff.stage, (PRIMARY, JUNIOR)) & public[staff.school]
    able &= staff.columns["came_on"] <= day(f"{year}-09-01") - SIX_YEARS
    here = city.chance.of("moving counties").uniform(0.7, 1.3, len(COUNTIES))
    share = ROTATED * here[county[staff.school]] * np.where(best, 2.0, 0.9)
    person = np.flatnonzero(able & (rng.random(staff.count) < share))
    receiver = _receivers(city, rng, staff, person)
    columns = {
        "staff_no": staff.columns["staff_no"].take(pa.array(person)),
        "name": staff.columns["name"].take(pa.array(person)),
        "from_school_code": city.school_codes(staff.school[person]),
        "school_code": city.school_codes(receiver),
        "began_on": np.full(len(person), day(f"{year}-09-01")),
        "ended_on": pa.array(np.full(len(person), day(f"{year + 1}-08-31"))),
        "kind_code": words(["rotation", "support", "walking"], pick(rng, len(person), [70, 22, 8])),
        "is_backbone": best[person],
        "document_no": words([f"演教人〔{year}〕8号"], person * 0),
    }
    out.write("teacher_rotations", columns, f"交流轮岗-{year}", f"{year}-09-30")
    where = county[staff.school]
    out.total("rotation_eligible", f"{year}S", where[able])
    out.total("rotated", f"{year}S", where[person])
    out.total("rotated_backbone", f"{year}S", where[person], best[person])


def _receivers(city: City, rng: np.random.Generator, staff: Staff, person: Ints) -> Ints:
    """Another school that teaches the stage: of the county, or of any where the county has one only."""
    county, found = city.schools.county(), np.full(len(person), -1)
    for stage in (PRIMARY, JUNIOR):
        able = city.schools.teaching(stage)
        for place in range(len(COUNTIES)):
            there = able[county[able] == place]
            there = there if len(there) > 1 else able
            rows = np.flatnonzero((staff.stage[person] == stage) & (county[staff.school[person]] == place))
            if len(rows):
                own = np.searchsorted(there, staff.school[person[rows]])
                found[rows] = there[(own + rng.integers(1, len(there), len(rows))) % len(there)]
    return found


def _write_sanctions(city: City, out: Output, staff: Staff) -> None:
    """A live sanction has no last day, or one yet to come; some have run out before the year's decisions."""
    rng = city.chance.of("sanctions")
    person = rng.choice(np.flatnonzero(staff.duty == 0), city.count(SANCTIONS * 2) + 3, replace=False)
    size = len(person)
    decided = day("2019-01-10") + rng.integers(0, 700, size)
    kind = pick(rng, size, [30, 12, 6, 2, 30, 20])
    months = np.array([6, 12, 24, 0, 24, 24])[kind]
    county = city.schools.county()[staff.school[person]]
    columns = {
        "staff_no": staff.columns["staff_no"].take(pa.array(person)),
        "name": staff.columns["name"].take(pa.array(person)),
        "school_code": city.school_codes(staff.school[person]),
        "decided_no": joined(pa.scalar("演教处"), digits(np.arange(size) + 1, 4)),
        "kind_code": words(["warning", "demerit", "demotion", "dismissal", "criticism", "barred"], kind),
        "conduct_code": words(CONDUCTS, pick(rng, size, [40, 8, 12, 10, 15, 15])),
        "decided_on": decided,
        "ended_on": pa.array(decided + months * 30, mask=months == 0),
        "decided_by_code": city.county_codes(county),
        "is_appealed": rng.random(size) < 0.05,
    }
    out.write("ethics_sanctions", columns, "师德处理", "2020-12-31")
    live = (decided <= day("2020-12-31")) & ((months == 0) | (decided + months * 30 > day("2020-12-31")))
    out.total("live_sanctions", "2020-12-31", county, live)


def _write_inspectors(city: City, out: Output) -> None:
    rng, schools = city.chance.of("inspectors"), np.bincount(city.schools.county(), minlength=len(COUNTIES))
    county = np.repeat(np.arange(len(COUNTIES)), np.maximum(1, np.round(schools / 5.5).astype(np.int64)))
    size = len(county)
    male = rng.random(size) < 0.55
    since = day("2017-03-01") + rng.integers(0, 4, size) * 365
    columns = {
        "inspector_no": joined(
            pa.scalar("DX-"), city.county_codes(county), pa.scalar("-"), digits(np.arange(size) + 1, 4)
        ),
        "name": Names(surnames(rng, size), *given(rng, male)).text(),
        "county_code": city.county_codes(county),
        "kind_code": words(["full_time", "part_time", "invited"], pick(rng, size, [15, 75, 10])),
        "level_code": words(["county", "city"], (rng.random(size) < 0.1).astype(np.int64)),
        "zone_no": joined(city.county_codes(county), pa.scalar("-"), digits(np.arange(size) // 3, 3)),
        "school_count": rng.integers(3, 9, size),
        "term_no": pick(rng, size, [60, 30, 10]) + 1,
        "appointed_on": since,
        "ends_on": since + 3 * 365,
        "has_training": rng.random(size) < 0.9,
        "document_no": words(["演府督〔2019〕2号"], county * 0),
    }
    out.write("inspectors", columns, "督学", "2020-06-30")
    out.total(
        "inspectors_in_term", "2020-06-30", county, (since <= day("2020-06-30")) & (since + 3 * 365 > day("2020-06-30"))
    )
