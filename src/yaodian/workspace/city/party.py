"""党组织文件: party organisations of schools as bodies: when they were founded and elected, with numbers of members and no names."""

from __future__ import annotations

import numpy as np
import pyarrow as pa

from yaodian.workspace.city.chance import day
from yaodian.workspace.city.drawn import City
from yaodian.workspace.city.schools import JUNIOR, SENIOR
from yaodian.workspace.city.staff import Staff
from yaodian.workspace.city.texts import joined, words
from yaodian.workspace.city.writing import Output


def write_party(city: City, out: Output, staff: Staff) -> None:
    """party_organisations: one of most schools; nobody is named."""
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
