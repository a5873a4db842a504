"""教职工文件: teachers and other staff of every school, by its classes and pupils."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from yaodian.workspace.city.chance import Flags, Floats, Ints, day, pick
from yaodian.workspace.city.drawn import City
from yaodian.workspace.city.families import ETHNIC
from yaodian.workspace.city.identity import STAFF_TURNS, id_characters, phones
from yaodian.workspace.city.names import Names, given, surnames
from yaodian.workspace.city.places import COUNTIES
from yaodian.workspace.city.schools import HIGHER, STAGES, VOCATIONAL
from yaodian.workspace.city.texts import DASHED, digits, joined, of_bytes, with_nulls, words
from yaodian.workspace.city.writing import Layout, Output

PUPILS_PER_TEACHER = (19.5, 18.9, 15.0, 16.6, 23.0, 4.0, 18.5)
"""By stage; with the other staff below it makes 99,000 at scale 1.0."""
UNIVERSITY_STUDENTS = 65_000
OTHER_STAFF = 0.17  # of the teachers of a school; kindergartens have a carer to two teachers
PRESCHOOL_OTHERS = 0.50
SUBJECTS = ("chinese", "math", "english", "morality", "science", "sports", "music", "art", "it", "physics", "chemistry")
_LOADS = {1: (34, 29, 7, 4, 4, 9, 6, 5.5, 1.5, 0, 0), 2: (18, 18, 16, 8, 0, 8, 4, 3.5, 3, 8, 6)}
_DEGREES = ("14", "21", "31", "41")
_BY_STAGE = (
    (0, 22, 60, 18),
    (0.3, 55, 38, 6.7),
    (1, 84, 15, 0),
    (9, 90, 1, 0),
    (6, 84, 10, 0),
    (1, 60, 36, 3),
    (60, 40, 0, 0),
)
_TITLES = ("full_senior", "senior", "first", "second", "third", "none")
BACKBONE_LEVELS = ("national", "provincial", "city", "county", "school", "none")
_OTHERS = ("administrator", "teaching_support", "worker", "security", "canteen", "health_worker")


@dataclass(frozen=True)
class Staff:
    """The staff: school, stage and duty (0 for teachers) of each, and once written the columns of their list."""

    school: Ints
    stage: Ints
    duty: Ints
    columns: Mapping[str, Any] = field(default_factory=dict)

    @property
    def count(self) -> int:
        return len(self.school)

    def having(self, column: str, *codes: str) -> Flags:
        """Whose list says one of these codes in a column."""
        found: Flags = pc.is_in(self.columns[column], pa.array(codes)).to_numpy(zero_copy_only=False)
        return found


def staff(city: City) -> Staff:
    """As many teachers as each school's pupils and classes ask for, and its other staff."""
    last = city.roll.last
    there = last.school >= 0
    pupils = np.zeros((len(city.schools.all), 7))
    np.add.at(pupils, (last.school[there], last.stage[there]), 1)
    universities = city.schools.teaching(HIGHER)
    pupils[universities, HIGHER] = UNIVERSITY_STUDENTS * city.scale / max(1, len(universities))
    teachers = np.ceil(pupils / np.array(PUPILS_PER_TEACHER)).astype(np.int64)
    rate = np.full(7, OTHER_STAFF)
    rate[0] = PRESCHOOL_OTHERS
    others = np.round(teachers * rate).astype(np.int64)
    at_school, at_stage = np.indices(teachers.shape)
    pairs = [
        (np.repeat(at_school.ravel(), n.ravel()), np.repeat(at_stage.ravel(), n.ravel())) for n in (teachers, others)
    ]
    school = np.concatenate([pair[0] for pair in pairs])
    stage = np.concatenate([pair[1] for pair in pairs])
    duty = np.r_[np.zeros(len(pairs[0][0]), np.int64), np.ones(len(pairs[1][0]), np.int64)]
    order = np.lexsort((duty, stage, school))
    return Staff(school[order], stage[order], duty[order])


def write_staff(city: City, out: Output) -> Staff:
    """teachers."""
    made = staff(city)
    columns = _described(city, city.chance.of("staff"), made)
    layout = Layout("csv", "gbk", "element", DASHED, labels=True)
    out.write("teachers", columns, "教职工-全市", "2019-09-01", "school_code", layout)
    made = replace(made, columns=columns)
    _tell(city, out, made)
    return made


def _tell(city: City, out: Output, made: Staff) -> None:
    """How many full-time teachers each county has, and how many of them hold a certificate."""
    certified, full = ~made.having("certificate_code", "none"), made.having("duty_code", "teacher")
    county = city.schools.county()[made.school]
    for stage, name in enumerate(STAGES):
        chosen = full & (made.stage == stage)
        out.total(f"teachers_{name}", "2019S", county[chosen])
        out.total(f"certified_teachers_{name}", "2019S", county[chosen], certified[chosen])


