"""关联与比对 on the small city, beside its truth."""

from __future__ import annotations

import json
import shutil
from datetime import date

import pytest

from tests.loaded_city import REGISTERS
from tests.warehouse.batches import batch
from tests.workspace.reconciling.conftest import LinkedCity
from yaodian.warehouse.reconciling import Reconciled
from yaodian.warehouse.store import Warehouse
from yaodian.warehouse.vault import VAULT, vault_schema
from yaodian.workspace.linking import persons_of, programme_called, reconciled

pytestmark = pytest.mark.slow
AUTUMN, MAY = date(2019, 10, 31), date(2020, 5, 29)


def numbers(city: LinkedCity, register: str, column: str) -> dict[bytes, str]:
    """A vault column of a register by record key, for the test's eyes only."""
    warehouse, declared = city.warehouse, REGISTERS[register]
    files = warehouse.reader().release.vault[register]
    rows = warehouse.vault.read(files, vault_schema(declared), [column]).to_pylist()
    return {row["record_key"]: row[column] for row in rows}


def gaps(city: LinkedCity, found: Reconciled, register: str, column: str) -> set[str]:
    known = numbers(city, register, column)
    return {known[r["record_key"]] for r in found.persons.to_pylist() if r["state"] == "gap"}


def test_records_of_the_roll_go_to_the_child_they_are_of(linked_city: LinkedCity) -> None:
    child = {row["student_no"]: row["person"] for row in linked_city.true("records")}
    person = {row["id_no"]: row["person"] for row in linked_city.true("persons")}
    roll, residents = numbers(linked_city, "students", "student_no"), numbers(linked_city, "residents", "id_no")
    people: dict[int, set[object]] = {}
    for member in linked_city.linked.members.to_pylist():
        key = member["record_key"]
        if member["register"] == "students":
            people.setdefault(member["person"], set()).add(child[roll[key]])
        elif member["register"] == "residents":
            people.setdefault(member["person"], set()).add(person[residents[key]])
    mixed = [of for of in people.values() if len(of) > 1]
    assert mixed == [] and len(people) > 15_000


def test_children_of_age_on_no_roll_are_the_gap(linked_city: LinkedCity) -> None:
    found = reconciled(persons_of(linked_city.warehouse), programme_called("失学"), AUTUMN)
    told = gaps(linked_city, found, "residents", "id_no")
    persons = {str(row["id_no"]): row for row in linked_city.true("persons")}
    of_age = numbers(linked_city, "residents", "id_no")
    cohort = {of_age[r["record_key"]] for r in found.persons.to_pylist()}
    true = {number for number in cohort if not persons[number]["school_code"]}
    assert len(told & true) >= 0.99 * len(true) and len(told & true) >= 0.95 * len(told)
    assert found.tally.cohort == found.tally.served + found.tally.gap + found.tally.unclear
    assert sum(sum(county.values()) for county in found.counties.values()) == found.tally.cohort
    assert {
        row["id_no"] for row in linked_city.true("dropouts") if row["kind_code"] == "never_enrolled"
    } & cohort <= told


@pytest.mark.parametrize(
    ("programme", "register", "column"),
    [
        ("建档立卡失学", "poor_household_members", "id_no"),
        ("搬迁子女入学", "relocated_persons", "id_no"),
        ("小学毕业生升学", "enrolments", "student_no"),
        ("初中毕业生去向", "enrolments", "student_no"),
    ],
)
def test_who_is_on_no_roll_is_the_gap_of_every_programme_that_asks_for_one(
    linked_city: LinkedCity, programme: str, register: str, column: str
) -> None:
    found = reconciled(persons_of(linked_city.warehouse), programme_called(programme), AUTUMN)
    known = numbers(linked_city, register, column)
    by_number = {row["id_no"]: row["person"] for row in linked_city.true("persons")}
    by_record = {row["student_no"]: row["person"] for row in linked_city.true("records")}
    person = by_record if column == "student_no" else by_number
    in_school = {row["person"] for row in linked_city.true("persons") if row["school_code"]}
    told = {person[known[r["record_key"]]] for r in found.persons.to_pylist() if r["state"] == "gap"}
    assert told == {person[known[r["record_key"]]] for r in found.persons.to_pylist()} - in_school
    assert found.tally.cohort > 50


@pytest.mark.parametrize(
    ("programme", "on"), [("残疾儿童安置", date(2020, 9, 1)), ("留守儿童关爱", MAY), ("留守儿童关爱", date(2019, 3, 1))]
)
def test_whom_nobody_visited_for_too_long_is_in_a_gap(linked_city: LinkedCity, programme: str, on: date) -> None:
    found = reconciled(persons_of(linked_city.warehouse), programme_called(programme), on)
    register, visits, back = {
        "残疾儿童安置": ("disabled_children", "home_teaching_visits", 45),
        "留守儿童关爱": ("left_behind_children", "care_visits", 183),
    }[programme]
    known, seen = numbers(linked_city, register, "id_no"), visited(linked_city, visits, on, back)
    for row in found.persons.to_pylist():
        if row["state"] == "gap":
            assert known[row["record_key"]] not in seen
        elif programme == "留守儿童关爱":
            assert known[row["record_key"]] in seen
    assert found.tally.gap + found.tally.served == found.tally.cohort > 0


def open_rows(city: LinkedCity, register: str, columns: str) -> list[dict[str, object]]:
    relation = city.warehouse.reader().rows(REGISTERS[register], with_restricted=True)
    rows: list[dict[str, object]] = city.warehouse.engine.query(
        f"SELECT {columns} FROM r", {"r": relation}, {}
    ).to_pylist()
    return rows


