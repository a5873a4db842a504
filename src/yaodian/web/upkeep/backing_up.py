"""备份: the database at one moment, the evidence that it names and the records it was measured by, in one encrypted file.

Decision 19 has the order: the database first, then what it names. Files are only added while this goes on, so that what
the moment names is still there.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from yaodian import __version__
from yaodian.domain.finding import Refusal, Words
from yaodian.web.accounts.models import Account
from yaodian.web.audit.recording import record
from yaodian.web.installation import files
from yaodian.web.upkeep.tables import columns_of, lines_of, one_moment, tables
from yaodian.web.work.models import EvidenceFile
from yaodian.workspace.backup.archive import Member, keys_for, pieces_of, write_backup
from yaodian.workspace.backup.records import records_members

TABLES, FILES = "tables/", "files/"


@dataclass
class Told:
    """What the manifest tells besides the hashes: rows by table, evidence files, those that are gone, the state of the tables."""

    made_at: str
    rows: dict[str, int] = field(default_factory=dict)
    columns: dict[str, list[str]] = field(default_factory=dict)
    files: int = 0
    missing: list[str] = field(default_factory=list)
    records: int = 0
    migrations: list[tuple[str, str]] = field(default_factory=list)
    version: str = __version__


def back_up(*, file: Path, records: Path | None, at: datetime) -> Told:
    """Write a backup while others go on writing; what it holds. The audit names it first. Refusal where there is nothing to
    keep, the file is there already, or the records are damaged."""
    if not Account.objects.exists():
        raise Refusal(Words("数据库里什么也没有，请核对 --database", "the database is empty: check --database"))
    keys, told = keys_for(file, records), Told(at.isoformat())
    record(actor="backup", act="back_up", subject=file.name, at=at)

    def members() -> Iterator[Member]:
        with one_moment():
            yield from _rows(told)
            named = list(EvidenceFile.objects.order_by("pk").values_list("pk", flat=True))
            told.migrations = sorted(MigrationRecorder(connection).applied_migrations())
        yield from _evidence(named, told)
        for member in records_members(records, keys) if records else ():
            told.records += 1
            yield member

    write_backup(file, keys, members(), lambda: vars(told))
    return told


def _rows(told: Told) -> Iterator[Member]:
    for name, model in tables().items():
        told.columns[name], told.rows[name] = columns_of(model), 0
        yield f"{TABLES}{name}", _counted(name, model, told)


def _counted(name: str, model: Any, told: Told) -> Iterator[bytes]:
    for piece in lines_of(model, told.columns[name]):
        told.rows[name] += piece.count(b"\n")
        yield piece


def _evidence(named: list[str], told: Told) -> Iterator[Member]:
    """The files that are whole; one that is gone or changed is told, and keeps nothing else from being backed up."""
    for digest in named:
        if not files().is_whole(digest):
            told.missing.append(digest)
            continue
        told.files += 1
        with files().open(digest) as kept:
            yield f"{FILES}{digest}", pieces_of(kept)
