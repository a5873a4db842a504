"""yaodian backup: the whole installation in one encrypted file, while work goes on."""

from __future__ import annotations

from pathlib import Path

import click

from yaodian.cli.database import in_web, shared
from yaodian.cli.language import say
from yaodian.cli.shape import Command

command = Command(
    "backup",
    callback=in_web("upkeep", "backed_up"),
    params=[
        click.Argument(["file"], type=click.Path(path_type=Path), metavar=say("备份文件", "BACKUP")),
        click.Option(
            ["--records"],
            type=click.Path(path_type=Path, exists=True, file_okay=False),
            metavar=say("文件夹", "DIR"),
            help=say("数仓的文件夹；不写就不备份数仓。", "The warehouse's folder; left out where it is not given."),
        ),
        *shared(),
    ],
    help=say(
        "把数据库、佐证和数仓备份成一个加密文件，不用停工；密钥由 YAODIAN_KEY_FILE 指明，不在备份里。",
        "Keep the database, the evidence and the records in one encrypted file while work goes on; YAODIAN_KEY_FILE names "
        "the keys, which are not in it.",
    ),
    examples="yaodian backup out/backups/2020-06-01.backup --records out/records --database out/work.sqlite3",
)
