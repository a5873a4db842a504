"""yaodian assure: every programme reconciled, and the cases of those left out carried on."""

from __future__ import annotations

from yaodian.cli.database import in_web, shared
from yaodian.cli.given import day_judged, records
from yaodian.cli.language import say
from yaodian.cli.shape import Command

command = Command(
    "assure",
    callback=in_web("assurance", "assured"),
    params=[records(), day_judged(), *shared()],
    help=say(
        "把人工辨认的结果交给关联，重新关联各名册，逐项比对应保障和已保障；没有保障到的每人立一件个案，登记显示已落实的推进，又没有的退回或重新打开。",
        "Hand what people said to linkage, link the lists, reconcile every programme; each person left out becomes a case, which "
        "what the registers show carries on, sends back or opens again.",
    ),
    examples="yaodian assure --records out/records --on 2020-09-30 --database out/work.sqlite3",
)
