"""What `yaodian backup` and `yaodian restore` do; each gives the lines to print, and its exit code where that is not 0."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from django.utils import timezone

from yaodian.domain.finding import Words
from yaodian.web.documents.commands import verified
from yaodian.web.start import make_ready
from yaodian.web.upkeep.backing_up import back_up
from yaodian.web.upkeep.restoring import restore
from yaodian.workspace.backup.records import damaged_files


def backed_up(file: Path, records: Path | None) -> Iterator[Words | int]:
    """Make a backup; exit code 1 where evidence that the database names was not there to be kept."""
    told = back_up(file=file, records=records, at=timezone.now())
    yield Words(
        f"{file}：{len(told.rows)}张表{sum(told.rows.values())}行，佐证{told.files}个，数仓文件{told.records}个；"
        "没有当时的密钥文件打不开，请另处留存",
        f"{file}: {sum(told.rows.values())} rows of {len(told.rows)} tables, {told.files} files of evidence, "
        f"{told.records} of records; only its key file opens it, so keep that elsewhere",
    )
    if told.missing:
        first = told.missing[0]
        yield Words(
            f"佐证缺{len(told.missing)}个，其余都已备份；第一个是{first}",
            f"{len(told.missing)} files of evidence are gone or changed, all else is kept; the first is {first}",
        )
        yield 1


def restored(file: Path, records: Path | None) -> Iterator[Words | int]:
    """Restore a backup, then verify what came of it; exit code 1 where something is wrong."""
    manifest = restore(file=file, records=records)
    told = manifest.told
    yield Words(
        f"已恢复{told['made_at']}的备份：{len(told['rows'])}张表{sum(told['rows'].values())}行与备份相等，"
        f"佐证{told['files']}个，数仓文件{told['records']}个",
        f"restored the backup of {told['made_at']}: {sum(told['rows'].values())} rows of {len(told['rows'])} tables equal "
        f"what was kept, {told['files']} files of evidence, {told['records']} of records",
    )
    if records and told["records"] and (damaged := damaged_files(records)):
        yield Words(f"数仓文件{damaged[0]}与版本不符", f"the warehouse file {damaged[0]} is not what its release names")
        yield 1
    make_ready(migrate=True)  # one that an earlier version made; what it was made of is kept
    yield from verified(None, False)
