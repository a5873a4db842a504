"""学生文件: students, enrolments of two years, guardians and changes of the roll, with the faults of the files."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from yaodian.workspace.city.chance import Chance, Flags, Ints, day
from yaodian.workspace.city.drawn import City
from yaodian.workspace.city.identity import phones
from yaodian.workspace.city.places import COUNTIES
from yaodian.workspace.city.roll import GRADES, Year
from yaodian.workspace.city.schools import STAGES
from yaodian.workspace.city.texts import DASHED, SLASHED, at, digits, where, with_nulls, words
from yaodian.workspace.city.writing import Layout, Output

IN_TWO_SCHOOLS = 0.0005  # transfers that the old school has not yet confirmed (ten working days by the rule)
TWO_LINES = 0.0002
"""Pupils who stand twice in a school's file of 2018, with two class numbers: a change of class whose old line was left."""
WRONG_CLASS = 0.001  # class numbers left from last year or typed by hand
WITHOUT_GUARDIAN = 0.01  # guardians' columns left empty, mostly where grandparents bring up the child
SPOILED_COUNTY = 12
"""The county (赤水市) whose 2018 file was opened in a spreadsheet and saved: ID numbers stand there as 5.20E+17."""
BIG_FILE = Layout("csv", "utf-8-sig", "label", DASHED)


def write_students(city: City, out: Output) -> None:
    """students: those who left in 2019, then all who are on the roll now; guardians of these."""
    rec, last = city.records, city.roll.last
    stays = (last.school[rec.child] >= 0) | (rec.twin >= 0)
    _write_students(city, out, np.flatnonzero(~stays), "学生基本信息-2019年离校", "2018-09-01")
    _write_students(city, out, np.flatnonzero(stays), "学生基本信息-全市", "2019-09-01")
    _write_guardians(city, out, np.flatnonzero(stays))


def _write_students(city: City, out: Output, rows: Ints, name: str, on: str) -> None:
    rec, made = city.records, city.families
    child = rec.child[rows]
    house = made.house[child]
    rng = city.chance.of(name)
    plain = np.zeros(len(rows), np.int64)
    columns = {
        "student_no": at(rec.student_no, rows),
        "name": at(rec.name, rows),
        "id_kind_code": words(["1"], plain),
        "id_no": at(rec.id_no, rows),
        "sex_code": city.sexes(child),
        "birth_on": made.birth[child],
        "ethnic_code": city.ethnic(child),
        "hukou_place_code": pc.cast(pa.array(made.region[house]), pa.string()),
        "hukou_kind_code": words(["urban", "rural"], made.is_rural[house].astype(np.int64)),
        "address": city.addresses(house),
        "phone": phones(house * 2),
        "is_migrant": made.register_county[house] != made.home_county[house],
        "is_left_behind": rng.random(made.child_count)[child] < np.where(made.is_rural[house], 0.12, 0.01),
        "is_only_child": rng.random(len(made.surname))[house] < 0.3,
        "has_preschool": rng.random(len(rows)) < 0.96,
        "is_orphan": rng.random(len(rows)) < 0.0012,
    }
    out.write("students", columns, name, on, layout=BIG_FILE)


def _write_guardians(city: City, out: Output, rows: Ints) -> None:
    made, rng = city.families, city.chance.of("guardians")
    kept = rows[rng.random(len(rows)) > WITHOUT_GUARDIAN]
    away = rng.random(len(made.surname)) < np.where(made.is_rural, 0.22, 0.06)
    parts: list[dict[str, Any]] = []
    for number, share in ((1, 1.0), (2, 0.82)):
        chosen = kept[rng.random(len(kept)) < share]
        house = made.house[city.records.child[chosen]]
        father = number == 1
        parts.append(
            {
                "student_no": at(city.records.student_no, chosen),
                "guardian_no": np.full(len(chosen), number),
                "name": (made.father if father else made.mother).text(house),
                "relation_code": words(["father" if father else "mother"], house * 0),
                "id_no": at(city.fathers if father else city.mothers, house),
                "phone": phones(house * 2 + number - 1),
                "is_guardian": np.ones(len(chosen), bool),
                "is_away_for_work": away[house] & (father or rng.random(len(house)) < 0.5),
            }
        )
    both = {name: _stacked(parts[0][name], parts[1][name]) for name in parts[0]}
    out.write("guardians", both, "监护人-全市", "2019-09-01", layout=Layout("csv", "gbk", "label", SLASHED))


