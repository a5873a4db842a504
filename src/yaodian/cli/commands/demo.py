"""yaodian demo: an invented city with months of work at a plan, served: everything that a newcomer wants to see."""

from __future__ import annotations

import gc
import multiprocessing
import os
import secrets
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import click

from yaodian.cli.database import in_web
from yaodian.cli.given import lang, writing_to
from yaodian.cli.language import say
from yaodian.cli.shape import Command
from yaodian.workspace.bureau import load_bureau, shipped_folder
from yaodian.workspace.demonstration import MONTHS, SEED, TODAY, fill_records, with_agreed_numbers
from yaodian.workspace.planfile.identity import with_ids
from yaodian.workspace.planfile.writing import save_plan
from yaodian.workspace.plans import open_document

KEY_FILE = "YAODIAN_KEY_FILE"


def run(out: Path, plan: Path | None, port: int, serve: bool | None) -> int:
    gc.enable()
    database, records, password = out / "demo.sqlite3", out / "records", secrets.token_urlsafe(6)
    os.environ.setdefault(KEY_FILE, str(out / "key.json"))
    os.environ["YAODIAN_RECORDS"] = str(records)
    began = time.monotonic()
    with writing_to(out):
        if not (out / "filled").is_file():
            _fill(out, plan or shipped_folder() / "plans" / "2020.txt", database, records)
            (out / "filled").touch()
    in_web("simulation", "handed_out")(database=str(database), bureau=None, password=password, records=records)
    took = time.monotonic() - began
    click.echo(say(f"用时 {took:.0f} 秒。", f"It took {took:.0f} seconds."))
    if not (sys.stdout.isatty() if serve is None else serve):
        return 0
    return in_web("api", "served")(
        database=str(database), bureau=None, host="127.0.0.1", port=port, workers=2,
        today=datetime.combine(TODAY, datetime.min.time()),
    )  # fmt: skip


def _fill(out: Path, document: Path, database: Path, records: Path) -> None:
    """The city and its registers in this process, the months of work in another; then what the registers say of them."""
    plan = out / "plan.yaml"
    database.unlink(missing_ok=True)
    with _told(say("编译要点", "compile the plan")):
        bureau = load_bureau()
        save_plan(with_agreed_numbers(with_ids(open_document(document, bureau)), bureau), plan)
    working = multiprocessing.get_context("spawn").Process(target=_simulate, args=(str(plan), str(database)))
    working.start()
    with _told(say("造一座虚构的城市，装进登记库", "invent a city and load its registers")):
        fill_records(out / "city", records)
    with _told(say(f"各单位办理 {MONTHS} 个月", f"{MONTHS} months of work")):
        working.join()
    if working.exitcode:
        raise click.ClickException(say("模拟没有完成。", "The simulation did not end well."))
    with _told(say("实测承诺，亮灯，发提醒", "measure promises, light lights, send reminders")):
        in_web("simulation", "looked_at")(database=str(database), bureau=None, records=records)


def _simulate(plan: str, database: str) -> None:
    in_web("simulation", "simulated")(
        database=database, bureau=None, file=Path(plan), months=MONTHS, seed=SEED, cases=2, no_files=False
    )


@contextmanager
def _told(what: str) -> Iterator[None]:
    began = time.monotonic()
    yield
    click.echo(f"{what}  {time.monotonic() - began:.0f} s")


command = Command(
    "demo",
    callback=run,
    params=[
        click.Option(
            ["--out"],
            type=click.Path(path_type=Path),
            default=Path("out"),
            metavar=say("文件夹", "DIR"),
            help=say("放在哪里；已有的接着用，删掉就重来。", "Where it is kept; one that is there is used again."),
        ),
        click.Option(
            ["--plan"],
            type=click.Path(path_type=Path, exists=True, dir_okay=False),
            metavar=say("文件", "FILE"),
            help=say(
                "用自己的要点（默认随带的遵义市2020年要点）。", "A plan of one's own (default: the one that ships)."
            ),
        ),
        click.Option(["--port"], type=click.IntRange(1, 65535), default=8000, help=say("端口。", "Port.")),
        click.Option(
            ["--serve/--no-serve"],
            default=None,
            help=say("启动网站（默认在终端里启动）。", "Serve the site (default: where this is a terminal)."),
        ),
        lang(),
    ],
    help=say(
        "一条命令看到全貌：虚构的城市、登记库、办了半年的要点、网站和演示账号；不联网。",
        "Everything in one command: an invented city, its registers, half a year of work, the site; offline.",
    ),
    examples="""yaodian demo
        yaodian demo --out out/demo --no-serve""",
)
