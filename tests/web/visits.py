"""An invented inspection that is ready to be drawn, and visited by another unit."""

from __future__ import annotations

from tests.web.bureau import BASIC, NOW, SAFETY, Bureau, kept
from yaodian.domain.entry import Act
from yaodian.web.work.drawing import draw
from yaodian.web.work.models import Item

SEED = "20200601"
ITEMS = ("gate", "fire", "canteen", "timetable", "homework", "charges")


def planned(bureau: Bureau, subject: str = "whole") -> Item:
    """An inspection of all schools whose plan is there; its sample is drawn next."""
    item = bureau.item(subject, kind="inspection", title="春季督导", promised={})
    bureau.done(BASIC, item, Act.ACCEPT)
    bureau.done(
        BASIC, item, Act.ATTACH, step="planned", evidence="official_document", sha256=kept("a" * 64), name="x.pdf"
    )
    return bureau.done(BASIC, item, Act.STEP, step="planned")


def drawn(bureau: Bureau, seed: str = SEED, key: str = "draw") -> Item:
    """The visit of the one school that the seed draws, to be made by SAFETY."""
    whole = planned(bureau)
    draw(
        account=bureau.accounts[BASIC], unit=BASIC, subject=whole.pk, seed=seed, visitor=SAFETY, expected=whole.version,
        key=key, at=NOW,
    )  # fmt: skip
    return Item.objects.get(parent="whole")
