"""yaodian ledger-in: a filled form of due items taken in."""

from __future__ import annotations

from yaodian.cli.database import acting_as, in_web, shared
from yaodian.cli.given import document
from yaodian.cli.language import say
from yaodian.cli.shape import Command

command = Command(
    "ledger-in",
    callback=in_web("documents", "ledger_in"),
    params=[document(), *acting_as(), *shared()],
    help=say(
        "收进填好的待办表：每行各算各的，没有收下的行写回一个错误清单（退出码 1）；同一份文件交两次只算一次。",
        "Take in a filled form of due items, row by row; rows not taken are written back with reasons (exit code 1).",
    ),
    examples="yaodian ledger-in out/待办表.xlsx --as zhao --unit 520325 --database out/work.sqlite3",
)
