"""yaodian supervision-notice: the document that tells a unit to get on with an item and to answer by a day."""

from __future__ import annotations

import click

from yaodian.cli.database import acting_as, shared, writing_in_web
from yaodian.cli.given import out_folder, pdf, words
from yaodian.cli.language import say
from yaodian.cli.shape import Command

command = Command(
    "supervision-notice",
    callback=writing_in_web("documents", "noticed"),
    params=[
        click.Argument(["subject"], metavar=say("编号", "SUBJECT")),
        acting_as()[0],
        click.Option(
            ["--answer-by"],
            type=click.DateTime(["%Y-%m-%d"]),
            required=True,
            metavar=say("日期", "DAY"),
            help=say("要求哪天前答复。", "The day to answer by."),
        ),
        words(
            "--why", "记录以外的原因（没有逾期时要写）。", "A reason beside the record's (needed where it is in time)."
        ),
        words("--document-no", "发文字号。", "The document's number."),
        words("--copy", "抄送。", "Who gets copies."),
        out_folder("写到哪个文件夹。", "The folder to write to.", required=True),
        pdf(),
        *shared(),
    ],
    help=say(
        "写出督办单：发给哪个单位、哪个事项、期限、为什么、哪天前答复。",
        "Write a supervision notice: to which unit, which item, its deadline, why, and the day to answer by.",
    ),
    examples="yaodian supervision-notice m4kx2p --as chen --answer-by 2020-07-10 --out out --database out/work.sqlite3",
)
