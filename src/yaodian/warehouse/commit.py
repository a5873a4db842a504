"""提交: from checked batches to a release; nothing is visible before the last rename."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

import duckdb
import pyarrow as pa

from yaodian.declare.register import Register
from yaodian.domain.finding import Words
from yaodian.warehouse import keying, weighing
from yaodian.warehouse.batch import Batch, Counts
from yaodian.warehouse.blind import BlindIndex
from yaodian.warehouse.column_types import schema_of
from yaodian.warehouse.draft import Draft
from yaodian.warehouse.engine import duckdb_of, refusing_what_does_not_fit
from yaodian.warehouse.keys import Keys
from yaodian.warehouse.reading import paths
from yaodian.warehouse.relation import ROW, Relation, known, open_columns, table_columns
from yaodian.warehouse.release import Committed, HeldTable, Release, current
from yaodian.warehouse.sql import FAR, day, first_row, instant, listed, named, quoted
from yaodian.warehouse.tables import TABLES, append, roll_back
from yaodian.warehouse.vault import DIGEST, KEY_INDEX, Vault, private_columns, vault_schema

ENDING_SHARE = 0.05
_ROWS, _STREAMED = 100_000, 16_384


@dataclass(frozen=True, slots=True)
class Terms:
    """On what terms batches are taken in; `ending_share` None: a snapshot may end whatever it lacks."""

    ending_share: float | None = ENDING_SHARE
    catalogue: str = ""
    bureau: str = ""
    now: datetime | None = None
    progress: Callable[[str], None] = lambda _: None


def take_in(
    folder: Path, keys: Keys, batches: Sequence[Batch], terms: Terms
) -> tuple[Release, dict[str, Counts], bool]:
    """Commit batches in their order, all or none: the release, what each register gained, whether it is a new one."""
    before = current(folder)
    draft, counts = Draft.after(folder, keys, before, terms.now), dict[str, Counts]()
    for name in dict.fromkeys(batch.register.id for batch in batches):
        roll_back(folder, f"{TABLES}/{name}", draft.tables.get(name, HeldTable()))
    for batch in batches:
        gained = _take_one(draft, batch, terms)
        counts[batch.register.id] = counts.get(batch.register.id, Counts()) + gained
    if not draft.is_changed:
        return before, counts, False
    terms.progress("release")
    release = draft.finish(terms.catalogue, terms.bureau)
    terms.progress("current")
    return release, counts, True


def preview(folder: Path, keys: Keys, batch: Batch, release: Release) -> Counts:
    """What a batch would change."""
    with refusing_what_does_not_fit(), duckdb_of(folder).cursor() as cursor:
        return _weighed(cursor, Draft.after(folder, keys, release), batch, Terms(None))


def _take_one(draft: Draft, batch: Batch, terms: Terms) -> Counts:
    register = batch.register
    name = f"{draft.id}.{len(draft.committed)}"
    with refusing_what_does_not_fit(), duckdb_of(draft.folder).cursor() as cursor:
        counts = _weighed(cursor, draft, batch, terms)
        if terms.ending_share is not None:
            weighing.refuse_mass_ending(cursor, batch, terms.ending_share)
        has_rows, has_private = _append(cursor, draft, batch, name, terms), False
        if register.about_persons:
            has_private = _keep_private(cursor, draft, batch)
            terms.progress(f"vault {register.id}")
    if has_rows or has_private:
        draft.committed.append(
            Committed(name, register.id, batch.source, batch.content, batch.mode.value, batch.on, counts)
        )
    return counts


def _weighed(cursor: duckdb.DuckDBPyConnection, draft: Draft, batch: Batch, terms: Terms) -> Counts:
    """The batch compared with what is known; the engine then holds the rows to add and to close."""
    register = batch.register
    held = draft.tables.get(register.id, HeldTable())
    _refuse_other_columns(batch, held)
    terms.progress(f"keys {register.id}")
    blind = blind_withheld = vaulted = None
    if register.about_persons:
        index = BlindIndex(draft.keys.index)
        blind = index.of_rows(register, batch.rows)
        blind_withheld = index.of_keys(register, keying.named_by(batch))
        vaulted = Vault(draft.folder, draft.keys).read(
            draft.vault.get(register.id, ()), vault_schema(register), [KEY_INDEX, DIGEST]
        )
    keying.offer(cursor, batch, blind)
    keying.offer_withheld(cursor, batch, blind_withheld)
    keying.remember(cursor, register, _source(draft.folder, register, held), vaulted)
    keying.key_rows(cursor, batch)
    terms.progress(f"compare {register.id}")
    return weighing.weigh(cursor, batch, _known(draft.folder, register, held))


def _source(folder: Path, register: type[Register], held: HeldTable) -> str:
    """The raw rows of a register's files, as DuckDB names them in a FROM."""
    return Relation(paths(folder, held), table_columns(register), "{files}").over_files()


