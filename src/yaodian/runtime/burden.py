"""减负: what units are asked to fill in within a month, and what they are not asked because a register knows it already."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from yaodian.runtime.lifecycle import Phase, State


@dataclass(frozen=True, slots=True)
class Form:
    """表: what one unit asks of others about one subject: a measure, or the parts it was split into.

    `fields` are the numbers to fill in, `known` those that a register measures: nobody is asked for them. Each of `units`
    gets the form once a month.
    """

    subject: str
    asked_by: str
    title: str
    units: frozenset[str]
    fields: frozenset[str]
    known: frozenset[str]

    @property
    def to_fill(self) -> int:
        """Numbers that people fill in: fields × units."""
        return len(self.fields) * len(self.units)

    @property
    def blocked(self) -> int:
        """Numbers that would have been asked for again: known × units."""
        return len(self.known) * len(self.units)


@dataclass(frozen=True, slots=True)
class Burden:
    """What a month asks, form by form, in the order of asking unit and subject."""

    forms: tuple[Form, ...]

    @property
    def filled_in(self) -> list[Form]:
        """The forms with something to fill in."""
        return [form for form in self.forms if form.fields]

    @property
    def fields(self) -> int:
        return sum(len(form.fields) for form in self.forms)

    @property
    def units(self) -> frozenset[str]:
        """Who has something to fill in."""
        return frozenset().union(*(form.units for form in self.filled_in))

    @property
    def to_fill(self) -> int:
        return sum(form.to_fill for form in self.forms)

    @property
    def blocked(self) -> int:
        return sum(form.blocked for form in self.forms)

    @property
    def known_share(self) -> float | None:
        """The share (0–1) of all numbers that was known already; None where no number was promised."""
        return self.blocked / (self.blocked + self.to_fill) if self.blocked or self.to_fill else None


def burden(states: Iterable[State], asked_by: Mapping[str, str], first: date, last: date) -> Burden:
    """The forms of the days from `first` to `last`. A subject asks while it is open, has an owner and is not suspended;
    `asked_by` names who opened each. Parts of one measure that the same unit handed out are one form."""
    gathered: dict[tuple[str, str, bool], list[State]] = {}
    for state in states:
        if state.promised and asks(state, first, last):
            key = asked_by.get(state.subject, ""), state.item or state.subject, bool(state.item)
            gathered.setdefault(key, []).append(state)
    return Burden(tuple(_form(asker, own) for (asker, _, _), own in sorted(gathered.items())))


def asks(state: State, first: date, last: date) -> bool:
    """Whether a subject's owner is to answer for it within these days."""
    if not state.owner or state.opened_on is None or state.opened_on > last:
        return False
    if state.is_suspended and state.suspended_on is not None and state.suspended_on < first:
        return False
    is_over = state.phase is Phase.CLOSED and state.last_at is not None and state.last_at.date() < first
    return not is_over


def _form(asker: str, own: list[State]) -> Form:
    names = frozenset(name for state in own for name in state.promised or {})
    known = names & {name for state in own for name in state.measured}
    return Form(
        own[0].item or own[0].subject,
        asker,
        own[0].title,
        frozenset(state.owner for state in own),
        names - known,
        known,
    )
