"""yaodian work: work items and cases, looked at and carried on."""

from __future__ import annotations

from pathlib import Path

import click

from yaodian.cli.database import acting_as, in_web, shared
from yaodian.cli.given import form
from yaodian.cli.language import say
from yaodian.cli.shape import Command, Group
from yaodian.declare.kind import FILED
from yaodian.domain.entry import Act

_SUBJECT = click.Argument(["subject"], metavar=say("编号", "SUBJECT"))
_AS = acting_as()[0]
_BY_ITSELF = (Act.OPEN, Act.ATTACH)  # opened by publishing, attached with a file
_VERSION = click.Option(
    ["--version", "expected"],
    type=int,
    metavar=say("版本", "NUMBER"),
    help=say("在哪个版本上办（默认现在的）。", "The version it is done on (default the present one)."),
)
_FORM = form(("text", "json"), "text")


def run() -> None:
    context = click.get_current_context()
    if context.invoked_subcommand is None:
        click.echo(context.get_help())


command = Group(
    "work",
    callback=run,
    invoke_without_command=True,
    commands=[
        Command(
            "list",
            callback=in_web("work", "listed"),
            params=[
                _AS,
                click.Option(["--owner"], metavar=say("单位", "UNIT"), help=say("哪个单位负责的。", "Of which owner.")),
                click.Option(["--open", "is_open"], is_flag=True, help=say("只看没有销号的。", "Only what is open.")),
                _FORM,
                *shared(),
            ],
            help=say("列出看得到的事项。", "List the subjects that the account may see."),
            examples="yaodian work list --as chen --open --database out/work.sqlite3",
        ),
        Command(
            "show",
            callback=in_web("work", "shown"),
            params=[_SUBJECT, _AS, _FORM, *shared()],
            help=say("看一个事项：状态、记录、下一步。", "Show a subject: its state, entries and next steps."),
            examples="yaodian work show m4kx2p --as chen --database out/work.sqlite3",
        ),
        Command(
            "do",
            callback=in_web("work", "done"),
            params=[
                _SUBJECT,
                click.Argument(["act"], type=click.Choice([act.value for act in Act if act not in _BY_ITSELF])),
                click.Argument(["data"], nargs=-1, metavar=say("[项=值]…", "[NAME=VALUE]…")),
                _VERSION,
                *acting_as(),
                *shared(),
            ],
            help=say(
                "办理一步：签收、填报、推进、核验、销号等。",
                "Do one thing: accept, report, step, verify, close and so on.",
            ),
            examples="""yaodian work do m4kx2p accept --as li --unit basic_education --database out/work.sqlite3
            yaodian work do m4kx2p extend due=2021-01-31 reason=疫情 --as chen --unit bureau_office""",
        ),
        Command(
            "attach",
            callback=in_web("work", "attached"),
            params=[
                _SUBJECT,
                click.Argument(["step"], metavar=say("步骤", "STEP")),
                click.Argument(["evidence"], type=click.Choice(FILED)),
                click.Argument(
                    ["file"],
                    type=click.Path(path_type=Path, exists=True, dir_okay=False),
                    metavar=say("文件", "FILE"),
                ),
                _VERSION,
                *acting_as(),
                *shared(),
            ],
            help=say(
                "给一步附上佐证文件：pdf、docx、xlsx、ofd、jpg、png，不超过30MB；图片去掉拍摄地点和设备。",
                "Attach a file as evidence of a step: pdf, docx, xlsx, ofd, jpg or png of at most 30 MB; images lose "
                "the place and the device.",
            ),
            examples="yaodian work attach m4kx2p named official_document 通知.pdf --as li --unit basic_education",
        ),
        Command(
            "sweep",
            callback=in_web("work", "swept"),
            params=[*shared()],
            help=say(
                "清理没有记录、超过一天的佐证文件。", "Remove files of evidence older than a day that no entry names."
            ),
            examples="yaodian work sweep --database out/work.sqlite3",
        ),
    ],
    help=say("事项和个案。", "Work items and cases."),
)
