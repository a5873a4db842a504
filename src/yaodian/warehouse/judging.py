"""判定: each person of a cohort as served, in a gap, unclear or unknown; with money also what is due to whom and what was paid."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

import duckdb

from yaodian.declare.programme import Programme
from yaodian.warehouse.sql import first_row, listed


@dataclass(frozen=True)
class Tally:
    """How many persons: in the cohort, served, in a gap, unclear (people must say first whether they are served), unknown
    (nobody looked), served twice, and served wrongly, without being in the cohort. Where money is paid, twice are those
    who had more than one payment and, all told, more than is due."""

    cohort: int
    served: int
    gap: int
    unclear: int
    unknown: int
    twice: int
    wrong: int


@dataclass(frozen=True)
class Sums:
    """Money of a period in yuan, to the cent: `due` to the cohort, `paid` to whomever (less what came back), `missing` to
    the cohort, `excess` beyond what is due to someone of it, `unentitled` paid to others; and how many of the served got
    too little and too much. Always due - missing + excess + unentitled = paid."""

    too_little: int
    too_much: int
    due: Decimal
    paid: Decimal
    missing: Decimal
    excess: Decimal
    unentitled: Decimal


def yuan(sql: str) -> str:
    """The amount that an expression gives, as money is held; what says nothing is nothing."""
    return f"CAST(coalesce({sql}, 0) AS DECIMAL(18, 2))"


def judge(memory: duckdb.DuckDBPyConnection, programme: type[Programme]) -> None:
    """Of `cohort_rows`, `among_rows`, `other_rows`, `seen` and `asked` make `judged`: each person of the cohort with its
    record, county, rows in the service and state, with money also due, paid and payments; and `other`: each with a service.
    """
    _gather_persons(memory, programme)
    served = "coalesce(o.is_served, FALSE)" if programme.service else "o.n IS NULL"
    money = ", c.due, coalesce(o.paid, 0) AS paid, coalesce(o.payments, 0) AS payments" if programme.money else ""
    memory.execute(
        f"""CREATE TEMP TABLE judged AS SELECT c.record_key, c.person_key, c.county, coalesce(o.n, 0) AS rows{money},
            CASE WHEN NOT c.is_seen AND o.n IS NULL THEN 'unknown' WHEN {served} THEN 'served'
                WHEN c.person_key IN (SELECT person_key FROM unclear) AND {bool(programme.service)} THEN 'unclear'
                ELSE 'gap' END AS state
        FROM cohort AS c LEFT JOIN other AS o USING (person_key)"""
    )


def _gather_persons(memory: duckdb.DuckDBPyConnection, programme: type[Programme]) -> None:
    """Make `cohort`, `other` and `unclear`: one row a person."""
    county = "county" if programme.county else "''"
    seen = "bool_or(seen_by IN (SELECT seen_by FROM seen))" if programme.seen else "TRUE"
    among = "person_key IN (SELECT person_key FROM among_rows)" if programme.among else "TRUE"
    due, entitled = (", max(due) AS due", "max(due) > 0") if programme.money else ("", "TRUE")
    memory.execute(
        f"""CREATE TEMP TABLE cohort AS SELECT person_key, min(record_key) AS record_key,
            arg_min({county}, record_key) AS county, {seen} AS is_seen{due}
        FROM cohort_rows WHERE {among} GROUP BY person_key HAVING {entitled}"""
    )
    sums, is_served = "", "TRUE"
    if programme.money:
        sums, is_served = ", sum(paid) AS paid, count(*) FILTER (paid > 0) AS payments", "sum(paid) > 0"
    memory.execute(
        f"""CREATE TEMP TABLE other AS SELECT person_key, count(*) AS n, {is_served} AS is_served{sums}
        FROM other_rows GROUP BY person_key"""
    )
    memory.execute(
        """CREATE TEMP TABLE unclear AS
        SELECT c.person_key FROM asked AS a JOIN cohort_rows AS c ON c.record_key IN (a.record_l, a.record_r)"""
    )


def tally_of(memory: duckdb.DuckDBPyConnection, programme: type[Programme]) -> Tally:
    """How many persons are in each state."""
    states = listed(f"count(*) FILTER (state = '{state}')" for state in ("served", "gap", "unclear", "unknown"))
    twice = "payments > 1 AND paid > due" if programme.money else "rows > 1"
    is_exclusive = programme.is_for_cohort_only or bool(programme.money)
    counts = first_row(
        memory,
        f"""SELECT count(*), {states}, count(*) FILTER (state = 'served' AND {twice}),
            (SELECT count(*) FROM other
                WHERE {is_exclusive} AND is_served AND person_key NOT IN (SELECT person_key FROM cohort))
        FROM judged""",
    )
    return Tally(*counts)


def sums_of(memory: duckdb.DuckDBPyConnection) -> Sums:
    """What is due to the judged and what was paid."""
    amounts = (
        "sum(due)",
        "(SELECT sum(paid) FROM other)",
        "sum(due - paid) FILTER (paid < due)",
        "sum(paid - due) FILTER (paid > due)",
        "(SELECT sum(paid) FROM other WHERE person_key NOT IN (SELECT person_key FROM cohort))",
    )
    found = first_row(
        memory,
        f"""SELECT count(*) FILTER (state = 'served' AND paid < due), count(*) FILTER (paid > due),
            {listed(f"CAST(coalesce({amount}, 0) AS DECIMAL(18, 2))" for amount in amounts)} FROM judged""",
    )
    return Sums(*found)


def counties_of(memory: duckdb.DuckDBPyConnection) -> Mapping[str, Mapping[str, int]]:
    """How many persons are in each state, by county."""
    counties: dict[str, dict[str, int]] = {}
    for county, state, count in memory.sql(
        "SELECT county, state, count(*) FROM judged WHERE county <> '' GROUP BY ALL ORDER BY ALL"
    ).fetchall():
        counties.setdefault(county, {})[state] = count
    return counties
