"""真相: what is so, kept apart from the files: persons and their records, who dropped out, who was missed, what is too large."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyarrow as pa

from yaodian.workspace.city.aid import TERMS, Aid, truth_of_aid
from yaodian.workspace.city.campus import class_table
from yaodian.workspace.city.chance import Flags
from yaodian.workspace.city.drawn import City
from yaodian.workspace.city.pupils import enrolment_rows
from yaodian.workspace.city.schools import HIGHER, PRIMARY, SENIOR, STAGES
from yaodian.workspace.city.texts import at, digits, words
from yaodian.workspace.city.writing import Output

LARGE_CLASS, SUPER_CLASS = 56, 66
SCHOOL_LIMIT, SENIOR_LIMIT = 2000, 3000


def write_truth(city: City, out: Output, aid: Aid) -> None:
    """One parquet file for each question; `person` is one number for one child in all of them."""
    _count(city, out, aid)
    tables = {
        "persons": _persons(city),
        "records": _records(city),
        "two_schools": _two_schools(city),
        "dropouts": _dropouts(city),
        "aid": truth_of_aid(city, aid),
        "large_classes": _classes(city),
        "large_schools": _schools(city),
        "canaries": _canaries(city),
    }
    for name, table in tables.items():
        out.tell(name, {column: table[column] for column in table.column_names})


def _count(city: City, out: Output, aid: Aid) -> None:
    """The counties' totals of pupils, classes and aid: a pupil counts where its school is, and once."""
    county, made = city.schools.county(), city.families
    for year in city.roll.years:
        name = f"{year.year}S"
        for stage, word in enumerate(STAGES[:HIGHER]):
            there = (year.school >= 0) & (year.stage == stage)
            out.total(f"pupils_{word}", name, county[year.school[there]])
        school, _, _, stage_of, count = class_table(year)
        for stage, word in enumerate(STAGES[:HIGHER]):
            chosen = stage_of == stage
            out.total(f"classes_{word}", name, county[school[chosen]])
            out.total(f"large_classes_{word}", name, county[school[chosen]], count[chosen] >= LARGE_CLASS)
    gone = city.roll.dropped_out
    out.total("dropped_out", "2019S2", county[city.roll.last.school[gone]])
    never = np.flatnonzero(_never(city))
    out.total("never_enrolled", "2019S", made.home_county[made.house[never]])
    where = county[city.roll.last.school[aid.child]]
    for term, name in enumerate(TERMS):
        for what, flags in (
            ("entitled", aid.term == term),
            ("paid", (aid.term == term) & ~aid.unrecognised & ~aid.unpaid),
        ):
            out.total(f"aid_{what}", name, where[flags])
            poor = flags & (aid.group == 0)
            out.total(f"aid_{what}_registered_poor", name, where[poor])


def _never(city: City) -> Flags:
    """Children of compulsory age who are on no roll."""
    never: Flags = (
        city.roll.never_enrolled & (city.families.age >= 6) & (city.families.age < 15) & (city.roll.last.school < 0)
    )
    return never


def _persons(city: City) -> Any:
    """Every child: the ID number and name as they are, household, school and grade now."""
    made, last = city.families, city.roll.last
    return pa.table(
        {
            "person": pa.array(np.arange(made.child_count)),
            "id_no": city.persons.id_no,
            "name": city.persons.name,
            "household": pa.array(made.house),
            "birth_on": pa.array(made.birth.astype("M8[D]")),
            "school_code": city.school_codes(last.school),
            "is_away": pa.array(made.is_away[made.house]),
            "is_poor": pa.array(made.is_poor[made.house]),
        }
    )


def _records(city: City) -> Any:
    """Every record of the roll, the person it is of, and its fault."""
    rec = city.records
    return pa.table(
        {"student_no": rec.student_no, "id_no": rec.id_no, "person": pa.array(rec.child), "fault": rec.fault}
    )


def _two_schools(city: City) -> Any:
    """Student numbers that stand in two schools in a year, with both schools."""
    parts = []
    for year in city.roll.years:
        rows, school, _ = enrolment_rows(city, year)
        order = np.argsort(rows, kind="stable")
        first = np.flatnonzero(rows[order][1:] == rows[order][:-1])
        one, other = order[first], order[first + 1]
        table = {
            "student_no": at(city.records.student_no, rows[one]),
            "school_year": words([f"{year.year}S"], one * 0),
            "school_code": city.school_codes(school[one]),
            "other_school_code": city.school_codes(school[other]),
        }
        parts.append(pa.table(table))
    return pa.concat_tables(parts)


def _dropouts(city: City) -> Any:
    roll = city.roll
    child = np.flatnonzero(roll.dropped_out | _never(city))
    kind = words(["never_enrolled", "dropped_out"], roll.dropped_out[child].astype(np.int64))
    return pa.table({"person": pa.array(child), "id_no": at(city.persons.id_no, child), "kind_code": kind})


def _classes(city: City) -> Any:
    school, number, _, _, count = class_table(city.roll.last)
    large = count >= LARGE_CLASS
    return pa.table(
        {
            "school_code": city.school_codes(school[large]),
            "class_no": digits(number[large], 6),
            "pupil_count": pa.array(count[large]),
            "is_super": pa.array(count[large] >= SUPER_CLASS),
        }
    )


def _schools(city: City) -> Any:
    pupils = city.pupils_by_school()
    first = np.array([school.stages[0] for school in city.schools.all])
    limit = np.where(first == SENIOR, SENIOR_LIMIT, SCHOOL_LIMIT)
    large = np.flatnonzero((pupils > limit) & (first >= PRIMARY) & (first <= SENIOR))
    return pa.table(
        {
            "school_code": city.school_codes(large),
            "pupil_count": pa.array(pupils[large]),
            "limit": pa.array(limit[large]),
        }
    )


def _canaries(city: City) -> Any:
    child = city.persons.canary
    return pa.table(
        {"person": pa.array(child), "id_no": at(city.persons.id_no, child), "name": at(city.persons.name, child)}
    )
