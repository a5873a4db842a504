"""招生文件: catchment zones with their addresses, places offered and who was admitted where, in 2019 and 2020.

Primary schools take in by zone, junior schools whole classes or by zone, private ones by lottery where too many apply,
senior schools by score, model ones at least three fifths of their places as quotas over the junior schools."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import numpy as np
import pyarrow as pa

from yaodian.workspace.city.chance import Flags, Floats, Ints, day
from yaodian.workspace.city.drawn import City
from yaodian.workspace.city.places import CENTRAL, VILLAGES
from yaodian.workspace.city.roll import GRADES, Year
from yaodian.workspace.city.schools import JUNIOR, PRIMARY, SENIOR, STAGES, VOCATIONAL
from yaodian.workspace.city.texts import at, digits, joined, words
from yaodian.workspace.city.writing import Output

ENTRY_GRADES = (3, 9, 12, 15)
QUOTA = 0.60  # share of a model high school's places that is to be quotas; one in twelve such schools gives less
WAYS = ("zone", "whole_class", "lottery", "quota", "score", "direct")
ABSENT = 0.006  # admitted and never came
STREETS = ("文化路", "人民路", "解放路", "中山路", "凤凰路", "建设路", "新华路", "遵义路")


def write_admission(city: City, out: Output, totals: dict[int, Floats]) -> None:
    """catchment_zones, catchment_addresses, school_places and admissions; `totals` are the entrance totals by year."""
    years = (*city.roll.years, city.roll.coming)
    for before, year in pairwise(years):
        child = _entrants(before, year)
        _write_zones(city, out, year.year)
        quota = _write_places(city, out, year, child)
        _write_admissions(city, out, before, year, child, totals[year.year], quota)


def _entrants(before: Year, year: Year) -> Ints:
    """The children who enter a stage of school in a year: first grades that they did not sit in the year before."""
    new = (year.school >= 0) & np.isin(year.grade, ENTRY_GRADES) & (before.grade != year.grade)
    return np.flatnonzero(new & (year.stage <= VOCATIONAL))


def model_schools(city: City) -> Flags:
    """Which schools are model high schools."""
    return np.array([s.kind == "senior" and n % 15 <= 6 for n, s in enumerate(city.schools.all)])


def _write_zones(city: City, out: Output, when: int) -> None:
    every = city.schools.all
    pairs = [(n, stage) for n, s in enumerate(every) for stage in s.stages if stage in (PRIMARY, JUNIOR)]
    kept = [(n, stage) for n, stage in pairs if not every[n].is_private and every[n].kind != "point"]
    school, stage = (np.array(part) for part in zip(*kept, strict=True))
    county, town = city.schools.county()[school], np.array([every[n].town for n in school])
    number = joined(city.county_codes(county), words(["-P-", "-J-"], stage - PRIMARY), digits(school, 4))
    year = words([str(when)], school * 0)
    zones = {
        "zone_no": number,
        "year": year,
        "county_code": city.county_codes(county),
        "school_code": city.school_codes(school),
        "stage_code": words(STAGES, stage),
        "zone_name": joined(city.school_names(school), pa.scalar("片区")),
        "way_code": words(["single", "multi", "whole_class"], np.where(stage == PRIMARY, 0, 1 + school % 2)),
        "description": joined(words(city.towns.names, town), pa.scalar("所属村（社区）")),
        "published_on": np.full(len(school), day(f"{when}-06-20")),
    }
    out.write("catchment_zones", zones, f"学区-{when}", f"{when}-06-30", "county_code,year")
    row = np.repeat(np.arange(len(school)), 3)
    line = np.arange(len(row)) % 3
    addresses = {
        "zone_no": number.take(pa.array(row)),
        "year": year.take(pa.array(row)),
        "county_code": city.county_codes(county[row]),
        "address_no": line + 1,
        "town_code": city.town_codes(town[row]),
        "village": words(VILLAGES, (school[row] * 5 + line) % len(VILLAGES)),
        "street": words(STREETS, (school[row] * 3 + line) % len(STREETS)),
        "first_house": 1 + line * 100,
        "last_house": 99 + line * 100,
        "side_code": words(["both", "odd", "even"], line),
    }
    out.write("catchment_addresses", addresses, f"学区地址-{when}", f"{when}-06-30", "county_code,year")


def _write_places(city: City, out: Output, year: Year, child: Ints) -> Ints:
    """school_places of the schools' first grades; the quota of each school."""
    rng = city.chance.of(f"places {year.year}")
    key, admitted = np.unique(year.school[child] * 20 + year.grade[child], return_counts=True)
    school, grade = key // 20, key % 20
    size, model = city.schools.class_sizes()[school], model_schools(city)[school]
    classes = np.maximum(1, np.ceil(admitted / size)).astype(np.int64)
    places = np.maximum(admitted, np.round(classes * size * rng.uniform(0.94, 1.0, len(key)))).astype(np.int64)
    wanted = np.round(admitted * np.where(rng.random(len(key)) < 0.2, rng.uniform(1.05, 1.4, len(key)), 1.0))
    share = np.where(rng.random(len(key)) < 1 / 12, 0.52, QUOTA + 0.02)
    quota = np.where(model, np.ceil(places * share), 0).astype(np.int64)
    moved = (city.families.register_county != city.families.home_county)[city.families.house[child]]
    migrants = np.bincount(np.searchsorted(key, year.school[child] * 20 + year.grade[child]), moved, len(key))
    private = np.array([s.is_private for s in city.schools.all])[school]
    county = city.schools.county()[school]
    columns = {
        "school_code": city.school_codes(school),
        "county_code": city.county_codes(county),
        "year": words([str(year.year)], school * 0),
        "counted_on": np.full(len(key), day(f"{year.year}-09-01")),
        "stage_code": words(
            STAGES, np.array([PRIMARY, JUNIOR, SENIOR, VOCATIONAL])[np.searchsorted(ENTRY_GRADES, grade)]
        ),
        "grade_code": words(GRADES, grade),
        "class_count": classes,
        "place_count": places,
        "applicant_count": wanted.astype(np.int64),
        "admitted_count": admitted,
        "quota_count": quota,
        "migrant_count": migrants.astype(np.int64),
        "is_bought": private & (rng.random(len(key)) < 0.15) & (grade < 12),
    }
    out.write("school_places", columns, f"学位供给-{year.year}", f"{year.year}-09-10", "county_code,year")
    out.total("places_offered", str(year.year), county, places)
    out.total("quota_places", str(year.year), county, quota)
    every = np.zeros(len(city.schools.all), np.int64)
    np.add.at(every, school, quota)
    return every


