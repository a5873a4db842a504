"""yaodian simulate: months of invented work at a plan, to look at and to test with."""

from __future__ import annotations

import click

from yaodian.cli.database import in_web, shared
from yaodian.cli.given import document
from yaodian.cli.language import say
from yaodian.cli.shape import Command

command = Command(
    "simulate",
    callback=in_web("simulation", "simulated"),
    params=[
        document(),
        click.Option(
            ["--months"],
            type=click.IntRange(1, 36),
            default=9,
            help=say("几个月（默认9）。", "How many months (default 9)."),
        ),
        click.Option(["--seed"], type=int, default=7, help=say("随机种子（默认7）。", "The seed (default 7).")),
        click.Option(
            ["--cases"],
            type=click.IntRange(0, 2000),
            default=2,
            help=say("每个分解事项几个个案（默认2）。", "Cases of each part (default 2)."),
        ),
        click.Option(
            ["--no-files"],
            is_flag=True,
            help=say("只记佐证的编号，不存文件。", "Name evidence, but keep no files of it."),
        ),
        *shared(),
    ],
    help=say(
        "在一个新数据库里模拟各单位办理要点：签收、分解、填报、拖延、退回、核验、销号。",
        "Simulate in a new database how offices work at a plan: accept, split, report, fall behind, be sent back, close.",
    ),
    examples="yaodian simulate out/2020.plan.yaml --months 9 --seed 3 --database out/simulated.sqlite3",
)
