"""yaodian template: the workbook that an office fills in for a register."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from yaodian.cli.given import lang, writing
from yaodian.cli.language import say
from yaodian.cli.shape import Command
from yaodian.declare.code_list import codes_of
from yaodian.warehouse.load.template import template
from yaodian.workspace.records import records_catalogue, register_named


def run(register: str, file: Path) -> int:
    catalogue, today = records_catalogue(), date.today()
    book = template(register_named(register), codes_of=lambda column: codes_of(column, catalogue, today))
    with writing(file):
        file.write_bytes(book)
    click.echo(say(f"{file}：填好后用 yaodian load 装入。", f"{file}: fill it in, then yaodian load."))
    return 0


command = Command(
    "template",
    callback=run,
    params=[
        click.Argument(["register"], metavar=say("登记簿", "REGISTER")),
        click.Argument(["file"], type=click.Path(path_type=Path), metavar=say("文件.xlsx", "FILE.xlsx")),
        lang(),
    ],
    help=say(
        "写出登记簿的填报模板，带下拉列表和填表说明。",
        "Write a register's template, with lists to pick from and an explanation.",
    ),
    examples="yaodian template schools 学校目录.xlsx",
)
