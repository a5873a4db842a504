"""yaodian capabilities: what a user can do for each measure of the shipped plan."""

from __future__ import annotations

import json
from dataclasses import asdict

import click

from yaodian.cli.given import form, lang
from yaodian.cli.language import say
from yaodian.cli.shape import Command
from yaodian.workspace.capabilities import Status, counts, load


def run(form: str, status: str | None) -> int:
    rows = [row for row in load() if status is None or row.status == status]
    if form == "json":
        click.echo(json.dumps([asdict(row) for row in rows], ensure_ascii=False, indent=1))
        return 0
    for row in rows:
        click.echo(f"{row.measure:<6}{label(row.status)}  {row.subject}  {row.does}")
    click.echo("  ".join(f"{label(name)} {count}" for name, count in counts(rows).items()))
    return 0


STATUSES = {
    Status.WORKS: ("可用", "works"),
    Status.PLANNED: ("计划中", "planned"),
    Status.GENERIC: ("通用办法", "generic on purpose"),
}


def label(status: Status) -> str:
    return say(*STATUSES[status])


command = Command(
    "capabilities",
    callback=run,
    params=[
        form(("text", "json"), "text"),
        click.Option(
            ["--status"], type=click.Choice([s.value for s in Status]), help=say("只列这一状态。", "Only this status.")
        ),
        lang(),
    ],
    help=say(
        "列出 2020 年计划的每项举措在要点里怎么做。", "What can be done in Yaodian for each measure of the 2020 plan."
    ),
    examples="""yaodian capabilities
        yaodian capabilities --status planned""",
)
