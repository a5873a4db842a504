"""比对: a cohort held against a service, person by person; what it gives names no one.

Who a row is of stands in the links of the release (人员关联); a register that knows its people by another's number takes
theirs. Of the vault only blind indexes are read.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.compute as pc

from yaodian.declare.identity import Identity
from yaodian.declare.programme import Programme, Side
from yaodian.declare.register import Register
from yaodian.domain.finding import Refusal, Words
from yaodian.warehouse.blinded import blinded
from yaodian.warehouse.engine import IN_MEMORY, connect
from yaodian.warehouse.reading import PERSONS, Reader
from yaodian.warehouse.sql import first_row, listed, named
from yaodian.warehouse.store import Warehouse


@dataclass(frozen=True)
class Tally:
    """How many persons: in the cohort, served, in a gap, unclear (people must say first whether they are served), unknown
    (nobody looked), served twice, and served wrongly, without being in the cohort."""

    cohort: int
    served: int
    gap: int
    unclear: int
    unknown: int
    twice: int
    wrong: int


@dataclass(frozen=True)
class Reconciled:
    """What a programme came to on a day, from one release: the tally, by county too, and the cohort's record_key, person_key
    and state of each person, for who works on it."""

    programme: type[Programme]
    on: date
    release: str
    model: str
    tally: Tally
    counties: Mapping[str, Mapping[str, int]]
    persons: pa.Table


@dataclass(frozen=True)
class Lists:
    """The registers and how they tell who is who, by id."""

    registers: Mapping[str, type[Register]]
    identities: Mapping[str, type[Identity]]


def reconcile(
    warehouse: Warehouse, programme: type[Programme], lists: Lists, on: date, parameters: Mapping[str, Any]
) -> Reconciled:
    """Hold the cohort against the service in the current release. Refusal where a register is not loaded or not linked."""
    reader = warehouse.reader()
    _refuse_what_lacks(reader, programme)
    found = Rows(warehouse, reader, lists, on, parameters)
    with connect(IN_MEMORY) as memory:
        extra = [name for name in (programme.county, programme.seen_by) if name]
        memory.register("cohort_rows", found.of(programme.cohort, extra))
        others = programme.service or [side for side in (programme.failing,) if side]
        memory.register("other_rows", pa.concat_tables([found.of(side, []) for side in others]))
        memory.register("asked", warehouse.engine.query("SELECT * FROM asked", {"asked": reader.asked()}, {}))
        _judge(memory, programme, found)
        model = pc.max(found.links["model"]).as_py() or ""
        persons = memory.table("judged").to_arrow_table()
        tally = _tally(memory, programme.is_for_cohort_only)
        return Reconciled(programme, on, reader.release.id, model, tally, _by_county(memory), persons)


def _refuse_what_lacks(reader: Reader, programme: type[Programme]) -> None:
    lacks = [side.register for side in programme.sides() if side.register not in reader.release.tables]
    if lacks:
        raise Refusal(
            Words(
                f"“{programme.label}”要用的登记还没有装入：{'、'.join(lacks)}，请先用 yaodian load 装入",
                f"{programme.id} needs {', '.join(lacks)}, not loaded yet: load them with yaodian load",
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

    warehouse: Warehouse
    reader: Reader
    lists: Lists
    on: date
    parameters: Mapping[str, Any]

    def of(self, side: Side, columns: list[str]) -> pa.Table:
        """record_key, person_key and these columns of the rows that count; those without a person are persons of their own."""
        register = self.lists.registers[side.register]
        rows = self.counted(side, ["record_key", *columns])
        with connect(IN_MEMORY) as memory:
            memory.register("r", rows)
            memory.register("p", self._persons(register))
            own = listed(named(column, "r") for column in ["record_key", *columns])
            return memory.sql(
                f"SELECT {own}, coalesce(p.person_key, r.record_key) AS person_key FROM r LEFT JOIN p USING (record_key)"
            ).to_arrow_table()

    def counted(self, side: Side, columns: list[str]) -> pa.Table:
        """These columns of the rows that fulfil the side's condition."""
        register = self.lists.registers[side.register]
        day = side.day(self.on)
        relation = self.reader.rows(register, valid_on=day, with_restricted=True)
        sql = f"SELECT {listed(map(named, columns))} FROM held WHERE {side.where}"
        return self.warehouse.engine.query(sql, {"held": relation}, {**self.parameters, "on": day})

    @cached_property
    def links(self) -> pa.Table:
        """record_key, person_key and model of every linked record."""
        sql = "SELECT record_key, person_key, model FROM persons"
        return self.warehouse.engine.query(sql, {"persons": self.reader.persons()}, {})

    def _persons(self, register: type[Register]) -> pa.Table:
        """record_key → person_key of a register: its own links, or those of the one whose number its rows carry."""
        if register.id in self.lists.identities:
            return self.links
        column, other = self._known_by(register)
        with connect(IN_MEMORY) as memory:
            memory.register("links", self.links)
            for side, held in (("mine", register), ("theirs", self.lists.registers[other])):
                memory.register(side, blinded(self.warehouse, self.reader, held, [column]))
            return memory.sql(
                f"""SELECT mine.record_key, any_value(links.person_key ORDER BY links.person_key) AS person_key
                FROM mine JOIN theirs USING ({named(column)}) JOIN links ON links.record_key = theirs.record_key
                GROUP BY mine.record_key"""
            ).to_arrow_table()

    def _known_by(self, register: type[Register]) -> tuple[str, str]:
        for reference in register.references:
            if len(reference.columns) == 1 and reference.register in self.lists.identities:
                return reference.columns[0], reference.register
        raise Refusal(
            Words(
                f"登记“{register.label}”没有写明怎样认人，请在 catalogue/identities 里声明",
                f"{register.id} does not say who its rows are of: declare an identity for it",
            )
        )


