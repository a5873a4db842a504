"""健康文件: fitness tests of two school years and vision screenings of two summers, of all pupils but those who were away.

Shares are shaped on what is published nationally: about half of the pupils short-sighted, more with every grade; the better
half of fitness grades about a third. The curves themselves are estimates."""

from __future__ import annotations

import numpy as np
import pyarrow as pa

from yaodian.workspace.city.chance import Floats, day, pick
from yaodian.workspace.city.drawn import City
from yaodian.workspace.city.monitoring import SCORE_LEVELS, level_of
from yaodian.workspace.city.roll import GRADES, Year
from yaodian.workspace.city.schools import PRESCHOOL, PRIMARY, VOCATIONAL
from yaodian.workspace.city.texts import words
from yaodian.workspace.city.writing import Output

SHORTSIGHTED = (
    0.02,
    0.04,
    0.08,
    0.15,
    0.22,
    0.31,
    0.39,
    0.46,
    0.52,
    0.60,
    0.66,
    0.71,
    0.76,
    0.79,
    0.81,
    0.62,
    0.64,
    0.66,
)
"""Share of short-sighted children by grade (places of GRADES)."""
BETTER = 0.006  # how much lower it is a year later: the programme asks for half a point a year
FITNESS = (79.5, 79.2, 78.8, 78.3, 77.9, 77.4, 76.5, 75.9, 75.2, 74.3, 73.8, 73.2, 72.8, 72.5, 72.2)
"""Mean fitness score by grade from p1."""
AWAY, EXEMPT = 0.02, 0.005
HEIGHTS = (120, 126, 132, 138, 144, 150, 157, 163, 166, 167, 168, 168, 167, 168, 168)


def write_health(city: City, out: Output) -> None:
    """fitness_tests of 2018S and 2019S, vision_screenings of the summers of 2019 and 2020."""
    sight = city.chance.of("sight").random(city.families.child_count)
    better = city.chance.of("better sight").normal(0, 0.03, len(city.schools.all))
    for later, year in enumerate(city.roll.years):
        _write_fitness(city, out, year, later)
        _write_vision(city, out, year, later, sight + np.where(year.school >= 0, better[year.school], 0))


def _write_fitness(city: City, out: Output, year: Year, later: int) -> None:
    rng, name = city.chance.of(f"fitness {year.year}"), f"{year.year}S"
    tested = (year.school >= 0) & (year.stage >= PRIMARY) & (year.stage <= VOCATIONAL)
    child = np.flatnonzero(tested & (rng.random(len(tested)) >= AWAY))
    grade, school, size = year.grade[child] - 3, year.school[child], len(child)
    here = city.chance.of("fit schools").normal(0, 2.2, len(city.schools.all))
    fit = np.array(FITNESS)[grade] + 0.7 * later + here[school] + rng.normal(0, 9.5, size)
    fit = np.array(FITNESS)[grade] + 0.7 * later + here[school] + rng.normal(0, 9.5, size)
    score = fit.clip(20, 118).round(1)
    level, exempt = level_of(score), rng.random(size) < EXEMPT
    boy = city.families.is_boy[child]
    height = np.array(HEIGHTS)[grade] + np.where(boy & (grade > 6), 6, 0) + rng.normal(0, 5.5, size)
    columns = {
        "student_no": city.student_numbers(child),
        "school_code": city.school_codes(school),
        "grade_code": words(GRADES, year.grade[child]),
        "school_year": words([name], grade * 0),
        "tested_on": day(f"{year.year}-11-04") + school % 20,
        "sex_code": city.sexes(child),
        "height_cm": np.round(height, 1),
        "weight_kg": np.round(
            (height / 100) ** 2 * rng.normal(17.0, 2.0, size).clip(11.5, 30) * (1 + grade * 0.012), 1
        ),
        "score": pa.array(score, mask=exempt),
        "level_code": words(SCORE_LEVELS, np.where(exempt, 2, level)),
        "is_exempt": exempt,
    }
    out.write("fitness_tests", columns, f"体质健康-{name}", f"{year.year}-12-31")
    county = city.schools.county()[school]
    out.total("fitness_tested", name, county)
    out.total("fitness_good_or_excellent", name, county, ~exempt & (level <= 1))
    out.total("fitness_fail", name, county, ~exempt & (level == 3))


def _write_vision(city: City, out: Output, year: Year, later: int, sight: Floats) -> None:
    rng, when = city.chance.of(f"vision {year.year}"), year.year + 1
    screened = (year.school >= 0) & (year.stage <= VOCATIONAL) & ((year.stage > PRESCHOOL) | (year.grade == 2))
    child = np.flatnonzero(screened & (rng.random(len(screened)) >= AWAY))
    size, school = len(child), year.school[child]
    short = sight[child] < np.array(SHORTSIGHTED)[year.grade[child]] - BETTER * later
    degree = rng.gamma(2.0, 1.1, size) + 0.5
    acuity = np.where(short, 4.9 - 0.12 * degree, 5.05 - 0.1 * (rng.random(size) < 0.12))
    worn = np.where(short, pick(rng, size, [42, 53, 2, 3]), 0)
    columns = {
        "student_no": city.student_numbers(child),
        "school_code": city.school_codes(school),
        "grade_code": words(GRADES, year.grade[child]),
        "screened_on": day(f"{when}-06-03") + school % 20,
        "sex_code": city.sexes(child),
        "left_acuity": np.round(np.clip(acuity + rng.normal(0, 0.05, size), 3.5, 5.3), 1),
        "right_acuity": np.round(np.clip(acuity + rng.normal(0, 0.05, size), 3.5, 5.3), 1),
        "left_sphere": np.round(np.where(short, -degree, rng.uniform(-0.25, 1.0, size)) * 4) / 4,
        "right_sphere": np.round(np.where(short, -degree * 0.95, rng.uniform(-0.25, 1.0, size)) * 4) / 4,
        "wears_code": words(["none", "glasses", "contact", "ok"], worn),
        "is_shortsighted": short,
    }
    out.write("vision_screenings", columns, f"视力筛查-{when}夏", f"{when}-06-30")
    county = city.schools.county()[school]
    out.total("vision_screened", f"{year.year}S2", county)
    out.total("shortsighted", f"{year.year}S2", county, short)
