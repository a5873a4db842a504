"""yaodian: the command line. Exit codes: 0 fine, 1 findings, 2 cannot read, 3 wrong use."""

from __future__ import annotations

import gc
import os
import sys
from enum import IntEnum

import click

from yaodian import __version__
from yaodian.cli.language import LANGUAGES, language, say
from yaodian.cli.shape import Commands, usage_sentence
from yaodian.domain.finding import Refusal


class Exit(IntEnum):
    FINE = 0
    FINDINGS = 1
    CANNOT_READ = 2
    WRONG_USE = 3


def group() -> click.Group:
    """The group of commands, with its words in the language of this run."""
    options: list[click.Parameter] = [
        click.Option(["--lang"], type=click.Choice(LANGUAGES), help=say("语言：zh 或 en。", "Language: zh or en.")),
        click.Option(["--version"], is_flag=True, help=say("显示版本。", "Show the version.")),
    ]
    text = say(
        "要点：把教育局的年度工作要点编译成可以执行、核验和度量的系统。",
        "Yaodian compiles a bureau's annual work plan.",
    )
    return Commands(name="yaodian", help=text, params=options, invoke_without_command=True, callback=_start)


def _start(lang: str | None, version: bool) -> None:
    context = click.get_current_context()
    if version:
        click.echo(__version__)
    elif context.invoked_subcommand is None:
        click.echo(context.get_help())


def main() -> None:
    """Run a command and end with its exit code."""
    gc.disable()  # a command is over before a collection would pay
    try:
        code = group().main(standalone_mode=False, prog_name="yaodian")
    except Refusal as refusal:
        code = _ended(refusal.words.lang(language()), Exit.CANNOT_READ)
    except click.UsageError as error:
        hint = say("用 --help 查看用法。", "See --help.")
        code = _ended(f"{usage_sentence(error)}{say('', ' ')}{hint}", Exit.WRONG_USE)
    except click.Abort:
        code = _ended(say("已中断，没有写完的文件已丢弃。", "Interrupted; what was not finished is discarded."), 130)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = Exit.FINE
    sys.exit(int(code or 0))


def _ended(words: str, code: int) -> int:
    click.echo(click.style(words, fg="red") if sys.stderr.isatty() else words, err=True)
    return code
