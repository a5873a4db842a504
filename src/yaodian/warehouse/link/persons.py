"""人员: what linkage found, kept in a release: which records are one person since when, by which model, on what evidence.

A person's key is random, minted once and never reused. A record that joins or leaves a person gets a new row, and its old
one an end: merges and splits are entries, nothing is overwritten.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

import pyarrow as pa

from yaodian.warehouse.draft import Draft
from yaodian.warehouse.engine import Settings, connect
from yaodian.warehouse.link.linking import Linked
from yaodian.warehouse.link.settling import settled
from yaodian.warehouse.lock import writer
from yaodian.warehouse.reading import ASKED, ASKED_PAIRS, PERSON_LINKS, PERSONS, TOLD, TOLD_PAIRS, Reader
from yaodian.warehouse.relation import Relation
from yaodian.warehouse.release import HeldTable, Release, current
from yaodian.warehouse.store import Warehouse
from yaodian.warehouse.tables import LINKS, replace_rows, roll_back


def keep(
    warehouse: Warehouse, linked: Linked, model: str, *, who: str = "link", now: datetime | None = None
) -> Release:
    """Make the links part of a new release; the one before where they say nothing new."""
    with writer(warehouse.folder, who):
        draft = Draft.after(warehouse.folder, warehouse.keys, current(warehouse.folder), now)
        reader = Reader(warehouse.folder, draft.before)
        held = _all(warehouse, reader, PERSONS, PERSON_LINKS)
        kept = settled(held, linked.members, draft.recorded_at, model)
        if kept is not None:
            _write(draft, PERSONS, PERSON_LINKS, kept)
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
        with connect(Settings.from_environment(), warehouse.folder) as memory:
            memory.register("said", pa.concat_tables([held, told.select(list(TOLD_PAIRS)).cast(held.schema)]))
            newest = memory.sql(
                """SELECT DISTINCT ON (least(record_l, record_r), greatest(record_l, record_r)) * FROM said
                ORDER BY least(record_l, record_r), greatest(record_l, record_r), told_at DESC, same, who"""
            ).to_arrow_table()
        if newest.num_rows != held.num_rows or not newest.sort_by(_IN_ORDER).equals(held.sort_by(_IN_ORDER)):
            _write(draft, TOLD, TOLD_PAIRS, newest)
        return draft.finish() if draft.is_changed else draft.before


_IN_ORDER = [("record_l", "ascending"), ("record_r", "ascending")]


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
