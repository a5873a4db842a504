"""校舍和班级文件: classes, premises, approved posts, statistics by grade, books, equipment and networks of every school."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from yaodian.workspace.city.chance import Ints, day
from yaodian.workspace.city.drawn import City
from yaodian.workspace.city.places import COUNTIES
from yaodian.workspace.city.roll import GRADES, Year
from yaodian.workspace.city.schools import STAGES
from yaodian.workspace.city.staff import Staff
from yaodian.workspace.city.texts import digits, words
from yaodian.workspace.city.writing import Output

COUNTED = "2019-09-01"
STANDARD = (30, 45, 50, 50, 50, 12)
"""Class sizes by stage that the standards allow."""
TEACHING_M2, SPORTS_M2, EQUIPMENT_YUAN = (5.0, 4.9, 6.1, 6.5, 5.5, 12.0, 0), (3.0, 7.6, 9.8, 9.5, 7.0, 10.0, 0), 2100


def class_table(year: Year) -> tuple[Ints, Ints, Ints, Ints, Ints]:
    """School, class number, grade, stage and pupils of every class of a year."""
    there = np.flatnonzero(year.school >= 0)
    key = year.school[there].astype(np.int64) * 1_000_000 + year.class_no[there]
    known, first, count = np.unique(key, return_index=True, return_counts=True)
    child = there[first]
    return known // 1_000_000, known % 1_000_000, year.grade[child], year.stage[child], count


def write_classes(city: City, out: Output) -> None:
    """classes of the two years; a class's name says its grade and number."""
    for year in city.roll.years:
        school, number, grade, stage, count = class_table(year)
        formed = number // 100
        names = [f"{word}（{n}）班" for word in _GRADE_WORDS for n in range(1, 31)]
        columns = {
            "school_code": city.school_codes(school),
            "class_no": digits(number, 6),
            "class_name": words(names, grade * 30 + (number % 100 - 1) % 30),
            "stage_code": words(STAGES, stage),
            "grade_code": words(GRADES, grade),
            "type_code": words(["ordinary", "special"], (stage == 5).astype(np.int64)),
            "entry_school_year": pc.binary_join_element_wise(pc.cast(pa.array(formed), pa.string()), "S", ""),
            "formed_on": ((formed - 1970) * 12 + 8).astype("M8[M]").astype("M8[D]").astype(np.int64),
            "pupil_count": count,
            "planned_count": np.array(STANDARD)[stage],
            "has_head_teacher": np.ones(len(school), bool),
        }
        is_later = year is not city.roll.years[0]
        out.write("classes", columns, f"班级-{year.year}S", f"{year.year}-09-01", "school_code", ends_many=is_later)


_GRADE_WORDS = ("小", "中", "大", *"一二三四五六七八九", "高一", "高二", "高三", "职一", "职二", "职三")


