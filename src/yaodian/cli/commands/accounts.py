"""yaodian accounts: who may sign in, and who acts for which unit."""

from __future__ import annotations

import click

from yaodian.cli.database import in_web, shared
from yaodian.cli.given import form
from yaodian.cli.language import say
from yaodian.cli.shape import Command, Group
from yaodian.domain.access import Purpose
from yaodian.domain.entry import Seat

_LOGIN = click.Argument(["login"], metavar=say("登录名", "LOGIN"))
_BY = click.Option(
    ["--as", "by"], required=True, metavar=say("登录名", "LOGIN"), help=say("哪位管理员来办。", "Which administrator.")
)


def _day(name: str, zh: str, en: str, *, required: bool = False) -> click.Option:
    return click.Option(
        [name], type=click.DateTime(["%Y-%m-%d"]), required=required, metavar=say("日期", "DAY"), help=say(zh, en)
    )


def run() -> None:
    context = click.get_current_context()
    if context.invoked_subcommand is None:
        click.echo(context.get_help())


command = Group(
    "accounts",
    callback=run,
    invoke_without_command=True,
    commands=[
        Command(
            "begin",
            callback=in_web("accounts", "begin"),
            params=shared(),
            help=say(
                "在新数据库里建立三员，并读入机构。",
                "Make the three administrators of a new database, and read the units.",
            ),
            examples="yaodian accounts begin --database out/work.sqlite3",
        ),
        Command(
            "add",
            callback=in_web("accounts", "add"),
            params=[
                _LOGIN,
                click.Option(["--name"], required=True, metavar=say("姓名", "NAME"), help=say("姓名。", "The name.")),
                _BY,
                *shared(),
            ],
            help=say("新建一个账号（不带密码）。", "Make an account (without a password)."),
            examples="yaodian accounts add chen --name 陈某 --as system --database out/work.sqlite3",
        ),
        Command(
            "duty",
            callback=in_web("accounts", "duty"),
            params=[
                _LOGIN,
                click.Argument(["unit"], metavar=say("单位", "UNIT")),
                click.Argument(["seat"], type=click.Choice([s.value for s in Seat if s is not Seat.ENGINE])),
                _day("--since", "从哪一天起。", "From which day.", required=True),
                _day("--until", "到哪一天的前一天止。", "Up to the day before."),
                click.Option(
                    ["--purpose"],
                    type=click.Choice([p.value for p in Purpose if p.is_of_duty]),
                    default=Purpose.SUPERVISION.value,
                    help=say(
                        "用途（默认督导，即办理工作）。", "For what purpose (default supervision: the work itself)."
                    ),
                ),
                _BY,
                *shared(),
            ],
            help=say("授予职务：代表哪个单位、从哪天起。", "Give a duty: for which unit, from which day."),
            examples="yaodian accounts duty chen bureau_office office --since 2020-01-01 --as security "
            "--database out/work.sqlite3",
        ),
        Command(
            "list",
            callback=in_web("accounts", "listed"),
            params=[form(("text", "json"), "text"), *shared()],
            help=say("列出账号和职务。", "List accounts and duties."),
            examples="yaodian accounts list --database out/work.sqlite3",
        ),
    ],
    help=say("账号和职务。", "Accounts and duties."),
)
