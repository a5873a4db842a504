"""同类: what lists place a subject by, as one text, so that a ledger of many thousands is read as some hundred texts with how
often each occurs."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date
from typing import NamedTuple

from yaodian.runtime.lifecycle import Phase, State


class Alike(NamedTuple):
    """What subjects have in common, narrowed to where it matters: the day of opening to what is open, edition and steps to
    cases under way, whose next step may be another unit's check. `waits_since` is the day from which nobody accepted it,
    `is_whole` says that it is no part of anything and may have promises. Days are ISO texts; what is not there is empty."""

    phase: str
    kind: str
    due: str
    opened_on: str
    waits_since: str
    is_suspended: str
    is_whole: str
    edition: str
    steps: str

    @classmethod
    def of(cls, state: State) -> Alike:
        is_case_under_way = state.is_case and state.phase is Phase.UNDER_WAY
        return cls(
            phase=state.phase.value, kind=state.kind, due=_day(state.due),
            opened_on=_day(state.opened_on if state.is_open else None), waits_since=_day(_waits_since(state)),
            is_suspended="1" * state.is_suspended, is_whole="1" * (not state.item),
            edition=_day(state.edition if is_case_under_way else None),
            steps=" ".join(one.step for one in state.reached) * is_case_under_way,
        )  # fmt: skip

    @classmethod
    def read(cls, text: str) -> Alike:
        return cls(*text.split("|"))

    @property
    def text(self) -> str:
        return "|".join(self)


def _day(on: date | None) -> str:
    return on.isoformat() if on else ""


def _waits_since(state: State) -> date | None:
    """The day from which nobody accepted it, as the state that was kept has it: by UTC."""
    if state.last_at is None:
        return state.unaccepted_since
    return replace(state, last_at=state.last_at.astimezone(UTC)).unaccepted_since
