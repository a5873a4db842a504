"""yaodian reconcile: a programme's cohort held against those who are served, on a day; no name and no number is shown."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

import click

from yaodian.cli.given import form, lang, records
from yaodian.cli.language import say
from yaodian.cli.shape import Command
from yaodian.warehouse.reconciling import Reconciled
from yaodian.workspace.linking import programme_called, reconciled
from yaodian.workspace.records_loading import existing


def run(programme: str, records: Path, on: datetime, form: str) -> int:
    found = reconciled(existing(records), programme_called(programme), on.date())
    if form == "json":
        click.echo(json.dumps(as_json(found), ensure_ascii=False, indent=1))
        return 0
    tally, asked = found.tally, found.programme
    click.echo(say(f"{asked.label}（{found.on}）：{asked.words}", f"{asked.english} ({found.on})"))
    for name, count in (
        (say("应保障", "cohort"), tally.cohort),
        (say("已保障", "served"), tally.served),
        (say("缺口", "gap"), tally.gap),
        (say("待辨认", "uncertain"), tally.unclear),
        (say("不知道", "unknown"), tally.unknown),
        (say("重复享受", "served twice"), tally.twice),
        (say("不应享受", "served wrongly"), tally.wrong),
    ):
        click.echo(f"  {name}  {count:,}")
    click.echo(say(f"版本 {found.release}，模型 {found.model}", f"release {found.release}, model {found.model}"))
    return 0


def as_json(found: Reconciled) -> dict[str, object]:
    """What the command prints: whole numbers of persons; counties by code, each with its states."""
    tally = found.tally
    return {
        "programme": found.programme.id,
        "on": found.on.isoformat(),
        "release": found.release,
        "model": found.model,
        "cohort": tally.cohort,
        "served": tally.served,
        "gap": tally.gap,
        "uncertain": tally.unclear,
        "unknown": tally.unknown,
        "twice": tally.twice,
        "wrong": tally.wrong,
        "counties": found.counties,
    }


command = Command(
    "reconcile",
    callback=run,
    params=[
        click.Argument(["programme"], metavar=say("项目", "PROGRAMME")),
        records(),
        click.Option(
            ["--on"],
            type=click.DateTime(["%Y-%m-%d"]),
            required=True,
            metavar=say("日期", "DAY"),
            help=say("比对哪一天的情况，如 2020-05-29。", "The day whose records are compared, 2020-05-29."),
        ),
        form(("text", "json"), "text"),
        lang(),
    ],
    help=say(
        "把应保障的人和已保障的人逐人比对，报出缺口、待辨认和重复；只出数目。先要用 link 把名册关联到人。",
        "Hold those who are entitled against those who are served, person by person; counts only. Link the lists first.",
    ),
    examples="""
    yaodian reconcile never_enrolled --records out/records --on 2019-10-31
    yaodian reconcile 辍学 --records out/records --on 2020-05-29 --format json
    """,
)
