"""yaodian registers: what the bureau's registers hold: the data dictionary, from the declarations alone."""

from __future__ import annotations

import json
from datetime import date

import click

from yaodian.cli.given import form, lang
from yaodian.cli.language import language, say
from yaodian.cli.shape import Command, Group
from yaodian.declare.register import Register
from yaodian.workspace.publish.data_dictionary import register_facts
from yaodian.workspace.publish.dictionary_page import register_page
from yaodian.workspace.publish.dictionary_words import CLASSES, MODES, TIMES, TYPES
from yaodian.workspace.records import records_catalogue, register_named


def run() -> None:
    context = click.get_current_context()
    if context.invoked_subcommand is None:
        click.echo(context.get_help())


def run_list(form: str) -> int:
    registers = records_catalogue().of(Register).values()
    if form == "json":
        rows = [
            {
                "id": r.id,
                "label": r.label,
                "english": r.english,
                "time": r.time,
                "arrives": r.arrives.mode,
                "key": r.key,
            }
            for r in registers
        ]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
        return 0
    for r in registers:
        columns = say(f"{len(r.columns)} 个字段", f"{len(r.columns)} columns")
        click.echo(f"{r.id:<30}{say(r.label, r.english)}  {columns}  {', '.join(r.key)}")
    return 0


def run_show(register: str, form: str) -> int:
    found, on = register_named(register), date.today()
    if form == "md":
        click.echo(register_page(found, records_catalogue(), on, language()), nl=False)
    elif form == "json":
        click.echo(json.dumps(register_facts(found, records_catalogue(), on), ensure_ascii=False, indent=1))
    else:
        click.echo(_text(found))
    return 0


def _text(register: type[Register]) -> str:
    lang = language()
    mode = MODES[register.arrives.mode.value].lang(lang)
    scope = f" ({', '.join(register.arrives.scope)})" if register.arrives.scope else ""
    lines = [
        f"{register.label} ({register.id})",
        f"{say('时态', 'time')}{say('：', ': ')}{TIMES[register.time.value].lang(lang)}",
        f"{say('报送', 'arrives')}{say('：', ': ')}{mode}{scope}",
        f"{say('来源', 'office')}{say('：', ': ')}{register.office}",
    ]
    for column in register.columns:
        mark = "*" if column.name in register.key else "!" if column.required else " "
        kind = TYPES[column.type.value].lang(lang)
        vault = say("，保密库", ", vault") if column.vault else ""
        lines.append(
            f"{mark} {column.name:<30}{column.label}  {kind}  {CLASSES[column.privacy.name].lang(lang)}{vault}"
        )
    return "\n".join([*lines, say("* 主键  ! 必填", "* key  ! required")])


command = Group(
    "registers",
    callback=run,
    invoke_without_command=True,
    commands=[
        Command(
            "list",
            callback=run_list,
            params=[form(("text", "json"), "text"), lang()],
            help=say("列出全部登记簿。", "List all registers."),
            examples="yaodian registers list",
        ),
        Command(
            "show",
            callback=run_show,
            params=[
                click.Argument(["register"], metavar=say("登记簿", "REGISTER")),
                form(("text", "md", "json"), "text"),
                lang(),
            ],
            help=say("显示一个登记簿的数据字典页。", "Show a register's page of the data dictionary."),
            examples="""yaodian registers show enrolments
            yaodian registers show 学籍 --format md
            yaodian registers show teachers --format json""",
        ),
    ],
    help=say("登记簿：有哪些，各有什么字段（数据字典）。", "Registers: which there are and what they hold."),
)
