"""表: one Delta table per register, added to and never rewritten by a commit; what no release names is rolled back."""

from __future__ import annotations

import re
import shutil
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pyarrow as pa
from deltalake import DeltaTable, WriterProperties, write_deltalake

from yaodian.domain.finding import Refusal, Words
from yaodian.warehouse.durable import sync, sync_with_folders
from yaodian.warehouse.release import HeldFile, HeldTable

TABLES, LINKS = "tables", "links"
ROWS_IN_GROUP = 122_880
FILE_BYTES = 32 * 2**20
_PROPERTIES = WriterProperties(compression="ZSTD", max_row_group_size=ROWS_IN_GROUP)
_VERSION = re.compile(r"(\d{20})\.")


class WriteFailed(Refusal):
    """The disk did not take what was to be written; the warehouse stands as it was."""


@contextmanager
def refusing_what_fails(what: str) -> Iterator[None]:
    """Turn a failed write into a sentence. The table library can panic, and its panic is no Exception."""
    try:
        yield
    except (Refusal, KeyboardInterrupt, SystemExit, GeneratorExit):
        raise
    except BaseException as fault:
        words = str(fault).strip().partition("\n")[0]
        raise WriteFailed(
            Words(
                f"写入{what}失败，数仓保持原样；请检查磁盘空间和写权限后重试（{words}）",
                f"writing {what} failed and the warehouse stands as it was: check free space and permissions ({words})",
            )
        ) from fault


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
        DeltaTable.create(folder / place, schema)


def roll_back(folder: Path, place: str, held: HeldTable, named: Collection[str]) -> int:
    """Make the table what the release says: drop versions that came after it and files that no release names.

    Gives the number of files dropped.
    """
    table = folder / place
    if held.version < 0:
        count = sum(1 for f in table.rglob("*") if f.is_file()) if table.exists() else 0
        shutil.rmtree(table, ignore_errors=True)
        return count
    orphans = [f for f in table.glob("*.parquet") if f.relative_to(folder).as_posix() not in named]
    log = table / "_delta_log"
    later = [f for f in log.iterdir() if _number(f) > held.version or f.name.endswith((".tmp", ".new"))]
    if any("checkpoint" in f.name for f in later):
        later.append(log / "_last_checkpoint")
    for file in (*later, *orphans):
        file.unlink(missing_ok=True)
    return len(later) + len(orphans)


def _number(file: Path) -> int:
    match = _VERSION.match(file.name)
    return int(match[1]) if match else -1
