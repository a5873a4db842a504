"""版本 Release: what the warehouse holds at one moment: an immutable manifest of files, made current by one rename."""

from __future__ import annotations

import dataclasses
import hashlib
import json
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

from yaodian.domain.finding import Refusal, Words
from yaodian.warehouse.batch import Counts
from yaodian.warehouse.durable import refusing_what_fails, sha256_of, write_whole

CURRENT, RELEASES = "current.json", "releases"
KEEP_SECONDS = 3600.0


class WarehouseDamaged(Refusal):
    """A file that the release names is missing or not what it was."""


@dataclass(frozen=True, slots=True)
class HeldFile:
    """A file as it was written; `path` is relative to the warehouse folder."""

    path: str
    size: int
    sha256: str

    @classmethod
    def of(cls, folder: Path, file: Path) -> HeldFile:
        return cls(file.relative_to(folder).as_posix(), file.stat().st_size, sha256_of(file))


@dataclass(frozen=True, slots=True)
class HeldTable:
    """A register's table: its version and exact files, the number of its next row, how many closings wait in the files
    to be folded in, and the columns that the files hold."""

    version: int = -1
    next_row: int = 0
    closings: int = 0
    columns: Mapping[str, str] = field(default_factory=dict)
    files: Sequence[HeldFile] = ()


@dataclass(frozen=True, slots=True)
class Committed:
    """批次: one upload that the release took in, and what it changed."""

    id: str
    register: str
    source: str
    content: str
    mode: str
    on: date
    counts: Counts


@dataclass(frozen=True, slots=True)
class Release:
    """What every value, light and bulletin cites. `recorded_at` is the instant that its new rows carry: a later release
    read as known at that instant gives this one's rows again."""

    id: str
    number: int
    before: str
    recorded_at: datetime
    tables: Mapping[str, HeldTable] = field(default_factory=dict)
    links: Mapping[str, HeldTable] = field(default_factory=dict)
    vault_version: int = 0
    vault: Mapping[str, Sequence[HeldFile]] = field(default_factory=dict)
    catalogue: str = ""
    bureau: str = ""
    batches: Sequence[Committed] = ()

    @property
    def files(self) -> tuple[HeldFile, ...]:
        """Every file the release names."""
        tables = (*self.tables.values(), *self.links.values())
        return tuple(f for held in (*(t.files for t in tables), *self.vault.values()) for f in held)

    def manifest(self) -> bytes:
        text = json.dumps(self, default=_plain, ensure_ascii=False, sort_keys=True)
        return text.encode() + b"\n"


def make_current(folder: Path, release: Release) -> None:
    """Write the manifest, then let every later reader see it: the one rename that makes a commit."""
    manifest = release.manifest()
    with refusing_what_fails(f"{RELEASES}/{release.id}"):
        _switch(folder, release, manifest)


def _switch(folder: Path, release: Release, manifest: bytes) -> None:
    write_whole(folder / RELEASES / f"{release.id}.json", manifest)
    write_whole(folder / CURRENT, pointer_to(release, manifest))


def pointer_to(release: Release, manifest: bytes) -> bytes:
    """What `current.json` holds while a release is the current one."""
    return json.dumps({"release": release.id, "sha256": hashlib.sha256(manifest).hexdigest()}).encode()


def current(folder: Path) -> Release:
    """The release that readers see now, its manifest checked and the sizes of its files too."""
    try:
        pointer = json.loads((folder / CURRENT).read_text(encoding="utf-8"))
        manifest = (folder / RELEASES / f"{pointer['release']}.json").read_bytes()
    except (OSError, ValueError, KeyError, TypeError) as fault:
        raise WarehouseDamaged(
            Words(
                f"{folder} 不是数仓，或已损坏，请核对路径或从备份恢复",
                f"{folder} is no warehouse or is damaged: check the path, or restore it from the backup",
            )
        ) from fault
    if hashlib.sha256(manifest).hexdigest() != pointer["sha256"]:
        raise WarehouseDamaged(
            Words(
                f"版本清单 {pointer['release']} 已被改动，请从备份恢复",
                f"the manifest of release {pointer['release']} was altered: restore it from the backup",
            )
        )
    release = parsed(manifest)
    _check_sizes(folder, release)
    return release


def recorded(folder: Path, name: str) -> Release:
    """A release by its id, current or past; the files of a past one may be gone."""
    file = folder / RELEASES / f"{name}.json"
    if not file.is_file() or file.parent != folder / RELEASES:
        raise Refusal(Words(f"没有版本“{name}”", f"there is no release {name!r}"))
    return parsed(file.read_bytes())


def names_kept(folder: Path, keep: float = KEEP_SECONDS) -> set[str]:
    """The files of the current release and of those that were current within the last seconds: a reader may be at work."""
    release = current(folder)
    names, until = {file.path for file in release.files}, time.time() - keep
    while release.before and _since(folder, release) > until:
        release = parsed((folder / RELEASES / f"{release.before}.json").read_bytes())
        names.update(file.path for file in release.files)
    return names


def _since(folder: Path, release: Release) -> float:
    return (folder / RELEASES / f"{release.id}.json").stat().st_mtime


def _check_sizes(folder: Path, release: Release) -> None:
    for held in release.files:
        try:
            size = (folder / held.path).stat().st_size
        except FileNotFoundError:
            size = -1
        if size != held.size:
            what = ("缺失", "is missing") if size < 0 else (f"应有 {held.size} 字节，实有 {size}", f"has {size} bytes")
            raise WarehouseDamaged(
                Words(
                    f"数仓文件 {held.path} 已损坏（{what[0]}），请从备份恢复",
                    f"the warehouse file {held.path} is damaged: it {what[1]}, {held.size} were written; restore it",
                )
            )


def parsed(manifest: bytes) -> Release:
    text: dict[str, Any] = json.loads(manifest)
    text["recorded_at"] = datetime.fromisoformat(text["recorded_at"])
    text["tables"] = {name: _table(held) for name, held in text["tables"].items()}
    text["links"] = {name: _table(held) for name, held in text["links"].items()}
    text["vault"] = {name: _files(held) for name, held in text["vault"].items()}
    text["batches"] = tuple(
        Committed(**{**b, "on": date.fromisoformat(b["on"]), "counts": Counts(**b["counts"])}) for b in text["batches"]
    )
    return Release(**text)


def _table(held: dict[str, Any]) -> HeldTable:
    return HeldTable(**{**held, "files": _files(held["files"])})


def _files(held: Sequence[dict[str, Any]]) -> tuple[HeldFile, ...]:
    return tuple(HeldFile(**file) for file in held)


def _plain(value: Any) -> Any:
    if isinstance(value, date | datetime):
        return value.isoformat()
    if dataclasses.is_dataclass(value):
        return {field.name: getattr(value, field.name) for field in dataclasses.fields(value)}
    raise TypeError(f"{type(value).__name__} has no place in a manifest")
