"""教育经费文件: what the counties and the city spend on education, 2018 to 2020, and the ledgers of public schools.

Public-finance education was 12.6 thousand million yuan in 2018 and GDP about 300; both are taken times the scale. In some
counties spending falls behind revenue, per-pupil funds fall, or teachers earn less than civil servants: truth/fiscal.parquet."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import numpy as np

from yaodian.workspace.city.chance import Ints
from yaodian.workspace.city.drawn import City
from yaodian.workspace.city.places import COUNTIES
from yaodian.workspace.city.roll import Year
from yaodian.workspace.city.schools import HIGHER, JUNIOR, PRIMARY, SENIOR, SPECIAL
from yaodian.workspace.city.texts import words
from yaodian.workspace.city.writing import Output

FISCAL_YEARS = ("2018F", "2019F", "2020F")
GDP = (300e9, 348e9, 372e9)
EDUCATION_OF_GDP = 0.043
"""Fiscal education spending as a share of GDP: not below 4 % nationally."""
REVENUE_OF_GDP, BUDGET_OF_GDP = 0.085, 0.19
PER_PUPIL = {PRIMARY: 10_400.0, JUNIOR: 13_100.0, SENIOR: 12_200.0}
"""Yuan a pupil of public-budget education spending in 2018."""
PUBLIC_FUNDS = {PRIMARY: 650.0, JUNIOR: 850.0, SENIOR: 1000.0, SPECIAL: 6000.0}
"""Yuan a pupil of public funds that the standards ask for (of about 2020)."""
BEHIND = (3, 10, 13)
"""Counties (places in COUNTIES) whose education appropriation grows less than their revenue in 2020."""
LESS_A_PUPIL, LESS_PAY = (4, 11), (7, 12)
"""Counties whose primary spending a pupil falls in 2020, and whose teachers earn less than civil servants."""
OF_THE_CITY = (
    "education_spending_yuan",
    "education_appropriation_yuan",
    "recurrent_revenue_yuan",
    "budget_spending_yuan",
    "all_education_yuan",
)
"""What the city's own level has beside the counties."""
SMALL = 100  # schools with fewer pupils are to get public funds as if they had so many
FORGOTTEN = 0.10  # small schools that get them for their pupils only


def write_finance(city: City, out: Output) -> None:
    """fiscal_accounts and school_ledgers of three years."""
    rows = []
    for at, year in enumerate((*city.roll.years, city.roll.coming)):
        name, on = FISCAL_YEARS[at], f"{2018 + at}-12-31"
        rows.append(_accounts(city, at, year))
        where = {"place_code": [*(place.code for place in COUNTIES), "520300"], "year": [name] * (len(COUNTIES) + 1)}
        out.write("fiscal_accounts", where | _with_city(rows[-1]), f"教育经费-{name}", on, "place_code,year")
        _write_ledgers(city, out, year, name)
    _tell(out, rows)


def _accounts(city: City, at: int, year: Year) -> dict[str, Any]:
    """One fiscal year of all counties."""
    rng, places = city.chance.of(f"fiscal {at}"), len(COUNTIES)
    pupils = _pupils(city, year)
    shares = np.array([place.share for place in COUNTIES])
    gdp = GDP[at] * city.scale * shares * city.chance.of("rich").uniform(0.8, 1.25, places)
    revenue = gdp * REVENUE_OF_GDP
    taught = gdp * EDUCATION_OF_GDP * (1 + 0.004 * at)
    grown = np.isin(np.arange(places), BEHIND) & (at == 2)
    taught = np.where(grown, taught * 0.955, taught)
    less = np.where(np.isin(np.arange(places), LESS_A_PUPIL) & (at == 2), 0.9, 1.0)
    each = {stage: mean * 1.045**at * rng.uniform(0.99, 1.01, places) for stage, mean in PER_PUPIL.items()}
    each[PRIMARY] = each[PRIMARY] * less
    pay = 88_000 * 1.06**at * rng.uniform(0.97, 1.03, places)
    gap = np.where(np.isin(np.arange(places), LESS_PAY), 1.04, 0.97)
    columns: dict[str, Any] = {
        "education_spending_yuan": taught * 0.93,
        "education_appropriation_yuan": taught * 0.9,
        "recurrent_revenue_yuan": revenue,
        "budget_spending_yuan": gdp * BUDGET_OF_GDP,
        "all_education_yuan": taught,
        "gdp_yuan": gdp,
        "primary_pupils": pupils[PRIMARY],
        "junior_pupils": pupils[JUNIOR],
        "senior_pupils": pupils[SENIOR],
        "special_pupils": pupils[SPECIAL],
        "teacher_pay_mean_yuan": np.round(pay),
        "civil_servant_pay_mean_yuan": np.round(pay * gap),
    }
    for name, stage in (("primary", PRIMARY), ("junior", JUNIOR), ("senior", SENIOR)):
        columns[f"{name}_spending_yuan"] = pupils[stage] * each[stage]
    for name, stage in (("primary", PRIMARY), ("junior", JUNIOR), ("special", SPECIAL)):
        columns[f"{name}_public_funds_yuan"] = pupils[stage] * PUBLIC_FUNDS[stage] * (1.02**at)
    return columns