def _write_admissions(
    city: City, out: Output, before: Year, year: Year, child: Ints, total: Floats, quota: Ints
) -> None:
    rng, school = city.chance.of(f"admissions {year.year}"), year.school[child]
    came = np.full(len(child), day(f"{year.year}-09-01"))
    score = total[child]
    columns: dict[str, Any] = {
        "admission_no": joined(pa.scalar(f"{year.year % 100}52"), digits(np.arange(len(child)) + 1, 9)),
        "student_no": city.student_numbers(child),
        "name": at(city.persons.name, child),
        "id_no": at(city.persons.id_no, child),
        "year": words([str(year.year)], school * 0),
        "from_school_code": city.school_codes(np.where(before.grade[child] >= 0, before.school[child], -1)),
        "school_code": city.school_codes(school),
        "stage_code": words(STAGES, year.stage[child]),
        "way_code": words(WAYS, _ways(city, rng, year, child, quota)),
        "round_name": words(["第一批", "第二批"], (year.stage[child] == VOCATIONAL).astype(np.int64)),
        "total_score": pa.array(np.nan_to_num(score), mask=np.isnan(score) | (year.stage[child] < SENIOR)),
        "admitted_on": day(f"{year.year}-08-10") + np.where(year.stage[child] < SENIOR, 0, 5),
        "registered_on": pa.array(came, mask=rng.random(len(child)) < ABSENT),
    }
    out.write("admissions", columns, f"录取-{year.year}", f"{year.year}-09-10")
    out.total("admitted_primary", str(year.year), city.schools.county()[school], year.stage[child] == PRIMARY)


def _ways(city: City, rng: np.random.Generator, year: Year, child: Ints, quota: Ints) -> Ints:
    """How each was admitted (places in WAYS): of a model school's pupils as many by quota as it has quota places."""
    stage, school = year.stage[child], year.school[child]
    private = np.array([s.is_private for s in city.schools.all])[school]
    core = np.isin(city.schools.county()[school], CENTRAL)
    low = np.where(private, 2, np.where((stage == JUNIOR) & core & (school % 2 == 0), 1, 0))
    size = np.bincount(school, minlength=len(quota))
    by_quota = rng.random(len(child)) < np.minimum(1, quota / np.maximum(1, size))[school]
    return np.select([stage == SENIOR, stage == VOCATIONAL], [np.where(by_quota, 3, 4), 5], default=low)
