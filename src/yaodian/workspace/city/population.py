"""人口数文件: how many children of each age and sex live in a county and are registered there, as statistics offices state it."""

from __future__ import annotations

import numpy as np

from yaodian.workspace.city.chance import Flags, Ints, day
from yaodian.workspace.city.drawn import City
from yaodian.workspace.city.families import OLDEST, YOUNGEST
from yaodian.workspace.city.places import COUNTIES
from yaodian.workspace.city.texts import words
from yaodian.workspace.city.writing import Output

AGES = range(YOUNGEST, OLDEST)
DAYS = {"2019-09-01": 0, "2020-09-01": 1}
"""Days of the counts and how many years the children are older; the youngest of the later count are as many as before."""


def write_population(city: City, out: Output) -> None:
    """population_counts of two years by county, age from 3 to 17, sex and residence."""
    made = city.families
    live = ~made.is_away[made.house]
    registered = made.register_county[made.house]
    for on, older in DAYS.items():
        tables = [
            _counted(city, made.home_county[made.house], live, older),
            _counted(city, np.maximum(0, registered), registered >= 0, older),
        ]
        kind, county, age, sex = (part.ravel() for part in np.indices((2, *tables[0].shape)))
        count = np.stack(tables).ravel()
        columns = {
            "place_code": words([place.code for place in COUNTIES], county),
            "counted_on": np.full(len(count), day(on)),
            "kind_code": words(["resident", "registered"], kind),
            "age": age + YOUNGEST,
            "sex_code": words(["2", "1"], sex),
            "person_count": count,
            "stated_by": words(["市统计局（演示）", "市公安局（演示）"], kind),
        }
        out.write("population_counts", columns, f"人口数-{on[:4]}", on, "place_code,counted_on")
        out.total("residents_3_to_17", on[:4], county[kind == 0], count[kind == 0])


def _counted(city: City, county: Ints, kept: Flags, older: int) -> Ints:
    """Children by county, age and sex."""
    made = city.families
    counts = np.zeros((len(COUNTIES), len(AGES), 2), np.int64)
    age = made.age + older - YOUNGEST
    rows = np.flatnonzero(kept & (age < len(AGES)))
    np.add.at(counts, (county[rows], age[rows], made.is_boy[rows].astype(np.int64)), 1)
    if older:
        youngest = np.flatnonzero(kept & (made.age < YOUNGEST + older))
        np.add.at(counts, (county[youngest], made.age[youngest] - YOUNGEST, made.is_boy[youngest].astype(np.int64)), 1)
    return counts
