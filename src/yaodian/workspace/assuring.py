"""保障: what a programme comes to on a day for who works on it: each person with the place that answers for it, and counts by county."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from yaodian.algorithms.draw import lots, size_of
from yaodian.declare.programme import Programme
from yaodian.domain.access import Purpose
from yaodian.domain.finding import Refusal, Words
from yaodian.domain.place import COUNTY, SCHOOL
from yaodian.warehouse.audit import Audit
from yaodian.warehouse.sql import named
from yaodian.warehouse.whose import Persons
from yaodian.workspace.linking import link_persons, persons_of, reconciled
from yaodian.workspace.records import records_catalogue
from yaodian.workspace.records_loading import existing
from yaodian.workspace.rows_of_work import record_rows


@dataclass(frozen=True, slots=True)
class Told:
    """What a programme is called, what it says, the office in charge of it, for what its persons may be looked at, the first
    for its cases, whether it pays money, the indicator of what counties report of the same, that by which a plan promises it and
    the programme by which it lasts, "" where there is none."""

    id: str
    words: Words
    says: Words
    office: str
    purposes: Sequence[Purpose]
    pays: bool
    reported: str
    promised_by: str
    lasts_by: str


@dataclass(frozen=True, slots=True)
class Assured:
    """A person of the cohort: its key (hex), and the codes of its county and its school, "" where the cohort's rows tell none."""

    person: str
    county: str
    school: str


@dataclass(frozen=True)
class Outcome:
    """A programme on a day over a release: its tally (with its sums of `money` in yuan, as texts, where it pays), the same by
    county, and its `cohort`: person_key, state (served, gap, unclear, unknown), county and school. The tally's `is_recorded`:
    somebody is served at all; else the service's records have not come yet, and that they lack someone says nothing. `lost`
    are those whom the programme by which this one lasts leaves out."""

    programme: Told
    on: date
    release: str
    model: str
    tally: Mapping[str, Any]
    counties: Mapping[str, Mapping[str, int]]
    cohort: pa.Table
    lost: frozenset[str] = frozenset()

    @property
    def is_recorded(self) -> bool:
        return bool(self.tally["is_recorded"])

    @cached_property
    def left_out(self) -> Sequence[Assured]:
        """Each person of the cohort who lacks the service."""
        rows = self.cohort.filter(pc.equal(self.cohort["state"], "gap"))
        columns = (rows[name].to_pylist() for name in ("person_key", "county", "school"))
        return [Assured(person.hex(), county, school) for person, county, school in zip(*columns, strict=True)]

    def states_of(self, persons: Iterable[str]) -> dict[str, str]:
        """The states of those of these persons who are of the cohort."""
        wanted = pa.array([bytes.fromhex(person) for person in persons], pa.binary())
        rows = self.cohort.filter(pc.is_in(self.cohort["person_key"], value_set=wanted))
        return {p.hex(): s for p, s in zip(rows["person_key"].to_pylist(), rows["state"].to_pylist(), strict=True)}


def programmes() -> dict[str, Told]:
    """All programmes by id, in the order of their names."""
    declared = records_catalogue().of(Programme).values()
    return {one.id: told_of(one) for one in sorted(declared, key=lambda one: one.id)}


def told_of(one: type[Programme]) -> Told:
    return Told(
        one.id, Words(one.label, one.english), Words(one.words, one.english), one.office, tuple(one.purposes),
        one.money is not None, one.reported, one.promised_by, one.lasts_by,
    )  # fmt: skip


def link_anew(folder: Path, *, actor: str, audit: Audit, on: date) -> None:
    """Link the lists of persons."""
    link_persons(existing(folder), actor=actor, audit=audit, on=on)


def outcomes(folder: Path, on: date, pays: bool | None = None) -> Iterator[Outcome | tuple[Told, Words]]:
    """What each programme comes to on a day, of those alone that pay or do not where `pays` says so; for one whose registers
    are not there, why it cannot be told."""
    people = persons_of(existing(folder))
    lost = cache(lambda name: left_out_by(people, name, on))
    for programme in records_catalogue().of(Programme).values():
        if pays not in (None, programme.money is not None):
            continue
        try:
            yield outcome_of(people, programme, on, lost(programme.lasts_by))
        except Refusal as refusal:
            yield told_of(programme), refusal.words


