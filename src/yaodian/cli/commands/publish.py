"""yaodian publish: a plan file put to work."""

from __future__ import annotations

from yaodian.cli.database import acting_as, in_web, shared
from yaodian.cli.given import document
from yaodian.cli.language import say
from yaodian.cli.shape import Command

command = Command(
    "publish",
    callback=in_web("work", "published"),
    params=[document(), *acting_as(), *shared()],
    help=say(
        "下达要点：每条举措立项并交办；再次下达时修订，不丢记录。",
        "Put a plan to work: each measure becomes an item; published again it is revised and loses no entry.",
    ),
    examples="yaodian publish out/2020.plan.yaml --as chen --unit bureau_office --database out/work.sqlite3",
)
