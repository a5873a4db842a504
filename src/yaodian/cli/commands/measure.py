"""yaodian measure: the promises of the plans at work, measured by the registers."""

from __future__ import annotations

from yaodian.cli.database import in_web, shared
from yaodian.cli.given import day_judged, records
from yaodian.cli.language import say
from yaodian.cli.shape import Command

command = Command(
    "measure",
    callback=in_web("work", "measured"),
    params=[records(), day_judged(), *shared()],
    help=say(
        "用登记簿实测已下达要点的承诺，得出各项的灯；不用任何人填报。",
        "Measure the promises of published plans by the registers; nobody is asked for anything.",
    ),
    examples="yaodian measure --records out/records --on 2020-09-30 --database out/work.sqlite3",
)
