"""yaodian bulletin: drafted with computed numbers, signed off by a second person, issued for ever."""

from __future__ import annotations

from pathlib import Path

import click

from yaodian.cli.database import acting_as, in_web, shared, writing_in_web
from yaodian.cli.given import out_folder, pdf, records, words
from yaodian.cli.language import say
from yaodian.cli.shape import Command, Group

_PERIOD = click.Argument(["period"], metavar=say("时期", "PERIOD"))
_AS = acting_as()[0]


def _number(name: str, field: str, zh: str, en: str) -> click.Option:
    return click.Option([name, field], type=int, metavar=say("数", "NUMBER"), help=say(zh, en))


def _which() -> list[click.Parameter]:
    plan = say("哪年的要点（默认时期所在的年）。", "The plan's year (default that of the period).")
    return [
        _PERIOD,
        _AS,
        click.Option(["--plan"], metavar=say("年份", "YEAR"), help=plan),
        _number("--number", "number", "该时期的第几份（默认最后一份）。", "Which of the period (default the last)."),
    ]


def run() -> None:
    context = click.get_current_context()
    if context.invoked_subcommand is None:
        click.echo(context.get_help())


command = Group(
    "bulletin",
    callback=run,
    invoke_without_command=True,
    commands=[
        Command(
            "draft",
            callback=in_web("documents", "drafted"),
            params=[
                *_which()[:3],
                click.Option(
                    ["--text"],
                    type=click.Path(path_type=Path, exists=True, dir_okay=False),
                    metavar=say("文件", "FILE"),
                    help=say("正文，数用字段写，如 {{overdue}}（默认内置）。", "The text, numbers as {{fields}}."),
                ),
                records(required=False),
                words("--document-no", "发文字号。", "The document's number."),
                words("--to", "主送（默认各有关单位）。", "Whom it is sent to."),
                words("--copy", "抄送。", "Who gets copies."),
                *shared(),
            ],
            help=say(
                "起草或重新起草：按时期末日（时期内按今天）取数。", "Draft, or draft anew, as of the period's end."
            ),
            examples="yaodian bulletin draft 2020-06 --as chen --document-no 遵教督〔2020〕6号 --database out/work.sqlite3",
        ),
        Command(
            "sign",
            callback=in_web("documents", "signed"),
            params=[
                *_which(),
                _number("--version", "expected", "签的是第几稿（默认现在的）。", "The version that was read."),
                *shared(),
            ],
            help=say("签发：由起草人以外的领导或办公室人员。", "Sign off, by someone else than the drafter."),
            examples="yaodian bulletin sign 2020-06 --as wang --database out/work.sqlite3",
        ),
        Command(
            "issue",
            callback=writing_in_web("documents", "issued"),
            params=[
                *_which(),
                out_folder("写到哪个文件夹。", "The folder to write to.", required=True),
                records(required=False),
                pdf(),
                *shared(),
            ],
            help=say(
                "印发：每个数重算一遍，有变就不发；发出的不能再改。",
                "Issue: every number is computed again, and nothing is changed afterwards.",
            ),
            examples="yaodian bulletin issue 2020-06 --as chen --out out --pdf --database out/work.sqlite3",
        ),
        Command(
            "show",
            callback=writing_in_web("documents", "bulletin_shown"),
            params=[*_which(), out_folder("另写成公文。", "Also write the document."), pdf(), *shared()],
            help=say("看一份通报和每个数的来处。", "Show a bulletin and where each of its numbers comes from."),
            examples="yaodian bulletin show 2020-06 --as chen --database out/work.sqlite3",
        ),
    ],
    help=say("通报：数由系统取，人只写字。", "Bulletins: numbers are computed, people write words."),
)
