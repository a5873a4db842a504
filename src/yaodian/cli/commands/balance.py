"""yaodian balance: a county against a standard of balanced compulsory education: the ministry's table, the verdict, the repair."""

from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path

import click

from yaodian.cli.given import bureau, day_judged, form, lang, measuring_folder, out_folder, records, writing_to
from yaodian.cli.language import language, say
from yaodian.cli.shape import Command
from yaodian.workspace.balance.asked import county_called, standard_called
from yaodian.workspace.balance.county_balance import CountyBalance, county_balance
from yaodian.workspace.balance.repairing import SECONDS
from yaodian.workspace.indicators import Indicators
from yaodian.workspace.places import bureau_places
from yaodian.workspace.publish.balance_document import write_balance_document
from yaodian.workspace.publish.balance_json import as_json
from yaodian.workspace.publish.balance_notes import Parameters
from yaodian.workspace.publish.balance_text import balance_lines
from yaodian.workspace.publish.balance_workbook import write_balance_workbook
from yaodian.workspace.records_loading import existing


def run(
    rule: str, county: str, records: Path, on: datetime | None, out: Path | None, repair: bool, seconds: float,
    bureau: str | None, form: str,
) -> int:  # fmt: skip
    indicators = Indicators.of(measuring_folder(bureau))
    day = on.date() if on else date.today()
    standard = standard_called(indicators.catalogue, rule)
    place = county_called(bureau_places(indicators.bureau), county, day)
    evaluation = indicators.evaluation(existing(records))
    found = county_balance(evaluation, standard, place, day, repair=repair, seconds=seconds)
    if form == "json":
        click.echo(json.dumps(as_json(found), ensure_ascii=False, indent=1))
    else:
        for line in balance_lines(found, indicators.parameters, language()):
            click.echo(line)
    for path in _written(found, indicators.parameters, out) if out else ():
        click.echo(str(path), err=form == "json")
    return 0


def _written(found: CountyBalance, parameters: Parameters, out: Path) -> list[Path]:
    judged = found.judged
    stem = f"{judged.county.name}-{judged.standard.rule}-{judged.on}-" + say("均衡", "balance")
    workbook, document = out / f"{stem}.xlsx", out / f"{stem}.docx"
    with writing_to(out):
        write_balance_workbook(workbook, found, parameters, language())
        write_balance_document(document, found, parameters, language())
    return [workbook, document]


command = Command(
    "balance",
    callback=run,
    params=[
        click.Option(
            ["--rule"],
            required=True,
            metavar=say("标准", "STANDARD"),
            help=say("按哪个标准：年份或名称，如 2017。", "The standard: its year or name, such as 2017."),
        ),
        click.Option(
            ["--county"],
            required=True,
            metavar=say("县", "COUNTY"),
            help=say("哪个县（市、区）：代码、名称或简称。", "The county: its code, name or alias."),
        ),
        records(),
        day_judged(),
        out_folder("另写成工作簿和报告。", "Also write a workbook and a report there."),
        click.Option(
            ["--repair/--no-repair"],
            default=True,
            help=say("算不算最省的补齐方案（默认算）。", "Whether to compute the cheapest repair (default yes)."),
        ),
        click.Option(
            ["--seconds"],
            type=click.FloatRange(1, 3600),
            default=SECONDS,
            metavar=say("秒", "N"),
            help=say(
                f"每个学段的补齐方案最多算多久（默认 {SECONDS:g}）。",
                f"The longest a stage's repair may take (default {SECONDS:g}).",
            ),
        ),
        bureau(),
        form(("text", "json"), "text"),
        lang(),
    ],
    help=say(
        "按国家标准评一个县的义务教育均衡：各校各项、差异系数、结论、缺口和最省的补齐方案。",
        "Judge a county's balance: schools and items, coefficients of variation, verdict, what lacks, cheapest repair.",
    ),
    examples="""yaodian balance --rule 2017 --county 520325 --on 2020-09-01 --records out/records
        yaodian balance --rule 2012 --county 道真 --on 2020-09-01 --records out/records --out out""",
)
