"""恢复: a backup put into an empty database and new folders, all of it or nothing.

The whole file is checked before anything is written. The rows stand in one transaction that commits last: until then the
database is empty, and nobody takes it for a restored one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from django.apps.registry import Apps
from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor

from yaodian.domain.finding import Refusal, Words
from yaodian.web.installation import files
from yaodian.web.upkeep.backing_up import FILES, TABLES
from yaodian.web.upkeep.tables import count_on, digest_of, indexed_at_the_end, put_back, tables
from yaodian.workspace.backup.archive import Backup, Manifest
from yaodian.workspace.backup.records import PLACE, PutBack

OURS = "yaodian."


def restore(*, file: Path, records: Path | None) -> Manifest:
    """Put a backup into the database, the folder of evidence files and the folder for its records; what it held.

    Refusal where the backup is not whole, the database or the folder is not empty, or the rows that came of it are not the
    ones that were kept; the database is then as empty as before.
    """
    backup = Backup.named(file)
    manifest = backup.checked()
    _refuse_rows()
    warehouse = _warehouse(manifest, records)
    models = tables(_migrated([tuple(one) for one in manifest.told["migrations"]]))
    try:
        with connection.constraint_checks_disabled(), transaction.atomic():
            for model in models.values():
                model._base_manager.all()._raw_delete(connection.alias)
            with indexed_at_the_end():
                _put_all(backup, manifest, models, warehouse)
            connection.check_constraints()
            _compare(manifest, models)
            if warehouse:
                warehouse.finish()
    finally:
        if warehouse:
            warehouse.discard()
    return manifest


def _put_all(backup: Backup, manifest: Manifest, models: dict[str, Any], warehouse: PutBack | None) -> None:
    if warehouse:
        warehouse.begin()
    for name, pieces in backup.members():
        if name.startswith(TABLES):
            table = name.removeprefix(TABLES)
            put_back(models[table], manifest.told["columns"][table], pieces)
        elif name.startswith(FILES):
            files().put_back(name.removeprefix(FILES), b"".join(pieces))
        elif name.startswith(PLACE) and warehouse:
            warehouse.put(name, pieces)
    count_on(models.values())


def _compare(manifest: Manifest, models: dict[str, Any]) -> None:
    """Refuse what is not row for row what was kept."""
    for table, columns in manifest.told["columns"].items():
        if digest_of(models[table], columns) != manifest.members[f"{TABLES}{table}"]:
            raise Refusal(
                Words(
                    f"表{table}恢复后与备份不相等，什么也没有恢复；请报告这个问题",
                    f"the table {table} came out unlike the backup and nothing was restored: please report it",
                )
            )


def _warehouse(manifest: Manifest, records: Path | None) -> PutBack | None:
    if not manifest.told["records"]:
        return None
    if records is None:
        raise Refusal(
            Words(
                "备份里有数仓，请用 --records 写明恢复到哪个新文件夹",
                "the backup holds records: name a new folder for them by --records",
            )
        )
    return PutBack(records)


def _refuse_rows() -> None:
    """A database that holds anything of ours is not written over."""
    there = set(connection.introspection.table_names())
    for name, model in tables().items():
        if name in there and model.__module__.startswith(OURS) and model._base_manager.exists():
            raise Refusal(
                Words(
                    "数据库不是空的，只恢复到新的数据库；请换一个",
                    "the database is not empty: a backup is restored into a new one",
                )
            )


def _migrated(recorded: Sequence[tuple[str, ...]]) -> Apps:
    """Bring the database to the tables that the backup was made of; the models of that state."""
    executor = MigrationExecutor(connection)
    nodes = executor.loader.graph.node_map
    if unknown := [one for one in recorded if one not in nodes]:
        raise Refusal(
            Words(
                f"备份出自更新的版本（{'.'.join(unknown[0])}），请先升级软件",
                f"the backup was made by a newer version ({'.'.join(unknown[0])}): update the program first",
            )
        )
    last = [one for one in recorded if not _has_later(nodes[one], recorded)]
    return executor.migrate(last).apps


def _has_later(node: Any, recorded: Iterable[tuple[str, ...]]) -> bool:
    """Whether a migration of the same app that comes after it is among these."""
    return any(child.key[0] == node.key[0] and child.key in recorded for child in node.children)
