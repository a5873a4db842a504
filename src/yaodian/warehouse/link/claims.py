"""线索: what the rows of the lists say about whom they are of, opened from the vault into memory and never spilled to disk."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

import duckdb
import pyarrow as pa

from yaodian.declare.identity import Identity
from yaodian.declare.register import Register
from yaodian.warehouse.engine import IN_MEMORY, connect
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
            f"LEFT JOIN (SELECT {named(column.through)} AS t, list(DISTINCT {named(column.column)}) AS g"
            f" FROM {named(column.register)} GROUP BY t) AS o{number} ON o{number}.t = h.{named(column.through)}"
        )
        guardians.append(f"o{number}.g")
    said = listed(_as(identity, name) for name in _SAID)
    with connect(IN_MEMORY) as memory:
        for name, columns in columns_read(identity).items():
            memory.register(name, _columns(warehouse, reader, registers[name], columns))
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
    return f"nullif(list_filter({found}, lambda name: name IS NOT NULL), [])"


def _columns(warehouse: Warehouse, reader: Reader, register: type[Register], columns: Iterable[str]) -> pa.Table:
    """Columns of a register's latest rows, open and sealed, by record key."""
    wanted = list(columns)
    sealed = [name for name in wanted if register.column(name).vault]
    kept = [name for name in wanted if name not in sealed]
    latest = listed(
        f"arg_max({named(name)}, coalesce(valid_from, DATE '1900-01-01')) AS {named(name)}" for name in kept
    )
    rows = warehouse.engine.query(
        f"SELECT {listed(['record_key', *([latest] if kept else [])])} FROM held GROUP BY record_key",
        {"held": reader.rows(register, with_restricted=True, with_days=True)},
        {},
    )
    if not sealed:
        return rows
    files = reader.release.vault.get(register.id, ())
    return rows.join(warehouse.vault.read(files, vault_schema(register), sealed), "record_key", join_type="inner")


def sounds(texts: Iterable[str]) -> pa.Table:
    """For each different name its simplified form and its sound: syllables without tones, a space between them."""
    import opencc  # noqa: PLC0415 - its dictionaries take long to load

    simplify = opencc.OpenCC("t2s").convert
    names = sorted({text.replace("\n", " ") for text in texts})
    simple = simplify("\n".join(names)).split("\n") if names else []  # at once: a call costs more than a name
    return pa.table(
        {
            "written": pa.array(names, pa.string()),
            "simple": pa.array(simple, pa.string()),
            "sound": pa.array([" ".join(map(_syllable, name)) for name in simple], pa.string()),
        }
    )


@cache
def _syllable(character: str) -> str:
    from pypinyin import lazy_pinyin  # noqa: PLC0415 - its tables take long to load

    return str(lazy_pinyin(character)[0])


def prepare(memory: duckdb.DuckDBPyConnection, source: str, target: str) -> None:
    """Make the table `target`: the claims of `source` with what comparisons need: sounds, parts of names, dates and places."""
    written = memory.sql(
        f"SELECT DISTINCT unnest(list_append(coalesce(guardians, []), name)) AS n FROM {source}"
    ).to_arrow_table()["n"]
    memory.register("heard", sounds(text for text in written.to_pylist() if text))
    memory.execute(
        f"""CREATE OR REPLACE TEMP TABLE {target} AS
        WITH answering AS (
            SELECT key, list(h.simple ORDER BY h.simple) AS guardians, list(h.sound ORDER BY h.sound) AS guardian_sounds
            FROM (SELECT key, unnest(guardians) AS n FROM {source}) AS g JOIN heard AS h ON h.written = g.n GROUP BY key)
        SELECT s.key, {quoted(target)} AS source_dataset, s.id_no, h.simple AS name, h.sound,
            split_part(h.sound, ' ', 1) AS family_sound, nullif(array_to_string(h.sound.split(' ')[2:], ' '), '') AS given_sound,
            s.birth_on, strftime(s.birth_on, '%Y%m%d') AS birth, year(s.birth_on) AS born_year, s.sex,
            a.guardians, a.guardian_sounds, a.guardian_sounds[1] AS guardian, s.address,
            regexp_extract(s.address, '^(.*?(?:村|社区|居委会))', 1) AS village,
            regexp_extract(s.address, '^(.*?(?:镇|乡|街道|办事处))', 1) AS town, s.county
        FROM {source} AS s JOIN heard AS h ON h.written = s.name LEFT JOIN answering AS a ON a.key = s.key"""
    )
    for part in ("village", "town"):
        memory.execute(f"UPDATE {target} SET {part} = NULL WHERE {part} = ''")
    memory.unregister("heard")