def _described(city: City, rng: np.random.Generator, made: Staff) -> dict[str, Any]:
    """The columns of the staff's list."""
    size, stage, teaches = made.count, made.stage, made.duty == 0
    male = rng.random(size) < np.array([0.03, 0.40, 0.52, 0.58, 0.55, 0.35, 0.55])[stage]
    birth = day("2019-09-01") - (rng.triangular(22.5, 36, 59.5, size) * 365.25).astype(np.int64)
    began = birth + (22 * 365.25 + rng.integers(0, 900, size)).astype(np.int64)
    began = np.minimum(began, day("2019-08-15"))
    county = city.schools.county()[made.school]
    region = np.array([c.region for c in COUNTIES])[county]
    names = Names(surnames(rng, size), *given(rng, male))
    ids = of_bytes(id_characters(np.where(region == 520304, 520321, region), birth, male.astype(np.int64), STAFF_TURNS))
    years = (day("2019-09-01") - began) / 365.25
    return {
        "staff_no": _numbers(city, made, county),
        "school_code": city.school_codes(made.school),
        "name": names.text(),
        "id_no": ids,
        "sex_code": words(["2", "1"], male.astype(np.int64)),
        "birth_on": birth,
        "ethnic_code": words(ETHNIC, pick(rng, size, [80, 3, 7, 4, 2])),
        "duty_code": _duties(rng, made),
        "post_kind_code": _posts(city, rng, made),
        "stage_code": words(STAGES, np.where(teaches, stage, -1)),
        "subject_code": _subjects(rng, made),
        "certificate_code": _certificates(rng, made),
        "began_work_on": began,
        "came_on": np.minimum(began + rng.integers(0, 6000, size), day("2019-08-25")),
        "weekly_lessons": pa.array(rng.integers(8, 20, size).astype(float), mask=~teaches),
        "has_mental_health_training": teaches & (rng.random(size) < 0.2),
        "phone": phones(90_000_000 + np.arange(size)),
    } | _standing(rng, made, years)


def _standing(rng: np.random.Generator, made: Staff, years: Floats) -> dict[str, Any]:
    """Degrees, title and backbone level, by stage and years of work."""
    size, stage, teaches = made.count, made.stage, made.duty == 0
    older = pick(rng, size, [1, 42, 45, 12, 0, 0])
    title = np.where(years > 20, older, np.where(years > 10, 2, np.where(years > 4, 3, 5)))
    degree = np.select([stage == s for s in range(7)], [pick(rng, size, list(w)) for w in _BY_STAGE])
    level = np.where(teaches & (years > 5), pick(rng, size, [0.1, 1.2, 6, 18, 12, 63]), 5)
    return {
        "degree_code": words(_DEGREES, np.where(teaches, degree, 3)),
        "first_degree_code": words(_DEGREES, np.where(teaches, np.minimum(degree + (rng.random(size) < 0.4), 3), 3)),
        "title_code": words(_TITLES, np.where(teaches, title, 5)),
        "backbone_code": words(BACKBONE_LEVELS, level),
    }


def _numbers(city: City, made: Staff, county: Ints) -> Any:
    codes = words([c.code.replace("X", "9") for c in COUNTIES], county)
    return joined(codes, digits(np.arange(made.count), 6))


def _duties(rng: np.random.Generator, made: Staff) -> Any:
    first = np.r_[True, made.school[1:] != made.school[:-1]]
    teachers = np.where(first, 1, np.where(rng.random(made.count) < 0.03, 2, 0))
    others = np.where(
        made.stage == 0, np.where(rng.random(made.count) < 0.75, 9, 7), pick(rng, made.count, [4, 3, 5, 4, 5, 1]) + 3
    )
    kinds = ("teacher", "principal", "vice_principal", *_OTHERS, "carer")
    return words(kinds, np.where(made.duty == 0, teachers, others))


def _posts(city: City, rng: np.random.Generator, made: Staff) -> Any:
    private = np.array([school.is_private for school in city.schools.all])[made.school]
    luck = rng.random(made.count)
    public = np.where(made.duty == 1, 2, np.where(luck < 0.86, 0, np.where(luck < 0.94, 1, 2)))
    return words(["permanent", "special_post", "contract", "private_employed"], np.where(private, 3, public))


def _subjects(rng: np.random.Generator, made: Staff) -> Any:
    low, high = (pick(rng, made.count, list(_LOADS[stage])) for stage in (1, 2))
    stages = [made.stage == stage for stage in (0, VOCATIONAL, 5, HIGHER)]
    fixed = np.select(stages, [11, 12, 13, 14], default=-1)
    subject = np.where(fixed >= 0, fixed, np.where(made.stage == 1, low, high))
    known = (*SUBJECTS, "preschool", "vocational", "special", "other")
    return with_nulls(words(known, subject), made.duty == 0)


def _certificates(rng: np.random.Generator, made: Staff) -> Any:
    kinds = ("preschool", "primary", "junior", "senior", "vocational", "primary", "higher", "none")
    lacks = rng.random(made.count) < np.where(made.stage == 0, 0.18, 0.008)
    return words(kinds, np.where((made.duty == 1) | lacks, 7, made.stage))
