"""通知查看: the newest notice of many subjects, whether it was answered, and what is to be supervised in writing."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from yaodian.runtime.lifecycle import State
from yaodian.runtime.reminders import Rung
from yaodian.web.accounts.models import Account
from yaodian.web.audit.models import AuditRow
from yaodian.web.clock import day_of
from yaodian.web.notices.models import Notice
from yaodian.web.work.models import Item
from yaodian.web.work.reading import items_of
from yaodian.web.work.writing import current


def newest_notices(subjects: Iterable[str], until: date) -> dict[str, Notice]:
    """The last notice of each subject that asks for an answer, up to a day, in one query; those without any are left out."""
    rows = (
        Notice.objects.filter(item__in=list(subjects), on__lte=until)
        .exclude(rung=Rung.INFORM.value)
        .order_by("on", "pk")
    )
    return {notice.item_id: notice for notice in rows}


def is_unanswered(state: State, notice: Notice) -> bool:
    """Whether nothing was entered about the subject after the day of its notice."""
    return state.is_open and (state.last_at is None or state.last_at.date() <= notice.on)


def awaiting_supervision(account: Account, on: date) -> list[Item]:
    """The open subjects whose newest notice is a supervision notice that is neither answered nor written yet."""
    items = items_of(account, on, is_open=True, notices__rung=Rung.SUPERVISE.value).distinct()
    held = {item.subject: item for item in items.with_plan()}
    newest = newest_notices(held, on)
    due = [
        one for one in newest.values() if one.rung == Rung.SUPERVISE and is_unanswered(current(held[one.item_id]), one)
    ]
    written = AuditRow.objects.filter(act="supervision_notice", subject__in=[one.item_id for one in due])
    days = {row.subject: day_of(row.at) for row in written.order_by("at")}
    return [held[one.item_id] for one in due if days.get(one.item_id, date.min) < one.on]
