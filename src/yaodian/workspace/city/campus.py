"""校舍和班级文件: classes, premises, books, equipment, networks and approved posts of every school."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from yaodian.workspace.city.chance import Floats, Ints, day
from yaodian.workspace.city.drawn import City
from yaodian.workspace.city.roll import GRADES, Year
from yaodian.workspace.city.schools import JUNIOR, PRIMARY, STAGES
from yaodian.workspace.city.staff import BACKBONE_LEVELS, Staff
from yaodian.workspace.city.texts import digits, words
from yaodian.workspace.city.writing import Output

COUNTED = "2019-09-01"
STANDARD = (30, 45, 50, 50, 50, 12)
"""Class sizes by stage that the standards allow."""
TEACHING_M2 = (5.0, 4.9, 6.1, 6.5, 5.5, 12.0, 0)
SPORTS_M2 = (3.0, 7.6, 9.8, 9.5, 7.0, 10.0, 0)
EQUIPMENT_YUAN = (1500, 2250, 2600, 3000, 4500, 6000, 0)
"""Square metres and equipment a pupil by stage on average: near what balanced development asks, so that some schools have
it and others lack it."""


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
    """premises, book_holdings, equipment_holdings and digital_facilities of the two years, and approved_posts."""
    for later, year in enumerate(city.roll.years):
        stocks = _write_stocks(city, out, year, later)
    _tell(city, out, staff, stocks)
    _write_posts(city, out, staff)


def _tell(city: City, out: Output, staff: Staff, stocks: dict[str, Any]) -> None:
    """truth/balance.parquet: what the seven ratios of balanced development are made of, by school and stage in 2019S."""
    pupils = _filled(city, city.roll.last)
    school, stage = np.nonzero(pupils)
    full = staff.having("duty_code", "teacher")
    able = staff.having("degree_code", "14", "21") | (staff.having("degree_code", "31") & (staff.stage == PRIMARY))
    people = {
        "full_time_teachers": full,
        "qualified_teachers": full & able,
        "backbone_teachers": full & staff.having("backbone_code", *BACKBONE_LEVELS[:4]),
        "sports_and_arts_teachers": full & staff.having("subject_code", "sports", "music", "art"),
    }
    shown = np.isin(stage, (PRIMARY, JUNIOR))
    columns: dict[str, Any] = {
        "school_code": city.school_codes(school[shown]),
        "stage_code": words(STAGES, stage[shown]),
        "pupils": pupils[school, stage][shown],
    }
    for name, flags in people.items():
        counts = np.zeros_like(pupils)
        np.add.at(counts, (staff.school[flags], staff.stage[flags]), 1)
        columns[name] = counts[school, stage][shown]
    for name in ("teaching_m2", "indoor_sports_m2", "sports_ground_m2", "equipment_yuan", "multimedia_count"):
        columns[name] = stocks[name][shown]
    out.tell("balance", columns)


def _write_stocks(city: City, out: Output, year: Year, later: int) -> dict[str, Any]:
    """What each school and stage has, which is also given back: what was built for the fuller of the two years, a little less in the first."""
    filled = [_filled(city, one) for one in city.roll.years]
    school, stage = np.nonzero(filled[later])
    built = np.maximum(*filled)[school, stage]
    size, day_of, growth = len(school), f"{year.year}-09-01", 1 - 0.03 * (1 - later)
    dated: dict[str, Any] = {
        "school_code": city.school_codes(school),
        "stage_code": words(STAGES, stage),
        "counted_on": np.full(size, day(day_of)),
    }
    luck = _Luck(city, school, stage)
    premises, networks = _premises(city, luck, school, stage, built * growth), _networks(luck, built, later)
    out.write("premises", dated | premises, f"校舍-{year.year}", day_of)
    volumes = np.round(built * growth * (20 + 6 * luck.of("books")).clip(3)).astype(np.int64)
    books = {"volumes": volumes, "added_volumes": volumes // 25, "lent_volumes": volumes * 2 // 3}
    out.write("book_holdings", dated | books | {"has_librarian": built > 200}, f"图书-{year.year}", day_of)
    value = np.round(built * growth * np.array(EQUIPMENT_YUAN)[stage] * np.exp(0.4 * luck.of("equipment")))
    needed = built * 2 + 200
    equipment = {"equipment_yuan": value, "fixed_assets_yuan": value * 8, "added_yuan": np.round(value * 0.07)}
    sets = {"sets_required": needed, "sets_held": np.round(needed * luck.share("sets", 0.7, 1.0)).astype(np.int64)}
    done = {
        "experiments_required": needed * 0 + 48,
        "experiments_done": np.round(48 * luck.share("done", 0.7, 1.0)).astype(np.int64),
    }
    out.write("equipment_holdings", dated | equipment | sets | done, f"设备-{year.year}", day_of)
    out.write("digital_facilities", dated | networks, f"信息化条件-{year.year}", day_of)
    return premises | equipment | networks


def _filled(city: City, year: Year) -> Ints:
    """Pupils of a year by school and stage."""
    counts = np.zeros((len(city.schools.all), len(STAGES)), np.int64)
    there = year.school >= 0
    np.add.at(counts, (year.school[there], year.stage[there]), 1)
    return counts


class _Luck:
    """How well each school and stage fares in one thing: the same in every year."""

    def __init__(self, city: City, school: Ints, stage: Ints) -> None:
        self.city, self.school, self.stage = city, school, stage

    def of(self, thing: str) -> Floats:
        """Normal, of mean 0 and spread 1."""
        every = self.city.chance.of(f"luck with {thing}").normal(size=(len(self.city.schools.all), len(STAGES)))
        return every[self.school, self.stage]

    def share(self, thing: str, low: float, high: float) -> Floats:
        """Even, from low to high."""
        every = self.city.chance.of(f"luck with {thing}").random((len(self.city.schools.all), len(STAGES)))
        return low + (high - low) * every[self.school, self.stage]


def _premises(city: City, luck: _Luck, school: Ints, stage: Ints, pupils: Floats) -> dict[str, Any]:
    indoor = np.where(pupils > 900, 600.0, 0.0)
    teaching = np.round(pupils * np.array(TEACHING_M2)[stage] * np.exp(0.28 * luck.of("teaching")) + 120) + indoor
    sports = np.round(pupils * np.array(SPORTS_M2)[stage] * np.exp(0.35 * luck.of("sports")) + 100)
    boards = np.array([s.boards for s in city.schools.all])[school]
    living = np.where(boards, pupils * 1.8, pupils * 0.3)
    return {
        "land_m2": np.round(teaching * 2.2 + sports),
        "green_m2": np.round(teaching * 0.5),
        "sports_ground_m2": sports,
        "teaching_m2": teaching,
        "building_m2": np.round(teaching * 1.25 + living),
        "indoor_sports_m2": indoor,
        "office_m2": np.round(teaching * 0.12),
        "living_m2": np.round(living),
        "dormitory_m2": np.where(boards, np.round(pupils * 1.4), 0.0),
        "dormitory_beds": np.where(boards, np.round(pupils * 0.6), 0).astype(np.int64),
        "dangerous_m2": np.where(luck.share("danger", 0, 1) < 0.02, 180.0, 0.0),
    }


def _networks(luck: _Luck, pupils: Ints, later: int) -> dict[str, Any]:
    rooms = np.maximum(1, pupils // 37 + 1)
    return {
        "is_online": luck.share("online", 0, 1) < (0.985 if later else 0.96),
        "bandwidth_mbps": np.array([20.0, 50.0, 100.0, 200.0])[np.floor(luck.share("width", 0, 4)).astype(np.int64)],
        "classroom_count": rooms,
        "multimedia_count": np.round(rooms * luck.share("screens", 0.7 + 0.05 * later, 1.0)).astype(np.int64),
        "pupil_computer_count": pupils // 12,
        "teacher_computer_count": pupils // 18 + 1,
        "has_wireless": luck.share("wireless", 0, 1) < (0.4 if later else 0.3),
        "has_security_grade": luck.share("security", 0, 1) < 0.2,
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
