"""yaodian export: a plan as workbook, document, Markdown, calendar, JSON or report."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import click

from yaodian.cli.given import bureau, chosen_bureau, document, form, lang, writing
from yaodian.cli.language import language, say
from yaodian.cli.shape import Command
from yaodian.compiler.pipeline import Compiled
from yaodian.workspace.plans import compile_document, shipped_catalogue
from yaodian.workspace.publish.breakdown_document import write_document
from yaodian.workspace.publish.icalendar_feed import plan_as_icalendar
from yaodian.workspace.publish.markdown import plan_as_markdown
from yaodian.workspace.publish.plan_json import plan_as_json
from yaodian.workspace.publish.report.page import report_html
from yaodian.workspace.publish.workbook import write_workbook

Writer = Callable[[Path, Compiled], None]


def _text(render: Callable[[Compiled], str]) -> Writer:
    def write(path: Path, compiled: Compiled) -> None:
        path.write_bytes(render(compiled).encode("utf-8"))

    return write


WRITERS: dict[str, Writer] = {
    "xlsx": lambda path, c: write_workbook(path, c.plan, c.findings, shipped_catalogue(), language()),
    "docx": lambda path, c: write_document(path, c.plan, c.findings, shipped_catalogue(), language()),
    "md": _text(lambda c: plan_as_markdown(c.plan, c.findings, shipped_catalogue(), language())),
    "ics": _text(lambda c: plan_as_icalendar(c.program, shipped_catalogue(), lang=language())),
    "json": _text(lambda c: json.dumps(plan_as_json(c.plan, c.findings, language()), ensure_ascii=False, indent=1)),
    "html": _text(lambda c: report_html(c.plan, c.findings, shipped_catalogue(), language())),
}


def run(file: Path, form: str, out: Path | None, bureau: str | None) -> int:
    compiled = compile_document(file, chosen_bureau(bureau))
    path = out or Path(f"{file.stem}.{form}")
    with writing(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        WRITERS[form](path, compiled)
    click.echo(str(path))
    return 0


command = Command(
    "export",
    callback=run,
    params=[
        document(),
        form(tuple(WRITERS), "xlsx"),
        click.Option(
            ["--out"],
            type=click.Path(path_type=Path),
            metavar=say("路径", "PATH"),
            help=say("写到哪里。", "Where to write."),
        ),
        bureau(),
        lang(),
    ],
    help=say(
        "导出任务分解表（xlsx、docx）、Markdown、日历、JSON 或对照报告。",
        "Export a plan as xlsx, docx, Markdown, calendar, JSON or report.",
    ),
    examples="""yaodian export 2020年工作要点.docx --format xlsx --out 任务分解表.xlsx
        yaodian export out/2020年工作要点.plan.yaml --format ics
        yaodian export 2020年工作要点.docx --format html""",
)
