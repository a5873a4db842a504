"""督导、安全和表册文件: hazards found, inspections, forms asked of schools, complaints, dropouts known."""

from __future__ import annotations

import numpy as np
import pyarrow as pa

from yaodian.workspace.city.chance import day, pick
from yaodian.workspace.city.drawn import City
from yaodian.workspace.city.texts import at, digits, joined, with_nulls, words
from yaodian.workspace.city.writing import Output

HAZARDS, COMPLAINTS = 1600, 420
REQUESTS = {2019: 74, 2020: 60}
INSPECTIONS = {2019: 6900, 2020: 5200}
"""Forms asked of schools and inspections at scale 1.0: fewer in 2020, as teachers' burden was to fall."""
YEAR_END = day("2020-12-31")
REPORTED_DROPOUTS = 0.6
"""Of those who stopped coming, how many the counties list; the rest is for the comparison to find."""


def write_supervision(city: City, out: Output) -> None:
    """hazards, inspections, data_requests, complaints, dropouts."""
    _write_hazards(city, out)
    for year in INSPECTIONS:
        _write_inspections(city, out, year)
        _write_requests(city, out, year)
    _write_complaints(city, out)
    _write_dropouts(city, out)


def _write_hazards(city: City, out: Output) -> None:
    rng = city.chance.of("hazards")
    size = city.count(HAZARDS)
    school = rng.integers(0, len(city.schools.all), size)
    found = day("2020-03-10") + rng.integers(0, 280, size)
    due = found + pick(rng, size, [4, 4, 1]) * 15 + 15
    closed = found + rng.integers(3, 60, size)
    still_open = (rng.random(size) < 0.12) | (closed > YEAR_END)
    kinds = ("fire", "food", "building", "traffic", "water", "electricity", "epidemic", "surroundings")
    columns = {
        "hazard_no": joined(pa.scalar("YH-2020-"), digits(np.arange(size) + 1, 5)),
        "school_code": city.school_codes(school),
        "found_on": found,
        "kind_code": words(kinds, pick(rng, size, [30, 18, 15, 10, 6, 14, 12, 5])),
        "grade_code": words(["ordinary", "large", "major"], pick(rng, size, [92, 7, 1])),
        "due_on": due,
        "closed_on": pa.array(closed, mask=still_open),
        "checked_by": with_nulls(words(["县教育局", "乡镇中心学校"], school % 2), ~still_open),
        "is_outside": rng.random(size) < 0.06,
    }
    out.write("hazards", columns, "安全隐患", "2020-12-31")
    county = city.schools.county()[school]
    out.total("hazards_found", "2020", county)
    out.total("hazards_closed_in_time", "2020", county, ~still_open & (closed <= due))


def _write_inspections(city: City, out: Output, year: int) -> None:
    rng = city.chance.of(f"inspections {year}")
    size = city.count(INSPECTIONS[year])
    school = rng.integers(0, len(city.schools.all), size)
    began = day(f"{year}-03-16") + rng.integers(0, 280, size)
    problems = pick(rng, size, [30, 30, 20, 12, 8])
    columns = {
        "inspection_no": joined(pa.scalar(f"DD-{year}-"), digits(np.arange(size) + 1, 5)),
        "school_code": city.school_codes(school),
        "kind_code": words(["regular", "thematic", "spot_check", "other_office"], pick(rng, size, [60, 20, 10, 10])),
        "subject": words(
            ["春季开学", "控辍保学", "学生资助", "食堂管理", "校园安全", "减负"], rng.integers(0, 6, size)
        ),
        "ordered_by_code": words(["inspection_office"], school * 0),
        "level_code": words(["county", "city"], (rng.random(size) < 0.2).astype(np.int64)),
        "began_on": began,
        "days": np.where(rng.random(size) < 0.7, 0.5, 1.0),
        "is_planned": rng.random(size) < 0.75,
        "conclusion_code": words(["passed", "passed_with_repairs"], (problems > 0).astype(np.int64)),
        "problem_count": problems,
        "repaired_count": np.maximum(0, problems - (rng.random(size) < 0.2)),
        "report_on": began + 10,
    }
    out.write("inspections", columns, f"督导检查-{year}", f"{year}-12-31")
    out.total("inspections", str(year), city.schools.county()[school])


