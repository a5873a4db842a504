"""讲述: an entry as a timeline tells it: what was done, by whom, why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from yaodian.declare.column import CODE, DATE, Column
from yaodian.domain.entry import Act, Entry, Hand
from yaodian.domain.finding import Words
from yaodian.web.installation import supervision
from yaodian.web.pages.templatetags.yaodian import day_in, number, unit_called
from yaodian.web.work.reading import asked_of_step

LONGEST = 80


@dataclass(frozen=True, slots=True)
class TellEntry:
    """`what` was done besides the act's name, `why`; `of` the subject where the list is not of one, `told` what was told of a
    step where it is: (what was asked, the answer)."""

    act: Act
    at: datetime
    by: Hand
    what: Words
    why: str
    of: Any = None
    told: Sequence[tuple[Words, Words]] = ()


def telling(entry: Entry, of: Any, *, names_it: bool = True) -> TellEntry:
    """The entry of a subject; where the list is not of one subject, each names its own and what was told of a step is left out."""
    data = entry.data
    why = str(data.get("reason") or data.get("note") or "")[:LONGEST]
    if names_it:
        return TellEntry(entry.act, entry.at, entry.by, _what(entry, of), why, of)
    return TellEntry(entry.act, entry.at, entry.by, _what(entry, of), why, told=_told(entry, of.kind))


def _told(entry: Entry, kind: str) -> list[tuple[Words, Words]]:
    if entry.act is not Act.STEP or "details" not in entry.data:
        return []
    asked = {column.name: column for column in asked_of_step(kind, entry.data["step"])}
    return [
        (asked[name].words, _answer(asked[name], str(said)))
        for name, said in entry.data["details"].items()
        if name in asked
    ]


def _answer(column: Column, said: str) -> Words:
    if column.type is DATE:
        on = date.fromisoformat(said)
        return Words(day_in(on, "zh"), day_in(on, "en"))
    code = column.code_of(said) if column.type is CODE else None
    return _alike(code.label if code else said)


def _what(entry: Entry, of: Any) -> Words:
    data = entry.data
    if entry.act is Act.STEP:
        return _label(of.kind, str(data.get("step", "")))
    if entry.act in (Act.ASSIGN, Act.HAND_OVER):
        return _alike(unit_called(str(data.get("owner", ""))))
    if entry.act is Act.REPORT:
        return _alike(number(data.get("value"), 0 if float(data["value"]).is_integer() else 2))
    if entry.act is Act.EXTEND:
        return Words(f"至 {data.get('due')}", f"to {data.get('due')}")
    if entry.act is Act.SPLIT:
        units = len(data.get("parts", {}))
        return Words(f"{units} 个单位", f"{units} units")
    return _alike(str(data.get("text") or data.get("name") or "")[:LONGEST])


def _alike(said: str) -> Words:
    """What people wrote and things are called stays as it is."""
    return Words(said, said)


def _label(kind: str, step: str) -> Words:
    declared = supervision().kinds.get(kind)
    steps = [one for edition in declared.editions["steps"].values() for one in edition] if declared else []
    return next((one.words for one in steps if one.name == step and one.label), _alike(step))
