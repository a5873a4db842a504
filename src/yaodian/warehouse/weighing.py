"""比对: what a batch changes in its register, worked out over whole columns: the rows to add and the rows to close.

A row says what holds of its record from `f`. It speaks for its day: up to the end of what was known to hold on that day,
or where nothing held, up to the next that is known. A stated last day ends it there, and nothing is known after.
"""

from __future__ import annotations

import duckdb

from yaodian.declare.register import EVENT, STATE, Mode, Register
from yaodian.domain.finding import Words
from yaodian.warehouse.batch import Batch, Counts
from yaodian.warehouse.keying import BatchRefused, hashes, named_by_withheld
from yaodian.warehouse.sql import FAR, day, first_row, listed, named, quoted


def weigh(cursor: duckdb.DuckDBPyConnection, batch: Batch, known_rows: str) -> Counts:
    """Make `fresh` (rows of the batch to record), `pieces` (what remains of rows that were cut) and `closing`."""
    _refuse_other_scope(cursor, batch)
    _stand(cursor, batch, known_rows)
    if batch.register.time is STATE:
        _place_states(cursor, batch)
    else:
        on_day = "" if batch.register.time is EVENT else " AND r.valid_from = s.f"
        cursor.execute(
            f"""CREATE TEMP TABLE placed AS SELECT s.*, {day(FAR)} AS w, {day(FAR)} AS e, r._row AS hit,
            coalesce(r.h1 = s.h1 AND r.h2 = s.h2, FALSE) AS is_same
            FROM keyed AS s LEFT JOIN standing AS r ON r.record_key = s.record_key{on_day}"""
        )
    _end(cursor, batch)
    _cut(cursor, batch.register)
    cursor.execute(
        "CREATE TEMP TABLE fresh AS SELECT _n, record_key, f, e, row_number() OVER () - 1 AS nth FROM placed WHERE NOT is_same"
    )
    return _counts(cursor)


def refuse_mass_ending(cursor: duckdb.DuckDBPyConnection, batch: Batch, share: float) -> None:
    """Refuse a snapshot that would end more than this share of what stood in its scope."""
    ended, stood = first_row(cursor, "SELECT (SELECT count(*) FROM ending), count(*) FROM standing WHERE is_in_scope")
    if ended > share * stood:
        raise BatchRefused(
            Words(
                f"这份“{batch.register.label}”会终止 {stood} 条在册记录中的 {ended} 条，超过 {share:.0%}；"
                "请核对是否漏报，确实如此则声明“预期之内”（--expected）再提交",
                f"this {batch.register.id} would end {ended} of the {stood} records that stand in its scope, more than"
                f" {share:.0%}: check that nothing is missing, or say that it is expected (--expected)",
            )
        )


def release_scratch(cursor: duckdb.DuckDBPyConnection) -> None:
    """Give back the memory of what only the comparison needed."""
    for table in ("standing", "spoken", "covered", "upcoming", "placed", "lacking", "ending", "cuts"):
        cursor.execute(f"DROP TABLE IF EXISTS {table}")


def _in_scope(batch: Batch, table: str) -> str:
    return " AND ".join(
        f"coalesce({named(column, table)} IN ({listed(quoted(v) for v in values)}), FALSE)"
        for column, values in batch.scope.items()
    )


def _refuse_other_scope(cursor: duckdb.DuckDBPyConnection, batch: Batch) -> None:
    register, is_snapshot = batch.register, batch.mode is Mode.SNAPSHOT
    if (batch.mode is Mode.EVENT) != (register.time is EVENT):
        raise BatchRefused(
            Words(f"“{register.label}”不能按“{batch.mode}”报送", f"{register.id} does not arrive as {batch.mode}")
        )
    if is_snapshot and set(batch.scope) != set(register.arrives.scope):
        wanted = listed(register.arrives.scope)
        raise BatchRefused(
            Words(
                f"“{register.label}”的全量报送要写明范围：{wanted}",
                f"a snapshot of {register.id} states its scope: {wanted or 'none'}",
            )
        )
    scope = _in_scope(batch, "g") if is_snapshot else ""
    (outside,) = first_row(cursor, f"SELECT count(*) FROM given AS g WHERE NOT ({scope or 'TRUE'})")
    if outside:
        raise BatchRefused(
            Words(
                f"“{register.label}”有 {outside} 行不在所报范围内",
                f"{outside} rows of {register.id} lie outside the scope that the snapshot states",
            )
        )


