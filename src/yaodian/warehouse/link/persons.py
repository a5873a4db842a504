"""人员: what linkage found, kept in a release: which records are one person since when, by which model, on what evidence.

A person's key is random, minted once and never reused. A record that joins or leaves a person gets a new row, and its old
one an end: merges and splits are entries, nothing is overwritten.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

import duckdb
import pyarrow as pa

from yaodian.warehouse.draft import Draft
from yaodian.warehouse.engine import IN_MEMORY, connect, refusing_what_does_not_fit
from yaodian.warehouse.keying import minted
from yaodian.warehouse.link.linking import Linked
from yaodian.warehouse.lock import writer
from yaodian.warehouse.reading import ASKED, ASKED_PAIRS, PERSON_LINKS, PERSONS, TOLD, TOLD_PAIRS, Reader
from yaodian.warehouse.relation import Relation
from yaodian.warehouse.release import HeldTable, Release, current
from yaodian.warehouse.sql import first_row, instant, quoted
from yaodian.warehouse.store import Warehouse
from yaodian.warehouse.tables import LINKS, replace_rows, roll_back


def keep(
    warehouse: Warehouse, linked: Linked, model: str, *, who: str = "link", now: datetime | None = None
) -> Release:
    """Make the links part of a new release; the one before where they say nothing new."""
    with writer(warehouse.folder, who):
        draft = Draft.after(warehouse.folder, warehouse.keys, current(warehouse.folder), now)
        reader = Reader(warehouse.folder, draft.before)
        with refusing_what_does_not_fit(), connect(IN_MEMORY) as memory:
            memory.register("held", _all(warehouse, reader, PERSONS, PERSON_LINKS))
            memory.register("member", linked.members)
            if _settled(memory, instant(draft.recorded_at), model):
                _write(draft, PERSONS, PERSON_LINKS, memory.table("kept").to_arrow_table())
            asked = _asked(linked)
            if not asked.equals(_all(warehouse, reader, ASKED, ASKED_PAIRS)):
                _write(draft, ASKED, ASKED_PAIRS, asked)
        return draft.finish() if draft.is_changed else draft.before


def keep_told(warehouse: Warehouse, told: pa.Table, *, who: str, now: datetime | None = None) -> Release:
    """Make what people said of pairs (`TOLD_PAIRS`) part of a new release: of a pair the newest word counts, whichever way
    round it is given. The release before where nothing is new."""
    with writer(warehouse.folder, who):
        draft = Draft.after(warehouse.folder, warehouse.keys, current(warehouse.folder), now)
        reader = Reader(warehouse.folder, draft.before)
        held = _all(warehouse, reader, TOLD, TOLD_PAIRS)
        with connect(IN_MEMORY) as memory:
            memory.register("said", pa.concat_tables([held, told.select(list(TOLD_PAIRS)).cast(held.schema)]))
            newest = memory.sql(
                """SELECT DISTINCT ON (least(record_l, record_r), greatest(record_l, record_r)) * FROM said
                ORDER BY least(record_l, record_r), greatest(record_l, record_r), told_at DESC, same, who"""
            ).to_arrow_table()
        if newest.num_rows != held.num_rows or not newest.sort_by(_IN_ORDER).equals(held.sort_by(_IN_ORDER)):
            _write(draft, TOLD, TOLD_PAIRS, newest)
        return draft.finish() if draft.is_changed else draft.before


_IN_ORDER = [("record_l", "ascending"), ("record_r", "ascending")]


def _settled(memory: duckdb.DuckDBPyConnection, at: str, model: str) -> bool:
    """Make `kept`: every row there was, with an end where a record changed its person, and the new ones; whether any is new.

    A person keeps the key that most of its records had; a key goes to one person only, the one with most of its records.
    """
    memory.execute(
        """CREATE TEMP TABLE heir AS
        SELECT person, person_key FROM (
            SELECT m.person, h.person_key, count(*) AS n FROM member AS m JOIN held AS h USING (record_key)
            WHERE h.recorded_to IS NULL GROUP BY ALL)
        QUALIFY row_number() OVER (PARTITION BY person ORDER BY n DESC, person_key) = 1
            AND row_number() OVER (PARTITION BY person_key ORDER BY n DESC, person) = 1"""
    )
    people = memory.sql(
        "SELECT DISTINCT person FROM member WHERE person NOT IN (SELECT person FROM heir)"
    ).to_arrow_table()
    memory.register("minted", people.append_column("person_key", minted(people.num_rows)))
    memory.execute(
        f"""CREATE TEMP TABLE now AS
        SELECT m.record_key, k.person_key, {quoted(model)} AS model,
            CASE WHEN m.weight IS NULL THEN m.how ELSE m.how || ' ' || round(m.weight, 1) END AS evidence
        FROM member AS m JOIN (SELECT * FROM heir UNION ALL SELECT * FROM minted) AS k USING (person)"""
    )
    memory.execute(
        f"""CREATE TEMP TABLE kept AS
        WITH changed AS (
            SELECT n.* FROM now AS n LEFT JOIN held AS h ON h.record_key = n.record_key AND h.recorded_to IS NULL
            WHERE h.person_key IS DISTINCT FROM n.person_key)
        SELECT h.record_key, h.person_key, h.recorded_from,
            CASE WHEN h.recorded_to IS NULL AND (h.record_key IN (SELECT record_key FROM changed)
                OR h.record_key NOT IN (SELECT record_key FROM now)) THEN {at} ELSE h.recorded_to END AS recorded_to,
            h.model, h.evidence FROM held AS h
        UNION ALL SELECT record_key, person_key, {at}, NULL, model, evidence FROM changed"""
    )
    (news,) = first_row(memory, f"SELECT count(*) FROM kept WHERE recorded_from = {at} OR recorded_to = {at}")
    return bool(news)


def _asked(linked: Linked) -> pa.Table:
    levels = pa.array([" ".join(said) for said in linked.open["levels"].to_pylist()], pa.string())
    table = linked.open.drop_columns(["levels"]).append_column("levels", levels)
    return table.select(list(ASKED_PAIRS)).cast(pa.schema(list(ASKED_PAIRS.items())))


def _all(warehouse: Warehouse, reader: Reader, name: str, columns: Mapping[str, pa.DataType]) -> pa.Table:
    """Every row that the release holds of a link table, those that ended too, as it was written."""
    held = reader.release.links.get(name, HeldTable())
    files = tuple(warehouse.folder / file.path for file in held.files)
    whole = Relation(files, columns, "SELECT * FROM {files} AS r")
    rows = warehouse.engine.query("SELECT * FROM whole", {"whole": whole}, {})
    return rows.select(list(columns)).cast(pa.schema(list(columns.items())))


def _write(draft: Draft, name: str, columns: Mapping[str, pa.DataType], rows: pa.Table) -> None:
    held = draft.links.get(name, HeldTable())
    place = f"{LINKS}/{name}"
    roll_back(draft.folder, place, held)
    table = rows.select(list(columns)).cast(pa.schema(list(columns.items())))
    written = {column: str(kind) for column, kind in columns.items()}
    draft.links[name] = replace_rows(draft.folder, place, HeldTable(held.version, columns=written), table.to_reader())
