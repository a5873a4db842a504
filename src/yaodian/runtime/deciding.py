"""决定: what a command makes of a state: new entries, or a refusal that says why and how to repair it. Pure."""

from __future__ import annotations

from datetime import date

from yaodian.domain.entry import Act, Entry, Seat
from yaodian.domain.finding import Words
from yaodian.runtime.asking import asked_fault
from yaodian.runtime.command import Command, Decision, Refused, Setting, steps_of
from yaodian.runtime.data_of_acts import data_fault
from yaodian.runtime.lifecycle import Phase, State
from yaodian.runtime.permitting import fault_of
from yaodian.runtime.steps import step_called


def decide(state: State | None, command: Command, today: date, setting: Setting) -> Decision:
    """The entries that the command adds, or why it adds none; the state is as its last entry left it (None: not opened)."""
    malformed = data_fault(command.act, command.data)
    if malformed:
        return Refused(malformed)
    if state is None or command.act is Act.OPEN:
        return _opening(state, command, today, setting)
    fault = fault_of(state, command, today, setting) or asked_fault(state, command, today, setting)
    if fault:
        return Refused(fault)
    return _entries(state, command, today, setting)


def _opening(state: State | None, command: Command, today: date, setting: Setting) -> Decision:
    if state is not None:
        return Refused(Words(f"{command.subject}已经立项", f"{command.subject} is open already"))
    if command.act is not Act.OPEN:
        return Refused(Words(f"{command.subject}还没有立项", f"{command.subject} is not opened yet: open it first"))
    kind = setting.kinds.get(command.data.get("kind", ""))
    if kind is None:
        return Refused(
            Words(f"没有工作种类“{command.data.get('kind')}”", f"no kind of work {command.data.get('kind')!r}")
        )
    if not command.data.get("is_case") and command.by.seat not in (Seat.OFFICE, Seat.ENGINE):
        return Refused(Words("只有办公室能立项", "only the office opens a work item"))
    known = [since for since in kind.editions["steps"] if since <= today]
    if not known:
        return Refused(Words(f"“{kind.label}”在{today}还没有步骤", f"{kind.id} has no steps on {today} yet"))
    data = {"on": today.isoformat(), "edition": max(known).isoformat(), **command.data}
    return (Entry(command.subject, 1, Act.OPEN, command.at, command.by, data),)


def _entries(state: State, command: Command, today: date, setting: Setting) -> tuple[Entry, ...]:
    data = dict(command.data)
    if command.act is Act.STEP:
        step = step_called(steps_of(state, setting), data["step"])
        assert step is not None
        data |= {
            "on": today.isoformat(),
            "closes": step.closes and state.is_case,
            "is_check": step.by.value == "verifier",
        }
    elif command.act is Act.SEND_BACK:
        data["keeps"] = max(len(state.reached) - (0 if state.phase is not Phase.UNDER_WAY else 1), 0)
    elif command.act is Act.SUSPEND:
        data["on"] = today.isoformat()
    elif command.act is Act.RESUME and state.due and state.suspended_on:
        lost = setting.calendar.working_days_between(state.suspended_on, today)
        data["due"] = setting.calendar.add_working_days(state.due, lost).isoformat()
    first = Entry(state.subject, state.number + 1, command.act, command.at, command.by, data)
    return (first, *_children(state, command, today)) if command.act is Act.SPLIT else (first,)


def _children(state: State, command: Command, today: date) -> list[Entry]:
    """The openings of the parts, one for each unit."""
    due = state.due.isoformat() if state.due else None
    return [
        Entry(
            child, 1, Act.OPEN, command.at, command.by,
            {
                "on": today.isoformat(), "kind": state.kind, "edition": state.edition.isoformat(), "item": state.subject,
                "owner": unit, "title": state.title, "due": due, "promised": dict(amounts),
                "measured": list(state.measured), "rates": list(state.rates),
            },
        )
        for child, (unit, amounts) in zip(command.data["children"], command.data["parts"].items(), strict=True)
    ]  # fmt: skip
