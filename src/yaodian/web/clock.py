"""今天: what time it is at the bureau, and the civil day there of an instant."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils import timezone

HERE = ZoneInfo("Asia/Shanghai")


def day_of(at: datetime) -> date:
    """The day in Shanghai on which an instant lies."""
    return at.astimezone(HERE).date()


def now() -> datetime:
    """This instant (UTC); of a demonstration, which shows a simulated year, as long after its own morning as has passed
    since it was started."""
    return timezone.now() + settings.CLOCK_SHIFT


def today() -> date:
    """The day at the bureau."""
    return day_of(now())
