"""yaodian reconcile: a programme's cohort held against those who are served, on a day; no name and no number is shown."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import datetime
from decimal import Decimal
from pathlib import Path

import click

from yaodian.cli.given import form, lang, records
from yaodian.cli.language import say
from yaodian.cli.shape import Command
from yaodian.warehouse.judging import Sums
from yaodian.warehouse.reconciling import Reconciled
from yaodian.workspace.linking import persons_of, programme_called, reconciled
from yaodian.workspace.records_loading import existing


def run(programme: str, records: Path, on: datetime, form: str) -> int:
    found = reconciled(persons_of(existing(records)), programme_called(programme), on.date())
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
    if found.sums:
        _tell_money(found.sums)
    click.echo(say(f"版本 {found.release}，模型 {found.model}", f"release {found.release}, model {found.model}"))
    return 0


def _tell_money(sums: Sums) -> None:
    click.echo(f"  {say('少发', 'paid too little')}  {sums.too_little:,}")
    click.echo(f"  {say('多发', 'paid too much')}  {sums.too_much:,}")
    for name, amount in (
        (say("应发金额", "money due"), sums.due),
        (say("实发金额", "money paid"), sums.paid),
        (say("未发足的金额", "money missing"), sums.missing),
        (say("多发的金额", "money too much"), sums.excess),
        (say("发给不应享受者的金额", "money without entitlement"), sums.unentitled),
    ):
        click.echo(say(f"  {name}  {amount:,.2f}元", f"  {name}  {amount:,.2f} yuan"))


def as_json(found: Reconciled) -> dict[str, object]:
    """What the command prints: whole numbers of persons; counties by code, each with its states; of a programme of money
    also `money`: how many got too little and too much, and sums in yuan as decimals written out."""
    tally, sums = found.tally, found.sums
    money = {"money": {name: _plain(value) for name, value in asdict(sums).items()}} if sums else {}
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
        **money,
        "counties": found.counties,
    }


def _plain(value: int | Decimal) -> int | str:
    return str(value) if isinstance(value, Decimal) else value


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
    yaodian reconcile living_day --records out/records --on 2020-05-29
    """,
)
