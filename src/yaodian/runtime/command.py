"""命令: what someone asks to be done, what decisions depend on, and what comes of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from yaodian.declare.kind import Kind, Step
from yaodian.domain.entry import Act, Entry, Hand
from yaodian.domain.finding import Words
from yaodian.domain.schooldays import SchoolCalendar
from yaodian.runtime.lifecycle import State
from yaodian.runtime.rules import Rules


@dataclass(frozen=True, slots=True)
class Command:
    """What someone asks to be done with a subject, at an instant; `data` as the entry of that act holds it."""

    subject: str
    act: Act
    by: Hand
    at: datetime
    data: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Refused:
    """Why a command does nothing: what, where, how to repair it."""

    words: Words


NameOf = Callable[[str], str]


@dataclass(frozen=True)
class Setting:
    """What decisions depend on besides the state: the kinds, the rules of the day, the working days, the units that each
    split must reach, and how many parts of the subject are still open. `name_of` gives what a promise or a unit is called
    by its id; it is asked for refusals only."""

    kinds: Mapping[str, type[Kind]]
    rules: Rules = field(default_factory=Rules)
    calendar: SchoolCalendar = field(default_factory=SchoolCalendar)
    counties: frozenset[str] = frozenset()
    open_parts: int = 0
    name_of: NameOf = str


Decision = tuple[Entry, ...] | Refused


def steps_of(state: State, setting: Setting) -> Sequence[Step]:
    """The steps of the edition that the subject pinned."""
    return tuple(setting.kinds[state.kind].editions["steps"].get(state.edition, ()))
