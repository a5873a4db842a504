"""yaodian doctor: what is missing on this machine."""

from __future__ import annotations

from pathlib import Path

import click

from yaodian.cli.database import database, in_web, printed
from yaodian.cli.given import bureau, lang, records
from yaodian.cli.language import say
from yaodian.cli.shape import Command
from yaodian.workspace.doctor import lines, machine


def examine(database: str | None, bureau: str | None, records: Path | None, as_json: bool) -> int:
    """Look at the machine, and at the database where one is named."""
    form = "json" if as_json else "text"
    if database:
        return in_web("health", "looked_at", on_any_database=True)(
            database=database, bureau=bureau, records=records, form=form
        )
    return printed(lines(machine(Path.cwd(), records, Path(bureau) if bureau else None), form))


command = Command(
    "doctor",
    callback=examine,
    params=[
        database(required=False),
        records(required=False),
        click.Option(["--json", "as_json"], is_flag=True, help=say("按 JSON 输出。", "As JSON.")),
        bureau(),
        lang(),
    ],
    help=say("检查这台机器缺什么，每行一句，连同怎么修。", "Say what this machine lacks, and how to mend it."),
    examples="yaodian doctor\nyaodian doctor --database out/work.sqlite3 --records out/records",
)
