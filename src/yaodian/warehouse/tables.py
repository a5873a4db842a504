"""表: one Delta table per register, added to and never rewritten by a commit; what no release names is rolled back."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pyarrow as pa
from deltalake import DeltaTable, WriterProperties, write_deltalake

from yaodian.warehouse.durable import refusing_what_fails, sync, sync_with_folders
from yaodian.warehouse.release import HeldFile, HeldTable

TABLES, LINKS = "tables", "links"
ROWS_IN_GROUP = 122_880
FILE_BYTES = 32 * 2**20
_PROPERTIES = WriterProperties(compression="ZSTD", max_row_group_size=ROWS_IN_GROUP)
_VERSION = re.compile(r"(\d{20})\.")


def append(
    folder: Path, place: str, held: HeldTable, rows: pa.RecordBatchReader, written: Mapping[str, str]
) -> HeldTable:
    """Add rows to the table `place` (tables/meal_purchases); the files are on the disk when the call returns."""
    table = folder / place
    with refusing_what_fails(place):
        table.mkdir(parents=True, exist_ok=True)
        write_deltalake(
            table, rows, mode="append", schema_mode="merge", target_file_size=FILE_BYTES, writer_properties=_PROPERTIES
        )
        now = DeltaTable(table)
        before = {file.path for file in held.files}
        paths = [table / Path(uri).name for uri in now.file_uris()]
        fresh = sorted(path for path in paths if path.relative_to(folder).as_posix() not in before)
        log = table / "_delta_log"
        sync_with_folders([*fresh, *(f for f in log.iterdir() if _number(f) == now.version())])
        sync(table.parent)
        files = (*held.files, *(HeldFile.of(folder, path) for path in fresh))
    return replace(held, version=now.version(), files=files, columns={**held.columns, **written})


def replace_rows(folder: Path, place: str, held: HeldTable, rows: pa.RecordBatchReader) -> HeldTable:
    """The table written anew with these rows, which must say the same as those it held."""
    table = folder / place
    with refusing_what_fails(place):
        write_deltalake(table, rows, mode="overwrite", target_file_size=FILE_BYTES, writer_properties=_PROPERTIES)
        now = DeltaTable(table)
        paths = sorted(table / Path(uri).name for uri in now.file_uris())
        log = table / "_delta_log"
        sync_with_folders([*paths, *(f for f in log.iterdir() if _number(f) == now.version())])
        files = tuple(HeldFile.of(folder, path) for path in paths)
    return replace(held, version=now.version(), files=files, closings=0)


def create_empty(folder: Path, place: str, schema: pa.Schema) -> None:
    """A table without rows at version 0."""
    with refusing_what_fails(place):
        (folder / place).mkdir(parents=True, exist_ok=True)
        DeltaTable.create(folder / place, schema, mode="ignore")


def roll_back(folder: Path, place: str, held: HeldTable) -> int:
    """Make the table's log what the release says: drop the versions that came after. Gives the number of files dropped."""
    table = folder / place
    with refusing_what_fails(place):
        if held.version < 0:
            count = sum(1 for f in table.rglob("*") if f.is_file()) if table.exists() else 0
            if count:
                shutil.rmtree(table)
            return count
        log = table / "_delta_log"
        later = [f for f in log.iterdir() if _number(f) > held.version or f.name.endswith(".tmp")]
        if any("checkpoint" in f.name for f in later):
            later.append(log / "_last_checkpoint")
        for file in later:
            file.unlink(missing_ok=True)
        return len(later)


def _number(file: Path) -> int:
    match = _VERSION.match(file.name)
    return int(match[1]) if match else -1
