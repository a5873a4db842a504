"""yaodian migrate: the tables of the work database brought up to date."""

from __future__ import annotations

from yaodian.cli.database import in_web, shared
from yaodian.cli.language import say
from yaodian.cli.shape import Command

command = Command(
    "migrate",
    callback=in_web("accounts", "migrate", on_any_database=True),
    params=shared(),
    help=say("建立或升级工作数据库。", "Create the work database or bring it up to date."),
    examples="yaodian migrate --database out/work.sqlite3",
)
