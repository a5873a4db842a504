"""yaodian yearly-file: a year's plan with all that was promised, done and measured, as one archive."""

from __future__ import annotations

import click

from yaodian.cli.database import acting_as, shared, writing_in_web
from yaodian.cli.given import out_folder, records
from yaodian.cli.language import say
from yaodian.cli.shape import Command

command = Command(
    "yearly-file",
    callback=writing_in_web("documents", "filed"),
    params=[
        click.Argument(["year"], type=click.IntRange(1990, 2100), metavar=say("年份", "YEAR")),
        acting_as()[0],
        out_folder("写到哪个文件夹。", "The folder to write to.", required=True),
        records(required=False),
        *shared(),
    ],
    help=say(
        "写出一年要点的档案：原文、每个事项的全部记录、佐证的校验值、通报、审计根；每个文件都有校验值。",
        "Write the file of a year's plan: its text, every item with its entries, hashes of evidence, bulletins, roots.",
    ),
    examples="yaodian yearly-file 2020 --as chen --out out --database out/work.sqlite3",
)
