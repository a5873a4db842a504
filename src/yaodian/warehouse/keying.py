"""记录键: which record each row of a batch speaks of: the one that its natural key named before, or a fresh one."""

from __future__ import annotations

import os
from datetime import date
from functools import reduce

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from yaodian.declare.column import PERIOD
from yaodian.declare.register import STATE, Register
from yaodian.domain.finding import Refusal, Words
from yaodian.domain.period import Period
from yaodian.warehouse.batch import Batch
from yaodian.warehouse.column_types import schema_of
from yaodian.warehouse.relation import open_columns
from yaodian.warehouse.sql import FAR, day, first_row, listed, named
from yaodian.warehouse.vault import DIGEST, KEY_INDEX

KEY_BYTES = 16


class BatchRefused(Refusal):
    """The batch cannot be committed; the sentence says why and how to repair it."""


def minted(count: int) -> pa.Array:
    """So many keys that were never used."""
    keys = pa.py_buffer(os.urandom(KEY_BYTES * count))
    return pa.FixedSizeBinaryArray.from_buffers(pa.binary(KEY_BYTES), count, [None, keys]).cast(pa.binary())


def offer(cursor: duckdb.DuckDBPyConnection, batch: Batch, blind: pa.Table | None) -> None:
    """Show the batch to the engine as `given`: its open columns, numbered, each row with a fresh key at hand."""
    count = batch.rows.num_rows
    table = batch.rows.select(list(open_columns(batch.register)))
    table = table.append_column("_n", pa.array(np.arange(count, dtype=np.int64)))
    table = table.append_column("_minted", minted(count))
    blind_columns = {} if blind is None else {name: blind[name] for name in blind.column_names}
    for name, column in blind_columns.items():
        table = table.append_column(name, column)
    cursor.register("given", table)
    days = {text: Period(text).last for text in _periods(batch)}
    cursor.register(
        "days", pa.table({"period": pa.array(days, pa.string()), "last": pa.array(days.values(), pa.date32())})
    )


def named_by(batch: Batch) -> pa.Table:
    """The natural keys that the withheld rows of a batch could be read to name."""
    withheld = _withheld(batch)
    read = [pc.is_valid(withheld[name]) for name in batch.register.key]
    return withheld.select(list(batch.register.key)).filter(reduce(pc.and_, read))


def _withheld(batch: Batch) -> pa.Table:
    return schema_of(batch.register).empty_table() if batch.withheld is None else batch.withheld


def offer_withheld(cursor: duckdb.DuckDBPyConnection, batch: Batch, blind: pa.Table | None) -> None:
    """Show what was kept back: as `withheld_keys` the keys it names, as `withheld_scopes` the scope of each row whose key
    could not be read."""
    cursor.register("withheld_keys", named_by(batch) if blind is None else blind)
    withheld = _withheld(batch)
    unread = reduce(pc.or_, (pc.is_null(withheld[name]) for name in batch.register.key))
    scopes = withheld.filter(unread).select(list(batch.register.arrives.scope))
    cursor.register("withheld_scopes", scopes.append_column("_row", pa.nulls(scopes.num_rows)))


def key_columns(register: type[Register]) -> tuple[str, ...]:
    """By what records are found again: the blind index where the key names a person, else the key itself."""
    return (KEY_INDEX,) if register.about_persons else tuple(register.key)


def remember(cursor: duckdb.DuckDBPyConnection, register: type[Register], files: str, vaulted: pa.Table | None) -> None:
    """Make `known_keys`: each natural key of the batch, or kept back from it, that was ever met, and its record."""
    if vaulted is not None:
        cursor.register("known_keys", vaulted)
        return
    keys = key_columns(register)
    same = " AND ".join(f"{named(c, 'g')} = {named(c, 'f')}" for c in keys)
    cursor.execute(
        f"""CREATE TEMP TABLE known_keys AS SELECT DISTINCT record_key, {listed(named(c) for c in keys)} FROM {files} AS f
        WHERE record_key IS NOT NULL AND (EXISTS (SELECT 1 FROM given AS g WHERE {same})
            OR EXISTS (SELECT 1 FROM withheld_keys AS g WHERE {same}))"""
    )


