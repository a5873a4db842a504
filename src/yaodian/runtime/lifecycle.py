"""生命周期: the state of a work item or a case, folded from its entries."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from enum import StrEnum
from types import SimpleNamespace
from typing import Any

from yaodian.domain.entry import Act, Entry
from yaodian.domain.finding import Words


class Phase(StrEnum):
    """阶段: how far a subject is, whatever its kind: opened, with its owner, taken up, submitted, verified, closed out."""

    OPENED = "opened"
    ASSIGNED = "assigned"
    UNDER_WAY = "under_way"
    SUBMITTED = "submitted"
    VERIFIED = "verified"
    CLOSED = "closed"

    @property
    def words(self) -> Words:
        return _PHASES[self]


_PHASES = {
    Phase.OPENED: Words("已立项、未交办", "opened and not assigned"),
    Phase.ASSIGNED: Words("已交办、未签收", "assigned and not accepted"),
    Phase.UNDER_WAY: Words("办理中", "under way"),
    Phase.SUBMITTED: Words("待核验", "submitted"),
    Phase.VERIFIED: Words("已核验", "verified"),
    Phase.CLOSED: Words("已销号", "closed out"),
}


@dataclass(frozen=True, slots=True)
class Reached:
    """A step that was reached: when, and by which unit."""

    step: str
    on: date
    unit: str


@dataclass(frozen=True, slots=True)
class Attached:
    """佐证: a file by the hash of its content, what it is evidence of, and for which step."""

    sha256: str
    evidence: str
    step: str
    unit: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Reported:
    """A number that a unit reported of a promise, as of a day."""

    promise: str
    value: float
    as_of: date
    unit: str


@dataclass(frozen=True, slots=True)
class State:
    """What a subject is after its entries.

    `kind` and `edition` were pinned by the first entry. `owner` answers for it, `acted` holds every unit that took part
    in the doing (they cannot verify it). `promised` is the number promised of each promise, `parts` what each unit took
    of it; a promise among the `rates` (80%, 全覆盖) is no amount: each part keeps it whole. `step` is the last step
    reached, None before the first. `measured` are the promises that a register measures: nobody is asked for them.
    """

    subject: str
    kind: str
    edition: date
    is_case: bool
    item: str = ""
    owner: str = ""
    supports: tuple[str, ...] = ()
    title: str = ""
    opened_on: date | None = None
    due: date | None = None
    first_due: date | None = None
    extensions: int = 0
    promised: Mapping[str, float] | None = None
    measured: tuple[str, ...] = ()
    rates: tuple[str, ...] = ()
    parts: Mapping[str, Mapping[str, float]] | None = None
    children: tuple[str, ...] = ()
    phase: Phase = Phase.OPENED
    is_suspended: bool = False
    suspended_on: date | None = None
    reached: tuple[Reached, ...] = ()
    attached: tuple[Attached, ...] = ()
    reported: tuple[Reported, ...] = ()
    acted: frozenset[str] = frozenset()
    sent_back: int = 0
    reopened: int = 0
    number: int = 0
    last_at: datetime | None = None

    @property
    def step(self) -> str | None:
        return self.reached[-1].step if self.reached else None

    @property
    def unaccepted_since(self) -> date | None:
        """The day from which it waits for its owner to accept it; None where nobody has to."""
        if self.phase is not Phase.ASSIGNED:
            return None
        return self.last_at.date() if self.last_at else self.opened_on

    @property
    def is_open(self) -> bool:
        return self.phase is not Phase.CLOSED


TURNS = (
    Act.OPEN, Act.ASSIGN, Act.HAND_OVER, Act.STEP, Act.CLOSE, Act.REOPEN, Act.EXTEND, Act.RESUME, Act.REVISE,
)  # fmt: skip
"""The acts by which an owner, a deadline or the end of a subject changes; what is closed out is opened again by these alone."""
Changes = dict[str, Any]
NAMES = tuple(field.name for field in fields(State))


class BrokenHistory(ValueError):  # noqa: N818 - the word says what it is
    """Entries that are no history: a number is missing or doubled, or the first opens nothing."""


def fold(entries: Iterable[Entry], state: State | None = None) -> State:
    """The state after all entries, in the order of their numbers; from a snapshot where one is given.

    Raises BrokenHistory where a number is missing or doubled, or the first entry is no opening.
    """
    now = _changeable(state) if state else None
    number, last_at = (state.number, state.last_at) if state else (0, None)
    for entry in entries:
        if entry.number != number + 1:
            raise BrokenHistory(f"{entry.subject}: entry {entry.number} follows {number}")
        if (now is None) != (entry.act is Act.OPEN):
            raise BrokenHistory(f"{entry.subject}: entry {entry.number} is {entry.act}")
        now = now or _changeable(_opened(entry))
        vars(now).update(_FOLDS[entry.act](now, entry))
        number, last_at = entry.number, entry.at
    if now is None:
        raise BrokenHistory("no entry")
    return State(**(vars(now) | {"number": number, "last_at": last_at}))


def turned(entries: Iterable[Entry]) -> State:
    """The state after those entries of a subject alone whose acts are among `TURNS`, its opening first: how it was opened,
    its owner, its deadline and whether it is open are right in it, and nothing else is."""
    ahead = iter(entries)
    first = next(ahead)
    now = _changeable(_opened(first))
    for entry in (first, *ahead):
        vars(now).update(_FOLDS[entry.act](now, entry))
    return State(**vars(now))


def _changeable(state: State) -> Any:
    """What a state says, to be changed entry by entry: a State itself is costly to make."""
    return SimpleNamespace(**{name: getattr(state, name) for name in NAMES})


def _opened(entry: Entry) -> State:
    data = entry.data
    return State(entry.subject, data["kind"], _day(data["edition"]), bool(data.get("is_case")))


def _open(state: State, entry: Entry) -> Changes:
    data = entry.data
    due = _day(data["due"]) if data.get("due") else None
    return {
        "item": data.get("item", ""),
        "owner": data.get("owner", ""),
        "supports": tuple(data.get("supports", ())),
        "title": data.get("title", ""),
        "opened_on": _day(data["on"]),
        "due": due,
        "first_due": due,
        "promised": dict(data.get("promised", {})),
        "measured": tuple(data.get("measured", ())),
        "rates": tuple(data.get("rates", ())),
        "parts": {},
        "phase": Phase.ASSIGNED if data.get("owner") else Phase.OPENED,
    }


def _assign(state: State, entry: Entry) -> Changes:
    supports = tuple(entry.data.get("supports", state.supports))
    return {"owner": entry.data["owner"], "supports": supports, "phase": Phase.ASSIGNED}


def _accept(state: State, entry: Entry) -> Changes:
    return {"phase": Phase.UNDER_WAY, "acted": state.acted | {entry.by.unit}}


def _split(state: State, entry: Entry) -> Changes:
    parts = {unit: dict(amounts) for unit, amounts in entry.data["parts"].items()}
    return {"parts": parts, "children": tuple(entry.data["children"]), "acted": state.acted | {entry.by.unit}}


def _report(state: State, entry: Entry) -> Changes:
    data = entry.data
    told = Reported(data["promise"], float(data["value"]), _day(data["as_of"]), entry.by.unit)
    return {"reported": (*state.reported, told), "acted": state.acted | {entry.by.unit}}


def _attach(state: State, entry: Entry) -> Changes:
    data = entry.data
    file = Attached(data["sha256"], data["evidence"], data["step"], entry.by.unit, entry.at)
    return {"attached": (*state.attached, file)}


def _step(state: State, entry: Entry) -> Changes:
    reached = Reached(entry.data["step"], _day(entry.data["on"]), entry.by.unit)
    doing = set() if entry.data.get("is_check") else {entry.by.unit}
    waiting = state.phase if state.phase in (Phase.OPENED, Phase.ASSIGNED) else Phase.UNDER_WAY
    phase = Phase.CLOSED if entry.data.get("closes") else waiting
    return {"reached": (*state.reached, reached), "phase": phase, "acted": state.acted | doing}


def _send_back(state: State, entry: Entry) -> Changes:
    kept = state.reached[: int(entry.data["keeps"])]
    return {"reached": kept, "phase": Phase.UNDER_WAY, "sent_back": state.sent_back + 1}


def _submit(state: State, entry: Entry) -> Changes:
    return {"phase": Phase.SUBMITTED, "acted": state.acted | {entry.by.unit}}


def _reopen(state: State, entry: Entry) -> Changes:
    kept = state.reached[: int(entry.data.get("keeps", len(state.reached)))]
    return {"reached": kept, "phase": Phase.UNDER_WAY, "reopened": state.reopened + 1}


def _extend(state: State, entry: Entry) -> Changes:
    return {"due": _day(entry.data["due"]), "extensions": state.extensions + 1}


def _hand_over(state: State, entry: Entry) -> Changes:
    return {"owner": entry.data["owner"], "phase": Phase.ASSIGNED}


def _suspend(state: State, entry: Entry) -> Changes:
    return {"is_suspended": True, "suspended_on": _day(entry.data["on"])}


def _resume(state: State, entry: Entry) -> Changes:
    due = _day(entry.data["due"]) if entry.data.get("due") else state.due
    return {"is_suspended": False, "suspended_on": None, "due": due}


def _revise(state: State, entry: Entry) -> Changes:
    data = entry.data
    due = _day(data["due"]) if data.get("due") else state.due
    promised = dict(data["promised"]) if "promised" in data else state.promised
    return {"due": due, "promised": promised, "title": data.get("title", state.title)}


def _move_edition(state: State, entry: Entry) -> Changes:
    names: Mapping[str, str] = entry.data["steps"]
    reached = tuple(replace(one, step=names.get(one.step, one.step)) for one in state.reached)
    return {"edition": _day(entry.data["edition"]), "reached": reached}


def _day(text: str) -> date:
    return date.fromisoformat(text)


_FOLDS: Mapping[Act, Callable[[State, Entry], Changes]] = {
    Act.OPEN: _open,
    Act.ASSIGN: _assign,
    Act.ACCEPT: _accept,
    Act.SPLIT: _split,
    Act.REPORT: _report,
    Act.ATTACH: _attach,
    Act.STEP: _step,
    Act.SEND_BACK: _send_back,
    Act.SUBMIT: _submit,
    Act.VERIFY: lambda state, entry: {"phase": Phase.VERIFIED},
    Act.CLOSE: lambda state, entry: {"phase": Phase.CLOSED},
    Act.REOPEN: _reopen,
    Act.EXTEND: _extend,
    Act.HAND_OVER: _hand_over,
    Act.INSTRUCT: lambda state, entry: {},
    Act.SUSPEND: _suspend,
    Act.RESUME: _resume,
    Act.REVISE: _revise,
    Act.MOVE_EDITION: _move_edition,
}
