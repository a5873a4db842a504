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
        "把办理中登记的事项（命名、印发、销号等）入册，再用登记簿实测各项承诺，得出灯；不用任何人填报。",
        "Give the registers what steps recorded (titles named, documents issued), then measure each promise by them.",
    ),
    examples="yaodian measure --records out/records --on 2020-09-30 --database out/work.sqlite3",
)
