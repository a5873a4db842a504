"""个案数: how many cases there are and what became of them in a period; counts add up, shares are never made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import astuple, dataclass
from datetime import date

from yaodian.runtime.ledger import is_overdue
from yaodian.runtime.lifecycle import State

HIDDEN = "＊"


@dataclass(frozen=True, slots=True)
class CaseCount:
    """Cases that were opened until a day; of these the ones opened within the period, closed out within it, not closed
    out, and of the last the overdue ones."""

    all: int = 0
    opened: int = 0
    closed: int = 0
    open: int = 0
    overdue: int = 0

    def __add__(self, other: CaseCount) -> CaseCount:
        return CaseCount(*(mine + its for mine, its in zip(astuple(self), astuple(other), strict=True)))

    @classmethod
    def of(cls, state: State, first: date, on: date, *, was_closed: bool) -> CaseCount:
        """One case on the last day of a period that began on `first`; `was_closed`: it was closed out within it."""
        is_new = state.opened_on is not None and state.opened_on >= first
        return cls(1, is_new, was_closed and not state.is_open, state.is_open, state.is_open and is_overdue(state, on))

    @property
    def words(self) -> list[str]:
        return [str(number) for number in astuple(self)]

    def words_for_at_least(self, least: int) -> list[str]:
        """The numbers where each is a person: those that speak of fewer than `least`, or leave fewer when one is taken
        from another, are hidden; of these rows only how many there are is told, where that is enough."""
        told = (*astuple(self), self.all - self.open, self.open - self.overdue)
        if not any(0 < number < least for number in told):
            return self.words
        whole = HIDDEN if 0 < self.all < least else str(self.all)
        return [whole, *[HIDDEN] * (len(self.words) - 1)]


@dataclass(frozen=True, slots=True, order=True)
class Group:
    """Cases that are counted together: of one kind of work, one owner, and about persons or not."""

    kind: str
    owner: str
    is_personal: bool


Counts = Mapping[Group, CaseCount]
