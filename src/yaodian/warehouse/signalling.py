"""提示: the pupils about whom a declared signal lets their school be asked, as of a day; what it gives names no one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import duckdb
import pyarrow as pa

from yaodian.declare.early_signal import EarlySignal
from yaodian.warehouse.engine import IN_MEMORY, connect
from yaodian.warehouse.reconciling import Rows, refuse_what_lacks
from yaodian.warehouse.sql import day, named
from yaodian.warehouse.whose import Persons


@dataclass(frozen=True)
class Signalled:
    """Whom a signal found: person_key, school, since, days (school days that count; NULL where none are counted) and, for who
    may be told the name, the record_key of a row of `register`. `known` are the schools of which anything is known (None:
    all)."""

    signal: type[EarlySignal]
    register: str
    pupils: pa.Table
    known: frozenset[str] | None


def signalled(people: Persons, signal: type[EarlySignal], on: date, parameters: Mapping[str, Any]) -> Signalled:
    """Whom the signal finds in a release. Refusal where a register is not loaded or not linked."""
    refuse_what_lacks(people.reader, signal)
    found = Rows(people, on, parameters)
    with connect(IN_MEMORY) as memory:
        _gather(memory, signal, found)
        known = _look_at_days(memory, signal, on, parameters) if signal.days else None
        pupils = memory.sql(_question(signal, parameters)).to_arrow_table()
    return Signalled(signal, (signal.among or signal.rows).register, pupils, known)


def _gather(memory: duckdb.DuckDBPyConnection, signal: type[EarlySignal], found: Rows) -> None:
    school = {"school": named(signal.school)}
    last = {"last": named(signal.days.last)} if signal.days else {}
    memory.register("signs", found.of(signal.rows, school | {"since": named(signal.since)} | last))
    if signal.among:
        memory.register("among", found.of(signal.among, school))
    if signal.unless:
        memory.register("unless", found.of(signal.unless, {}))
    if signal.days:
        memory.register("days", found.counted(signal.days.side, school | {"day": named(signal.days.day)}))


def _look_at_days(
    memory: duckdb.DuckDBPyConnection, signal: type[EarlySignal], on: date, parameters: Mapping[str, Any]
) -> frozenset[str]:
    """Make `looked`, the last days of each school of which anything is known; the schools."""
    assert signal.days
    of, known = int(parameters[signal.days.of]), int(parameters[signal.days.known])
    memory.execute(
        f"""CREATE TEMP TABLE looked AS SELECT DISTINCT school, day FROM days
        QUALIFY dense_rank() OVER (PARTITION BY school ORDER BY day DESC) <= {of}
            AND date_diff('day', max(day) OVER (PARTITION BY school), {day(on)}) <= {known}"""
    )
    return frozenset(school for (school,) in memory.sql("SELECT DISTINCT school FROM looked").fetchall())


def _question(signal: type[EarlySignal], parameters: Mapping[str, Any]) -> str:
    """One row a pupil: of several schools the one where it began first."""
    days, within, enough = "NULL", "", ""
    if signal.days:
        days = "count(DISTINCT looked.day)"
        within = (
            "JOIN looked ON looked.school = s.school AND looked.day BETWEEN s.since AND coalesce(s.last, looked.day)"
        )
        enough = f"HAVING {days} >= {int(parameters[signal.days.least])}"
    among = "JOIN among AS a ON a.person_key = s.person_key AND a.school = s.school" if signal.among else ""
    unless = "WHERE s.person_key NOT IN (SELECT person_key FROM unless)" if signal.unless else ""
    return f"""SELECT s.person_key, s.school, min(s.since) AS since, {days} AS days,
            min({"a" if signal.among else "s"}.record_key) AS record_key
        FROM signs AS s {among} {within} {unless} GROUP BY s.person_key, s.school {enough}
        QUALIFY row_number() OVER (PARTITION BY s.person_key ORDER BY min(s.since), s.school) = 1"""