def _stacked(one: Any, other: Any) -> Any:
    return np.concatenate([one, other]) if isinstance(one, np.ndarray) else pa.concat_arrays([one, other])


def write_enrolments(city: City, out: Output) -> None:
    """enrolments: 2018S by county in changing layouts, 2019S in one file for the city."""
    for year in city.roll.years:
        table, school = _enrolments(city, year)
        on = f"{year.year}-09-01"
        if year is city.roll.last:
            out.write("enrolments", table, f"{year.year}S-全市", on, "school_code", BIG_FILE, ends_many=True)
            continue
        county = city.schools.county()[school]
        for number, place in enumerate(COUNTIES):
            rows = pa.array(np.flatnonzero(county == number))
            part = {name: pc.take(_as_arrow(column), rows) for name, column in table.items()}
            lost, twice = 0, 0
            if number == SPOILED_COUNTY:
                lost = pc.sum(pc.invert(pc.ends_with(part["id_no"], "X"))).as_py()
                part["id_no"] = _as_spreadsheet(part["id_no"])
            else:
                twice = round(TWO_LINES * len(rows) + 0.4)
                part = _with_old_lines(part, city.chance.of(f"old lines {number}"), twice)
            out.write("enrolments", part, f"{year.year}S-{place.name}", on, "school_code")
            out.fault("id_no", "digits_lost", lost)
            out.fault("student_no", "duplicate_key", 2 * twice)


def _with_old_lines(part: dict[str, Any], rng: np.random.Generator, count: int) -> dict[str, Any]:
    """The lines with some of them once more at the end, with the number of another class."""
    rows = pa.array(rng.choice(len(part["student_no"]), count, replace=False))
    more = {name: pc.take(column, rows) for name, column in part.items()}
    more["class_no"] = pc.binary_replace_slice(more["class_no"], 4, 5, "9")
    return {name: pa.concat_arrays([_whole(part[name]), _whole(more[name])]) for name in part}


def _whole(column: Any) -> Any:
    return column.combine_chunks() if isinstance(column, pa.ChunkedArray) else column


def _as_arrow(column: Any) -> Any:
    return pa.array(column) if isinstance(column, np.ndarray) else column


def _as_spreadsheet(ids: Any) -> Any:
    """Numbers of eighteen digits as a spreadsheet shows them; those that end in X are text and stay."""
    lost = pc.binary_join_element_wise(pc.utf8_slice_codeunits(ids, 0, 1), pc.utf8_slice_codeunits(ids, 1, 6), ".")
    return pc.if_else(pc.ends_with(ids, "X"), ids, pc.binary_join_element_wise(lost, "E+17", ""))


def enrolment_rows(city: City, year: Year) -> tuple[Ints, Ints, Ints]:
    """The records of a year's roll, the school and the class number of each: second records, and pupils in two schools."""
    rec, rng = city.records, Chance(city.chance.seed).of(f"enrolments {year.year}")
    there = np.flatnonzero((year.school[rec.child] >= 0) & ((rec.twin < 0) | (year.year == city.roll.last.year)))
    double = rng.choice(there, round(IN_TWO_SCHOOLS * len(there)) + 1, replace=False)
    rows = np.concatenate([there, double])
    elsewhere = (rec.twin[rows] >= 0) | (np.arange(len(rows)) >= len(there))
    school = year.school[rec.child[rows]].copy()
    school[elsewhere] = _neighbours(city, school[elsewhere], year.stage[rec.child[rows]][elsewhere])
    key = school * len(rec.child) + rows
    once = np.sort(np.unique(key, return_index=True)[1])
    rows, school, elsewhere = rows[once], school[once], elsewhere[once]
    number = year.class_no[rec.child[rows]].copy()
    number[elsewhere] = _any_class(year, school[elsewhere], year.grade[rec.child[rows]][elsewhere])
    return rows, school, number


