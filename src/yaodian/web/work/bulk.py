"""成批写入: many histories at once, each decided beforehand; the same rows come of it as of writing entry by entry."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from django.db import transaction

from yaodian.domain.entry import Entry
from yaodian.runtime.lifecycle import State
from yaodian.web.work.models import Item
from yaodian.web.work.writing import Opening, columns_of, concern, keep, new_items, units_of

AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class History:
    """What was done with a subject since it was last kept: its entries, the state they led to, and how it was opened."""

    entries: Sequence[Entry]
    state: State
    opening: Opening

    @property
    def is_new(self) -> bool:
        return self.entries[0].number == 1


def keep_histories(histories: Iterable[History]) -> tuple[int, int]:
    """Put histories into the database, some hundred in a transaction; (subjects, entries). A subject comes after the one
    it is a part of."""
    subjects = entries = 0
    ahead = iter(histories)
    while some := list(islice(ahead, AT_ONCE)):
        with transaction.atomic():
            _keep_some([history for history in some if history.entries])
        subjects += len(some)
        entries += sum(len(history.entries) for history in some)
    return subjects, entries


def _keep_some(histories: Sequence[History]) -> None:
    new = [row for h in histories if h.is_new for row in new_items([h.state], h.opening)]
    Item.objects.bulk_create(new, batch_size=AT_ONCE)
    old = {h.state.subject: h.state for h in histories if not h.is_new}
    held = list(Item.objects.select_for_update().filter(pk__in=old))
    columns: dict[str, Any] = {}
    for item in held:
        columns = columns_of(old[item.pk])
        for name, value in columns.items():
            setattr(item, name, value)
    if held:
        Item.objects.bulk_update(held, list(columns), batch_size=100)
    concern([(h.state.subject, {*units_of(h.state), *h.opening.concerns}) for h in histories])
    keep(sorted((entry for h in histories for entry in h.entries), key=lambda entry: (entry.at, entry.number)))
