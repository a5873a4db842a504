"""台账: a unit's work as rows: what was promised, when it is due, how far it is, what was reported and what was measured."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from yaodian.domain.observation import Amount, Observation
from yaodian.runtime.lifecycle import Phase, Reached, Reported, State
from yaodian.runtime.lights import Light

OfPromise = tuple[str, str]
"""A promise by its subject and its own id."""


@dataclass(frozen=True, slots=True)
class Figures:
    """The numbers of one promise, each as it was given: promised; last reported; measured (of a ratio with its parts); and
    its light. `is_asked`: no register measures it, so the owner is asked for it."""

    promise: str
    promised: Amount
    reported: Reported | None
    measured: Observation | None
    light: Light | None
    is_asked: bool


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One work item or case of the unit. `version` is the number of entries it rests on."""

    subject: str
    address: str
    is_case: bool
    kind: str
    edition: date
    title: str
    due: date | None
    phase: Phase
    is_suspended: bool
    reached: tuple[Reached, ...]
    figures: tuple[Figures, ...]
    version: int


@dataclass(frozen=True, slots=True)
class Ledger:
    """The rows of a unit on a day. Rows are counted; a percentage of many rows is never made."""

    unit: str
    on: date
    rows: tuple[LedgerRow, ...]

    def by_kind(self) -> dict[str, list[LedgerRow]]:
        """The rows of each kind of work, in the order in which the kinds first stand."""
        found: dict[str, list[LedgerRow]] = {}
        for row in self.rows:
            found.setdefault(row.kind, []).append(row)
        return found


def ledger_of(
    unit: str,
    on: date,
    states: Iterable[State],
    addresses: Mapping[str, str],
    measured: Mapping[OfPromise, Observation] | None = None,
    lights: Mapping[OfPromise, Light] | None = None,
) -> Ledger:
    """The ledger of the subjects that `unit` owns; those of others among the states are left out."""
    rows = [_row(s, addresses.get(s.subject, ""), measured or {}, lights or {}) for s in states if s.owner == unit]
    return Ledger(unit, on, tuple(rows))


def counts_by_phase(subjects: Iterable[State | LedgerRow]) -> dict[Phase, int]:
    """How many subjects stand in each phase, all phases in their order."""
    found = Counter(one.phase for one in subjects)
    return {phase: found[phase] for phase in Phase}


def is_overdue(subject: State | LedgerRow, on: date) -> bool:
    """Whether it was due before this day and is not closed out."""
    return subject.due is not None and subject.due < on and subject.phase is not Phase.CLOSED


def last_reported(state: State, promise: str) -> Reported | None:
    """What was last said of a promise: the newest day, of one day the later report; None where nothing was."""
    own = [(told.as_of, place) for place, told in enumerate(state.reported) if told.promise == promise]
    return state.reported[max(own)[1]] if own else None


def _row(
    state: State, address: str, measured: Mapping[OfPromise, Observation], lights: Mapping[OfPromise, Light]
) -> LedgerRow:
    figures = tuple(
        Figures(
            promise=name,
            promised=number,
            reported=last_reported(state, name),
            measured=measured.get((state.subject, name)),
            light=lights.get((state.subject, name)),
            is_asked=name not in state.measured,
        )
        for name, number in (state.promised or {}).items()
    )
    return LedgerRow(
        subject=state.subject,
        address=address,
        is_case=state.is_case,
        kind=state.kind,
        edition=state.edition,
        title=state.title,
        due=state.due,
        phase=state.phase,
        is_suspended=state.is_suspended,
        reached=state.reached,
        figures=figures,
        version=state.number,
    )