def test_migrant_children_in_a_private_school_or_in_none_have_no_public_place(linked_city: LinkedCity) -> None:
    found = reconciled(persons_of(linked_city.warehouse), programme_called("随迁子女入学"), date(2020, 7, 1))
    known = numbers(linked_city, "residence_permits", "id_no")
    schools = open_rows(linked_city, "schools", "school_code, ownership_code")
    private = {row["school_code"] for row in schools if row["ownership_code"] == "private"}
    school = {row["id_no"]: row["school_code"] for row in linked_city.true("persons")}
    cohort = {known[r["record_key"]] for r in found.persons.to_pylist()}
    told = {known[r["record_key"]] for r in found.persons.to_pylist() if r["state"] == "gap"}
    assert told == {number for number in cohort if not school[number] or school[number] in private}
    assert {school[number] in private for number in told} == {True, False} and found.tally.cohort > 300


@pytest.mark.parametrize(("on", "is_served"), [(MAY, True), (date(2020, 2, 14), False)])
def test_pupils_of_country_schools_have_meals_where_the_month_has_some(
    linked_city: LinkedCity, on: date, is_served: bool
) -> None:
    tally = reconciled(persons_of(linked_city.warehouse), programme_called("农村学生营养餐"), on).tally
    assert tally.cohort > 100 and (tally.gap, tally.served) == ((0, tally.cohort) if is_served else (tally.cohort, 0))


def visited(city: LinkedCity, register: str, on: date, back: int) -> set[str]:
    """The ID numbers of those visited on a day or in the days before."""
    relation = city.warehouse.reader().rows(REGISTERS[register], with_restricted=True)
    rows = city.warehouse.engine.query("SELECT record_key, visited_on FROM v", {"v": relation}, {}).to_pylist()
    known = numbers(city, register, "id_no")
    return {known[row["record_key"]] for row in rows if 0 <= (on - row["visited_on"]).days <= back}


def test_pupils_who_stopped_coming_are_the_gap_of_may(linked_city: LinkedCity) -> None:
    found = reconciled(persons_of(linked_city.warehouse), programme_called("辍学"), MAY)
    told = gaps(linked_city, found, "enrolments", "student_no")
    child = {row["student_no"]: row["person"] for row in linked_city.true("records")}
    gone = {row["person"] for row in linked_city.true("dropouts") if row["kind_code"] == "dropped_out"}
    since = absent_since(linked_city)
    long_gone = {child[number] for number, day in since.items() if child[number] in gone and (MAY - day).days >= 2}
    assert long_gone and {child[number] for number in told} & gone == long_gone
    assert all((MAY - since[number]).days >= 2 for number in told if number in since)


def absent_since(city: LinkedCity) -> dict[str, date]:
    """From which day pupils are away without a reason and without an end, by student number."""
    relation = city.warehouse.reader().rows(REGISTERS["absences"], with_restricted=True)
    rows = city.warehouse.engine.query(
        "SELECT record_key, from_on FROM a WHERE to_on IS NULL AND reason_code = 'unexplained'", {"a": relation}, {}
    )
    known = numbers(city, "absences", "student_no")
    return {known[row["record_key"]]: row["from_on"] for row in rows.to_pylist()}


def test_before_attendance_is_known_nobody_is_present(linked_city: LinkedCity) -> None:
    found = reconciled(persons_of(linked_city.warehouse), programme_called("辍学"), date(2020, 7, 9))
    assert found.tally.served == 0 and found.tally.unknown + found.tally.gap == found.tally.cohort


def test_each_list_is_audited_before_it_is_opened_and_names_no_one(linked_city: LinkedCity) -> None:
    entries = [json.loads(line) for line in linked_city.audit.read_text(encoding="utf-8").splitlines()]
    assert [entry["register"] for entry in entries][:3] == ["residents", "students", "guardians"]
    assert entries[2]["columns"] == ["student_no", "name"]
    assert {entry["action"] for entry in entries} == {"link"} and {entry["purpose"] for entry in entries} == {"linkage"}


def test_linkage_leaves_no_name_and_no_number_outside_the_vault(linked_city: LinkedCity) -> None:
    canaries = linked_city.true("canaries")
    marks = [str(row[column]).encode() for row in canaries for column in ("name", "id_no")]
    assert len(marks) == 100
    for path in linked_city.warehouse.folder.rglob("*"):
        if path.is_file() and VAULT not in path.parts:
            whole = path.read_bytes()
            assert not any(mark in whole for mark in marks), path


def test_who_left_by_transfer_is_looked_for_on_the_rolls_of_the_city(linked_city: LinkedCity) -> None:
    programme = programme_called("转出未到")
    found = reconciled(persons_of(linked_city.warehouse), programme, date(2019, 10, 31))
    assert found.tally.cohort > 50 and found.tally.served == found.tally.cohort, "the city moves pupils within itself"
    early = reconciled(persons_of(linked_city.warehouse), programme, date(2019, 9, 10))
    assert early.tally.cohort == 0, "before the days of the parameter nobody is late"
    gone = reconciled(persons_of(without_rolls(linked_city)), programme, date(2019, 10, 31))
    assert gone.tally.gap == gone.tally.cohort == found.tally.cohort


def without_rolls(city: LinkedCity) -> Warehouse:
    """A copy of the warehouse in which every school has ended its roll."""
    folder = city.audit.parent / "without"
    shutil.copytree(city.warehouse.folder, folder)
    copy = Warehouse.open(folder, city.warehouse.keys)
    register = REGISTERS["enrolments"]
    held = {"held": copy.reader().rows(register, with_restricted=True)}
    schools = copy.engine.query("SELECT DISTINCT school_code AS code FROM held", held, {})["code"].to_pylist()
    copy.commit([batch(register, [], on=date(2019, 10, 1), scope={"school_code": schools})], expected=True)
    return copy