def key_rows(cursor: duckdb.DuckDBPyConnection, batch: Batch) -> None:
    """Make `keyed`: each row's record, the day `f` from which it speaks, the day `t` before which it says to end
    (FAR where it does not say), and two hashes of its open columns. A record stands once for each `f`."""
    register, keys = batch.register, key_columns(batch.register)
    columns = listed(named(c) for c in keys)
    cursor.execute(
        f"CREATE TEMP TABLE repeated AS SELECT {columns}, arg_min(_minted, _n) AS minted FROM given"
        f" GROUP BY {columns} HAVING count(*) > 1"
    )
    differs = f"k.{DIGEST} IS DISTINCT FROM g.{DIGEST}" if register.about_persons else "FALSE"
    f, t, dated = _from_day(register, batch.on), _to_day(register), _dating(register)
    same_key, same_twice = _equal("k", keys), _equal("d", keys)
    cursor.execute(
        f"""CREATE TEMP TABLE keyed AS
        SELECT g._n, coalesce(k.record_key, d.minted, g._minted) AS record_key, k.record_key IS NOT NULL AS was_known,
            {f} AS f, {t} AS t, {hashes(register, "g")}, {differs} AS is_private_changed
        FROM given AS g LEFT JOIN known_keys AS k ON {same_key} LEFT JOIN repeated AS d ON {same_twice} {dated}"""
    )
    _refuse_doubles(cursor, register)
    cursor.execute(
        """CREATE TEMP TABLE latest AS SELECT arg_max(_n, f) AS _n FROM keyed
        WHERE EXISTS (SELECT 1 FROM repeated) GROUP BY record_key"""
    )
    cursor.execute(
        """UPDATE keyed SET is_private_changed = FALSE
        WHERE EXISTS (SELECT 1 FROM latest) AND _n NOT IN (SELECT _n FROM latest)"""
    )


def named_by_withheld(register: type[Register]) -> str:
    """A SELECT of the records that the keys of withheld rows name."""
    same = _equal("k", key_columns(register))
    return f"SELECT k.record_key FROM known_keys AS k JOIN withheld_keys AS g ON {same}"


def hashes(register: type[Register], table: str) -> str:
    """Two hashes of the open columns, together wide enough to tell two rows apart."""
    columns = [named(c, table) for c in open_columns(register)]
    return f"hash({listed(columns)}) AS h1, hash(7, {listed(reversed(columns))}) AS h2"


def _equal(table: str, keys: tuple[str, ...]) -> str:
    return " AND ".join(f"{named(c, table)} = {named(c, 'g')}" for c in keys)


def _from_day(register: type[Register], on: date) -> str:
    if register.time is STATE:
        return f"coalesce({named(register.holds_from, 'g')}, {day(on)})" if register.holds_from else day(on)
    return "y.last" if register.column(register.dated_by).type is PERIOD else named(register.dated_by, "g")


def _to_day(register: type[Register]) -> str:
    return f"coalesce({named(register.holds_to, 'g')}, {day(FAR)})" if register.holds_to else day(FAR)


def _dating(register: type[Register]) -> str:
    if register.dated_by and register.column(register.dated_by).type is PERIOD:
        return f"JOIN days AS y ON y.period = {named(register.dated_by, 'g')}"
    return ""


def _periods(batch: Batch) -> list[str]:
    named_by = batch.register.dated_by
    if not named_by or batch.register.column(named_by).type is not PERIOD:
        return []
    return [str(text) for text in batch.rows[named_by].unique().to_pylist()]


def _refuse_doubles(cursor: duckdb.DuckDBPyConnection, register: type[Register]) -> None:
    alone = "record_key" if register.time.value == "event" else "record_key, f"
    (doubles,) = first_row(
        cursor,
        f"""SELECT count(*) FROM (SELECT 1 FROM keyed WHERE EXISTS (SELECT 1 FROM repeated)
        GROUP BY {alone} HAVING count(*) > 1) AS d""",
    )
    if doubles:
        raise BatchRefused(
            Words(
                f"“{register.label}”有 {doubles} 条记录在同一批次中出现多次，请先去重",
                f"{register.id}: {doubles} records stand more than once in the batch; remove the doubles first",
            )
        )
