"""报送装载: a file of an office checked against a bureau's declarations and taken into its warehouse."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

import pyarrow as pa

from yaodian.declare.code_list import codes_of
from yaodian.declare.register import Register
from yaodian.domain.finding import Refusal, Words
from yaodian.warehouse.audit import FileAudit
from yaodian.warehouse.keys import KEY_FILE, Keys, file_named
from yaodian.warehouse.known_values import known_values
from yaodian.warehouse.load.checks import Against
from yaodian.warehouse.load.journal import Entry, Journal, State
from yaodian.warehouse.load.loading import Loaded, Loading, Progress, Terms
from yaodian.warehouse.load.locker import FolderLocker
from yaodian.warehouse.sql import listed, named
from yaodian.warehouse.store import Warehouse
from yaodian.workspace.invented import must_be_alike
from yaodian.workspace.records import records_catalogue, register_named


@dataclass(frozen=True)
class Upload:
    """One file, the day it speaks of, and, for a snapshot, the scope it is complete for and whether it is expected to end
    many rows."""

    register: type[Register]
    path: Path
    on: date
    scope: Mapping[str, Sequence[str]]
    is_expected: bool = False


KEPT_ROWS = 100_000
UPLOADS, AUDIT = "uploads", "audit.jsonl"  # in the warehouse's folder
ProgressOf = Callable[[Upload, State], None]


class HeldKeys:
    """The values of columns in the current release; those of small registers are kept until the register changes."""

    def __init__(self, warehouse: Warehouse) -> None:
        self._warehouse = warehouse
        self._kept: dict[tuple[str, ...], tuple[int, pa.Table]] = {}

    def of(self, register: str, columns: Sequence[str]) -> pa.Table | None:
        """The different values of these columns; None where none is held, or only in the vault."""
        declared = records_catalogue().of(Register)[register]
        kept = {column.name: column.vault for column in declared.columns}
        reader = self._warehouse.reader()
        held = reader.release.tables.get(register)
        if held is None or any(kept[column] for column in columns):
            return None
        version, found = self._kept.get((register, *columns), (-1, None))
        if found is None or version != held.version:
            wanted = listed(named(column) for column in columns)
            relation = reader.rows(declared, with_restricted=True)
            found = self._warehouse.engine.query(f"SELECT DISTINCT {wanted} FROM held", {"held": relation}, {})
            if found.num_rows <= KEPT_ROWS:
                self._kept[register, *columns] = held.version, found
        return found


@dataclass(frozen=True)
class Taken:
    """What came of one of several files: what was loaded, or the sentence for which it was refused."""

    upload: Upload
    loaded: Loaded | None
    refusal: Words | None = None

    @property
    def is_refused(self) -> bool:
        """Whether the file was not read, not taken by the warehouse, or kept out whole by its wrong rows."""
        return self.loaded is None or self.loaded.batch is None


def warehouse_at(folder: Path, *, invented: bool = False) -> Warehouse:
    """The warehouse in a folder, under the keys of YAODIAN_KEY_FILE; a new one, and its keys, where nothing is there. Refusal
    where it is not for such records: real ones, or invented ones."""
    file = file_named()
    if folder.is_dir() and any(folder.iterdir()):
        found = existing(folder)
        must_be_alike(folder, found.keys, invented=invented)
        return found
    if file.resolve().is_relative_to(folder.resolve()):
        raise Refusal(
            Words(
                f"{KEY_FILE} 不能指向数据文件夹 {folder} 里面，请换一处",
                f"{KEY_FILE} points into {folder}, the folder the keys protect: choose another place",
            )
        )
    if not file.exists():
        Keys.new(demo=invented).write(file)
    must_be_alike(folder, keys := Keys.read(file), invented=invented)
    return Warehouse.create(folder, keys)


def existing(folder: Path) -> Warehouse:
    """The warehouse in a folder, under the keys of YAODIAN_KEY_FILE; Refusal where there is none."""
    return Warehouse.open(folder, Keys.from_environment(data_folder=folder))


def holds_invented(folder: Path) -> bool:
    """Whether a warehouse holds the records of invented people only."""
    return existing(folder).keys.demo


def load(
    warehouse: Warehouse,
    upload: Upload,
    terms: Terms,
    progress: Progress = lambda _: None,
    held: HeldKeys | None = None,
) -> Loaded:
    """Check one file and commit it, all or nothing; Refusal where it cannot be read or the warehouse refuses it. `held`
    spares several loads reading the same keys again."""
    loading = _loading(warehouse, upload.on, progress, held)
    terms = replace(terms, expected=terms.expected or upload.is_expected)
    return loading.load(upload.register, upload.path, upload.on, upload.scope, terms)


def load_all(
    warehouse: Warehouse, uploads: Iterable[Upload], terms: Terms, progress: ProgressOf = lambda _, __: None
) -> Iterator[Taken]:
    """Load files one after another, each all or nothing; a refused one is told and the next is taken up. What was kept of loads
    long past is deleted first."""
    Journal(locker_of(warehouse)).tidy(datetime.now(UTC))
    held = HeldKeys(warehouse)
    for upload in uploads:
        yield _taken(upload, partial(load, warehouse, upload, terms, partial(progress, upload), held))


def tidy_after_loads(warehouse: Warehouse, progress: Callable[[float], None] = lambda _: None) -> None:
    """Fold what loads left in small files and closings, so that reads need not join them; nothing is done where nothing was
    committed since it was last folded. Raises Refusal where the disk lacks room or another writes; all stands as it was."""
    if warehouse.release().batches:
        warehouse.tidy(who="load", progress=progress)


def interrupted(warehouse: Warehouse) -> list[Entry]:
    """The loads that stopped on the way, in the order in which they began; each can be taken up from its kept upload."""
    entries = [entry for entry in Journal(locker_of(warehouse)).entries() if entry.is_interrupted]
    return sorted(entries, key=lambda entry: str(entry.begun_at))


def resume_all(warehouse: Warehouse, progress: ProgressOf = lambda _, __: None) -> Iterator[Taken]:
    """Take up what was interrupted, on the terms it was begun with; the files themselves are not needed."""
    for entry in interrupted(warehouse):
        upload = Upload(register_named(entry.register), Path(entry.file), entry.on, entry.scope)
        loading = _loading(warehouse, entry.on, partial(progress, upload))
        yield _taken(upload, partial(loading.resume, upload.register, entry))


def _taken(upload: Upload, work: Callable[[], Loaded]) -> Taken:
    try:
        return Taken(upload, work())
    except Refusal as refusal:
        return Taken(upload, None, refusal.words)


def locker_of(warehouse: Warehouse) -> FolderLocker:
    """Where uploads, the journal of loads and rows kept back are held, encrypted, next to the warehouse's tables."""
    return FolderLocker(warehouse.folder / UPLOADS, warehouse.keys.data[warehouse.keys.current])


def audit_of(warehouse: Warehouse) -> FileAudit:
    """Where acts on the personal data of a warehouse are kept, next to its tables."""
    return FileAudit(warehouse.folder / AUDIT)


def _loading(warehouse: Warehouse, on: date, progress: Progress, held: HeldKeys | None = None) -> Loading:
    catalogue = records_catalogue()
    against = Against(
        codes_of=lambda column: codes_of(column, catalogue, on),
        keys_of=(held or HeldKeys(warehouse)).of,
        known_of=lambda _, column: known_values(warehouse, catalogue.of(Register).values(), column),
    )
    return Loading(warehouse, locker_of(warehouse), against, progress)
