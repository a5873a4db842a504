"""yaodian verify: whether the record of who did what is whole."""

from __future__ import annotations

from pathlib import Path

import click

from yaodian.cli.database import in_web, shared
from yaodian.cli.language import say
from yaodian.cli.shape import Command

command = Command(
    "verify",
    callback=in_web("documents", "verified"),
    params=[
        click.Option(
            ["--roots"],
            type=click.Path(path_type=Path, exists=True, dir_okay=False),
            metavar=say("文件", "FILE"),
            help=say(
                "别处留存的每日审计根：每行一个日期和一个根。", "Roots that others hold: a day and a root on each line."
            ),
        ),
        click.Option(
            ["--quick"],
            is_flag=True,
            help=say(
                "不重算每个事项的状态，不核对佐证文件。",
                "Do not fold every subject's entries again nor hash the files of evidence.",
            ),
        ),
        *shared(),
    ],
    help=say(
        "查验记录、审计和佐证文件是否被改动、删减，指出第一条有问题的。",
        "Check that no entry, audit row or file of evidence was changed, removed, put in or moved; the first is named.",
    ),
    examples="yaodian verify --database out/work.sqlite3",
)