def _write_requests(city: City, out: Output, year: int) -> None:
    rng, count = city.chance.of(f"requests {year}"), len(city.schools.all)
    titles = ("防控日报", "留守儿童统计", "校舍情况", "营养餐月报", "图书统计", "教师信息采集", "安全自查", "问卷打卡")
    offices = ("basic_education", "planning_and_finance", "student_aid", "personnel_and_teachers", "bureau_office")
    asked, receivers = np.arange(max(4, city.planned(REQUESTS[year]))), max(3, count // 12)
    request = np.repeat(asked, receivers)
    school = np.concatenate([rng.choice(count, receivers, replace=False) for _ in asked])
    start, fields = day(f"{year}-03-02") + asked * 4, rng.integers(6, 60, len(asked))
    columns = {
        "request_no": joined(pa.scalar(f"BB-{year}-"), digits(request + 1, 4)),
        "title": words(titles, request % 8),
        "asked_by_code": words(offices, request % 5),
        "receiver_code": city.school_codes(school),
        "asked_on": start[request],
        "due_on": start[request] + 4,
        "form_kind_code": words(["table", "platform", "report", "app"], request % 4),
        "field_count": fields[request],
        "fields_in_registers": (fields * 7 // 10)[request],
        "rhythm_code": words(["daily", "once", "monthly", "termly"], request % 4),
        "is_listed": request % 3 == 0,
        "answered_on": start[request] + rng.integers(0, 8, len(request)),
    }
    out.write("data_requests", columns, f"表册索取-{year}", f"{year}-12-31")
    out.total("forms_asked", str(year), city.schools.county()[school])


def _write_complaints(city: City, out: Output) -> None:
    rng = city.chance.of("complaints")
    size = city.count(COMPLAINTS)
    school, received = rng.integers(0, len(city.schools.all), size), day("2020-01-05") + rng.integers(0, 350, size)
    closed = received + rng.integers(3, 80, size)
    still_open = (rng.random(size) < 0.1) | (closed > YEAR_END)
    topics = ("fees", "admission", "tutoring", "ethics", "safety", "meals", "burden", "other")
    columns = {
        "complaint_no": joined(pa.scalar("TS-2020-"), digits(np.arange(size) + 1, 4)),
        "received_on": received,
        "channel_code": words(["hotline", "web", "letter", "leaders_box"], rng.integers(0, 4, size)),
        "topic_code": words(topics, pick(rng, size, [8, 20, 22, 8, 7, 6, 9, 20])),
        "county_code": city.county_codes(city.schools.county()[school]),
        "school_code": city.school_codes(school),
        "due_on": received + 60,
        "closed_on": pa.array(closed, mask=still_open),
        "is_true": rng.random(size) < 0.35,
    }
    out.write("complaints", columns, "投诉举报", "2020-12-31")


def _write_dropouts(city: City, out: Output) -> None:
    """What the counties know: a part of those who stopped coming, and of those who were never enrolled."""
    rng, made, roll = city.chance.of("dropouts"), city.families, city.roll
    every = np.flatnonzero(roll.dropped_out | (roll.never_enrolled & (made.age >= 7) & (made.age < 15)))
    child = every[rng.random(len(every)) < REPORTED_DROPOUTS]
    if not len(child):
        child = every[:1]
    found, back = day("2020-04-20") + rng.integers(0, 70, len(child)), rng.random(len(child)) < 0.5
    columns = {
        "id_no": at(city.persons.id_no, child),
        "name": at(city.persons.name, child),
        "sex_code": city.sexes(child),
        "birth_on": made.birth[child],
        "student_no": with_nulls(city.student_numbers(child), roll.dropped_out[child]),
        "county_code": city.county_codes(made.home_county[made.house[child]]),
        "school_code": city.school_codes(np.where(roll.dropped_out[child], roll.last.school[child], -1)),
        "kind_code": words(["never_enrolled", "dropped_out"], roll.dropped_out[child].astype(np.int64)),
        "found_on": found,
        "reason_code": words(
            ["weariness", "work", "marriage", "disability", "poverty", "moved"],
            pick(rng, len(child), [55, 18, 4, 10, 3, 10]),
        ),
        "step_code": with_nulls(
            words(["persuasion", "order", "penalty"], pick(rng, len(child), [85, 12, 3])), np.ones(len(child), bool)
        ),
        "outcome_code": words(["open", "returned"], back.astype(np.int64)),
        "returned_on": pa.array(found + 20, mask=~back),
        "closed_on": pa.array(found + 45, mask=~back),
    }
    out.write("dropouts", columns, "控辍保学台账", "2020-08-31", "county_code")
