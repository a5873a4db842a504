"""小区配套园文件: kindergartens that housing estates were to provide, what was wrong with them and whether it was put right."""

from __future__ import annotations

import numpy as np
import pyarrow as pa

from yaodian.workspace.city.chance import day, pick
from yaodian.workspace.city.drawn import City
from yaodian.workspace.city.places import COUNTIES
from yaodian.workspace.city.texts import digits, joined, with_nulls, words
from yaodian.workspace.city.writing import Output

ESTATES = 96  # at scale 1.0
PROBLEMS = ("not_planned", "not_built", "not_handed_over", "misused", "none")


def write_estates(city: City, out: Output) -> None:
    """estate_kindergartens at the end of 2020."""
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
