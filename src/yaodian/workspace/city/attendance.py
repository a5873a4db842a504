"""考勤文件: spells of absence in spring 2020 and the days that schools closed their books on in May.

Schools opened late: grades 9 and 12 on 16 March, the others from 7 April, kindergartens in May (from memory, unverified)."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from yaodian.workspace.city.campus import class_table
from yaodian.workspace.city.chance import Ints, day, pick
from yaodian.workspace.city.drawn import City
from yaodian.workspace.city.texts import digits, joined, with_nulls, words
from yaodian.workspace.city.writing import Layout, Output

SPELLS = 0.05  # pupils with a spell of absence in the term
FIRST_OPEN, THEN_OPEN, PRESCHOOL_OPEN, TERM_END = (
    day(d) for d in ("2020-03-16", "2020-04-07", "2020-05-11", "2020-07-10")
)
MAY_DAYS = tuple(d for d in range(day("2020-05-06"), day("2020-05-30")) if (d + 3) % 7 < 5)
"""School days of May 2020 after the holiday (Monday to Friday)."""
NEVER_CLOSES, FORGETS = 0.03, 0.02  # schools that never close a day, and days that the others forget
REASONS = ("illness", "personal", "official", "unexplained", "quarantine")


def write_attendance(city: City, out: Output) -> None:
    """absences and attendance_days; those who dropped out are absent without a reason and without an end."""
    child, begin, end, reason = _spells(city)
    last, rng = city.roll.last, city.chance.of("reported")
    open_end = reason == 5
    days = np.maximum(1, end - begin + 1)
    absences = {
        "student_no": city.student_numbers(child),
        "school_code": city.school_codes(last.school[child]),
        "class_no": digits(last.class_no[child], 6),
        "from_on": begin,
        "to_on": pa.array(end, mask=open_end),
        "days": pa.array(days.astype(float), mask=open_end),
        "reason_code": words((*REASONS, "unexplained"), reason),
        "is_reported": ~open_end | (rng.random(len(child)) < 0.4),
    }
    out.write("absences", absences, "缺勤-2020春", "2020-07-10")
    _write_days(city, out, child, begin, end)


def _spells(city: City) -> tuple[Ints, Ints, Ints, Ints]:
    """Child, first day, last day and reason (5: dropped out) of each spell."""
    rng, last = city.chance.of("absences"), city.roll.last
    there = np.flatnonzero((last.school >= 0) & ~city.roll.dropped_out)
    child = there[rng.random(len(there)) < SPELLS]
    grade = last.grade[child]
    opened = np.where(np.isin(grade, (11, 14)), FIRST_OPEN, np.where(grade < 3, PRESCHOOL_OPEN, THEN_OPEN))
    begin = opened + (rng.random(len(child)) * (TERM_END - 6 - opened)).astype(np.int64)
    end = begin + pick(rng, len(child), [50, 22, 14, 7, 4])
    reason = pick(rng, len(child), [70, 20, 3, 5, 2])
    gone = np.flatnonzero(city.roll.dropped_out)
    since = THEN_OPEN + rng.integers(0, 60, len(gone))
    return (
        np.concatenate([child, gone]),
        np.concatenate([begin, since]),
        np.concatenate([end, np.full(len(gone), TERM_END)]),
        np.concatenate([reason, np.full(len(gone), 5)]),
    )


def _write_days(city: City, out: Output, child: Ints, begin: Ints, end: Ints) -> None:
    rng, last = city.chance.of("closed days"), city.roll.last
    school, number, _, _, count = class_table(last)
    key = school * 1_000_000 + number
    place = np.searchsorted(key, last.school[child] * 1_000_000 + last.class_no[child])
    closes = rng.random(len(city.schools.all)) > NEVER_CLOSES
    rows, days, absent = [], [], []
    for one in MAY_DAYS:
        missing = np.bincount(place[(begin <= one) & (one <= end)], minlength=len(key))
        kept = closes & (rng.random(len(city.schools.all)) > FORGETS)
        chosen = np.flatnonzero(
            kept[school] & ((number % 100 > 0) if one >= PRESCHOOL_OPEN else _after_preschool(city, school))
        )
        rows.append(chosen)
        days.append(np.full(len(chosen), one))
        absent.append(missing[chosen])
    row, when = np.concatenate(rows), np.concatenate(days)
    minutes = words([f"T09:{n:02d}:00+08:00" for n in range(60)], row % 60)
    written = words([f"2020-05-{n:02d}" for n in range(1, 32)], when - day("2020-05-01"))
    columns = {
        "school_code": city.school_codes(school[row]),
        "class_no": digits(number[row], 6),
        "day_on": when,
        "expected_count": count[row],
        "absent_count": np.minimum(np.concatenate(absent), count[row]),
        "closed_at": with_nulls(joined(written, minutes), np.ones(len(row), bool)),
    }
    out.write("attendance_days", columns, "考勤日结-2020年5月", "2020-05-31", layout=Layout())


def _after_preschool(city: City, school: Ints) -> npt.NDArray[np.bool_]:
    return np.array([s.kind != "kindergarten" for s in city.schools.all])[school]
