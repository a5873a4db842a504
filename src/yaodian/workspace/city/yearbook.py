"""事业统计文件: pupils by grade as schools report them each year, and what was reported of the years when they entered.

A few schools round up. Retention compares pupils of grade nine with those who entered grade one nine years, and grade seven
three years, before: `KEPT` of them are still there."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from yaodian.workspace.city.chance import Flags, Ints, day
from yaodian.workspace.city.drawn import City
from yaodian.workspace.city.places import COUNTIES
from yaodian.workspace.city.roll import GRADES, Year
from yaodian.workspace.city.schools import PRIMARY, STAGES
from yaodian.workspace.city.texts import words
from yaodian.workspace.city.writing import Output

ROUNDS_UP = 0.01
KEPT_NINE_YEARS, KEPT_THREE_YEARS = 0.962, 0.985
"""Of those who entered grade one and grade seven, how many reach grade nine; counties lie up to two points apart."""
LAST_GRADES = (2, 8, 11, 14, 17)


def write_statistics(city: City, out: Output) -> None:
    """pupil_statistics: first years of old, 2018S in one file, 2019S by county."""
    _write_intakes(city, out)
    first, last = city.roll.years
    table, _ = _reported(city, first, None)
    out.write("pupil_statistics", table, "事业统计-2018", "2018-09-01")
    table, county = _reported(city, last, first)
    for number, place in enumerate(COUNTIES):
        rows = pa.array(np.flatnonzero(county == number))
        part = {key: pc.take(pa.array(v) if isinstance(v, np.ndarray) else v, rows) for key, v in table.items()}
        out.write("pupil_statistics", part, f"事业统计-{place.name}", "2019-09-01", "school_code")


def _reported(city: City, year: Year, before: Year | None) -> tuple[dict[str, Any], Ints]:
    """The rows of a year by school and grade, and the county of each; changes are told where the year before is known."""
    made, rng = city.families, city.chance.of(f"statistics {year.year}")
    there = np.flatnonzero(year.school >= 0)
    keys = year.school[there] * 20 + year.grade[there]
    key, place, pupils = np.unique(keys, return_inverse=True, return_counts=True)
    size, school, grade = len(key), key // 20, key % 20

    def counted(flag: Flags) -> Ints:
        return np.bincount(place[flag[there]], minlength=size).astype(np.int64)

    stage = np.zeros(size, np.int64)
    stage[place] = year.stage[there]
    classes = np.unique(keys * 1_000_000 + year.class_no[there]) // 1_000_000
    up = (rng.random(size) < ROUNDS_UP) & (pupils > 20)
    county = city.schools.county()[school]
    columns = {
        "school_code": city.school_codes(school),
        "county_code": city.county_codes(county),
        "stage_code": words(STAGES, stage),
        "grade_code": words(GRADES, grade),
        "counted_on": np.full(size, day(f"{year.year}-09-01")),
        "class_count": np.bincount(np.searchsorted(key, classes), minlength=size),
        "pupil_count": np.where(up, pupils // 10 * 10 + 10, pupils),
        "girl_count": counted(~made.is_boy),
        "boarding_count": counted(city.roll.boards),
        "migrant_count": counted((made.register_county != made.home_county)[made.house]),
    }
    return columns | (_changes(year, before, key, counted) if before else {}), county


def _changes(year: Year, before: Year, key: Ints, counted: Any) -> dict[str, Any]:
    """Who entered, came from another school, went to one, or left after the last grade, since the year before."""
    same = (before.school >= 0) & (before.stage == year.stage)
    moved = same & (before.school != year.school) & (year.school >= 0)
    entered = (year.school >= 0) & ((before.school < 0) | (before.stage != year.stage))

    def gone(flag: Flags) -> Ints:
        rows = np.flatnonzero(flag)
        found = before.school[rows] * 20 + before.grade[rows]
        at = np.minimum(np.searchsorted(key, found), len(key) - 1)
        return np.bincount(at[key[at] == found], minlength=len(key)).astype(np.int64)

    done = (before.school >= 0) & np.isin(before.grade, LAST_GRADES) & (before.grade != year.grade)
    return {
        "entrant_count": counted(entered),
        "graduate_count": gone(done),
        "transferred_in_count": counted(moved),
        "transferred_out_count": gone(moved),
    }


def _write_intakes(city: City, out: Output) -> None:
    """The first grades of 2010 and 2011 (grade one) and of 2016 and 2017 (grade seven) that lead to each grade nine."""
    rng, county = city.chance.of("kept"), city.schools.county()
    kept = rng.uniform(-0.02, 0.02, len(COUNTIES))
    parts: list[tuple[Ints, Ints, int, int]] = []
    for year in city.roll.years:
        nine = np.flatnonzero((year.school >= 0) & (year.grade == 11))
        pupils = np.bincount(year.school[nine], minlength=len(county))
        seven = np.round(pupils / (KEPT_THREE_YEARS + kept[county] / 3)).astype(np.int64)
        parts.append((np.flatnonzero(seven), seven[seven > 0], 9, year.year - 2))
        whole = np.round(np.bincount(county[year.school[nine]], minlength=len(COUNTIES)) / (KEPT_NINE_YEARS + kept))
        out.total("grade_nine", f"{year.year}S", county[year.school[nine]])
        out.total("entered_grade_one", f"{year.year - 8}S", np.arange(len(COUNTIES)), whole)
        parts.append(_shared(city, whole.astype(np.int64), year.year - 8))
    school, count = (np.concatenate([part[at] for part in parts]) for at in (0, 1))
    grade, when = (np.repeat([part[at] for part in parts], [len(part[0]) for part in parts]) for at in (2, 3))
    columns = {
        "school_code": city.school_codes(school),
        "county_code": city.county_codes(county[school]),
        "stage_code": words(STAGES, np.where(grade == 3, 1, 2)),
        "grade_code": words(GRADES, grade),
        "counted_on": np.array([day(f"{n}-09-01") for n in when]),
        "class_count": np.maximum(1, count // 45),
        "pupil_count": count,
        "entrant_count": count,
    }
    out.write("pupil_statistics", columns, "事业统计-历年入学", "2018-08-31")


def _shared(city: City, whole: Ints, year: int) -> tuple[Ints, Ints, int, int]:
    """Children who entered grade one in a county, shared out among its primary schools; the first takes the rest."""
    schools, counts = [], []
    able, county = city.schools.teaching(PRIMARY), city.schools.county()
    for place in range(len(COUNTIES)):
        there = able[county[able] == place]
        each = np.full(len(there), whole[place] // len(there))
        each[0] += whole[place] - each.sum()
        schools.append(there[each > 0])
        counts.append(each[each > 0])
    return np.concatenate(schools), np.concatenate(counts), 3, year
