"""到点: everything that is due by an instant is done: notices recorded, deliveries tried, rows sealed, yesterday closed.

It may be killed anywhere and run again, by several at once: a notice is recorded once by its key, and a delivery that was
made but not noted is made again under the same key.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import Q

from yaodian.runtime.lifecycle import Phase
from yaodian.runtime.reminders import Reminder, Sent, all_reminders
from yaodian.runtime.rules import Ladder
from yaodian.web.accounts.sessions import SessionStore
from yaodian.web.audit.chain import close_day, seal
from yaodian.web.clock import day_of
from yaodian.web.installation import supervision
from yaodian.web.notices.models import Channel, Delivery, Notice
from yaodian.web.notices.sending import send
from yaodian.web.work.evidence import sweep
from yaodian.web.work.models import Item
from yaodian.web.work.writing import current

AT_ONCE = 500
FIRST_PAUSE, LONGEST_PAUSE = timedelta(minutes=1), timedelta(hours=6)
DAYS_OF_A_WORKING_DAY = 3  # a working day is followed by the next within so many days on the average, holidays included


@dataclass(frozen=True, slots=True)
class Ticked:
    """What was done: notices recorded, deliveries made, deliveries that failed and wait, audit rows sealed."""

    recorded: int
    delivered: int
    failed: int
    sealed: int


def tick(at: datetime) -> Ticked:
    """Do all that is due by an instant."""
    today = day_of(at)
    recorded = sum(keep_notices(reminders, at) for reminders in _due(today))
    delivered, failed = deliver(at)
    sealed = seal()
    if close_day(today - timedelta(days=1)) is not None:
        sweep(at)
        SessionStore.clear_expired()
    return Ticked(recorded, delivered, failed, sealed)


def _due(today: date) -> Iterator[list[Reminder]]:
    """The notices due today, some hundred subjects at a time."""
    ladder, calendar = supervision().ladder(today), supervision().calendar
    last = ""
    while items := list(_candidates(today, ladder).filter(subject__gt=last).order_by("subject")[:AT_ONCE]):
        last = items[-1].subject
        rows = Notice.objects.filter(item__in=items).values_list("key", "on")
        yield all_reminders([current(i) for i in items], [Sent(*row) for row in rows], today, ladder, calendar)


def _candidates(today: date, ladder: Ladder):  # type: ignore[no-untyped-def]
    """The open subjects that a notice could be due for."""
    soon = today + timedelta(days=ladder.work_remind_days * DAYS_OF_A_WORKING_DAY)
    waiting = Q(phase=Phase.ASSIGNED.value) | Q(due__lte=soon)
    return Item.objects.exclude(phase__in=(Phase.CLOSED.value, Phase.OPENED.value)).exclude(owner="").filter(waiting)


def keep_notices(reminders: Sequence[Reminder], at: datetime) -> int:
    """Record notices that are not there yet, each with its deliveries; how many."""
    with transaction.atomic():
        held = set(Notice.objects.filter(key__in=[r.key for r in reminders]).values_list("key", flat=True))
        new = [r for r in reminders if r.key not in held]
        Notice.objects.bulk_create([_notice(reminder, at) for reminder in new], ignore_conflicts=True)
        made = Notice.objects.filter(key__in=[reminder.key for reminder in new])
        channels: dict[str, list[Channel]] = {}
        for channel in Channel.objects.filter(is_active=True, unit__in={notice.unit for notice in made}):
            channels.setdefault(channel.unit, []).append(channel)
        Delivery.objects.bulk_create(
            [Delivery(notice=notice, channel=c, next_at=at) for notice in made for c in channels.get(notice.unit, ())],
            ignore_conflicts=True,
        )
    return len(new)


def _notice(reminder: Reminder, at: datetime) -> Notice:
    return Notice(
        key=reminder.key, item_id=reminder.subject, rung=reminder.rung.value, unit=reminder.unit, on=reminder.on,
        zh=f"【{reminder.rung.words.zh}】{reminder.words.zh}", en=f"[{reminder.rung.words.en}] {reminder.words.en}", at=at,
    )  # fmt: skip


def deliver(at: datetime) -> tuple[int, int]:
    """Try every delivery whose time has come; how many were taken, and how many wait for another try. A message is handed
    over outside any transaction, so that a slow receiver keeps nobody from writing."""
    delivered = failed = 0
    due = Delivery.objects.filter(delivered_at=None, next_at__lte=at).select_related("notice", "channel").order_by("pk")
    for delivery in list(due):
        claimed = Delivery.objects.filter(pk=delivery.pk, delivered_at=None, next_at=delivery.next_at)
        pause = min(FIRST_PAUSE * 2**delivery.tries, LONGEST_PAUSE)
        if not claimed.update(next_at=at + pause, tries=delivery.tries + 1):
            continue
        fault = send(delivery)
        delivered, failed = delivered + (not fault), failed + bool(fault)
        told = {"fault": fault} if fault else {"fault": "", "delivered_at": at}
        Delivery.objects.filter(pk=delivery.pk).update(**told)
    return delivered, failed
