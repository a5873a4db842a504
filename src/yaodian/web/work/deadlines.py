"""时限日历: subjects on their deadlines as a calendar that others subscribe to."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

import icalendar

from yaodian.web.work.models import Item


def calendar_of(name: str, items: Iterable[Item]) -> bytes:
    """One day-long event for each item that has a deadline."""
    told = icalendar.Calendar()
    told.add("prodid", "-//Yaodian//zh")
    told.add("version", "2.0")
    told.add("x-wr-calname", name)
    for item in items:
        told.add_component(_event(item))
    text: bytes = told.to_ical()
    return text


def _event(item: Item) -> icalendar.Event:
    event = icalendar.Event()
    event.add("uid", f"{item.subject}@yaodian")
    event.add("dtstamp", datetime.fromisoformat(item.state["last_at"]))
    event.add("dtstart", item.due)
    event.add("summary", f"{item.address} {item.title}".strip())
    return event
