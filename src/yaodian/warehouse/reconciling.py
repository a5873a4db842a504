"""比对: a cohort held against a service, person by person; what it gives names no one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.compute as pc

from yaodian.declare.early_signal import EarlySignal
from yaodian.declare.programme import Programme, Side
from yaodian.declare.register import Register
from yaodian.domain.finding import Refusal, Words
from yaodian.domain.period import Period
from yaodian.warehouse.engine import IN_MEMORY, connect
from yaodian.warehouse.judging import Sums, Tally, counties_of, judge, sums_of, tally_of, yuan
from yaodian.warehouse.reading import PERSONS, Reader
from yaodian.warehouse.sql import listed, named, quoted
from yaodian.warehouse.whose import Persons


@dataclass(frozen=True)
class Reconciled:
    """What a programme came to on a day, from one release: the tally, by county too, the sums where it is of money, and the
    cohort's record_key, person_key and state of each person (with money: due and paid, in yuan), for who works on it."""

    programme: type[Programme]
    on: date
    release: str
    model: str
    tally: Tally
    sums: Sums | None
    counties: Mapping[str, Mapping[str, int]]
    persons: pa.Table


def reconcile(people: Persons, programme: type[Programme], on: date, parameters: Mapping[str, Any]) -> Reconciled:
    """Hold the cohort against the service in a release. Refusal where a register is not loaded or not linked."""
    refuse_what_lacks(people.reader, programme)
    with connect(IN_MEMORY) as memory:
        _gather(memory, programme, Rows(people, on, parameters))
        memory.register("asked", people.query("SELECT * FROM asked", {"asked": people.reader.asked()}, {}))
        judge(memory, programme)
        persons = memory.table("judged").to_arrow_table()
        sums = sums_of(memory) if programme.money else None
        tally, release = tally_of(memory, programme), people.reader.release.id
        return Reconciled(programme, on, release, people.model, tally, sums, counties_of(memory), persons)


def showing(
    people: Persons, programme: type[Programme], on: date, parameters: Mapping[str, Any], person: bytes
) -> dict[str, list[bytes]]:
    """The records that show a person served on a day, by register; where only failures are recorded, those of the cohort."""
    found, held = Rows(people, on, parameters), dict[str, list[bytes]]()
    for side in programme.service or (programme.cohort,):
        rows = found.of(side, {})
        own = rows.filter(pc.equal(rows["person_key"], pa.scalar(person, rows.schema.field("person_key").type)))
        if own.num_rows:
            held.setdefault(side.register, []).extend(own["record_key"].to_pylist())
    return held


def _gather(memory: duckdb.DuckDBPyConnection, programme: type[Programme], found: Rows) -> None:
    """Give the connection the rows of each side that are judged."""
    money, seen = programme.money, programme.seen
    shown = {name: named(column) for name in ("county", "seen_by") if (column := getattr(programme, name))}
    due = {"due": yuan(money.due)} if money else {}
    memory.register("cohort_rows", found.of(programme.cohort, shown | due))
    others = programme.service or [side for side in (programme.failing,) if side]
    paid = {"paid": yuan(money.paid)} if money else {}
    memory.register("other_rows", pa.concat_tables([found.of(side, paid) for side in others]))
    if programme.among:
        memory.register("among_rows", pa.concat_tables([found.of(side, {}) for side in programme.among]))
    if seen:
        memory.register("seen", found.counted(seen, {"seen_by": named(programme.seen_by)}))


def refuse_what_lacks(reader: Reader, asked: type[Programme] | type[EarlySignal]) -> None:
    """Refusal where a register that is looked at is not loaded or not linked."""
    lacks = [side.register for side in asked.sides() if side.register not in reader.release.tables]
    if lacks:
        raise Refusal(
            Words(
                f"“{asked.label}”要用的登记还没有装入：{'、'.join(lacks)}，请先用 yaodian load 装入",
                f"{asked.id} needs {', '.join(lacks)}, not loaded yet: load them with yaodian load",
            )
        )
    if not reader.release.links[PERSONS].files:
        raise Refusal(
            Words(
                "名册还没有关联到人，请先运行 yaodian link",
                "the lists are not linked to persons yet: run yaodian link first",
            )
        )


@dataclass(frozen=True)
class Rows:
    """The rows of a programme's sides as of its day, each with its person."""

    people: Persons
    on: date
    parameters: Mapping[str, Any]

    def of(self, side: Side, columns: Mapping[str, str]) -> pa.Table:
        """record_key, person_key and these columns (a name and the SQL of each) of the rows that count; those without a
        person are persons of their own."""
        register = self.people.registers[side.register]
        rows = self.counted(side, {"record_key": "record_key", **columns})
        with connect(IN_MEMORY) as memory:
            memory.register("r", rows)
            memory.register("p", self.people.of(register))
            own = listed(named(column, "r") for column in ["record_key", *columns])
            return memory.sql(
                f"SELECT {own}, coalesce(p.person_key, r.record_key) AS person_key FROM r LEFT JOIN p USING (record_key)"
            ).to_arrow_table()

    def counted(self, side: Side, columns: Mapping[str, str]) -> pa.Table:
        """These columns (a name and the SQL of each) of the rows that fulfil the side's conditions."""
        register = self.people.registers[side.register]
        day = side.day(self.on)
        given = {**self.parameters, "on": day}
        where = [f"({side.where})"]
        if side.period:
            where.append(f"{named(side.period)} = {quoted(_period_of(register, day))}")
        relation = self.people.reader.rows(register, valid_on=None if side.period else day, with_restricted=True)
        chosen = [f"{sql} AS {named(name)}" for name, sql in columns.items()]
        if side.whose:
            chosen.append(f"{named(side.whose[0])} AS whose")
        sql = f"SELECT {listed(chosen)} FROM held WHERE {' AND '.join(where)}"
        rows = self.people.query(sql, {"held": relation}, given)
        if not side.whose:
            return rows
        column, other = side.whose
        values = self.counted(other, {"value": named(column)})["value"]
        return rows.filter(pc.is_in(rows["whose"], value_set=values.drop_null())).drop_columns("whose")


def _period_of(register: type[Register], day: date) -> str:
    if register.every is None:
        raise TypeError(f"{register.id} says of no length of time that it comes in")
    return Period.of(register.every, day).id
