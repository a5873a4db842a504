"""yaodian read: a plan as a tree beside the text's own words, or as JSON."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path

import click

from yaodian.cli.given import bureau, chosen_bureau, document, form, lang
from yaodian.cli.language import language, say
from yaodian.cli.shape import Command
from yaodian.compiler.lint import lint
from yaodian.compiler.read import read
from yaodian.workspace.plans import open_document, shipped_catalogue
from yaodian.workspace.publish.plan_json import plan_as_json
from yaodian.workspace.publish.tree import View, plan_as_tree


def run(file: Path, bureau: str | None, form: str, emit_text: bool) -> int:
    if emit_text:
        sys.stdout.write(read(file).text)
        return 0
    home = chosen_bureau(bureau)
    plan = open_document(file, home)
    findings = lint(plan, shipped_catalogue(), home)
    if form == "json":
        click.echo(json.dumps(plan_as_json(plan, findings, language()), ensure_ascii=False, indent=1))
        return 0
    terminal = sys.stdout.isatty()
    view = View(
        width=shutil.get_terminal_size((100, 24)).columns if terminal else None, colour=terminal, lang=language()
    )
    click.echo(plan_as_tree(plan, shipped_catalogue(), findings, view))
    return 0


command = Command(
    "read",
    callback=run,
    params=[
        document(),
        form(("tree", "json"), "tree"),
        click.Option(
            ["--emit-text"], is_flag=True, help=say("只输出读到的原文。", "Print the text as read, nothing else.")
        ),
        bureau(),
        lang(),
    ],
    help=say(
        "读一份工作要点，列出部分、任务、举措和其中的承诺。",
        "Read a work plan: its sections, tasks, measures and promises.",
    ),
    examples="""yaodian read 2020年工作要点.docx
        yaodian read 2020年工作要点.docx --format json > plan.json
        yaodian read 2020年工作要点.pdf --emit-text""",
)
