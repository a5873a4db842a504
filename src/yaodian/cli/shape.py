"""命令的样子: click commands whose help has examples and speaks Chinese or English."""

from __future__ import annotations

import importlib
import pkgutil
import re
from typing import Any

import click

from yaodian.cli import commands
from yaodian.cli.language import say


class Command(click.Command):
    """A command with examples below its options; `examples` is one command line a row."""

    def __init__(self, *args: Any, examples: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.examples = examples

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), say("用法：", "Usage: "))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        options = [p for p in self.get_params(ctx) if isinstance(p, click.Option)]
        with formatter.section(say("选项", "Options")):
            formatter.write_dl([row for p in options if (row := p.get_help_record(ctx))])
        if self.examples:
            with formatter.section(say("例子", "Examples")):
                for line in self.examples.strip().splitlines():
                    formatter.write(f"  {line.strip()}\n")

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option:
            option.help = say("显示这段说明。", "Show this text.")
        return option

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        return [piece.replace("[OPTIONS]", say("[选项]", "[OPTIONS]")) for piece in super().collect_usage_pieces(ctx)]


class Group(click.Group):
    """Commands that belong together, listed with one line each."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_usage(ctx.command_path, say("命令 [选项]", "COMMAND [OPTIONS]"), say("用法：", "Usage: "))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        rows = [
            (name, c.get_short_help_str(80)) for name in self.list_commands(ctx) if (c := self.get_command(ctx, name))
        ]
        with formatter.section(say("命令", "Commands")):
            formatter.write_dl(rows)
        with formatter.section(say("选项", "Options")):
            formatter.write_dl([row for p in self.get_params(ctx) if (row := p.get_help_record(ctx))])

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option:
            option.help = say("显示这段说明。", "Show this text.")
        return option


class Commands(Group):
    """The group of all commands; a command's module is imported only when it is called. Modules are named with
    underscores, commands with hyphens."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(info.name.replace("_", "-") for info in pkgutil.iter_modules(commands.__path__))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.list_commands(ctx):
            return None
        module = importlib.import_module(f"{commands.__name__}.{cmd_name.replace('-', '_')}")
        command = module.command
        assert isinstance(command, click.Command)
        return command


def usage_sentence(error: click.UsageError) -> str:
    """What is wrong with the words of a call, as one sentence."""
    if isinstance(error, click.NoSuchOption):
        return say(f"没有选项 {error.option_name}。", f"There is no option {error.option_name}.")
    if isinstance(error, click.MissingParameter):
        name = error.param.human_readable_name if error.param else ""
        return say(f"缺少 {name}。", f"{name} is missing.")
    if isinstance(error, click.BadParameter) and error.param is not None:
        name = error.param.opts[0] if error.param.param_type_name == "option" else error.param.human_readable_name
        if isinstance(error.param.type, click.Choice):
            choices = "、".join(map(str, error.param.type.choices))
            return say(f"{name} 的值只能是{choices}。", f"{name} is one of {choices.replace('、', ', ')}.")
        return say(f"{name} 的值不对。", f"{name} has a wrong value: {error.message}")
    unknown = re.search(r"No such command '(.*?)'", error.message)
    if unknown:
        return say(f"没有命令“{unknown[1]}”。", f"There is no command “{unknown[1]}”.")
    extra = re.search(r"unexpected extra arguments? \((.*)\)", error.message)
    if extra:
        return say(f"多出了“{extra[1]}”。", f"“{extra[1]}” is one too many.")
    return say("用法有误。", error.message)
