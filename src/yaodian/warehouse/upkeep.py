"""整理: what keeps a warehouse small and its vault's keys fresh, without changing what any question answers."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from yaodian.warehouse.draft import Draft
from yaodian.warehouse.engine import TEMPORARY, duckdb_of
from yaodian.warehouse.keys import Keys
from yaodian.warehouse.reading import paths
from yaodian.warehouse.relation import Relation, recorded_rows
from yaodian.warehouse.release import RELEASES, HeldFile, HeldTable, Release, current, names_kept, parsed
from yaodian.warehouse.sql import kind_called, listed, named
from yaodian.warehouse.tables import LINKS, TABLES, replace_rows, roll_back
from yaodian.warehouse.vault import VAULT, Vault

MANY_FILES = 4
_ROWS = 16_384


def sweep(folder: Path, keep: float) -> int:
    """Remove what no kept release names: rows of broken commits, manifests that never became current, spilled data."""
    release, names = current(folder), names_kept(folder, keep)
    removed = 0
    for home, tables in ((TABLES, release.tables), (LINKS, release.links)):
        for table in _folders(folder / home):
            held = tables.get(table.name)
            if held is None or held.version < 0:
                removed += _remove(table.rglob("*"))
                continue
            removed += roll_back(folder, f"{home}/{table.name}", held)
            removed += _remove(f for f in table.glob("*.parquet") if f.relative_to(folder).as_posix() not in names)
    sealed = (folder / VAULT).glob("*/*")
    removed += _remove(f for f in sealed if f.relative_to(folder).as_posix() not in names)
    removed += _remove_spills(folder / TEMPORARY)
    removed += _remove((*folder.glob("*.new"), *(folder / RELEASES).glob("*.new")))
    return removed + _remove(_never_current(folder, release))


def tidy(folder: Path, keys: Keys, keep: float, progress: Callable[[float], None]) -> Release:
    """Write tables of many files or with closings anew, and vault files together, as a release that says the same.
    `progress` hears which share (0–1) of the bytes to be folded is written."""
    draft = Draft.after(folder, keys, current(folder))
    tables = {n: h for n, h in draft.before.tables.items() if h.closings or len(h.files) > MANY_FILES}
    sealed = {n: files for n, files in draft.before.vault.items() if len(files) > MANY_FILES}
    whole, done = _bytes(*(h.files for h in tables.values()), *sealed.values()), 0
    for name, held in tables.items():
        roll_back(folder, f"{TABLES}/{name}", held)
        draft.tables[name] = _folded(folder, name, held)
        progress((done := done + _bytes(held.files)) / whole)
    vault = Vault(folder, keys)
    for name, files in sealed.items():
        rows = vault.read_whole(files)
        draft.hold_private(name, vault.write(name, rows.schema, [rows]))
        progress((done := done + _bytes(files)) / whole)
    release = draft.finish() if draft.is_changed else draft.before
    sweep(folder, keep)
    return release


def _bytes(*files: Sequence[HeldFile]) -> int:
    return sum(file.size for several in files for file in several)


def _folded(folder: Path, name: str, held: HeldTable) -> HeldTable:
    columns = {column: kind_called(kind) for column, kind in held.columns.items()}
    rows = Relation(paths(folder, held), columns, recorded_rows(columns, held.columns, held.closings > 0))
    with duckdb_of(folder).cursor() as cursor:
        wanted = listed(named(column) for column in columns)
        reader = cursor.sql(f"SELECT {wanted} FROM ({rows.over_files()}) AS r").to_arrow_reader(_ROWS)
        return replace_rows(folder, f"{TABLES}/{name}", held, reader)


def rotate(folder: Path, old: Keys, new: Keys) -> Release:
    """Encrypt every vault file anew with the current key of `new` and remove those that the old key opens."""
    before = current(folder)
    draft = Draft.after(folder, new, before)
    for name, files in before.vault.items():
        rows = Vault(folder, old).read_whole(files)
        draft.hold_private(name, Vault(folder, new).write(name, rows.schema, [rows]))
    release = draft.finish()
    sweep_vault(folder, release)
    return release


def sweep_vault(folder: Path, release: Release) -> int:
    """Remove every vault file but those of this release, however lately another named them."""
    names = {file.path for files in release.vault.values() for file in files}
    return _remove(f for f in (folder / VAULT).glob("*/*") if f.relative_to(folder).as_posix() not in names)


def _never_current(folder: Path, release: Release) -> list[Path]:
    """Manifests outside the chain that leads to the current release."""
    chain = {release.id}
    while release.before:
        release = parsed((folder / RELEASES / f"{release.before}.json").read_bytes())
        chain.add(release.id)
    return [f for f in (folder / RELEASES).glob("*.json") if f.stem not in chain]


def _remove_spills(folder: Path) -> int:
    """Remove what engines of ended processes left behind."""
    count = 0
    for spilled in _folders(folder):
        process = spilled.name.partition("-")[0]
        if not process.isdigit():
            continue
        try:
            os.kill(int(process), 0)
        except ProcessLookupError:
            count += sum(1 for f in spilled.rglob("*") if f.is_file())
            shutil.rmtree(spilled)
        except PermissionError:
            continue
    return count


def _folders(folder: Path) -> list[Path]:
    return [f for f in folder.iterdir() if f.is_dir()]


def _remove(files: Iterable[Path]) -> int:
    count = 0
    for file in files:
        if file.is_file():
            file.unlink()
            count += 1
    return count
