"""日历: one all-day event for each unit, milestone and due day, with ids that stay when the plan is edited elsewhere."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from yaodian.declare.catalogue import Catalogue
from yaodian.declare.kind import Actor
from yaodian.domain.plan import Role
from yaodian.domain.program import Program, WorkItem
from yaodian.workspace.publish.wording import day, kind_label, one_line


@dataclass(frozen=True, slots=True)
class Appointment:
    """One day that one unit has to keep (`unit` is empty where the plan names nobody)."""

    on: date
    step: str
    label: str
    unit: str
    item: WorkItem

    @property
    def uid(self) -> str:
        """Stable: the item's id, the step and the unit."""
        unit = hashlib.sha256(self.unit.encode()).hexdigest()[:8]
        item = self.item.id if self.item.id.isascii() else hashlib.sha256(self.item.id.encode()).hexdigest()[:12]
        return f"{item}.{self.step}.{unit}@yaodian"


def plan_as_icalendar(
    program: Program, catalogue: Catalogue, unit: str | None = None, stamp: datetime | None = None, lang: str = "zh"
) -> str:
    """The feed of all units, or of one. `stamp` is when it was made; by default the first moment of the plan's year."""
    from icalendar import Calendar  # noqa: PLC0415 - slow library, only when exporting

    stamp = stamp or datetime(program.year or 2000, 1, 1, tzinfo=UTC)
    feed = Calendar()
    feed.add("prodid", "-//Yaodian//work plan//ZH")
    feed.add("version", "2.0")
    feed.add("calscale", "GREGORIAN")
    feed.add("x-wr-calname", one_line(" ".join(filter(None, (program.title, unit)))))
    for appointment in appointments(program, unit, lang):
        feed.add_component(_event(appointment, program, catalogue, stamp, lang))
    text: str = feed.to_ical().decode("utf-8")
    return text


def appointments(program: Program, unit: str | None = None, lang: str = "zh") -> Iterator[Appointment]:
    """Every day to keep, in the order of the days; a step that falls on the due day is that day's event."""
    found = [a for item in program.items for a in _of_item(item, lang) if unit is None or a.unit == unit]
    yield from sorted(found, key=lambda a: (a.on, a.item.address, a.step, a.unit))


def _of_item(item: WorkItem, lang: str) -> Iterator[Appointment]:
    for milestone in item.milestones:
        if milestone.due and milestone.due != item.due:
            for unit in _units(item, milestone.by):
                yield Appointment(milestone.due, milestone.step, milestone.label, unit, item)
    if item.due:
        for unit in dict.fromkeys(duty.unit for duty in item.duties) or ("",):
            yield Appointment(item.due, "due", "到期" if lang == "zh" else "due", unit, item)


def _units(item: WorkItem, by: str) -> list[str]:
    """Who keeps a step's day: support units for theirs, else the lead, else every unit that answers for the item."""

    def named(*roles: Role) -> list[str]:
        return list(dict.fromkeys(duty.unit for duty in item.duties if duty.role in roles))

    support = named(Role.SUPPORT) if by == Actor.SUPPORT else []
    return support or named(Role.LEAD) or named(Role.RESPONSIBLE) or named(Role.SUPPORT) or [""]


def _event(appointment: Appointment, program: Program, catalogue: Catalogue, stamp: datetime, lang: str) -> Any:
    from icalendar import Event  # noqa: PLC0415 - slow library, only when exporting

    item, event = appointment.item, Event()
    event.add("uid", appointment.uid)
    event.add("dtstamp", stamp)
    event.add("dtstart", appointment.on)
    event.add("dtend", appointment.on + timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    event.add("summary", one_line(f"{item.title} {appointment.label}"))
    event.add("categories", [one_line(c) for c in (appointment.unit, kind_label(catalogue, item.kind, lang)) if c])
    event.add("description", _description(appointment, program, lang))
    return event


def _description(appointment: Appointment, program: Program, lang: str) -> str:
    item = appointment.item
    lines = [one_line(f"{item.address} {item.text}")]
    if item.due:
        assumed = (
            (" (not stated, the year's end)" if lang == "en" else "（未写明，按年底计）") if item.due_assumed else ""
        )
        lines.append(("Due " if lang == "en" else "时限：") + day(item.due, program.year, lang) + assumed)
    if appointment.unit:
        lines.append(("Unit: " if lang == "en" else "单位：") + one_line(appointment.unit))
    return "\n".join(lines)