def _known(folder: Path, register: type[Register], held: HeldTable) -> str:
    rows = known(table_columns(register), held.columns, None, held.closings > 0)
    return rows.replace("{files}", _source(folder, register, held))


def _append(cursor: duckdb.DuckDBPyConnection, draft: Draft, batch: Batch, name: str, terms: Terms) -> bool:
    """Write what `weigh` left in the engine; False where there is nothing to write."""
    register = batch.register
    held = draft.tables.get(register.id, HeldTable())
    fresh, pieces, closing = first_row(
        cursor, "SELECT (SELECT count(*) FROM fresh), (SELECT count(*) FROM pieces), (SELECT count(*) FROM closing)"
    )
    if not (fresh or pieces or closing):
        return False
    weighing.release_scratch(cursor)
    pa.default_memory_pool().release_unused()
    sql = _rows_to_append(draft, batch, name, held, fresh)
    reader = cursor.sql(sql).to_arrow_reader(_STREAMED)
    written = {column: str(kind) for column, kind in table_columns(register).items()}
    terms.progress(f"write {register.id}")
    added = append(draft.folder, f"{TABLES}/{register.id}", held, reader, written)
    draft.tables[register.id] = replace(
        added, next_row=held.next_row + fresh + pieces, closings=held.closings + closing
    )
    terms.progress(f"written {register.id}")
    return True


def _rows_to_append(draft: Draft, batch: Batch, name: str, held: HeldTable, fresh: int) -> str:
    register, at = batch.register, instant(draft.recorded_at)
    columns, far = list(open_columns(register)), day(FAR)
    times = f"{at} AS recorded_from, CAST(NULL AS TIMESTAMPTZ) AS recorded_to"
    own, old = listed(named(c, "g") for c in columns), listed(named(c, "k") for c in columns)
    nothing = listed("NULL" for _ in columns)
    valid = f"s.f AS valid_from, nullif(s.e, {far}) AS valid_to"
    return f"""
        SELECT {held.next_row} + s.nth AS {ROW}, s.record_key, {valid}, {times},
            {quoted(batch.source)} AS source, {quoted(name)} AS batch, {own}
        FROM given AS g JOIN fresh AS s ON s._n = g._n
        UNION ALL SELECT {held.next_row + fresh} + s.nth, k.record_key, {valid}, {times},
            k.source, {quoted(name)}, {old}
        FROM ({_known(draft.folder, register, held)}) AS k JOIN pieces AS s ON s.{ROW} = k.{ROW}
        UNION ALL SELECT {ROW}, NULL, NULL, NULL, NULL, {at}, NULL, NULL, {nothing} FROM closing"""


def _keep_private(cursor: duckdb.DuckDBPyConnection, draft: Draft, batch: Batch) -> bool:
    """Write the vault rows of records that are new or say something else in private."""
    register, schema = batch.register, vault_schema(batch.register)
    due = cursor.sql(
        f"""SELECT k._n, k.record_key, g.{KEY_INDEX}, g.{DIGEST} FROM keyed AS k JOIN given AS g ON g._n = k._n
        WHERE k.is_private_changed"""
    ).to_arrow_table()
    if not due.num_rows:
        return False
    index = BlindIndex(draft.keys.index)

    def parts() -> Iterator[pa.Table]:
        for start in range(0, due.num_rows, _ROWS):
            part = due.slice(start, _ROWS)
            private = batch.rows.select(private_columns(register)).take(part["_n"])
            rows = part.drop_columns(["_n"])
            for column in private.column_names:
                rows = rows.append_column(column, private[column])
            yield index.with_indexes(register, rows).select(schema.names).cast(schema)

    file = Vault(draft.folder, draft.keys).write(register.id, schema, parts())
    draft.hold_private(register.id, *draft.vault.get(register.id, ()), file)
    return True


def _refuse_other_columns(batch: Batch, held: HeldTable) -> None:
    wanted = schema_of(batch.register)
    if not batch.rows.schema.equals(wanted):
        raise keying.BatchRefused(
            Words(
                f"批次的列与登记“{batch.register.label}”的声明不一致",
                f"the columns of the batch are not those that {batch.register.id} declares",
            )
        )
    missing = [n for n in (*batch.register.key, batch.register.dated_by) if n and batch.rows[n].null_count]
    if missing:
        labels = "、".join(batch.register.column(name).label for name in missing)
        raise keying.BatchRefused(
            Words(
                f"“{batch.register.label}”有行缺少{labels}，无法认定是哪条记录",
                f"rows of {batch.register.id} lack {', '.join(missing)}: it cannot be said which record they are",
            )
        )
    for name, kind in open_columns(batch.register).items():
        if held.columns.get(name, str(kind)) != str(kind):
            raise keying.BatchRefused(
                Words(
                    f"“{batch.register.label}”的列 {name} 已按 {held.columns[name]} 存储，声明改成了 {kind}；请另立新列",
                    f"{batch.register.id}.{name} is held as {held.columns[name]} and declared as {kind}: name a new column",
                )
            )
