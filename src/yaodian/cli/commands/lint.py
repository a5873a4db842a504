"""yaodian lint: what in a plan is too vague to be kept."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from yaodian.cli.findings import findings_as_text
from yaodian.cli.given import bureau, chosen_bureau, document, exit_code, fail_on, form, lang
from yaodian.cli.language import language, say
from yaodian.cli.shape import Command
from yaodian.compiler.lint import lint
from yaodian.workspace.plans import open_document, shipped_catalogue
from yaodian.workspace.publish.plan_json import plan_as_json


def run(file: Path, bureau: str | None, form: str, fail_on: str) -> int:
    home = chosen_bureau(bureau)
    plan = open_document(file, home)
    findings = lint(plan, shipped_catalogue(), home)
    if form == "json":
        click.echo(json.dumps(plan_as_json(plan, findings, language())["diagnostics"], ensure_ascii=False, indent=1))
    else:
        click.echo(findings_as_text(plan, findings, language(), colour=sys.stdout.isatty()))
    return exit_code(findings, fail_on)


command = Command(
    "lint",
    callback=run,
    params=[document(), form(("text", "json"), "text"), fail_on(), bureau(), lang()],
    help=say(
        "检查工作要点：哪里没有责任单位、时限、数量或标准。",
        "Check a plan: what lacks an owner, a date, a number, a standard.",
    ),
    examples="""yaodian lint 2020年工作要点.docx
        yaodian lint 2020年工作要点.docx --fail-on warning
        yaodian lint 2020年工作要点.docx --format json""",
)