def outcome_of(people: Persons, programme: type[Programme], on: date, lost: frozenset[str]) -> Outcome:
    """What a programme comes to on a day; of its persons `lost` are left out by the one that it lasts by."""
    found = reconciled(people, programme, on)
    cohort = _placed(found.persons, _places(people, programme, on))
    tally: dict[str, Any] = asdict(found.tally) | {"is_recorded": bool(found.tally.served or programme.failing)}
    if found.sums:
        tally["money"] = {name: str(amount) for name, amount in asdict(found.sums).items()}
    counts: dict[str, dict[str, int]] = {}
    for row in cohort.group_by(["county", "state"]).aggregate([([], "count_all")]).to_pylist():
        counts.setdefault(row["county"], {})[row["state"]] = row["count_all"]
    return Outcome(told_of(programme), on, found.release, found.model, tally, counts, cohort, lost)


def _placed(persons: pa.Table, places: pa.Table) -> pa.Table:
    """Persons with county and school by their record; "" where it tells none."""
    at = pc.index_in(persons["record_key"], value_set=places["record_key"])
    own = {name: pc.fill_null(places[name].take(at), "") for name in ("county", "school")}
    return pa.table({"person_key": persons["person_key"], "state": persons["state"], **own})


def left_out_by(people: Persons, programme: str, on: date) -> frozenset[str]:
    """Whom a programme (by id, "" for none) leaves out; nobody where there is none or its registers are not there."""
    if not programme:
        return frozenset()
    try:
        persons = reconciled(people, records_catalogue().of(Programme)[programme], on).persons
    except Refusal:
        return frozenset()
    return frozenset(key.hex() for key in persons.filter(pc.equal(persons["state"], "gap"))["person_key"].to_pylist())


def counts_of(found: Outcome) -> list[dict[str, Any]]:
    """What a programme came to in each county, as rows of the register of results; of what has no record yet, none."""
    return [
        {
            "programme_code": found.programme.id, "purpose_code": found.programme.purposes[0].value, "county_code": county,
            "counted_on": found.on.isoformat(), "entitled_count": sum(states.values()),
            **{f"{state}_count": states.get(state, 0) for state in ("served", "gap", "unclear", "unknown")},
        }
        for county, states in found.counties.items() if county and found.is_recorded
    ]  # fmt: skip


def keep_counts(folder: Path, rows: Sequence[Mapping[str, Any]], on: date) -> None:
    """Put such rows into the register, from which indicators are measured. Refusal where it does not take one."""
    done = record_rows(folder, "assured_counts", rows, on) if rows else None
    if done and done.faults:
        raise Refusal(done.faults[0])


def persons_now(folder: Path, persons: Sequence[str]) -> dict[str, str]:
    """The keys (hex) that people have now by those they had before, where linkage has changed them since."""
    warehouse = existing(folder)
    rows = warehouse.engine.query(
        """SELECT DISTINCT hex(b.person_key) AS before, hex(n.person_key) AS now FROM ever AS b JOIN ever AS n
            ON n.record_key = b.record_key AND n.recorded_to IS NULL
        WHERE b.recorded_to IS NOT NULL AND b.person_key <> n.person_key ORDER BY ALL""",
        {"ever": warehouse.reader().persons_ever()},
        {},
    )
    wanted = set(persons)
    changed = zip(*(map(str.lower, rows[name].to_pylist()) for name in ("before", "now")), strict=True)
    return {before: now for before, now in changed if before in wanted}


def _places(people: Persons, programme: type[Programme], on: date) -> pa.Table:
    """County and school of each row of the cohort's register, by record key."""
    register, rows = people.registers[programme.cohort.register], people.reader.rows
    columns = dict(register.places)
    school = named(columns[SCHOOL], "h") if SCHOOL in columns else "''"
    held = {"held": rows(register, valid_on=programme.cohort.day(on), with_restricted=True)}
    if COUNTY in columns:
        sql = f"SELECT record_key, {named(columns[COUNTY], 'h')} AS county, {school} AS school FROM held AS h"
        return people.query(sql, held, {})
    sql = f"""SELECT h.record_key, s.county_code AS county, {school} AS school
        FROM held AS h LEFT JOIN schools AS s ON s.school_code = {school}"""
    return people.query(sql, held | {"schools": rows(people.registers["schools"], valid_on=on)}, {})


def drawn(seed: str, names: Sequence[str], share: float) -> list[str]:
    """Of the names the share (0–1, rounded up) that the seed draws: whoever has seed, names and share draws the same."""
    return [name for _, name in lots(seed, names)][: size_of(len(names), share)]
