"""通知查看: the newest notice of many subjects, and whether it was answered."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from yaodian.runtime.lifecycle import State
from yaodian.web.notices.models import Notice


def newest_notices(subjects: Iterable[str], until: date) -> dict[str, Notice]:
    """The last notice of each subject up to a day, in one query; those without any are left out."""
    rows = Notice.objects.filter(item__in=list(subjects), on__lte=until).order_by("on", "pk")
    return {notice.item_id: notice for notice in rows}


def is_unanswered(state: State, notice: Notice) -> bool:
    """Whether nothing was entered about the subject after the day of its notice."""
    return state.is_open and (state.last_at is None or state.last_at.date() <= notice.on)
