"""治理文件: policy documents, events, party organisations as bodies, private schools' registration, tutoring firms and the
kindergartens that housing estates were to provide."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyarrow as pa

from yaodian.workspace.city.chance import day, pick
from yaodian.workspace.city.drawn import City
from yaodian.workspace.city.identity import body_code
from yaodian.workspace.city.places import COUNTIES
from yaodian.workspace.city.schools import HIGHER, JUNIOR, SENIOR, STAGES
from yaodian.workspace.city.staff import Staff
from yaodian.workspace.city.texts import digits, joined, with_nulls, words
from yaodian.workspace.city.writing import Output

DOCUMENTS = (
    ("关于学前教育深化改革规范发展的实施意见（演示）", "opinion", "2020-06-30"),
    ("中小学校家长委员会工作指南（演示）", "guide", "2020-09-10"),
    ("教育科创中心2020年工作推进计划（演示）", "plan", "2020-03-20"),
    ("教育事业“十四五”规划（演示）", "plan", ""),
    ("关于加强专门学校建设和专门教育工作的实施方案（演示）", "plan", "2020-11-05"),
    ("综合防控儿童青少年近视实施方案（演示）", "plan", "2019-11-12"),
    ("校园安全管理办法（演示）", "rules", "2020-05-18"),
    ("师德年度报告办法（演示）", "rules", ""),
    ("2020年义务教育招生工作通知（演示）", "notice", "2020-06-08"),
    ("高中阶段学校考试招生改革配套办法（演示）", "rules", "2020-04-28"),
)
"""Documents of the bureau and the day each was issued; some were drafted and never came out."""
EVENTS = {
    "meeting": 60,
    "contest": 45,
    "games": 12,
    "festival": 14,
    "exchange": 30,
    "campaign": 70,
    "campus": 260,
    "exhibition": 20,
}
"""Events a year at scale 1.0: events on campus are fewer in 2020, as they were to become."""
FIRMS, ESTATES = 640, 96
FIRM_STATES = ("lawful", "repairing", "closed", "suspended")
PROBLEMS = ("not_planned", "not_built", "not_handed_over", "misused", "none")
OFFICES = (
    "bureau_office",
    "basic_education",
    "planning_and_finance",
    "student_aid",
    "inspection_office",
    "personnel_and_teachers",
)


def write_governance(city: City, out: Output, staff: Staff) -> None:
    """policy_documents, events, party_organisations, private_school_registrations, tutoring_firms, estate_kindergartens."""
    _write_documents(out)
    for year in (2019, 2020):
        _write_events(city, out, year)
    _write_party(city, out, staff)
    _write_private(city, out)
    _write_firms(city, out)
    _write_estates(city, out)


def _write_documents(out: Output) -> None:
    issued = [day(on) if on else None for *_, on in DOCUMENTS]
    drafted = [on - 80 if on else day("2020-08-01") for on in issued]
    columns = {
        "title": [title for title, *_ in DOCUMENTS],
        "issuer_code": ["bureau_office"] * len(DOCUMENTS),
        "kind_code": [kind for _, kind, _ in DOCUMENTS],
        "level_code": ["city"] * len(DOCUMENTS),
        "drafter_code": [OFFICES[at % len(OFFICES)] for at in range(len(DOCUMENTS))],
        "document_no": pa.array(
            [f"演教发〔2020〕{at + 3}号" if on else None for at, on in enumerate(issued)], pa.string()
        ),
        "drafted_on": np.array(drafted),
        "consulted_on": np.array(drafted) + 20,
        "issued_on": pa.array(issued, pa.int64()),
        "published_on": pa.array([on + 9 if on and at % 4 else None for at, on in enumerate(issued)], pa.int64()),
        "is_public": np.arange(len(DOCUMENTS)) % 4 > 0,
    }
    out.write("policy_documents", columns, "政策文件", "2020-12-31")
    out.tell("documents", {"title": columns["title"], "is_issued": [on is not None for on in issued]})


def _write_events(city: City, out: Output, year: int) -> None:
    rng, kinds = city.chance.of(f"events {year}"), list(EVENTS)
    counts = [city.count(n * (0.7 if year == 2020 and kind == "campus" else 1.0)) for kind, n in EVENTS.items()]
    kind = np.repeat(np.arange(len(kinds)), counts)
    size, campus = len(kind), kind == kinds.index("campus")
    held = day(f"{year}-03-15") + rng.integers(0, 280, size)
    schools = rng.integers(1, 60, size)
    columns = {
        "event_no": joined(pa.scalar(f"HD-{year}-"), digits(np.arange(size) + 1, 4)),
        "title": joined(
            words(["工作会", "比赛", "运动会", "艺术节", "交流", "主题活动", "进校园活动", "展示"], kind),
            digits(np.arange(size) + 1, 3),
        ),
        "kind_code": words(kinds, kind),
        "level_code": words(["city", "county"], (rng.random(size) < 0.6).astype(np.int64)),
        "organiser_code": words(OFFICES, rng.integers(0, len(OFFICES), size)),
        "held_on": held,
        "ended_on": held + rng.integers(0, 3, size),
        "edition_no": rng.integers(1, 6, size),
        "county_code": city.county_codes(rng.integers(0, len(COUNTIES), size)),
        "school_count": schools,
        "participant_count": schools * rng.integers(8, 40, size),
        "is_approved": ~campus | (rng.random(size) < (0.75 if year == 2020 else 0.45)),
        "is_related_to_teaching": ~campus | (rng.random(size) < 0.6),
    }
    out.write("events", columns, f"活动-{year}", f"{year}-12-31")


def _write_party(city: City, out: Output, staff: Staff) -> None:
    """Organisations only, with the number of members as each reports it: nobody is named."""
    rng, every = city.chance.of("party"), city.schools.all
    there = np.array([not s.is_private or rng.random() < 0.6 for s in every]) & np.array(
        [s.kind != "point" for s in every]
    )
    school = np.flatnonzero(there)
    size, people = len(school), np.bincount(staff.school, minlength=len(every))[school]
    elected = day("2016-06-01") + rng.integers(0, 1500, size)
    standard = day("2019-10-10") + rng.integers(0, 430, size)
    upper = np.array([SENIOR in every[s].stages or JUNIOR in every[s].stages for s in school])
    county = city.schools.county()[school]
    columns = {
        "organisation_no": joined(pa.scalar("DZZ-"), city.school_codes(school)),
        "organisation_name": joined(city.school_names(school), pa.scalar("党支部")),
        "form_code": words(
            ["branch", "general_branch", "committee"], np.where(people > 150, 2, np.where(people > 80, 1, 0))
        ),
        "county_code": city.county_codes(county),
        "school_code": city.school_codes(school),
        "school_count": np.ones(size, np.int64),
        "member_count": np.maximum(3, np.round(people * 0.27)).astype(np.int64),
        "founded_on": np.full(size, day("2010-07-01")),
        "elected_on": elected,
        "due_on": elected + 3 * 365,
        "standard_on": pa.array(standard, mask=rng.random(size) < 0.14),
        "has_principal_system": upper & (rng.random(size) < 0.4),
        "has_written_rules": rng.random(size) < 0.9,
    }
    out.write("party_organisations", columns, "党组织", "2020-12-31", "county_code")
    out.total("party_organisations", "2020-12-31", county)


def _write_private(city: City, out: Output) -> None:
    rng, every = city.chance.of("private"), city.schools.all
    school = np.flatnonzero([s.is_private and s.stages[0] < HIGHER for s in every])
    size, county = len(school), city.schools.county()[school]
    licensed = day("2008-08-01") + rng.integers(0, 3200, size)
    kind = pick(rng, size, [58, 22, 20])
    columns = {
        "school_code": city.school_codes(school),
        "school_name": city.school_names(school),
        "county_code": city.county_codes(county),
        "operator": words(["自然人", "某教育投资有限公司（演示）"], school % 2),
        "kind_code": words(["non_profit", "for_profit", "undecided"], kind),
        "licence_no": joined(pa.scalar("教民15203"), digits(school, 10)),
        "licensed_on": licensed,
        "licence_expires_on": licensed + pick(rng, size, [10, 90]) * 1500 + 3600,
        "registered_on": pa.array(day("2019-09-01") + rng.integers(0, 480, size), mask=kind == 2),
        "yearly_check_code": words(["passed", "basically", "failed", "none"], pick(rng, size, [70, 18, 3, 9])),
        "has_charter": rng.random(size) < 0.8,
        "has_party_organisation": rng.random(size) < 0.6,
        "tuition_yuan": np.round(rng.lognormal(8.2, 0.4, size), -2),
    }
    out.write("private_school_registrations", columns, "民办学校登记", "2020-12-31", "county_code")
    out.total("private_schools_undecided", "2020-12-31", county, kind == 2)


def _write_firms(city: City, out: Output) -> None:
    rng, size = city.chance.of("firms"), city.count(FIRMS) + 10
    shares = np.array([place.share * place.urban for place in COUNTIES])
    county, state = pick(rng, size, shares), pick(rng, size, [74, 12, 10, 4])
    town = np.array([city.towns.of(at)[0] for at in range(len(COUNTIES))])[county]
    lawful, teachers = state == 0, rng.integers(3, 30, size)
    columns: dict[str, Any] = {
        "uscc": [body_code("91", COUNTIES[c].code, 8_000_000 + n) for n, c in enumerate(county.tolist())],
        "firm_name": joined(
            words([place.name[:2] for place in COUNTIES], county),
            pa.scalar("培训学校（演示）"),
            digits(np.arange(size) + 1, 4),
        ),
        "county_code": city.county_codes(county),
        "town_code": city.town_codes(town),
        "kind_code": words(["academic", "non_academic", "mixed"], pick(rng, size, [40, 48, 12])),
        "stage_code": words(STAGES, pick(rng, size, [20, 45, 25, 10])),
        "has_licence": lawful | (rng.random(size) < 0.3),
        "has_business_registration": lawful | (rng.random(size) < 0.6),
        "has_fire_approval": lawful | (rng.random(size) < 0.4),
        "pupil_count": teachers * rng.integers(5, 20, size),
        "teacher_count": teachers,
        "uncertified_count": np.where(lawful, 0, teachers // 3),
        "employs_in_service_code": words(["no", "yes", "unknown"], pick(rng, size, [92, 2, 6])),
        "state_code": words(FIRM_STATES, state),
        "repaired_on": pa.array(day("2019-06-30") + rng.integers(0, 500, size), mask=~lawful),
        "closed_on": pa.array(day("2019-09-30") + rng.integers(0, 400, size), mask=state != 2),
    }
    out.write("tutoring_firms", columns, "校外培训机构", "2020-12-31", "county_code")
    out.total("tutoring_firms_not_lawful", "2020-12-31", county, (state == 1) | (state == 3))


def _write_estates(city: City, out: Output) -> None:
    rng, size = city.chance.of("estates"), city.count(ESTATES) + 5
    county, problem = np.arange(size) % len(COUNTIES), pick(rng, size, [6, 12, 40, 20, 22])
    built = day("2014-05-01") + rng.integers(0, 1900, size)
    done = (problem == 4) | (rng.random(size) < 0.82)
    handed = (problem != 2) | done
    kindergartens = city.schools.teaching(0)
    near = [kindergartens[city.schools.county()[kindergartens] == at] for at in range(len(COUNTIES))]
    school = np.array([near[at][n % len(near[at])] for n, at in enumerate(county.tolist())])
    run_as = np.where(done, pick(rng, size, [62, 38]), np.where(problem == 3, 2, 3))
    columns = {
        "estate_no": joined(
            pa.scalar("XQ-"), city.county_codes(county), pa.scalar("-"), digits(np.arange(size) + 1, 3)
        ),
        "estate_name": joined(
            words(["阳光", "锦绣", "滨江", "翠湖", "金域"], np.arange(size) % 5),
            pa.scalar("小区"),
            digits(np.arange(size) + 1, 3),
        ),
        "county_code": city.county_codes(county),
        "town_code": city.town_codes(np.array([city.towns.of(at)[0] for at in county.tolist()])),
        "problem_code": words(PROBLEMS, problem),
        "planned_places": rng.choice([180, 270, 360], size),
        "planned_m2": rng.choice([2200.0, 3200.0, 4100.0], size),
        "built_on": built,
        "handed_over_on": pa.array(
            np.maximum(built + 60, day("2020-03-01") + rng.integers(0, 250, size)), mask=~handed
        ),
        "run_as_code": words(["public", "affordable", "private", "unused"], run_as),
        "school_code": with_nulls(city.school_codes(school), run_as < 3),
        "due_on": np.full(size, day("2020-12-31")),
        "done_on": pa.array(day("2020-04-01") + rng.integers(0, 270, size), mask=~done | (problem == 4)),
    }
    out.write("estate_kindergartens", columns, "小区配套幼儿园", "2020-12-31", "county_code")
    wrong = problem < 4
    out.total("estates_to_repair", "2020-12-31", county[wrong])
    out.total("estates_repaired", "2020-12-31", county[wrong], done[wrong])
