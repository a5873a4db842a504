"""数据库命令: what commands on the work database share. What such a command does stands in the web layer and is found by
name, so that a command without a database never loads Django."""

from __future__ import annotations

import gc
import importlib
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import click

from yaodian.cli.given import bureau, lang, writing_to
from yaodian.cli.language import language, say
from yaodian.domain.finding import Words

Lines = Iterator[Words | str | int]  # an int is the exit code


def database(required: bool = True) -> click.Option:
    return click.Option(
        ["--database"],
        envvar="YAODIAN_DATABASE",
        required=required,
        metavar=say("数据库", "DATABASE"),
        help=say(
            "SQLite 文件，或 postgresql://用户:密码@主机/库名；也可以写在 YAODIAN_DATABASE 里。",
            "An SQLite file, or postgresql://user:password@host/name; may stand in YAODIAN_DATABASE.",
        ),
    )


def shared() -> list[click.Parameter]:
    """The options that every command on the database has."""
    return [database(), bureau(), lang()]


def acting_as() -> list[click.Parameter]:
    """Who does it: the account, and the unit it acts for."""
    return [
        click.Option(
            ["--as", "login"], required=True, metavar=say("登录名", "LOGIN"), help=say("谁来办。", "Who does it.")
        ),
        click.Option(
            ["--unit"], required=True, metavar=say("单位", "UNIT"), help=say("代表哪个单位。", "For which unit.")
        ),
    ]


def writing_in_web(module: str, function: str) -> Callable[..., int]:
    """As `in_web`, for a command that writes into the folder `out`, where one is given; it is made first."""

    def run(out: Path | None, **given: Any) -> int:
        with writing_to(out) if out else nullcontext():
            return in_web(module, function)(out=out, **given)

    return run


def in_web(module: str, function: str, *, on_any_database: bool = False) -> Callable[..., int]:
    """The callback of a command whose work is `function` of a module of `yaodian.web`: it is started on the database, its
    lines are printed as they come, and what it is not allowed to do, or came too late for, is one sentence. A new database
    gets its tables first, and one that is behind is refused, unless the command works on any."""

    def run(database: str, bureau: str | None, **given: Any) -> int:
        gc.enable()  # unlike the short commands, these may run for hours
        start = importlib.import_module("yaodian.web.start")
        start.start(database, bureau)
        if not on_any_database:
            start.make_ready()
        commands = importlib.import_module(f"yaodian.web.{module}.commands")
        return printed(getattr(commands, function)(**given))

    return run


def printed(lines: Lines) -> int:
    """Print lines as they come; the exit code that stands among them, else 0."""
    code = 0
    for line in lines:
        if isinstance(line, int):
            code = line
        else:
            click.echo(line.lang(language()) if isinstance(line, Words) else line)
    return code
