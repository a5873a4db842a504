"""专项资金文件: money earmarked for education in 2019 and 2020, what was paid of it, and what the whole province was given.

Counties differ in how much they spend by the end of the year; the city's part of the province's project money is just over a
tenth in 2020 and below it in 2019."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyarrow as pa

from yaodian.workspace.city.chance import Floats, Ints, day
from yaodian.workspace.city.drawn import City
from yaodian.workspace.city.places import COUNTIES
from yaodian.workspace.city.texts import digits, joined, words
from yaodian.workspace.city.writing import Output

FUNDS = (
    ("ZY-BG-2019", "义务教育薄弱环节改善与能力提升补助资金", 2019, "provincial", True, 1750, 165),
    ("XQ-2019", "支持学前教育发展资金", 2019, "provincial", True, 860, 70),
    ("YZ-2019", "市级教育专项资金", 2019, "city", False, 0, 60),
    ("ZY-BG-2020", "义务教育薄弱环节改善与能力提升补助资金", 2020, "provincial", True, 1800, 190),
    ("XQ-2020", "支持学前教育发展资金", 2020, "provincial", True, 900, 84),
    ("YZ-2020", "市级教育专项资金", 2020, "city", False, 0, 66),
)
"""Code, name, year, level, whether for building, millions for the whole province (0: a fund of the city) and for the city."""
CARRIED = 0.04
SPENT_FROM, SPENT_TO = 0.58, 1.0
"""Shares of what a county had that it has paid by the end of the year, from the slowest county to the quickest."""
VOUCHERS = 5


def write_funds(city: City, out: Output) -> None:
    """earmarked_budgets, earmarked_payments and provincial_fund_totals."""
    fund, county = (part.ravel() for part in np.indices((len(FUNDS), len(COUNTIES))))
    shares = np.array([place.share for place in COUNTIES])[county]
    amount = np.round(np.array([row[-1] for row in FUNDS])[fund] * 1e6 * shares, -4)
    year = np.array([row[2] for row in FUNDS])[fund]
    code, receiver = words([row[0] for row in FUNDS], fund), city.county_codes(county)
    columns: dict[str, Any] = {
        "fund_code": code,
        "fund_name": words([row[1] for row in FUNDS], fund),
        "allotted_no": words([f"演财教〔{row[2]}〕{15 + at}号" for at, row in enumerate(FUNDS)], fund),
        "allotted_on": np.where(year == 2019, day("2019-03-22"), day("2020-03-20")),
        "budget_year": words(["2019F", "2020F"], year - 2019),
        "fund_level_code": words([row[3] for row in FUNDS], fund),
        "receiver_code": receiver,
        "amount_yuan": amount,
        "carried_over_yuan": np.round(amount * CARRIED, -4),
        "is_building": np.array([row[4] for row in FUNDS])[fund],
        "due_on": np.where(year == 2019, day("2019-12-31"), day("2020-12-31")),
    }
    out.write("earmarked_budgets", columns, "专项资金下达", "2020-03-31")
    paid = _write_payments(city, out, code, receiver, year, county, amount + np.round(amount * CARRIED, -4))
    for at, (name, *_) in enumerate(FUNDS):
        out.total(f"earmarked_yuan_{name}", str(FUNDS[at][2]), county[fund == at], amount[fund == at])
        out.total(f"earmarked_paid_yuan_{name}", str(FUNDS[at][2]), county[fund == at], paid[fund == at])
    _write_totals(out)


def _write_payments(city: City, out: Output, code: Any, receiver: Any, year: Ints, county: Ints, had: Floats) -> Floats:
    """What was paid in a year, by voucher; the sum of each line of the budget."""
    rng = city.chance.of("earmarked")
    pace = city.chance.of("quick counties").uniform(SPENT_FROM, SPENT_TO, len(COUNTIES))[county]
    row = np.repeat(np.arange(len(had)), VOUCHERS)
    turn = np.arange(len(row)) % VOUCHERS
    parts = rng.dirichlet(np.full(VOUCHERS, 8.0), len(had)).ravel()
    amount = np.round(had[row] * pace[row] * parts, 2)
    columns = {
        "fund_code": code.take(pa.array(row)),
        "receiver_code": receiver.take(pa.array(row)),
        "voucher_no": joined(words(["ZX-2019-", "ZX-2020-"], year[row] - 2019), digits(np.arange(len(row)), 5)),
        "paid_on": np.where(year[row] == 2019, day("2019-04-25"), day("2020-04-25"))
        + turn * 50
        + rng.integers(0, 40, len(row)),
        "amount_yuan": amount,
    }
    out.write("earmarked_payments", columns, "专项资金支付", "2020-12-31")
    paid: Floats = np.bincount(row, amount, len(had)).astype(np.float64)
    return paid


def _write_totals(out: Output) -> None:
    for year in (2019, 2020):
        rows = [row for row in FUNDS if row[2] == year and row[5]]
        totals = {
            "fund_code": [row[0] for row in rows],
            "fund_name": [row[1] for row in rows],
            "year": [f"{year}F"] * len(rows),
            "counted_on": np.full(len(rows), day(f"{year}-12-20")),
            "province_yuan": np.array([row[5] * 1e6 for row in rows]),
            "city_yuan": np.array([row[6] * 1e6 for row in rows]),
            "is_building": np.array([row[4] for row in rows]),
            "document_no": [f"演财教〔{year}〕{9 + at}号" for at in range(len(rows))],
        }
        out.write("provincial_fund_totals", totals, f"省级专项总额-{year}", f"{year}-12-31")
