"""营养餐文件: what canteens of country schools bought, month by month, with the share from the province rising to about 80 %."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from yaodian.workspace.city.chance import Ints, day, pick
from yaodian.workspace.city.drawn import City
from yaodian.workspace.city.places import CENTRAL, COUNTIES
from yaodian.workspace.city.schools import PRESCHOOL, SENIOR
from yaodian.workspace.city.texts import digits, joined, words
from yaodian.workspace.city.writing import Output

MONTHS = (
    "2019-09",
    "2019-10",
    "2019-11",
    "2019-12",
    "2020-04",
    "2020-05",
    "2020-06",
    "2020-09",
    "2020-10",
    "2020-11",
    "2020-12",
)
LOCAL_FROM, LOCAL_TO = 0.58, 0.82
"""The share bought in the province in the first and in the last month: over 60 % was asked in 2019, over 80 % in 2020."""
LINES = 6
YUAN_A_MEAL, SCHOOL_DAYS = 4.0, 18
_PRODUCE = (
    ("grain", "大米", 4.6),
    ("oil", "菜籽油", 13.0),
    ("vegetable", "白菜", 3.1),
    ("meat", "猪肉", 42.0),
    ("egg", "鸡蛋", 10.5),
    ("bean", "豆腐", 5.2),
)
_SHARES = np.array([0.20, 0.10, 0.22, 0.33, 0.09, 0.06])
_ELSEWHERE = ("500000", "510000", "430000", "450000", "410000")


def write_meals(city: City, out: Output) -> None:
    """meal_purchases and nutrition_meals by month."""
    rng, pupils, last = city.chance.of("meals"), city.pupils_by_school(), city.roll.last
    compulsory = np.bincount(
        last.school[(last.school >= 0) & (last.stage > PRESCHOOL) & (last.stage < SENIOR)], minlength=len(pupils)
    )
    country = np.array([s.urban_rural[0] == "2" or s.county not in CENTRAL for s in city.schools.all])
    school = np.flatnonzero((compulsory > 0) & country)
    better = rng.normal(0, 0.08, len(COUNTIES))[city.schools.county()[school]] + rng.normal(0, 0.07, len(school))
    for turn, month in enumerate(MONTHS):
        goal = LOCAL_FROM + (LOCAL_TO - LOCAL_FROM) * turn / (len(MONTHS) - 1)
        line = np.tile(np.arange(LINES), len(school))
        at = np.repeat(school, LINES)
        local = rng.random(len(at)) < np.repeat(np.clip(goal + better, 0.05, 0.99), LINES)
        amount = np.round(compulsory[at] * YUAN_A_MEAL * 20 * _SHARES[line] * rng.uniform(0.85, 1.1, len(at)), 2) + 1
        price = np.array([p for _, _, p in _PRODUCE])[line] * rng.uniform(0.9, 1.15, len(at))
        origin = np.where(local, 0, pick(rng, len(at), [4, 4, 2, 1, 1]) + 1)
        columns = {
            "school_code": city.school_codes(at),
            "receipt_no": joined(pa.scalar(f"CG-{month}-"), digits(at, 5)),
            "line_no": line + 1,
            "bought_on": day(f"{month}-05") + line * 3,
            "produce_code": words([code for code, _, _ in _PRODUCE], line),
            "produce": words([name for _, name, _ in _PRODUCE], line),
            "origin_code": words(["520000", *_ELSEWHERE], np.where(rng.random(len(at)) < 0.01, -1, origin)),
            "is_from_poor_household": local & (rng.random(len(at)) < 0.35),
            "weight_kg": np.round(amount / price, 1),
            "amount_yuan": amount,
        }
        out.write("meal_purchases", columns, f"食材采购-{month}", f"{month}-28")
        _tell(out, month, city.schools.county()[at], columns)
    for month in MONTHS:
        _write_served(city, out, school, compulsory, month)


def _tell(out: Output, month: str, county: Ints, columns: dict[str, Any]) -> None:
    """What each county bought in a month and what of it came from the province, in money and weight."""
    known = columns["origin_code"].is_valid().to_numpy(zero_copy_only=False)
    local = pc.equal(columns["origin_code"], "520000").fill_null(False).to_numpy(zero_copy_only=False)
    for unit, amount in (("yuan", columns["amount_yuan"]), ("kg", columns["weight_kg"])):
        out.total(f"meal_{unit}", month, county, amount)
        out.total(f"meal_local_{unit}", month, county, amount * local)
        out.total(f"meal_of_unknown_origin_{unit}", month, county, amount * ~known)


def _write_served(city: City, out: Output, school: Ints, pupils: Ints, month: str) -> None:
    rng = city.chance.of(f"served {month}")
    served = np.maximum(0, pupils[school] - rng.integers(0, 6, len(school)))
    meals = {
        "school_code": city.school_codes(school),
        "month": words([month], school * 0),
        "entitled_count": pupils[school],
        "served_count": served,
        "days_served": np.full(len(school), SCHOOL_DAYS),
        "meals": served * SCHOOL_DAYS,
        "subsidy_yuan": served * SCHOOL_DAYS * YUAN_A_MEAL,
        "canteen_staff_count": pupils[school] // 90 + 1 - (school % 17 == 0) * (pupils[school] > 200),
        "way_code": words(["canteen", "company"], (school % 23 == 0).astype(np.int64)),
        "has_leader_meals": school % 9 > 0,
    }
    out.write("nutrition_meals", meals, f"营养改善-{month}", f"{month}-28")
    out.total("meals_served", month, city.schools.county()[school], served)
