"""监测文件: quality monitoring of grades 4 and 8, and the “3+1” test of sports, arts, science and football: samples with weights.

The year's autumn rounds draw from the pupils who have moved up; test numbers are no student numbers."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyarrow as pa

from yaodian.workspace.city.chance import Floats, Ints, day
from yaodian.workspace.city.drawn import City
from yaodian.workspace.city.exams import ability
from yaodian.workspace.city.places import COUNTIES
from yaodian.workspace.city.roll import GRADES, Year
from yaodian.workspace.city.sampling import two_stage
from yaodian.workspace.city.texts import digits, joined, words
from yaodian.workspace.city.writing import Output

PRIMARY_SCHOOLS, JUNIOR_SCHOOLS, PUPILS = 12, 8, 30
"""Schools a county and pupils a school of the national sample."""
ROUNDS = {2019: ("math", "sports"), 2020: ("science", "morality")}
"""Subjects of quality monitoring by year."""
LEVELS = (400.0, 480.0, 560.0)
ITEMS = ("sports", "arts", "science", "football")
ITEM_MEANS = {2019: (76.0, 71.0, 66.0, 70.0), 2020: (77.5, 72.0, 69.0, 73.0)}
SCORE_LEVELS = ("excellent", "good", "pass", "fail")
AREAS = ("城区", "镇区", "乡村")


def areas(city: City) -> Ints:
    """Where each school stands: 0 city, 1 town, 2 country, as the urban-rural codes begin."""
    return np.array([("11", "12").index(s.urban_rural[:2]) if s.urban_rural[0] == "1" else 2 for s in city.schools.all])


def write_monitoring(city: City, out: Output) -> None:
    """quality_monitoring_results and three_plus_one_results, a round each in 2019 and 2020."""
    able = ability(city)
    for year, when in ((city.roll.last, 2019), (city.roll.coming, 2020)):
        _write_quality(city, out, year, when, able)
        _write_three(city, out, year, when, able)


def _write_quality(city: City, out: Output, year: Year, when: int, able: Floats) -> None:
    rng, parts = city.chance.of(f"quality {when}"), []
    county = city.schools.county()
    for grade, schools in ((6, PRIMARY_SCHOOLS), (10, JUNIOR_SCHOOLS)):
        child = np.flatnonzero((year.school >= 0) & (year.grade == grade))
        taken, weight = two_stage(rng, year.school[child], county, schools, PUPILS)
        parts.append((child[taken], weight))
    child, weight = (np.concatenate(part) for part in zip(*parts, strict=True))
    row = np.repeat(np.arange(len(child)), 2)
    of = child[row]
    score = np.round(np.clip(500 + 85 * able[of] + rng.normal(0, 45, len(row)), 100, 900), 1)
    columns = {
        "round_no": words([f"{when}-G"], row * 0),
        "pupil_no": digits(row + 1, 10),
        "school_code": city.school_codes(year.school[of]),
        "county_code": city.county_codes(county[year.school[of]]),
        "grade_code": words(GRADES, year.grade[of]),
        "subject_code": words(ROUNDS[when], np.arange(len(row)) % 2),
        "tested_on": np.full(len(row), day(f"{when}-09-24")),
        "score": score,
        "level_no": 1 + (score[:, None] >= np.array(LEVELS)).sum(axis=1),
        "stratum": words([place.name for place in COUNTIES], county[year.school[of]]),
        "weight": weight[row],
    }
    out.write("quality_monitoring_results", columns, f"质量监测-{when}", f"{when}-12-31")


def _write_three(city: City, out: Output, year: Year, when: int, able: Floats) -> None:
    rng, area = city.chance.of(f"three plus one {when}"), areas(city)
    child = np.flatnonzero((year.school >= 0) & np.isin(year.grade, (7, 10, 13)))
    taken, weight = two_stage(rng, year.school[child], area, city.count(60) + 3, 25)
    child = child[taken]
    row = np.repeat(np.arange(len(child)), len(ITEMS))
    item, of = np.arange(len(row)) % len(ITEMS), child[row]
    mean = np.array(ITEM_MEANS[when])[item] - 3.0 * (area[year.school[of]] == 2)
    score = np.round(np.clip(mean + 4 * able[of] + rng.normal(0, 9, len(row)), 10, 100))
    columns: dict[str, Any] = {
        "round_no": words([str(when)], row * 0),
        "pupil_no": joined(pa.scalar("T"), digits(row + 1, 9)),
        "school_code": city.school_codes(year.school[of]),
        "grade_code": words(GRADES, year.grade[of]),
        "item_code": words(ITEMS, item),
        "tested_on": np.full(len(row), day(f"{when}-11-05")),
        "score": score,
        "level_code": words(SCORE_LEVELS, level_of(score)),
        "stratum": words(AREAS, area[year.school[of]]),
        "weight": weight[row],
    }
    out.write("three_plus_one_results", columns, f"三加一测评-{when}", f"{when}-12-10")


def level_of(score: Floats) -> Ints:
    """The place in SCORE_LEVELS of a score of a hundred: from 90, 80 and 60."""
    return np.searchsorted(np.array([-90.0, -80.0, -60.0]), -score, side="left").astype(np.int64)
