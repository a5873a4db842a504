"""问卷文件: tests of what people know about drugs, and surveys of satisfaction: anonymous answers, drawn in strata and clusters.

The true shares stand in truth/knowledge.parquet and truth/satisfaction.parquet: an estimate from the answers should hold them."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyarrow as pa

from yaodian.workspace.city.chance import Floats, Ints, day
from yaodian.workspace.city.drawn import City
from yaodian.workspace.city.places import COUNTIES
from yaodian.workspace.city.sampling import two_stage
from yaodian.workspace.city.staff import Staff
from yaodian.workspace.city.texts import digits, joined, with_nulls, words
from yaodian.workspace.city.writing import Output

QUESTIONS, SCHOOLS, PERSONS = 10, 40, 20
"""Questions of a knowledge test, schools a stratum (at scale 1.0) and persons a school."""
TESTS = {"JD-2020-1": ("2020-06-20", 0.925), "JD-2020-2": ("2020-11-20", 0.968)}
"""Tests of drug knowledge: their day and the share of answers that are right."""
STRATA = ("小学", "初中", "普通高中", "中职", "教师", "职工")
HARDER = (-0.03, 0.0, 0.012, -0.015, 0.02, -0.01)
SURVEYS = {"MY-2019-1": ("2019-11-10", 0.84), "MY-2020-1": ("2020-10-20", 0.87)}
ITEMS, SURVEYED_SCHOOLS, SURVEYED_PERSONS = 6, 8, 12
"""Questions of a satisfaction survey, schools a county, persons a school and kind."""
KINDS = ("parent", "pupil", "teacher", "public")
CALLED = ("家长", "学生", "教师", "群众")
OF_KINDS = (0.0, 0.05, -0.02, -0.05)
INVALID = 0.03


def write_surveys(city: City, out: Output, staff: Staff) -> None:
    """knowledge_test_answers and survey_answers."""
    known = [_write_test(city, out, staff, name) for name in TESTS]
    out.tell("knowledge", {key: [x for part in known for x in part[key]] for key in known[0]})
    felt = [_write_survey(city, out, staff, name) for name in SURVEYS]
    out.tell("satisfaction", {key: [x for part in felt for x in part[key]] for key in felt[0]})


def _persons(city: City, staff: Staff) -> tuple[Ints, Ints]:
    """School and stratum of everybody who may be asked: pupils from grade 4, teachers, other staff."""
    last = city.roll.last
    child = np.flatnonzero((last.school >= 0) & (last.grade >= 6) & (last.stage >= 1) & (last.stage <= 4))
    return (
        np.r_[last.school[child], staff.school],
        np.r_[last.stage[child] - 1, np.where(staff.duty == 0, 4, 5)],
    )


def _write_test(city: City, out: Output, staff: Staff, name: str) -> dict[str, list[Any]]:
    rng, (on, mean) = city.chance.of(name), TESTS[name]
    school, stratum = _persons(city, staff)
    here = rng.normal(0, 0.012, len(city.schools.all))
    right = np.clip(mean + np.array(HARDER)[stratum] + here[school], 0.5, 0.999)
    parts = []
    for one in range(len(STRATA)):
        rows = np.flatnonzero(stratum == one)
        every = np.zeros(len(city.schools.all), np.int64)
        taken, weight = two_stage(rng, school[rows], every, city.count(SCHOOLS) + 2, PERSONS)
        parts.append((rows[taken], weight))
    person, weight = (np.concatenate(part) for part in zip(*parts, strict=True))
    row = np.repeat(np.arange(len(person)), QUESTIONS)
    of = person[row]
    columns = {
        "test_no": words([name], row * 0),
        "topic_code": words(["drugs"], row * 0),
        "school_code": city.school_codes(school[of]),
        "respondent_kind_code": words(["pupil", "teacher", "worker"], np.maximum(0, stratum[of] - 3)),
        "respondent_no": digits(row + 1, 6),
        "question_no": np.arange(len(row)) % QUESTIONS + 1,
        "tested_on": np.full(len(row), day(on)),
        "is_correct": rng.random(len(row)) < right[of],
        "stratum": words(STRATA, stratum[of]),
        "cluster_no": joined(pa.scalar("C"), digits(school[of], 4)),
        "weight": weight[row],
    }
    out.write("knowledge_test_answers", columns, f"禁毒测试-{name}", on)
    shares = [float(right[stratum == one].mean()) for one in range(len(STRATA))]
    persons = np.bincount(stratum, minlength=len(STRATA)).tolist()
    return {"test_no": [name] * len(STRATA), "stratum": [*STRATA], "persons": persons, "right_share": shares}


def _asked(city: City, staff: Staff, rng: np.random.Generator) -> tuple[Ints, Ints, Ints, Floats]:
    """Kind, county, school (-1: none) and weight of everybody asked: parents and pupils, teachers, people of the county."""
    last, county = city.roll.last, city.schools.county()
    child = np.flatnonzero((last.school >= 0) & (last.stage < 5))
    teacher = np.flatnonzero((staff.duty == 0) & (staff.stage < 6))
    parts = []
    for kind, school in enumerate((last.school[child], last.school[child], staff.school[teacher])):
        taken, weight = two_stage(rng, school, county, max(2, city.count(SURVEYED_SCHOOLS)), SURVEYED_PERSONS)
        parts.append((np.full(len(taken), kind), county[school[taken]], school[taken], weight))
    people = np.repeat(np.arange(len(COUNTIES)), max(4, city.count(60)))
    shares = np.array([place.share for place in COUNTIES])[people] * 4_000_000 * city.scale
    parts.append((np.full(len(people), 3), people, np.full(len(people), -1), shares / max(4, city.count(60))))
    kinds, where, schools, weight = (np.concatenate(part) for part in zip(*parts, strict=True))
    return kinds, where, schools, weight


def _write_survey(city: City, out: Output, staff: Staff, name: str) -> dict[str, list[Any]]:
    rng, (on, mean) = city.chance.of(name), SURVEYS[name]
    kind, county, school, weight = _asked(city, staff, rng)
    liked = mean + city.chance.of("liked").normal(0, 0.03, len(COUNTIES))[:, None] + np.array(OF_KINDS)
    row = np.repeat(np.arange(len(kind)), ITEMS)
    glad = rng.random(len(row)) < np.clip(liked[county[row], kind[row]], 0.2, 0.99)
    answer = np.where(glad, 4 + (rng.random(len(row)) < 0.6), 1 + rng.integers(0, 3, len(row)))
    columns = {
        "survey_no": words([name], row * 0),
        "county_code": city.county_codes(county[row]),
        "school_code": city.school_codes(school[row]),
        "respondent_kind_code": words(KINDS, kind[row]),
        "respondent_no": digits(row + 1, 6),
        "question_no": np.arange(len(row)) % ITEMS + 1,
        "answered_on": np.full(len(row), day(on)),
        "answer_no": answer,
        "is_satisfied": glad,
        "is_valid": (rng.random(len(kind)) >= INVALID)[row],
        "stratum": joined(words([p.name for p in COUNTIES], county[row]), words(CALLED, kind[row])),
        "cluster_no": with_nulls(joined(pa.scalar("S"), digits(np.maximum(0, school[row]), 4)), school[row] >= 0),
        "weight": weight[row],
    }
    out.write("survey_answers", columns, f"满意度-{name}", on)
    where, which = (part.ravel() for part in np.indices(liked.shape))
    return {
        "survey_no": [name] * liked.size,
        "county_code": [COUNTIES[at].code for at in where.tolist()],
        "respondent_kind_code": [KINDS[at] for at in which.tolist()],
        "satisfied_share": np.clip(liked, 0.2, 0.99).ravel().tolist(),
    }
