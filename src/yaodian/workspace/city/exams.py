"""考试成绩文件: the entrance examination for senior schools by subject, and the college entrance examination, 2019 and 2020.

What a child can do is one number for all examinations, partly its school's, so that growth can be told from intake. Scores
and lines are invented."""

from __future__ import annotations

import numpy as np
import pyarrow as pa

from yaodian.workspace.city.chance import Floats, Ints, day, pick
from yaodian.workspace.city.drawn import City
from yaodian.workspace.city.roll import Year
from yaodian.workspace.city.schools import SPECIAL
from yaodian.workspace.city.texts import digits, joined, with_nulls, words
from yaodian.workspace.city.writing import Output

SUBJECTS = (
    ("chinese", 150, 0.66),
    ("math", 150, 0.52),
    ("english", 150, 0.56),
    ("combined_arts", 150, 0.62),
    ("combined_sciences", 150, 0.58),
    ("sports", 50, 0.86),
)
"""Subjects of the entrance examination: full marks and the share that is reached on average."""
ENTRANCE_DAYS = {2019: "2019-06-24", 2020: "2020-07-20"}
COLLEGE_DAYS = {2019: "2019-06-07", 2020: "2020-07-07"}
ABSENT = 0.012  # candidates who missed a subject
TRACKS = ("arts", "science", "arts_sports")
LINES = ((545, 465, 180), (485, 385, 180), (440, 330, 170))
"""Totals from which a candidate reaches the first, second and vocational line, by track."""
REPEATS = 0.14  # candidates of earlier years among all


def ability(city: City) -> Floats:
    """What each child can do (mean 0, spread 1): its own part, and the part that its school gave it."""
    rng = city.chance.of("ability")
    gift = rng.normal(0, 0.35, len(city.schools.all))
    own = rng.normal(0, 0.94, city.families.child_count)
    school = city.roll.years[0].school
    return own + np.where(school >= 0, gift[school], 0.0)


def leavers(year: Year, grade: int) -> Ints:
    """The children who leave a grade at the end of a school year."""
    return np.flatnonzero((year.school >= 0) & (year.grade == grade) & (year.stage != SPECIAL))


def write_exams(city: City, out: Output) -> dict[int, Floats]:
    """entrance_exam_results and college_exam_results; the entrance total of each child, by year of the examination."""
    able, totals = ability(city), {}
    for year in city.roll.years:
        totals[year.year + 1] = _write_entrance(city, out, year, able)
        _write_college(city, out, year, able)
    return totals


def _write_entrance(city: City, out: Output, year: Year, able: Floats) -> Floats:
    when, child = year.year + 1, leavers(year, 11)
    rng = city.chance.of(f"entrance {when}")
    full = np.array([most for _, most, _ in SUBJECTS], float)
    mean = np.array([share for _, _, share in SUBJECTS])
    luck = rng.normal(0, 0.09, (len(child), len(SUBJECTS)))
    score = np.round(np.clip(mean + 0.15 * able[child][:, None] + luck, 0.04, 1.0) * full * 2) / 2
    absent = rng.random(score.shape) < ABSENT
    row, subject = (part.ravel() for part in np.indices(score.shape))
    columns = {
        "candidate_no": joined(pa.scalar(f"{when % 100}5203"), digits(row + 1, 8)),
        "student_no": city.student_numbers(child[row]),
        "school_code": city.school_codes(year.school[child[row]]),
        "year": words([str(when)], row * 0),
        "examined_on": np.full(len(row), day(ENTRANCE_DAYS[when])) + subject // 3,
        "subject_code": words([code for code, _, _ in SUBJECTS], subject),
        "score": pa.array(score.ravel(), mask=absent.ravel()),
        "full_score": full[subject],
        "state_code": words(["sat", "absent"], absent.ravel().astype(np.int64)),
    }
    out.write("entrance_exam_results", columns, f"中考成绩-{when}", f"{when}-08-05")
    county = city.schools.county()[year.school[child]]
    total = np.where(absent, 0, score).sum(axis=1)
    out.total("entrance_candidates", str(when), county)
    out.total("entrance_score_sum", str(when), county, total)
    every = np.full(city.families.child_count, np.nan)
    every[child] = total
    return every


def _write_college(city: City, out: Output, year: Year, able: Floats) -> None:
    when, child = year.year + 1, leavers(year, 14)
    rng = city.chance.of(f"college {when}")
    child = np.r_[child, rng.choice(child, round(REPEATS * len(child)))]
    size = len(child)
    again = np.arange(size) >= size - round(REPEATS * size / (1 + REPEATS))
    track = pick(rng, size, [40, 52, 8])
    value = able[child] + np.where(track == 2, -0.5, 0.25) + rng.normal(0, 0.25, size)
    mean, full = np.array([0.64, 0.48, 0.56, 0.5]), np.array([150, 150, 150, 300])
    score = np.round(np.clip(mean + 0.15 * value[:, None] + rng.normal(0, 0.07, (size, 4)), 0.03, 0.99) * full)
    total = score.sum(axis=1)
    line = 3 - (total[:, None] >= np.array(LINES)[track]).sum(axis=1)
    columns = {
        "candidate_no": joined(pa.scalar(f"{when % 100}520311"), digits(np.arange(size) + 1, 6)),
        "student_no": with_nulls(city.student_numbers(child), ~again),
        "school_code": city.school_codes(year.school[child]),
        "year": words([str(when)], track * 0),
        "examined_on": np.full(size, day(COLLEGE_DAYS[when])),
        "track_code": words(TRACKS, track),
        "candidate_kind_code": words(["current", "repeat"], again.astype(np.int64)),
        **{name: score[:, at] for at, name in enumerate(("chinese", "math", "english", "combined"))},
        "total_score": total,
        "line_code": words(["first", "second", "vocational", "none"], line),
        "entrance_total": np.round(np.clip(0.62 + 0.15 * able[child], 0.1, 1) * 800),
    }
    out.write("college_exam_results", columns, f"高考成绩-{when}", f"{when}-07-30")
    county = city.schools.county()[year.school[child]]
    out.total("college_candidates", str(when), county)
    out.total("college_first_line", str(when), county, line == 0)
    out.total("college_second_line_or_higher", str(when), county, line <= 1)
