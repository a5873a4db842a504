"""yaodian load: a file of an office into a register: checked, faults by root cause, committed all or nothing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import click

from yaodian.cli.given import lang
from yaodian.cli.language import language, say
from yaodian.cli.shape import Command
from yaodian.domain.finding import Refusal, Severity, Words
from yaodian.warehouse.load.error_workbook import error_workbook
from yaodian.warehouse.load.faults import Root
from yaodian.warehouse.load.loading import Loaded, Terms
from yaodian.warehouse.load.roots import roots
from yaodian.workspace.records import register_named
from yaodian.workspace.records_loading import Upload, load, warehouse_at

SHOWN = 20


def run(
    register: str, file: Path, records: Path, on: datetime, scope: Sequence[str], accept_valid: bool, expected: bool,
    dry_run: bool, errors: Path | None,
) -> int:  # fmt: skip
    upload = Upload(register_named(register), file, on.date(), _scope(scope))
    loaded = load(warehouse_at(records), upload, Terms(accept_valid, expected, dry_run))
    found = roots(loaded.checked)
    for root in found[:SHOWN]:
        click.echo(_line(root))
    if len(found) > SHOWN:
        click.echo(say(f"……另有 {len(found) - SHOWN} 种差错", f"… and {len(found) - SHOWN} more causes"))
    if errors and loaded.quarantined:
        errors.write_bytes(error_workbook(loaded.checked))
    click.echo(_outcome(loaded, dry_run))
    return int(loaded.batch is None)


def _scope(given: Sequence[str]) -> dict[str, list[str]]:
    scope: dict[str, list[str]] = {}
    for one in given:
        column, equals, value = one.partition("=")
        if not (column and equals and value):
            raise Refusal(Words(f"范围“{one}”要写成 列=值", f"the scope “{one}” must be written column=value"))
        scope.setdefault(column, []).append(value)
    return scope


def _line(root: Root) -> str:
    mark = say("错误", "error") if root.severity is Severity.ERROR else say("提醒", "warning")
    cells = "、".join(fault.cell for fault in root.first[:3] if fault.cell)
    where = f"  [{cells}]" if cells else ""
    return f"{mark}  {root.words.lang(language())}{where}\n      {root.hint.lang(language())}"


def _outcome(loaded: Loaded, dry_run: bool) -> str:
    rows, wrong = loaded.checked.total, loaded.quarantined
    if loaded.counts is None:
        return say(
            f"{rows:,} 行，{wrong:,} 行有错：一行也没有装入；修好再装，或用 --accept-valid 先装无错的行。",
            f"{rows:,} rows, {wrong:,} of them wrong: none was loaded; repair, or use --accept-valid.",
        )
    new, changed, ended = loaded.counts.new, loaded.counts.changed, loaded.counts.ended
    would = say("试装（未写入）：", "dry run: ") if dry_run else ""
    return would + say(
        f"{rows:,} 行：新增 {new:,}，变更 {changed:,}，终止 {ended:,}，留置 {wrong:,}。",
        f"{rows:,} rows: {new:,} new, {changed:,} changed, {ended:,} ended, {wrong:,} kept back.",
    )


command = Command(
    "load",
    callback=run,
    params=[
        click.Argument(["register"], metavar=say("登记簿", "REGISTER")),
        click.Argument(["file"], type=click.Path(path_type=Path), metavar=say("文件", "FILE")),
        click.Option(
            ["--records"],
            type=click.Path(path_type=Path),
            required=True,
            metavar=say("文件夹", "DIR"),
            help=say("数仓的文件夹；没有就新建。", "The warehouse's folder; made where there is none."),
        ),
        click.Option(
            ["--on"],
            type=click.DateTime(["%Y-%m-%d"]),
            required=True,
            metavar=say("日期", "DAY"),
            help=say("文件所述的日期，如 2019-09-01。", "The day the file speaks of, 2019-09-01."),
        ),
        click.Option(
            ["--scope"],
            multiple=True,
            metavar=say("列=值", "COLUMN=VALUE"),
            help=say(
                "整册报送的范围，可写多次；不写时取文件里出现的值。",
                "What a snapshot is complete for, repeatable; the values in the file where it is not given.",
            ),
        ),
        click.Option(
            ["--accept-valid"],
            is_flag=True,
            help=say("先装无错的行，有错的留置。", "Load the rows without errors, keep the others back."),
        ),
        click.Option(
            ["--expected"],
            is_flag=True,
            help=say("整册报送终止很多行是预料之中的。", "That a snapshot ends many rows is expected."),
        ),
        click.Option(["--dry-run"], is_flag=True, help=say("只校验，不写入。", "Check only, write nothing.")),
        click.Option(
            ["--errors"],
            type=click.Path(path_type=Path),
            metavar=say("文件", "FILE"),
            help=say(
                "把有错的行写成工作簿，含明文，用完即删。",
                "Write the wrong rows as a workbook; it shows values in clear, delete it after use.",
            ),
        ),
        lang(),
    ],
    help=say(
        "把一个文件装入登记簿：校验、按根因列出差错、整体生效；密钥文件由 YAODIAN_KEY_FILE 指明。",
        "Load a file into a register: checked, faults by root cause, all or nothing; YAODIAN_KEY_FILE names the keys.",
    ),
    examples="""yaodian load schools 学校目录.csv --records out/records --on 2019-09-01
        yaodian load 学籍 学籍.xlsx --records out/records --on 2019-09-01 --dry-run --errors 错误清单.xlsx""",
)
