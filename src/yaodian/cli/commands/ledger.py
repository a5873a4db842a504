"""yaodian ledger: a unit's ledger, and the form in which it fills in what no register measures."""

from __future__ import annotations

from yaodian.cli.database import acting_as, shared, writing_in_web
from yaodian.cli.given import out_folder, records
from yaodian.cli.language import say
from yaodian.cli.shape import Command

command = Command(
    "ledger",
    callback=writing_in_web("documents", "ledger"),
    params=[
        *acting_as(),
        out_folder("写到哪个文件夹。", "The folder to write to.", required=True),
        records(required=False),
        *shared(),
    ],
    help=say(
        "写出一个单位的台账（每种工作一张表）和待办表（灰格是给出的，白格要填）。",
        "Write a unit's ledger (a sheet for each kind of work) and its form of due items (white cells to fill in).",
    ),
    examples="yaodian ledger --as zhao --unit 520325 --out out --database out/work.sqlite3",
)