def _stand(cursor: duckdb.DuckDBPyConnection, batch: Batch, known_rows: str) -> None:
    """Make `standing`: what is known of the batch's records and, for a snapshot, of its scope on its day."""
    inside, open_, wanted = "FALSE", "FALSE", "record_key IN (SELECT record_key FROM keyed WHERE was_known)"
    if batch.mode is Mode.SNAPSHOT:
        scope = _in_scope(batch, "k") or "TRUE"
        held = f"k.valid_from <= {day(batch.on)} AND (k.valid_to IS NULL OR k.valid_to > {day(batch.on)})"
        counted = "k.valid_from IN (SELECT f FROM keyed)"
        wanted = f"is_in_scope OR {wanted}"
        inside = f"({scope}) AND {held if batch.register.time is STATE else counted}"
        open_ = _held_open(batch.register)
    cursor.execute(
        f"""CREATE TEMP TABLE standing AS SELECT * FROM (
            SELECT k._row, k.record_key, k.valid_from, coalesce(k.valid_to, {day(FAR)}) AS valid_to,
                {hashes(batch.register, "k")}, {inside} AS is_in_scope, {open_} AS is_held_open
            FROM ({known_rows}) AS k) AS s
        WHERE {wanted}"""
    )


def _held_open(register: type[Register]) -> str:
    """Whether a row k is of a record that a withheld row names, or may name: where its key could not be read, whatever
    agrees with as much of its scope as could be."""
    agrees = [f"(u.{named(c)} IS NULL OR u.{named(c)} = k.{named(c)})" for c in register.arrives.scope]
    unread = f"EXISTS (SELECT 1 FROM withheld_scopes AS u WHERE {' AND '.join(agrees) or 'TRUE'})"
    return f"(k.record_key IN ({named_by_withheld(register)}) OR {unread})"


def _place_states(cursor: duckdb.DuckDBPyConnection, batch: Batch) -> None:
    """Make `placed`: for each row the days [f, e) that it fills and [f, w) that it speaks for, and the row known before
    to hold on its day; it is the same where that one says as much."""
    far, on = day(FAR), day(batch.on)
    cursor.execute(
        f"""CREATE TEMP TABLE spoken AS SELECT *, least(greatest(f, {on}), t - 1, following - 1) AS p FROM (
            SELECT *, CASE WHEN EXISTS (SELECT 1 FROM repeated)
                THEN lead(f, 1, {far}) OVER (PARTITION BY record_key ORDER BY f) ELSE {far} END AS following FROM keyed
        ) AS k"""
    )
    _refuse_odd_days(cursor, batch.register)
    cursor.execute(
        """CREATE TEMP TABLE covered AS SELECT s._n, r._row, r.valid_from, r.valid_to, r.h1, r.h2
        FROM spoken AS s JOIN standing AS r
        ON r.record_key = s.record_key AND r.valid_from <= s.p AND s.p < r.valid_to"""
    )
    cursor.execute(
        """CREATE TEMP TABLE upcoming AS SELECT s._n, min(r.valid_from) AS valid_from FROM spoken AS s JOIN standing AS r
        ON r.record_key = s.record_key AND r.valid_from > s.p
        WHERE s._n NOT IN (SELECT _n FROM covered) GROUP BY s._n"""
    )
    starts = "r.valid_from = s.f" if batch.register.holds_from else "r.valid_from <= s.f"
    speaks = f"least(coalesce(r.valid_to, u.valid_from, {far}), s.following)"
    until = f"CASE WHEN s.t < {far} THEN s.t ELSE {speaks} END"
    cursor.execute(
        f"""CREATE TEMP TABLE placed AS SELECT s._n, s.record_key, s.was_known, s.is_private_changed, s.f,
            CASE WHEN s.t < {far} THEN greatest(s.t, {speaks}) ELSE {speaks} END AS w, {until} AS e, r._row AS hit,
            coalesce(r.h1 = s.h1 AND r.h2 = s.h2 AND {starts} AND r.valid_to = {until}, FALSE) AS is_same
        FROM spoken AS s LEFT JOIN covered AS r ON r._n = s._n LEFT JOIN upcoming AS u ON u._n = s._n"""
    )


