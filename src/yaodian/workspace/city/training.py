"""培训文件: what teachers were trained in, 2016 to 2020: a course for all in each year, and courses by topic in the last two.

360 lessons in five years are asked of every teacher: five courses for all make just that, so who missed one needs another."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyarrow as pa

from yaodian.workspace.city.chance import Flags, Ints, day
from yaodian.workspace.city.drawn import City
from yaodian.workspace.city.schools import HIGHER
from yaodian.workspace.city.staff import Staff
from yaodian.workspace.city.texts import words
from yaodian.workspace.city.writing import Output

YEARS = (2016, 2017, 2018, 2019, 2020)
LESSONS_FOR_ALL, TAKES_PART = 72, 0.955
TOPICS = "语文 数学 英语 思政 体育 音乐 美术 幼儿园 班主任 信息技术 校长 特教 公共卫生 心理健康 财务管理 乡村小学全科".split()
TOPIC_YEARS = (2019, 2020)
ON_A_TOPIC = 0.28
"""Share of teachers on a course by topic in a year; country teachers come a little oftener."""
FIVE_YEARS = 360
LEVELS = ("city", "county", "provincial", "national")
ORGANISERS = ("市教科院", "县级教师发展中心", "省教师发展中心", "部属师范大学")


def write_training(city: City, out: Output, staff: Staff) -> None:
    """trainings and training_records."""
    rng = city.chance.of("training")
    teacher = np.flatnonzero((staff.duty == 0) & (staff.stage < HIGHER))
    rural = np.array([s.urban_rural[0] == "2" for s in city.schools.all])[staff.school[teacher]]
    began = staff.columns["began_work_on"][teacher]
    courses = [(f"PX-{year}-000", f"{year}年教师全员研修", 1, day(f"{year}-08-20"), LESSONS_FOR_ALL) for year in YEARS]
    parts = [
        (at, np.flatnonzero((began <= courses[at][3] - 30) & (rng.random(len(teacher)) < TAKES_PART)))
        for at in range(5)
    ]
    for year in TOPIC_YEARS:
        share = ON_A_TOPIC * np.where(rural, 1.25, 0.9)
        chosen = np.flatnonzero((began <= day(f"{year}-01-01")) & (rng.random(len(teacher)) < share))
        which = rng.integers(0, len(TOPICS), len(chosen))
        for topic, word in enumerate(TOPICS):
            on = day(f"{year}-03-20") + topic * 17
            courses.append(
                (f"PX-{year}-{topic + 1:03d}", f"{word}教师能力提升培训", topic % 4, on, 24 + topic % 4 * 16)
            )
            parts.append((len(courses) - 1, chosen[which == topic]))
    _write_courses(out, rng, courses, [part for _, part in parts], rural)
    course = np.repeat([at for at, _ in parts], [len(part) for _, part in parts])
    _write_records(city, out, rng, staff, teacher, courses, course, np.concatenate([part for _, part in parts]))


def _write_courses(
    out: Output,
    rng: np.random.Generator,
    courses: list[tuple[str, str, int, int, int]],
    parts: list[Ints],
    rural: Flags,
) -> None:
    levels = [LEVELS[course[2]] for course in courses]
    size = np.array([len(part) for part in parts])
    ended = np.array([course[3] for course in courses])
    columns: dict[str, Any] = {
        "training_no": [course[0] for course in courses],
        "training_name": [course[1] for course in courses],
        "level_code": levels,
        "programme_code": levels,
        "began_on": ended - 6,
        "ended_on": ended,
        "topic": [course[1].removesuffix("培训") for course in courses],
        "planned_count": np.round(size * rng.uniform(1.0, 1.1, len(size))).astype(np.int64),
        "trained_count": size,
        "rural_count": np.array([int(rural[part].sum()) for part in parts]),
        "lessons": np.array([float(course[4]) for course in courses]),
        "cost_yuan": size * np.array([course[4] * 8.0 for course in courses]),
        "organiser": [ORGANISERS[course[2]] for course in courses],
    }
    out.write("trainings", columns, "培训项目", "2020-12-31")


def _write_records(
    city: City, out: Output, rng: np.random.Generator, staff: Staff, teacher: Ints,
    courses: list[tuple[str, str, int, int, int]], course: Ints, row: Ints,
) -> None:  # fmt: skip
    person = teacher[row]
    lessons = np.array([course[4] for course in courses])[course]
    passed = rng.random(len(row)) < 0.985
    columns = {
        "staff_no": staff.columns["staff_no"].take(pa.array(person)),
        "school_code": city.school_codes(staff.school[person]),
        "training_no": words([course[0] for course in courses], course),
        "completed_on": np.array([course[3] for course in courses])[course],
        "lessons": lessons.astype(float),
        "level_code": words(LEVELS, np.array([course[2] for course in courses])[course]),
        "is_passed": passed,
    }
    out.write("training_records", columns, "培训学时", "2020-12-31")
    sums = np.bincount(row, lessons * passed, len(teacher))
    county = city.schools.county()[staff.school[teacher]]
    out.total("teachers_with_360_lessons", "2020", county, sums >= FIVE_YEARS)
    out.total("training_lessons_passed", "2016-2020", county, sums)