def _with_city(columns: dict[str, Any]) -> dict[str, Any]:
    """The counties' rows, and one of the city's own level: it has a tenth of the money, and no pupils of its own."""
    whole: dict[str, Any] = {}
    for name, values in columns.items():
        own = values.mean() if "pay_mean" in name else values.sum() * 0.1 if name in OF_THE_CITY else 0
        whole[name] = np.round(np.r_[values, own], 2).astype(values.dtype)
    return whole


def _pupils(city: City, year: Year) -> dict[int, Ints]:
    """Pupils of each county by stage."""
    county = city.schools.county()
    found = {}
    for stage in (PRIMARY, JUNIOR, SENIOR, SPECIAL):
        there = (year.school >= 0) & (year.stage == stage)
        found[stage] = np.bincount(county[year.school[there]], minlength=len(COUNTIES)).astype(np.int64)
    return found


def _tell(out: Output, rows: list[dict[str, Any]]) -> None:
    """truth/fiscal.parquet: for each county and each of the later years, which of the growth rules it kept."""
    parts: dict[str, list[Any]] = {}
    for (before, after), name in zip(pairwise(rows), FISCAL_YEARS[1:], strict=True):
        growth = {key: after[key] / before[key] for key in ("education_appropriation_yuan", "recurrent_revenue_yuan")}
        each = [row["primary_spending_yuan"] / np.maximum(1, row["primary_pupils"]) for row in (before, after)]
        kept = {
            "place_code": [place.code for place in COUNTIES],
            "year": [name] * len(COUNTIES),
            "grows_faster": (growth["education_appropriation_yuan"] > growth["recurrent_revenue_yuan"]).tolist(),
            "primary_grows": (each[1] > each[0]).tolist(),
            "pay_is_level": (after["teacher_pay_mean_yuan"] >= after["civil_servant_pay_mean_yuan"]).tolist(),
        }
        for key, values in kept.items():
            parts.setdefault(key, []).extend(values)
    out.tell("fiscal", parts)


def _write_ledgers(city: City, out: Output, year: Year, name: str) -> None:
    """school_ledgers of public schools with pupils; a few small ones short of funds, some that spend little on training."""
    rng, size = city.chance.of(f"ledgers {name}"), len(city.schools.all)
    there = year.school >= 0
    public = np.array([not s.is_private and s.stages[0] < HIGHER for s in city.schools.all])
    pupils = np.bincount(year.school[there], minlength=size)
    funds = np.bincount(year.school[there], np.array([300, 650, 850, 1000, 1000, 6000])[year.stage[there]], size)
    school = np.flatnonzero(public & (pupils > 0))
    pupils, funds = pupils[school], funds[school]
    first = np.array([city.schools.all[s].stages[0] for s in school])
    small = (pupils < SMALL) & np.isin(first, (PRIMARY, JUNIOR))
    raised = small & (rng.random(len(school)) >= FORGOTTEN)
    funds = np.where(raised, funds / np.maximum(1, pupils) * SMALL, funds)
    spent = funds * rng.uniform(0.93, 1.0, len(school))
    training = spent * np.clip(rng.normal(0.062, 0.012, len(school)), 0.015, 0.12)
    staff = pupils * 8_000 * rng.uniform(0.9, 1.2, len(school))
    columns = {
        "school_code": city.school_codes(school),
        "year": words([name], school * 0),
        "income_yuan": np.round(funds + staff * 1.02 + pupils * 50.0, 2),
        "appropriated_yuan": np.round(funds + staff * 1.02, 2),
        "public_funds_yuan": np.round(funds, 2),
        "public_funds_spent_yuan": np.round(spent, 2),
        "training_spent_yuan": np.round(training, 2),
        "staff_spent_yuan": np.round(staff, 2),
        "equipment_spent_yuan": np.round(pupils * 120.0 * rng.lognormal(0, 0.4, len(school)), 2),
        "meals_spent_yuan": np.round(np.where(np.isin(first, (PRIMARY, JUNIOR)), pupils * 780.0, 0.0), 2),
        "debt_yuan": np.round(np.where(rng.random(len(school)) < 0.03, funds * 0.5, 0.0), 2),
    }
    out.write("school_ledgers", columns, f"学校经费-{name}", f"20{name[2:4]}-12-31", "school_code,year")
    county = city.schools.county()[school]
    out.total("public_funds_yuan", name, county, np.round(funds, 2))
    out.total("training_spent_yuan", name, county, np.round(training, 2))
    out.total("small_schools_short_of_funds", name, county[small & ~raised])
