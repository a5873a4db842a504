"""步骤: where a kind's declared steps lead, and who may take them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from yaodian.declare.kind import Actor, Step
from yaodian.domain.entry import Hand, Seat
from yaodian.runtime.lifecycle import State

_SEATS = {
    Actor.COUNTY: Seat.COUNTY,
    Actor.SCHOOL: Seat.SCHOOL,
    Actor.OFFICE: Seat.OFFICE,
    Actor.LEADER: Seat.LEADER,
    Actor.ENGINE: Seat.ENGINE,
}


def step_called(steps: Sequence[Step], name: str) -> Step | None:
    """The step of this name."""
    return next((step for step in steps if step.name == name), None)


def next_steps(steps: Sequence[Step], at: str | None) -> tuple[Step, ...]:
    """The steps that may follow: those that the step at hand leads to, else the one declared after it; the first where
    none was reached. An end that no step leads to (依法免除) may follow any step that is no end."""
    if at is None:
        return (steps[0], *_asides(steps))
    here = step_called(steps, at)
    if here is None:
        return ()
    if here.to:
        led = [step for name in here.to if (step := step_called(steps, name))]
    else:
        place = steps.index(here) + 1
        led = [] if here.closes or place >= len(steps) else [steps[place]]
    aside = () if here.closes else _asides(steps)
    return tuple(dict.fromkeys((*led, *aside)))


def ahead_of(steps: Sequence[Step], reached: Sequence[str]) -> list[Step]:
    """The steps that lie ahead on the main line, each the first that may follow the one before it, up to an end."""
    ahead: list[Step] = []
    at = reached[-1] if reached else None
    while not (ahead and ahead[-1].closes):
        known = {*reached, *(step.name for step in ahead)}
        led = next((step for step in next_steps(steps, at) if step.name not in known), None)
        if led is None:
            break
        ahead.append(led)
        at = led.name
    return ahead


def _asides(steps: Sequence[Step]) -> tuple[Step, ...]:
    """Ends to which no step leads, by name or by following it."""
    led = {name for step in steps for name in step.to} | {steps[0].name}
    led |= {after.name for before, after in pairwise(steps) if not before.to and not before.closes}
    return tuple(step for step in steps if step.closes and step.name not in led)


def may_take(step: Step, state: State, by: Hand) -> bool:
    """Whether this hand may take the step: by its seat, or as the owner, a supporting unit, or a unit that did none of it."""
    if step.by is Actor.LEAD:
        return by.unit == state.owner
    if step.by is Actor.SUPPORT:
        return by.unit in state.supports
    if step.by is Actor.VERIFIER:
        return may_verify(state, by)
    return by.seat is _SEATS[step.by]


def may_verify(state: State, by: Hand) -> bool:
    """Whether a hand may check the work: neither its owner nor a unit that did part of it, no school and no machine."""
    return by.unit != state.owner and by.unit not in state.acted and by.seat not in (Seat.SCHOOL, Seat.ENGINE)
