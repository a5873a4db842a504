"""学籍: who is in which school, grade and class in two school years: entries, moving up, transfers, leaving, dropping out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from yaodian.workspace.city.chance import Chance, Flags, Floats, Ints, rank_within
from yaodian.workspace.city.families import Families
from yaodian.workspace.city.schools import JUNIOR, PRESCHOOL, PRIMARY, SENIOR, SPECIAL, VOCATIONAL, Schools

GRADES = ("k1", "k2", "k3", "p1", "p2", "p3", "p4", "p5", "p6", "j1", "j2", "j3", "s1", "s2", "s3", "v1", "v2", "v3")
FIRST_YEAR = 2018
YEARS = (2018, 2019)
KINDERGARTEN = (0.80, 0.89, 0.95)
"""Share of children in the small, middle and top class: a gross rate of about 88 %."""
TO_SENIOR, TO_VOCATIONAL = 0.570, 0.305
"""Ways after junior school; the rest leave the roll. Makes 150 and 80 thousand pupils."""
NEVER_ENROLLED, DROPPED_OUT = 0.0012, 0.0018
"""Shares of children of compulsory age without any record, and of those in grades 5 to 9 who stopped coming in spring 2020
(the control line is 0.6 % and 1.8 %)."""
TRANSFER = 0.015
EARLY, LATE = 0.02, 0.03
IN_SPECIAL = 0.0022


class Year(NamedTuple):
    """One school year, a value for each child: -1 where the child is not in school. `class_no` is a number of six digits."""

    year: int
    school: Ints
    grade: Ints
    stage: Ints
    entered: Ints
    class_no: Ints


@dataclass(frozen=True)
class Roll:
    """The two years, where the pupils go on in the next one (`coming`: no newcomers, no classes yet), who boards, who
    never came and who dropped out."""

    years: tuple[Year, ...]
    coming: Year
    boards: Flags
    never_enrolled: Flags
    dropped_out: Flags

    @property
    def last(self) -> Year:
        return self.years[-1]

    def ever(self) -> Flags:
        """Who stands on the roll in any of the years."""
        on_roll: Flags = np.any([year.school >= 0 for year in self.years], axis=0)
        return on_roll


def roll(chance: Chance, made: Families, schools: Schools) -> Roll:
    """The roll of all children that live in the city."""
    rng = chance.of("roll")
    size = made.child_count
    lives = ~made.is_away[made.house]
    shift = np.where((u := rng.random(size)) < LATE, -1, np.where(u > 1 - EARLY, 1, 0))
    way, never = rng.random(size), rng.random(size) < NEVER_ENROLLED
    special = rng.random(size) < IN_SPECIAL
    luck = rng.random(size)
    moved = rng.random(size) < TRANSFER
    town = made.home_town[made.house]
    base = [_drawn(rng, stage, town, schools) for stage in range(6)]
    other = [_drawn(rng, stage, rng.permutation(town), schools) for stage in range(6)]
    years = []
    for year in (*YEARS, YEARS[-1] + 1):
        level = made.age - 3 + shift - (YEARS[-1] - year)
        grade, stage = _grades(level, way, special)
        present = (level >= 0) & (level <= 14) & lives & (grade >= 0) & ~(never & (level >= 3))
        present &= (level > 2) | (luck < np.array(KINDERGARTEN)[np.clip(level, 0, 2)])
        school = _chosen(base, other, stage, moved & (year >= YEARS[-1]))
        school = np.where(present, school, -1)
        in_stage = np.where(grade >= 3, np.where(grade >= 9, (grade - 9) % 3, grade - 3), grade)
        years.append(Year(year, school, np.where(present, grade, -1), stage, year - in_stage, np.zeros(size, np.int64)))
    coming = years.pop()
    last = years[-1]
    dropped = (last.school >= 0) & (last.grade >= 7) & (last.grade <= 11) & (rng.random(size) < DROPPED_OUT)
    boards = np.array([school.boards for school in schools.all])[last.school] & (
        rng.random(size) < _BOARDING[last.stage]
    )
    held = _with_classes(years, schools)
    return Roll(held, coming, boards & (last.school >= 0), never & lives, dropped)


_BOARDING = np.array([0.0, 0.45, 0.72, 0.85, 0.8, 0.5])
"""Shares of boarders by stage in schools that board: those who live far."""


def _grades(level: Ints, way: Floats, special: Flags) -> tuple[Ints, Ints]:
    """Grade (place in GRADES, -1: none) and stage of each child at a level, the number of years since the small class."""
    upper = np.where(way < TO_SENIOR, level, np.where(way < TO_SENIOR + TO_VOCATIONAL, level + 3, -1))
    grade = np.where(level >= 12, upper, level)
    stage = np.select(
        [grade < 3, grade < 9, grade < 12, grade < 15], [PRESCHOOL, PRIMARY, JUNIOR, SENIOR], default=VOCATIONAL
    )
    in_special = special & (grade >= 3) & (grade < 12)
    return grade, np.where(in_special, SPECIAL, stage)


def _chosen(base: list[Ints], other: list[Ints], stage: Ints, moved: Flags) -> Ints:
    return np.where(moved, np.choose(stage, other), np.choose(stage, base))


def _drawn(rng: np.random.Generator, stage: int, town: Ints, schools: Schools) -> Ints:
    """A school of the stage for each child: by weight among those of its town, else of its county, else of the city."""
    able = schools.teaching(stage)
    town_of, county_of = np.array([schools.all[s].town for s in able]), schools.county()[able]
    order = np.argsort(town_of, kind="stable")
    able, town_of, county_of = able[order], town_of[order], county_of[order]
    total = np.r_[0.0, np.cumsum(schools.weights()[able])]
    towns, by_county = schools.towns, stage >= SENIOR
    low, high = np.empty(len(towns.county)), np.empty(len(towns.county))
    for at, county in enumerate(towns.county):
        inside = np.flatnonzero(county_of == county if by_county else town_of == at)
        inside = inside if len(inside) else np.flatnonzero(county_of == county)
        inside = inside if len(inside) else np.arange(len(able))
        low[at], high[at] = total[inside[0]], total[inside[-1] + 1]
    point = low[town] + rng.random(len(town)) * (high - low)[town]
    return able[np.clip(np.searchsorted(total, point, side="right") - 1, 0, len(able) - 1)]


def _with_classes(years: list[Year], schools: Schools) -> tuple[Year, ...]:
    """The years with class numbers: classes are formed at entry, pupils stay in theirs, newcomers join those there are."""
    first, last = years
    groups = [(y.school.astype(np.int64) * 10 + y.stage) * 10_000 + y.entered for y in years]
    known, count = np.unique(groups[0], return_counts=True)
    formed = _class_count(count, known, schools)
    earlier = _numbered(first, rank_within(groups[0]), formed[np.searchsorted(known, groups[0])])
    now, inverse, count = np.unique(groups[1], return_inverse=True, return_counts=True)
    there = np.minimum(np.searchsorted(known, now), len(known) - 1)
    classes = np.where(known[there] == now, formed[there], _class_count(count, now, schools))
    stays = (first.school == last.school) & (groups[0] == groups[1])
    later = np.where(stays, earlier, _numbered(last, rank_within(groups[1]), classes[inverse]))
    return first._replace(class_no=earlier), last._replace(class_no=later)


def _class_count(pupils: Ints, group: Ints, schools: Schools) -> Ints:
    """Into how many classes a group of so many pupils is split: a few above the size are still borne."""
    size = schools.class_sizes()[group // 100_000]
    return np.maximum(1, np.ceil(pupils / size - 0.2)).astype(np.int64)


def _numbered(year: Year, turn: Ints, classes: Ints) -> Ints:
    block = np.array([0, 0, 30, 0, 0, 60])[year.stage]
    number: Ints = year.entered * 100 + block + turn % classes + 1
    return number
