"""告知: who has to look at what was handed in is told, once for each receipt."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from yaodian.domain.finding import Words
from yaodian.runtime.reminders import Reminder, Rung
from yaodian.web.accounts.units import organisation
from yaodian.web.clock import day_of
from yaodian.web.notices.models import Notice
from yaodian.web.notices.ticking import keep_notices
from yaodian.web.work.models import Item

NEW_FOR = timedelta(days=7)


def inform_reviewers(*, unit: str, receipt: str, subjects: Iterable[str], at: datetime) -> int:
    """Tell each unit whose measures the subjects are parts of that a unit reported on them; how many notices are new."""
    today, parts = day_of(at), dict[str, list[Item]]()
    reported = Item.objects.filter(pk__in=list(subjects)).exclude(parent=None).select_related("parent")
    for part in reported.order_by("subject"):
        if part.parent.owner not in ("", unit):
            parts.setdefault(part.parent.owner, []).append(part.parent)
    known = organisation().with_code(unit, today)
    name = known.name if known else unit
    told = [
        Reminder(
            above[0].subject, f"hand_in:{receipt}", Rung.INFORM, owner, today,
            Words(
                f"{name}交来 {len(above)} 项的数，回执 {receipt}，请核对",
                f"{name} reported on {len(above)} items, receipt {receipt}: please check",
            ),
        )
        for owner, above in parts.items()
    ]  # fmt: skip
    return keep_notices(told, at)


def informed_lately(units: Iterable[str], on: date) -> list[Notice]:
    """What units were told of within the week, the newest first."""
    since = on - NEW_FOR
    found = Notice.objects.filter(unit__in=list(units), rung=Rung.INFORM.value, on__gt=since, on__lte=on)
    return list(found.order_by("-on", "-pk")[:25])
