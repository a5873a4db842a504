"""报送装载: a file of an office checked against a bureau's declarations and taken into its warehouse."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pyarrow as pa

from yaodian.declare.code_list import codes_of
from yaodian.declare.register import Register
from yaodian.domain.finding import Refusal, Words
from yaodian.warehouse.keys import KEY_FILE, Keys, file_named
from yaodian.warehouse.known_values import known_values
from yaodian.warehouse.load.checks import Against
from yaodian.warehouse.load.loading import Loaded, Loading, Terms
from yaodian.warehouse.load.locker import FolderLocker
from yaodian.warehouse.sql import listed, named
from yaodian.warehouse.store import Warehouse
from yaodian.workspace.records import records_catalogue


@dataclass(frozen=True)
class Upload:
    """One file, the day it speaks of, and, for a snapshot, the scope it is complete for."""

    register: type[Register]
    path: Path
    on: date
    scope: Mapping[str, Sequence[str]]


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


def warehouse_at(folder: Path) -> Warehouse:
    """The warehouse in a folder, under the keys of YAODIAN_KEY_FILE; a new one, and its keys, where nothing is there."""
    file = file_named()
    if folder.is_dir() and any(folder.iterdir()):
        return Warehouse.open(folder, Keys.read(file, data_folder=folder))
    if file.resolve().is_relative_to(folder.resolve()):
        raise Refusal(
            Words(
                f"{KEY_FILE} 不能指向数据文件夹 {folder} 里面，请换一处",
                f"{KEY_FILE} points into {folder}, the folder the keys protect: choose another place",
            )
        )
    if not file.exists():
        Keys.new().write(file)
    return Warehouse.create(folder, Keys.read(file))


def load(warehouse: Warehouse, upload: Upload, terms: Terms) -> Loaded:
    """Check one file and commit it, all or nothing; Refusal where it cannot be read or the warehouse refuses it."""
    return _loading(warehouse, upload.on).load(upload.register, upload.path, upload.on, upload.scope, terms)


def load_all(warehouse: Warehouse, uploads: Iterable[Upload], terms: Terms) -> Iterator[Taken]:
    """Load files one after another, each all or nothing; a refused one is told and the next is taken up."""
    for upload in uploads:
        try:
            yield Taken(upload, load(warehouse, upload, terms))
        except Refusal as refusal:
            yield Taken(upload, None, refusal.words)


def _loading(warehouse: Warehouse, on: date) -> Loading:
    catalogue = records_catalogue()
    keys = warehouse.keys
    against = Against(
        codes_of=lambda column: codes_of(column, catalogue, on),
        keys_of=lambda r, c: _held(warehouse, r, c),
        known_of=lambda _, column: known_values(warehouse, catalogue.of(Register).values(), column),
    )
    return Loading(warehouse, FolderLocker(warehouse.folder / "uploads", keys.data[keys.current]), against)


def _held(warehouse: Warehouse, register: str, columns: Sequence[str]) -> pa.Table | None:
    """The values of these columns in the current release; None where it holds none, or only in the vault."""
    declared = records_catalogue().of(Register)[register]
    kept = {column.name: column.vault for column in declared.columns}
    reader = warehouse.reader()
    if register not in reader.release.tables or any(kept[column] for column in columns):
        return None
    wanted = listed(named(column) for column in columns)
    relation = reader.rows(declared, with_restricted=True)
    return warehouse.engine.query(f"SELECT DISTINCT {wanted} FROM held", {"held": relation}, {})
