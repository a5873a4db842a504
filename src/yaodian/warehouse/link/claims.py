"""线索: what the rows of the lists say about whom they are of, opened from the vault into memory and never spilled to disk."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from yaodian.declare.identity import Identity
from yaodian.declare.register import Register
from yaodian.warehouse.engine import IN_MEMORY, connect
from yaodian.warehouse.link.sounding import SYLLABLE, sounded
from yaodian.warehouse.reading import Reader
from yaodian.warehouse.sql import listed, named, quoted
from yaodian.warehouse.store import Warehouse
from yaodian.warehouse.vault import vault_schema

_SAID = ("id_no", "name", "birth_on", "sex", "address", "county")


def columns_read(identity: type[Identity]) -> dict[str, list[str]]:
    """The columns that `opened` reads, by register."""
    own = [name for name in (getattr(identity, said) for said in _SAID) if name]
    wanted = {identity.id: own}
    for guardian in identity.guardians:
        if isinstance(guardian, str):
            own.append(guardian)
            continue
        own.append(guardian.through)
        wanted.setdefault(guardian.register, []).extend((guardian.through, guardian.column))
    return {name: list(dict.fromkeys(columns)) for name, columns in wanted.items()}


def opened(
    warehouse: Warehouse, reader: Reader, identity: type[Identity], registers: Mapping[str, type[Register]]
) -> pa.Table:
    """What each record of a list says now: record_key, id_no, name, birth_on, sex, address, county, guardians (a list)."""
    joins, guardians = [], []
    for number, column in enumerate(identity.guardians):
        if isinstance(column, str):
            guardians.append(f"list_value(h.{named(column)})")
            continue
        joins.append(
            f"LEFT JOIN (SELECT {named(column.through)} AS t, list({named(column.column)}) AS g"
            f" FROM {named(column.register)} GROUP BY t) AS o{number} ON o{number}.t = h.{named(column.through)}"
        )
        guardians.append(f"o{number}.g")
    said = listed(_as(identity, name) for name in _SAID)
    with connect(IN_MEMORY) as memory:
        for name, columns in columns_read(identity).items():
            _show(memory, warehouse, reader, registers[name], columns)
        return memory.sql(
            f"""SELECT h.record_key, {said}, {_joined(guardians)} AS guardians
            FROM {named(identity.id)} AS h {" ".join(joins)}"""
        ).to_arrow_table()


def _as(identity: type[Identity], said: str) -> str:
    column = getattr(identity, said)
    value = f"h.{named(column)}" if column else "NULL"
    return f"CAST({value} AS {'DATE' if said == 'birth_on' else 'VARCHAR'}) AS {said}"


def _joined(lists: list[str]) -> str:
    if not lists:
        return "CAST(NULL AS VARCHAR[])"
    found = " || ".join(f"coalesce({one}, [])" for one in lists)
    return f"nullif(list_sort(list_distinct({found})), [])"


def _show(
    memory: duckdb.DuckDBPyConnection,
    warehouse: Warehouse,
    reader: Reader,
    register: type[Register],
    columns: Sequence[str],
) -> None:
    """Let the connection see columns of a register's latest rows, open and sealed, by record key, under the register's id."""
    sealed = [name for name in columns if register.column(name).vault]
    latest = [
        f"arg_max({named(name)}, coalesce(valid_from, DATE '1900-01-01')) AS {named(name)}"
        for name in columns
        if name not in sealed
    ]
    rows = warehouse.engine.query(
        f"SELECT {listed(['record_key', *latest])} FROM held GROUP BY record_key",
        {"held": reader.rows(register, with_restricted=True, with_days=True)},
        {},
    )
    memory.register(f"{register.id}_open", rows)
    joined = f"SELECT * FROM {register.id}_open"
    if sealed:
        files = reader.release.vault.get(register.id, ())
        memory.register(f"{register.id}_sealed", warehouse.vault.read(files, vault_schema(register), sealed))
        joined += f" JOIN {register.id}_sealed USING (record_key)"
    memory.execute(f"CREATE TEMP VIEW {named(register.id)} AS {joined}")


def prepare(memory: duckdb.DuckDBPyConnection, parts: Iterator[pa.Table], target: str) -> None:
    """Make the table `target`: the rows (key and what `opened` gives) with what comparisons need: sounds, parts of names, dates
    and places. Parts are asked for one by one."""
    first = _heard(next(parts))
    batches = chain(first.to_batches(), chain.from_iterable(_heard(rows).to_batches() for rows in parts))
    memory.register("heard", pa.RecordBatchReader.from_batches(first.schema, batches))
    memory.execute(
        f"""CREATE OR REPLACE TEMP TABLE {target} AS
        SELECT key, {quoted(target)} AS source_dataset, id_no, simple AS name, sound,
            sound[:{SYLLABLE}] AS family_sound, nullif(sound[{SYLLABLE + 1}:], '') AS given_sound,
            birth_on, strftime(birth_on, '%Y%m%d') AS birth, year(birth_on) AS born_year, sex,
            nullif(answering, []) AS guardians, nullif(sounding, []) AS guardian_sounds, list_min(sounding) AS guardian,
            address, {_up_to("村|社区|居委会")} AS village, {_up_to("镇|乡|街道|办事处")} AS town, county
        FROM heard WHERE name IS NOT NULL"""
    )
    memory.unregister("heard")


def _up_to(ends: str) -> str:
    return f"nullif(regexp_extract(address, '^.*?(?:{ends})'), '')"


def _heard(rows: pa.Table) -> pa.Table:
    """The rows with the simplified form and the sound of names and of guardians' names."""
    names, guardians = (rows[name].combine_chunks() for name in ("name", "guardians"))
    simple, sounds = sounded(pa.concat_arrays([names, guardians.flatten()]))
    ends = pa.array(np.concatenate([[0], np.cumsum(pc.fill_null(pc.list_value_length(guardians), 0))]), pa.int32())
    own = rows.num_rows
    heard = {
        "simple": simple[:own],
        "sound": sounds[:own],
        "answering": pa.ListArray.from_arrays(ends, simple[own:]),
        "sounding": pa.ListArray.from_arrays(ends, sounds[own:]),
    }
    return pa.table({**dict(zip(rows.column_names, rows.columns, strict=True)), **heard})
