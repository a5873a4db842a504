"""归入要点: cases of those left out stand below the item of the plan in force that promises that nobody is."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from yaodian.runtime.lifecycle import Phase
from yaodian.web.assurance.models import LeftOut
from yaodian.web.audit.recording import record
from yaodian.web.installation import supervision
from yaodian.web.plans.reading import current_edition
from yaodian.web.work.models import Item
from yaodian.web.work.writing import concern
from yaodian.workspace.assuring import Told
from yaodian.workspace.promises import compiled_edition, item_promising


def place(programme: Told, actor: str, at: datetime) -> int:
    """Put the open cases of a programme that stand below nothing yet below the part that their county has of the item, below
    the item where it was not split; how many. 0 where no plan was published that promises it."""
    whole = _promising(programme.promised_by) if programme.promised_by else None
    if whole is None:
        return 0
    parts = {part.owner: part for part in whole.below.filter(is_case=False)}
    with transaction.atomic():
        free = LeftOut.objects.filter(programme=programme.id, item__parent=None)
        cases = list(free.exclude(item__phase=Phase.CLOSED.value).values_list("item_id", "item__owner"))
        concern((case, [whole.owner]) for case, _ in cases)
        for county in {owner for _, owner in cases}:
            above, own = parts.get(county, whole), free.filter(item__owner=county)
            placed = Item.objects.filter(left_out__in=own).exclude(phase=Phase.CLOSED.value)
            placed.update(parent=above, plan=above.plan, address=above.address)
        if cases:
            record(
                actor=actor, act="place_cases", subject=whole.subject, at=at, programme=programme.id, count=len(cases)
            )
    return len(cases)


def _promising(indicator: str) -> Item | None:
    """The item of the newest plan with a promise that the indicator measures."""
    edition = current_edition()
    if edition is None:
        return None
    subject = item_promising(compiled_edition(edition.plan_file, supervision().folder), indicator)
    return Item.objects.with_plan().filter(pk=subject).first() if subject else None