def write_campus(city: City, out: Output, staff: Staff) -> None:
    """Stock tables of the day of statistics, a row for each school and stage."""
    rng, last = city.chance.of("campus"), city.roll.last
    there = last.school >= 0
    key, pupils = np.unique(last.school[there] * 10 + last.stage[there], return_counts=True)
    school, stage = key // 10, key % 10
    size = len(school)
    base: dict[str, Any] = {"school_code": city.school_codes(school), "stage_code": words(STAGES, stage)}
    dated = base | {"counted_on": np.full(size, day(COUNTED))}
    out.write("premises", dated | _premises(city, rng, school, stage, pupils), "校舍", COUNTED, "school_code")
    books = np.round(pupils * rng.normal(20, 6, size).clip(3)).astype(np.int64)
    out.write(
        "book_holdings",
        dated | {"volumes": books, "lent_volumes": books * 2 // 3, "has_librarian": pupils > 200},
        "图书",
        COUNTED,
        "school_code",
    )
    value = np.round(pupils * EQUIPMENT_YUAN * rng.lognormal(0, 0.4, size))
    equipment = {"equipment_yuan": value, "fixed_assets_yuan": value * 8, "added_yuan": np.round(value * 0.07)}
    out.write("equipment_holdings", dated | equipment, "设备", COUNTED, "school_code")
    out.write("digital_facilities", dated | _networks(rng, pupils), "信息化条件", COUNTED, "school_code")
    _write_statistics(city, out)
    _write_posts(city, out, staff)


def _premises(city: City, rng: np.random.Generator, school: Ints, stage: Ints, pupils: Ints) -> dict[str, Any]:
    size = len(pupils)
    teaching = np.round(pupils * np.array(TEACHING_M2)[stage] * rng.lognormal(0, 0.28, size) + 120)
    sports = np.round(pupils * np.array(SPORTS_M2)[stage] * rng.lognormal(0, 0.35, size) + 100)
    boards = np.array([s.boards for s in city.schools.all])[school]
    living = np.where(boards, pupils * 1.8, pupils * 0.3)
    return {
        "land_m2": np.round(teaching * 2.2 + sports),
        "sports_ground_m2": sports,
        "teaching_m2": teaching,
        "building_m2": np.round(teaching * 1.25 + living),
        "indoor_sports_m2": np.where(pupils > 900, 600.0, 0.0),
        "office_m2": np.round(teaching * 0.12),
        "living_m2": np.round(living),
        "dormitory_m2": np.where(boards, np.round(pupils * 1.4), 0.0),
        "dormitory_beds": np.where(boards, pupils * 6 // 10, 0),
        "dangerous_m2": np.where(rng.random(size) < 0.02, 180.0, 0.0),
    }


def _networks(rng: np.random.Generator, pupils: Ints) -> dict[str, Any]:
    size, rooms = len(pupils), np.maximum(1, pupils // 42 + 1)
    return {
        "is_online": rng.random(size) < 0.985,
        "bandwidth_mbps": rng.choice([20.0, 50.0, 100.0, 200.0], size),
        "classroom_count": rooms,
        "multimedia_count": np.round(rooms * rng.uniform(0.75, 1.0, size)).astype(np.int64),
        "pupil_computer_count": pupils // 12,
        "has_wireless": rng.random(size) < 0.4,
    }


def _write_posts(city: City, out: Output, staff: Staff) -> None:
    staffed = np.bincount(staff.school, minlength=len(city.schools.all))
    public = np.flatnonzero([not s.is_private for s in city.schools.all])
    posts = np.round(staffed[public] * 0.93).astype(np.int64)
    table = {
        "school_code": city.school_codes(public),
        "county_code": city.county_codes(city.schools.county()[public]),
        "post_count": posts,
        "senior_post_count": posts * 25 // 100,
        "middle_post_count": posts * 42 // 100,
    }
    out.write("approved_posts", table, "编制", COUNTED, "county_code")


def _write_statistics(city: City, out: Output) -> None:
    """pupil_statistics as schools reported them: the roll's counts, a few schools rounding up."""
    made, (first, last), rng = city.families, city.roll.years, city.chance.of("statistics")
    there = np.flatnonzero(last.school >= 0)
    keys = last.school[there] * 20 + last.grade[there]
    key, place = np.unique(keys, return_inverse=True)
    size, school, grade = len(key), key // 20, key % 20

    def counted(flag: Any) -> Ints:
        return np.bincount(place[flag[there]], minlength=size).astype(np.int64)

    stage = np.zeros(size, np.int64)
    stage[place] = last.stage[there]
    pupils = np.bincount(place, minlength=size)
    rounded = (rng.random(size) < 0.01) & (pupils > 20)
    new = (first.school != last.school) & (first.school >= 0) & (first.stage == last.stage)
    classes = np.unique(keys * 1_000_000 + last.class_no[there]) // 1_000_000
    migrant = (made.register_county != made.home_county)[made.house]
    table = {
        "school_code": city.school_codes(school),
        "county_code": city.county_codes(city.schools.county()[school]),
        "stage_code": words(STAGES, stage),
        "grade_code": words(GRADES, grade),
        "counted_on": np.full(size, day(COUNTED)),
        "class_count": np.bincount(np.searchsorted(key, classes), minlength=size),
        "pupil_count": np.where(rounded, pupils // 10 * 10 + 10, pupils),
        "girl_count": counted(~made.is_boy),
        "transferred_in_count": counted(new),
        "boarding_count": counted(city.roll.boards),
        "migrant_count": counted(migrant),
    }
    names = [place.name for place in COUNTIES]
    county = city.schools.county()[school]
    for number, name in enumerate(names):
        rows = pa.array(np.flatnonzero(county == number))
        part = {k: pc.take(pa.array(v) if isinstance(v, np.ndarray) else v, rows) for k, v in table.items()}
        out.write("pupil_statistics", part, f"事业统计-{name}", COUNTED, "school_code")
