"""民办文件: how private schools were registered by kind, and firms that tutor, at the end of 2019 and of 2020."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyarrow as pa

from yaodian.workspace.city.chance import day, pick
from yaodian.workspace.city.drawn import City
from yaodian.workspace.city.identity import body_code
from yaodian.workspace.city.places import COUNTIES
from yaodian.workspace.city.schools import HIGHER, STAGES
from yaodian.workspace.city.texts import digits, joined, words
from yaodian.workspace.city.writing import Output

FIRMS = 640  # at scale 1.0
FIRM_STATES = ("lawful", "repairing", "closed")
PAPERS = ("has_licence", "has_business_registration", "has_fire_approval")
DAYS = ("2019-12-31", "2020-12-31")


def write_private(city: City, out: Output) -> None:
    """private_school_registrations and tutoring_firms."""
    _write_private(city, out)
    _write_firms(city, out)


def _write_private(city: City, out: Output) -> None:
    rng, every = city.chance.of("private"), city.schools.all
    school = np.flatnonzero([s.is_private and s.stages[0] < HIGHER for s in every])
    size, county = len(school), city.schools.county()[school]
    licensed = day("2008-08-01") + rng.integers(0, 3200, size)
    kind, chosen_on = pick(rng, size, [70, 30]), day("2019-03-01") + pick(rng, size, [1] * 760)
    columns: dict[str, Any] = {
        "school_code": city.school_codes(school),
        "school_name": city.school_names(school),
        "county_code": city.county_codes(county),
        "operator": words(["自然人", "某教育投资有限公司（演示）"], school % 2),
        "kind_code": None,
        "licence_no": joined(pa.scalar("教民15203"), digits(school, 10)),
        "licensed_on": licensed,
        "licence_expires_on": licensed + pick(rng, size, [10, 90]) * 1500 + 3600,
        "registered_on": None,
        "yearly_check_code": words(["passed", "basically", "failed", "none"], pick(rng, size, [70, 18, 3, 9])),
        "has_charter": rng.random(size) < 0.8,
        "has_party_organisation": rng.random(size) < 0.6,
        "tuition_yuan": np.round(rng.lognormal(8.2, 0.4, size), -2),
    }
    for on in DAYS:
        later = chosen_on > day(on)
        columns["kind_code"] = words(["non_profit", "for_profit", "undecided"], np.where(later, 2, kind))
        columns["registered_on"] = pa.array(chosen_on, mask=later)
        out.write("private_school_registrations", columns, f"民办学校登记-{on[:4]}", on, "county_code")
        out.total("private_schools", on, county)
        out.total("private_schools_undecided", on, county, later)


def _write_firms(city: City, out: Output) -> None:
    """Firms were put right or closed on a day; before it they were being repaired, or unlawful."""
    rng, size = city.chance.of("firms"), city.count(FIRMS) + 10
    county = pick(rng, size, np.array([place.share * place.urban for place in COUNTIES]))
    end, teachers = pick(rng, size, [78, 12, 10]), rng.integers(3, 30, size)
    done_on = day("2018-10-01") + rng.integers(0, 1000, size)
    firm: dict[str, Any] = {
        "uscc": [body_code("91", COUNTIES[c].code, 8_000_000 + n) for n, c in enumerate(county.tolist())],
        "firm_name": joined(
            words([place.name[:2] for place in COUNTIES], county),
            pa.scalar("培训学校（演示）"),
            digits(np.arange(size) + 1, 4),
        ),
        "county_code": city.county_codes(county),
        "town_code": city.town_codes(np.array([city.towns.of(at)[0] for at in range(len(COUNTIES))])[county]),
        "kind_code": words(["academic", "non_academic", "mixed"], pick(rng, size, [40, 48, 12])),
        "stage_code": words(STAGES, pick(rng, size, [20, 45, 25, 10])),
        "pupil_count": teachers * rng.integers(5, 20, size),
        "teacher_count": teachers,
        "employs_in_service_code": words(["no", "yes", "unknown"], pick(rng, size, [92, 2, 6])),
    }
    had = rng.random((3, size)) < np.array([[0.3], [0.6], [0.4]])
    for on in DAYS:
        later = (done_on > day(on)) | (end == 2)
        state = np.where(later, 1, np.where(end == 1, 2, 0))
        papers = {name: (state == 0) | had[at] for at, name in enumerate(PAPERS)}
        now = {
            "uncertified_count": np.where(state == 0, 0, teachers // 3),
            "state_code": words(FIRM_STATES, state),
            "repaired_on": pa.array(done_on, mask=state != 0),
            "closed_on": pa.array(done_on, mask=state != 2),
        }
        out.write("tutoring_firms", firm | papers | now, f"校外培训机构-{on[:4]}", on, "county_code")
        out.total("tutoring_firms", on, county, state < 2)
        out.total("tutoring_firms_not_lawful", on, county, state == 1)
