"""工程和资金文件: projects with their steps and payments, earmarked money, and the province's totals."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyarrow as pa

from yaodian.workspace.city.chance import Floats, Ints, day, pick
from yaodian.workspace.city.drawn import City
from yaodian.workspace.city.places import COUNTIES
from yaodian.workspace.city.texts import digits, joined, words
from yaodian.workspace.city.writing import Output

WEAK_SCHOOL, CENTRAL_CITY, KINDERGARTENS, OTHERS = 80, 20, 56, 30
"""Projects of the year at scale 1.0: 80 of 薄改, 20 in the central city, 56 kindergartens, some others."""
STEPS = ("01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11")
_KINDS = ("weak_school", "central_city", "kindergarten", "relocation_school", "boarding", "informatisation")
_CONTENT = ("教学综合楼", "新建校舍", "新建园舍", "安置点配套学校", "学生宿舍", "信息化设备")
PROVINCE_MILLIONS = {
    "ZY-BG-2020": ("义务教育薄弱环节改善与能力提升补助资金", 1800, 190),
    "XQ-2020": ("支持学前教育发展资金", 900, 84),
}


def write_works(city: City, out: Output) -> None:
    """projects, project_milestones, project_payments, earmarked_budgets, earmarked_payments, provincial_fund_totals."""
    rng = city.chance.of("works")
    kind = np.repeat(np.arange(4), [city.count(n) for n in (WEAK_SCHOOL, CENTRAL_CITY, KINDERGARTENS, OTHERS)])
    size = len(kind)
    school = _sites(city, rng, kind)
    kind = np.where(kind == 3, 3 + rng.integers(0, 3, size), kind)
    county = city.schools.county()[school]
    budget = np.round(rng.lognormal(15.6, 0.6, size), -4)
    number = joined(
        pa.scalar("2020-"), words([c.code for c in COUNTIES], county), pa.scalar("-83-01-9"), digits(np.arange(size), 5)
    )
    start = day("2020-03-20") + rng.integers(0, 90, size)
    reached = pick(rng, size, [1, 1, 2, 2, 3, 4, 4, 14, 10, 8, 3])
    columns = {
        "project_no": number,
        "project_name": joined(city.school_names(school), words(_CONTENT, kind)),
        "county_code": city.county_codes(county),
        "school_code": city.school_codes(school),
        "kind_code": words(_KINDS, kind),
        "plan_year": words(["2020"], kind * 0),
        "floor_m2": np.round(budget / 2900),
        "places_added": np.round(budget / 16_000).astype(np.int64),
        "budget_yuan": budget,
        "central_yuan": budget * 0.5,
        "provincial_yuan": budget * 0.25,
        "city_yuan": budget * 0.1,
        "county_yuan": budget * 0.15,
        "planned_start_on": start,
        "planned_completion_on": start + rng.integers(150, 270, size),
        "state_code": words(
            ["planned", "building", "completed", "handed_over"],
            np.select([reached < 7, reached < 9, reached < 10], [0, 1, 2], default=3),
        ),
        "is_key": rng.random(size) < 0.1,
    }
    out.write("projects", columns, "项目-2020", "2020-06-30")
    _write_steps(rng, out, number, reached, start)
    _write_payments(rng, out, number, reached, budget)
    _write_funds(city, rng, out)


def _sites(city: City, rng: np.random.Generator, kind: Ints) -> Ints:
    """A school for each project: of the central city where the kind asks for it."""
    size = len(kind)
    school = np.empty(size, np.int64)
    for at in range(size):
        able = city.schools.teaching(0 if kind[at] == 2 else 1)
        central = np.array([s for s in able if city.schools.all[s].county in (0, 1, 14)])
        school[at] = rng.choice(central if kind[at] == 1 else able)
    return school


def _write_steps(rng: np.random.Generator, out: Output, number: Any, reached: Ints, start: Ints) -> None:
    project = np.repeat(np.arange(len(reached)), reached + 1)
    step = np.arange(len(project)) - np.repeat(np.cumsum(reached + 1) - reached - 1, reached + 1)
    late = rng.integers(-6, 25, len(project))
    columns = {
        "project_no": number.take(pa.array(project)),
        "step_code": words(STEPS, step),
        "reached_on": start[project] + (step - 7) * 22 + late,
        "is_accepted": np.ones(len(project), bool),
    }
    out.write("project_milestones", columns, "项目节点", "2020-12-31")


def _write_payments(rng: np.random.Generator, out: Output, number: Any, reached: Ints, budget: Floats) -> None:
    project = np.repeat(np.flatnonzero(reached >= 7), 3)
    turn = np.arange(len(project)) % 3
    columns = {
        "project_no": number.take(pa.array(project)),
        "voucher_no": joined(pa.scalar("ZF-2020-9"), digits(np.arange(len(project)), 5)),
        "paid_on": day("2020-05-20") + turn * 50 + rng.integers(0, 30, len(project)),
        "amount_yuan": np.round(
            budget[project] * np.array([0.2, 0.25, 0.2])[turn] * rng.uniform(0.7, 1.1, len(project)), 2
        ),
        "fund_level_code": words(["central", "provincial", "county"], turn),
        "purpose_code": words(["building", "building", "equipment"], turn),
    }
    out.write("project_payments", columns, "项目支付", "2020-12-31")


def _write_funds(city: City, rng: np.random.Generator, out: Output) -> None:
    funds = list(PROVINCE_MILLIONS)
    pairs = [(fund, county) for fund in range(len(funds)) for county in range(len(COUNTIES))]
    fund, county = (np.array(part) for part in zip(*pairs, strict=True))
    shares = np.array([c.share for c in COUNTIES])[county]
    amount = np.round(np.array([PROVINCE_MILLIONS[f][2] for f in funds])[fund] * 1e6 * shares, -4)
    names = [PROVINCE_MILLIONS[f][0] for f in funds]
    code, receiver = words(funds, fund), city.county_codes(county)
    budgets = {
        "fund_code": code,
        "fund_name": words(names, fund),
        "allotted_no": words(["演财教〔2020〕15号", "演财教〔2020〕16号"], fund),
        "allotted_on": np.full(len(fund), day("2020-03-20")),
        "budget_year": words(["2020F"], fund * 0),
        "fund_level_code": words(["provincial"], fund * 0),
        "receiver_code": receiver,
        "amount_yuan": amount,
        "carried_over_yuan": np.round(amount * 0.04, -4),
        "is_building": fund == 0,
        "due_on": np.full(len(fund), day("2020-12-31")),
    }
    out.write("earmarked_budgets", budgets, "专项资金下达", "2020-03-31")
    row = np.repeat(np.arange(len(fund)), 4)
    turn = np.arange(len(row)) % 4
    payments = {
        "fund_code": code.take(pa.array(row)),
        "receiver_code": receiver.take(pa.array(row)),
        "voucher_no": joined(pa.scalar("ZX-2020-"), digits(np.arange(len(row)), 5)),
        "paid_on": day("2020-05-10") + turn * 55,
        "amount_yuan": np.round(amount[row] * rng.uniform(0.12, 0.26, len(row)), 2),
    }
    out.write("earmarked_payments", payments, "专项资金支付", "2020-12-31")
    _write_totals(out, funds, names)


def _write_totals(out: Output, funds: list[str], names: list[str]) -> None:
    totals = {
        "fund_code": funds,
        "fund_name": names,
        "year": ["2020F"] * 2,
        "counted_on": np.full(2, day("2020-06-30")),
        "province_yuan": np.array([PROVINCE_MILLIONS[f][1] * 1e6 for f in funds]),
        "city_yuan": np.array([PROVINCE_MILLIONS[f][2] * 1e6 for f in funds]),
        "is_building": np.array([True, False]),
        "document_no": ["演财教〔2020〕9号", "演财教〔2020〕10号"],
    }
    out.write("provincial_fund_totals", totals, "省级专项总额", "2020-06-30")
