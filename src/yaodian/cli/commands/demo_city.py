"""yaodian demo-city: an invented city as raw files, to try the registers and imports on."""

from __future__ import annotations

import gc
from pathlib import Path

import click

from yaodian.cli.given import lang, writing
from yaodian.cli.language import say
from yaodian.cli.shape import Command
from yaodian.workspace.city import write_city

LARGEST = 1.2


def run(folder: Path, scale: float, seed: int) -> int:
    gc.enable()
    with writing(folder):
        rows = write_city(folder, scale, seed)
    for register, count in rows.items():
        click.echo(f"{count:>10,}  {register}")
    total = sum(rows.values())
    click.echo(
        say(
            f"{folder}：{len(rows)} 个登记，{total:,} 行，全部为演示数据。",
            f"{folder}: {len(rows)} registers, {total:,} rows, all of them invented.",
        )
    )
    return 0


command = Command(
    "demo-city",
    callback=run,
    params=[
        click.Argument(["folder"], type=click.Path(path_type=Path), metavar=say("文件夹", "DIR")),
        click.Option(
            ["--scale"],
            type=click.FloatRange(0.002, LARGEST),
            default=0.01,
            metavar=say("规模", "SCALE"),
            help=say(
                "规模：1.0 是一个有 140 万学生的市；默认 0.01。", "Size: 1.0 has 1.4 million pupils; default 0.01."
            ),
        ),
        click.Option(
            ["--seed"],
            type=click.IntRange(0),
            default=7,
            metavar=say("种子", "SEED"),
            help=say("种子：相同的种子写出相同的文件；默认 7。", "The same seed writes the same files; default 7."),
        ),
        lang(),
    ],
    help=say(
        "写出一座虚构城市的原始文件和真相，用来试登记和导入；文件夹应是空的，或是以前写出的演示数据。",
        "Write an invented city as raw files, with what is true of it; the folder is empty or an earlier city.",
    ),
    examples="""yaodian demo-city out/city
        yaodian demo-city --scale 1.0 --seed 7 out/city""",
)
