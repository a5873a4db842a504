"""yaodian tick: all that is due is done; run it every minute."""

from __future__ import annotations

import click

from yaodian.cli.database import in_web, shared
from yaodian.cli.language import say
from yaodian.cli.shape import Command

command = Command(
    "tick",
    callback=in_web("notices", "ticked"),
    params=[
        click.Option(
            ["--at"],
            type=click.DateTime(["%Y-%m-%dT%H:%M", "%Y-%m-%d"]),
            metavar=say("时刻", "INSTANT"),
            help=say("按哪个时刻算（默认现在）。", "By which instant (default now)."),
        ),
        *shared(),
    ],
    help=say(
        "办理到点的事：提醒、催办、督办，发送通知，封存审计，办理后台任务。",
        "Do what is due: reminders and escalation, messages, sealing, tasks that wait.",
    ),
    examples="yaodian tick --database out/work.sqlite3",
)