def _neighbours(city: City, school: Ints, stage: Ints) -> Ints:
    """For each school the next one that teaches the stage."""
    found = school.copy()
    for one in np.unique(stage):
        able = city.schools.teaching(int(one))
        here = stage == one
        found[here] = able[(np.searchsorted(able, school[here]) + 1) % len(able)]
    return found


def _any_class(year: Year, school: Ints, grade: Ints) -> Ints:
    known, first = np.unique(year.school * 100 + year.grade, return_index=True)
    place = np.minimum(np.searchsorted(known, school * 100 + grade), len(known) - 1)
    return np.where(known[place] == school * 100 + grade, year.class_no[first[place]], -1)


def _enrolments(city: City, year: Year) -> tuple[dict[str, Any], Ints]:
    rows, school, number = enrolment_rows(city, year)
    rec, rng = city.records, city.chance.of(f"roll {year.year}")
    child = rec.child[rows]
    size = len(rows)
    wrong = rng.random(size) < WRONG_CLASS
    class_no = with_nulls(digits(np.where(wrong, number + 50, number), 6), number >= 0)
    on_leave: Flags = rng.random(size) < 0.001
    entry = np.where(rng.random(size) < 0.985, 0, np.where(rng.random(size) < 0.5, 1, 3))
    table = {
        "student_no": at(rec.student_no, rows),
        "school_code": city.school_codes(school),
        "school_name": city.school_names(school),
        "class_no": class_no,
        "stage_code": words(STAGES, year.stage[child]),
        "grade_code": words(GRADES, year.grade[child]),
        "name": at(rec.name, rows),
        "id_kind_code": words(["1"], child * 0),
        "id_no": at(rec.id_no, rows),
        "sex_code": city.sexes(child),
        "birth_on": city.families.birth[child],
        "status_code": where(on_leave, pa.scalar("on_leave"), pa.scalar("enrolled")),
        "boarding_code": words(["day", "boarding"], city.roll.boards[child].astype(np.int64)),
        "entered_on": ((year.entered[child] - 1970) * 12 + 8).astype("M8[M]").astype("M8[D]").astype(np.int64),
        "entry_kind_code": words(["first", "transfer", "choice", "migrant"], entry),
    }
    return table, school


def write_changes(city: City, out: Output) -> None:
    """enrolment_changes of the school year 2019: who came, moved, left after a stage, and who was reported to drop out."""
    first, last = city.roll.years
    rec, rng = city.records, city.chance.of("changes")
    main = np.flatnonzero(rec.twin < 0)
    child = main_child = rec.child[main]
    was, now = first.school[child], last.school[child]
    moved = (was >= 0) & (now >= 0) & (first.stage[child] == last.stage[child]) & (was != now)
    entered = (now >= 0) & ((was < 0) | (first.stage[child] != last.stage[child]))
    done = (was >= 0) & (first.stage[child] != last.stage[child])
    out_of = city.roll.dropped_out[child] & (rng.random(len(child)) < 0.55)
    kinds = ("transfer_out", "entry", "graduate", "drop_out")
    picks = [np.flatnonzero(flag) for flag in (moved, entered, done, out_of)]
    days = [day("2019-08-26"), day("2019-09-01"), day("2019-07-10"), day("2020-05-20")]
    rows = np.concatenate(picks)
    kind = np.repeat(np.arange(4), [len(p) for p in picks])
    child = main_child[rows]
    school = np.where((kind == 1) | (kind == 3), last.school[child], first.school[child])
    grade = np.where((kind == 1) | (kind == 3), last.grade[child], first.grade[child])
    columns = {
        "student_no": at(rec.student_no, main[rows]),
        "name": at(rec.name, main[rows]),
        "kind_code": words(kinds, kind),
        "changed_on": np.array(days)[kind],
        "school_code": city.school_codes(school),
        "grade_code": words(GRADES, grade),
        "to_school_code": city.school_codes(np.where(kind == 0, last.school[child], -1)),
    }
    out.write("enrolment_changes", columns, "学籍异动-2019学年", "2020-05-31", layout=BIG_FILE)