def _refuse_odd_days(cursor: duckdb.DuckDBPyConnection, register: type[Register]) -> None:
    empty, crossing = first_row(
        cursor,
        f"SELECT count(*) FILTER (WHERE t <= f), count(*) FILTER (WHERE t > following AND t < {day(FAR)}) FROM spoken",
    )
    if empty:
        raise BatchRefused(
            Words(
                f"“{register.label}”有 {empty} 行的终止日期不晚于开始日期",
                f"{empty} rows of {register.id} end before they begin",
            )
        )
    if crossing:
        raise BatchRefused(
            Words(
                f"“{register.label}”有 {crossing} 行与同一记录的后一行时间重叠",
                f"{crossing} rows of {register.id} overlap the next row of the same record",
            )
        )


def _end(cursor: duckdb.DuckDBPyConnection, batch: Batch) -> None:
    """Make `lacking`: what stands in the scope of a snapshot and is not in it; `ending`: of it what is not held open."""
    stated = "r.record_key = k.record_key"
    if batch.register.time is not STATE:
        stated += " AND r.valid_from = k.f"
    cursor.execute(
        f"""CREATE TEMP TABLE lacking AS SELECT r._row, r.record_key, {day(batch.on)} AS f, r.valid_to AS w, r.is_held_open
        FROM standing AS r WHERE r.is_in_scope AND NOT EXISTS (SELECT 1 FROM keyed AS k WHERE {stated})"""
    )
    cursor.execute("CREATE TEMP TABLE ending AS SELECT _row, record_key, f, w FROM lacking WHERE NOT is_held_open")


def _cut(cursor: duckdb.DuckDBPyConnection, register: type[Register]) -> None:
    """Make `closing` and `pieces` from what the new rows and the endings overlap."""
    if register.time is not STATE:
        cursor.execute(
            """CREATE TEMP TABLE closing AS SELECT hit AS _row FROM placed WHERE NOT is_same AND hit IS NOT NULL
            UNION ALL SELECT _row FROM ending"""
        )
        cursor.execute("CREATE TEMP TABLE pieces (_row BIGINT, f DATE, e DATE, nth BIGINT)")
        return
    far = day(FAR)
    cursor.execute(
        """CREATE TEMP TABLE cuts AS SELECT record_key, f, w FROM placed WHERE NOT is_same AND was_known
        UNION ALL SELECT record_key, f, w FROM ending"""
    )
    cursor.execute(
        """CREATE TEMP TABLE closing AS SELECT DISTINCT r._row FROM standing AS r JOIN cuts AS c
        ON c.record_key = r.record_key AND r.valid_from < c.w AND c.f < r.valid_to"""
    )
    cursor.execute(
        f"""CREATE TEMP TABLE pieces AS SELECT r._row, greatest(r.valid_from, g.f) AS f, least(r.valid_to, g.e) AS e,
            row_number() OVER () - 1 AS nth
        FROM standing AS r JOIN (
            SELECT record_key, w AS f, lead(f, 1, {far}) OVER (PARTITION BY record_key ORDER BY f) AS e FROM cuts
            UNION ALL SELECT record_key, DATE '0001-01-01', min(f) FROM cuts GROUP BY record_key) AS g
        ON g.record_key = r.record_key AND greatest(r.valid_from, g.f) < least(r.valid_to, g.e)
        WHERE r._row IN (SELECT _row FROM closing)"""
    )


def _counts(cursor: duckdb.DuckDBPyConnection) -> Counts:
    found = first_row(
        cursor,
        """SELECT count(*) FILTER (WHERE hit IS NULL), count(*) FILTER (WHERE hit IS NOT NULL AND (NOT is_same
            OR is_private_changed)), count(*) FILTER (WHERE is_same AND NOT is_private_changed),
            (SELECT count(*) FROM ending), (SELECT count(*) FROM lacking WHERE is_held_open) FROM placed""",
    )
    return Counts(*found)
