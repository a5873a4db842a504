"""今天: the civil day at the bureau of an instant."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

HERE = ZoneInfo("Asia/Shanghai")


def day_of(at: datetime) -> date:
    """The day in Shanghai on which an instant lies."""
    return at.astimezone(HERE).date()
