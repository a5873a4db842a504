"""人工提醒: the office reminds owners of subjects that it chose, beside what falls due by itself."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from yaodian.domain.finding import Words
from yaodian.runtime.reminders import Reminder, Rung
from yaodian.web.accounts.models import Account
from yaodian.web.accounts.policy import Doing, must, standing
from yaodian.web.audit.recording import record
from yaodian.web.clock import day_of
from yaodian.web.notices.ticking import keep_notices
from yaodian.web.work.reading import items_of

BY_HAND = "office"


def remind(*, by: Account, why: Mapping[str, Words], at: datetime) -> int:
    """Remind the owners of open subjects, each with its reason; how many notices are new. A subject is reminded of once a
    day however often it is asked for; one that is closed, has no owner or lies out of sight is left out."""
    today = day_of(at)
    must(standing(by, today), Doing.REMIND)
    items = items_of(by, today, is_open=True, pk__in=list(why)).exclude(owner="")
    reminders = [
        Reminder(item.subject, f"{BY_HAND}:{today}", Rung.REMIND, item.owner, today, why[item.subject])
        for item in items
    ]
    with transaction.atomic():
        new = keep_notices(reminders, at)
        if new:
            record(actor=by.login, act="remind", subject=f"notices:{today}", at=at, keys=[one.key for one in reminders])
    return new
