"""yaodian score: a plan's promises with what the records measure, where they are heading, and their lights."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import click

from yaodian.cli.given import (
    bureau,
    day_judged,
    document,
    form,
    lang,
    measuring_folder,
    out_folder,
    records,
    writing_to,
)
from yaodian.cli.language import language, say
from yaodian.cli.shape import Command
from yaodian.workspace.bureau import load_bureau
from yaodian.workspace.indicators import Indicators
from yaodian.workspace.plans import compile_document
from yaodian.workspace.publish.scoreboard_page import scoreboard_html
from yaodian.workspace.publish.scoreboard_rows import as_json, cells_of, counts_words
from yaodian.workspace.publish.scoreboard_workbook import write_scoreboard
from yaodian.workspace.records_loading import existing
from yaodian.workspace.score.reported import read_reported
from yaodian.workspace.score.scoreboard import Row, Scoreboard, scoreboard


def run(
    file: Path, records: Path, on: datetime | None, reported: Path | None, out: Path | None, note: str, bureau: str | None,
    form: str,
) -> int:  # fmt: skip
    home = load_bureau(measuring_folder(bureau))
    indicators = Indicators.of(measuring_folder(bureau))
    evaluation = indicators.evaluation(existing(records))
    told = read_reported(reported, evaluation.city, evaluation.indicators) if reported else {}
    today = on.date() if on else date.today()
    board = replace(scoreboard(compile_document(file, home), evaluation, today, home.calendar, told), note=note)
    if form == "json":
        click.echo(json.dumps(as_json(board, language()), ensure_ascii=False, indent=1))
    else:
        for row in board.rows:
            click.echo(_text(row, board.year))
        click.echo(f"{board.title}  {today}  {board.release}\n{counts_words(board.counts, language())}")
        if note:
            click.echo(note)
    if out:
        for path in _written(board, out, file.name.partition(".")[0]):
            click.echo(str(path), err=form == "json")
    return 0


def _text(row: Row, year: int) -> str:
    light, address, words, indicator, _, _, due, measured, reported, expected, chance, why, _ = cells_of(
        row, year, language()
    )
    numbers = [measured and say("实测 ", "measured ") + measured, reported and say("自报 ", "reported ") + reported]
    numbers += [expected and say("预计 ", "expected ") + expected, chance and say("把握 ", "chance ") + chance]
    line = "  ".join([f"{light}  {address}  {words}", indicator, due, *(n for n in numbers if n)])
    return f"{line}\n      {why}"


def _written(board: Scoreboard, out: Path, stem: str) -> list[Path]:
    with writing_to(out):
        workbook, page = out / f"{stem}-记分表.xlsx", out / f"{stem}-记分表.html"
        write_scoreboard(workbook, board, language())
        page.write_text(scoreboard_html(board, language()), encoding="utf-8")
    return [workbook, page]


command = Command(
    "score",
    callback=run,
    params=[
        document(),
        records(),
        day_judged(),
        click.Option(
            ["--reported"],
            type=click.Path(path_type=Path),
            metavar=say("文件", "FILE"),
            help=say(
                "自报的数：csv，列为 promise, indicator, as_of, value。",
                "Reported values: a csv with promise, indicator, as_of, value.",
            ),
        ),
        out_folder("另写成工作簿和网页。", "Also write a workbook and a page there."),
        click.Option(
            ["--note"],
            default="",
            metavar=say("文字", "TEXT"),
            help=say("在记分表上加一句说明。", "A sentence to print on the scoreboard."),
        ),
        bureau(),
        form(("text", "json"), "text"),
        lang(),
    ],
    help=say(
        "给要点的每项承诺记分：实测值、走势、灯和理由。",
        "Score each promise of a plan: measured value, trajectory, light, why.",
    ),
    examples="""yaodian score 2020年工作要点.docx --records out/records --on 2020-09-30
        yaodian score out/2020.plan.yaml --records out/records --on 2020-12-31 --out out --reported 自报.csv""",
)
