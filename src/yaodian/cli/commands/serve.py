"""yaodian serve: the site and the API on an address of this machine."""

from __future__ import annotations

import click

from yaodian.cli.database import in_web, shared
from yaodian.cli.given import demonstration_day
from yaodian.cli.language import say
from yaodian.cli.shape import Command

command = Command(
    "serve",
    callback=in_web("api", "served"),
    params=[
        click.Option(
            ["--host"], default="127.0.0.1", help=say("地址（默认只在本机）。", "Address (default this machine only).")
        ),
        click.Option(["--port"], type=click.IntRange(1, 65535), default=8000, help=say("端口。", "Port.")),
        click.Option(["--workers"], type=click.IntRange(1, 64), default=2, help=say("进程数。", "How many processes.")),
        demonstration_day(),
        *shared(),
    ],
    help=say("启动网站和接口，按 Ctrl-C 结束。", "Serve the site and the API; Ctrl-C ends it."),
    examples="yaodian serve --database out/work.sqlite3 --port 8000",
)