def _judge(memory: duckdb.DuckDBPyConnection, programme: type[Programme], found: Rows) -> None:
    """Make `judged`: each person of the cohort with its record, county, rows in the service and state."""
    county = named(programme.county) if programme.county else "''"
    seen = "TRUE"
    if programme.seen:
        memory.register("seen", found.counted(programme.seen, [programme.seen_by]))
        seen = f"bool_or({named(programme.seen_by)} IN (SELECT {named(programme.seen_by)} FROM seen))"
    memory.execute(
        f"""CREATE TEMP TABLE cohort AS SELECT person_key, min(record_key) AS record_key,
            arg_min({county}, record_key) AS county, {seen} AS is_seen FROM cohort_rows GROUP BY person_key"""
    )
    memory.execute("CREATE TEMP TABLE other AS SELECT person_key, count(*) AS n FROM other_rows GROUP BY person_key")
    memory.execute(
        """CREATE TEMP TABLE unclear AS
        SELECT c.person_key FROM asked AS a JOIN cohort_rows AS c ON c.record_key IN (a.record_l, a.record_r)"""
    )
    served = "o.n IS NOT NULL" if programme.service else "o.n IS NULL"
    memory.execute(
        f"""CREATE TEMP TABLE judged AS SELECT c.record_key, c.person_key, c.county, coalesce(o.n, 0) AS rows,
            CASE WHEN NOT c.is_seen AND o.n IS NULL THEN 'unknown' WHEN {served} THEN 'served'
                WHEN c.person_key IN (SELECT person_key FROM unclear) AND {bool(programme.service)} THEN 'unclear'
                ELSE 'gap' END AS state
        FROM cohort AS c LEFT JOIN other AS o USING (person_key)"""
    )


def _tally(memory: duckdb.DuckDBPyConnection, is_for_cohort_only: bool) -> Tally:
    states = listed(f"count(*) FILTER (state = '{state}')" for state in ("served", "gap", "unclear", "unknown"))
    counts = first_row(
        memory,
        f"""SELECT count(*), {states}, count(*) FILTER (state = 'served' AND rows > 1),
            (SELECT count(*) FROM other WHERE {is_for_cohort_only} AND person_key NOT IN (SELECT person_key FROM cohort))
        FROM judged""",
    )
    return Tally(*counts)


def _by_county(memory: duckdb.DuckDBPyConnection) -> Mapping[str, Mapping[str, int]]:
    counties: dict[str, dict[str, int]] = {}
    for county, state, count in memory.sql(
        "SELECT county, state, count(*) FROM judged WHERE county <> '' GROUP BY ALL ORDER BY ALL"
    ).fetchall():
        counties.setdefault(county, {})[state] = count
    return counties
