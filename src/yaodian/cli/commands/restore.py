"""yaodian restore: a backup put into a new database and new folders, then verified."""

from __future__ import annotations

from pathlib import Path

import click

from yaodian.cli.database import in_web, shared
from yaodian.cli.language import say
from yaodian.cli.shape import Command

command = Command(
    "restore",
    callback=in_web("upkeep", "restored", on_any_database=True),
    params=[
        click.Argument(
            ["file"], type=click.Path(path_type=Path, exists=True, dir_okay=False), metavar=say("备份文件", "BACKUP")
        ),
        click.Option(
            ["--records"],
            type=click.Path(path_type=Path),
            metavar=say("文件夹", "DIR"),
            help=say("数仓恢复到哪个新文件夹。", "The new folder for the records."),
        ),
        *shared(),
    ],
    help=say(
        "把备份恢复到新的数据库和文件夹，再查验一遍；备份不完整或被改动过的不恢复。",
        "Put a backup into a new database and new folders and verify it; what was cut off or changed is refused.",
    ),
    examples="yaodian restore out/backups/2020-06-01.backup --records out/again/records --database out/again/work.sqlite3",
)
