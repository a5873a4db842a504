"""yaodian check: the checks over several registers, asked of the records in a warehouse."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from yaodian.cli.cross_lines import cross_lines, is_faulty
from yaodian.cli.given import lang
from yaodian.cli.language import say
from yaodian.cli.shape import Command
from yaodian.workspace.cross_checks import cross_all
from yaodian.workspace.records_loading import existing


def run(records: Path, on: datetime) -> int:
    found = list(cross_all(existing(records), on.date()))
    for line in cross_lines(found):
        click.echo(line)
    return int(any(map(is_faulty, found)))


command = Command(
    "check",
    callback=run,
    params=[
        click.Option(
            ["--records"],
            type=click.Path(path_type=Path),
            required=True,
            metavar=say("文件夹", "DIR"),
            help=say("数仓的文件夹。", "The warehouse's folder."),
        ),
        click.Option(
            ["--on"],
            type=click.DateTime(["%Y-%m-%d"]),
            required=True,
            metavar=say("日期", "DAY"),
            help=say("查哪一天的在册情况，如 2019-09-01。", "The day whose records are checked, 2019-09-01."),
        ),
        lang(),
    ],
    help=say(
        "跨登记簿校验：一人两校、一证两名等，报出数目和头几例，不显示姓名和证件号；有错误时退出码为 1。",
        "Check registers against each other: counts and first cases, no name or number shown; exits with 1 on errors.",
    ),
    examples="yaodian check --records out/records --on 2019-09-01",
)
