"""下一步: what a subject waits for, and from whom, whoever looks at it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from yaodian.declare.kind import Actor, Evidence, Step
from yaodian.domain.finding import Words
from yaodian.runtime.command import Setting, steps_of
from yaodian.runtime.lifecycle import Phase, State
from yaodian.runtime.steps import ahead_of


@dataclass(frozen=True, slots=True)
class Awaited:
    """The next thing; from these `units` where they are known, else from whom `by` says; with which evidence first."""

    what: Words
    units: Sequence[str] = ()
    by: Words | None = None
    evidence: Evidence | None = None


ANOTHER = Words("没有参与办理的单位", "a unit that did none of the work")
OFFICE = Words("局办公室", "the bureau's office")
BY: Mapping[Actor, Words] = {
    Actor.VERIFIER: ANOTHER,
    Actor.COUNTY: Words("县（区、市）教育局", "the county"),
    Actor.SCHOOL: Words("学校", "the school"),
    Actor.OFFICE: OFFICE,
    Actor.LEADER: Words("局领导", "a leader"),
    Actor.ENGINE: Words("系统", "the system"),
}
AT: Mapping[Phase, tuple[Words, Words | None]] = {
    Phase.OPENED: (Words("交办", "to be assigned"), OFFICE),
    Phase.ASSIGNED: (Words("签收", "to be accepted"), None),
    Phase.SUBMITTED: (Words("核验", "to be verified"), ANOTHER),
    Phase.VERIFIED: (Words("销号", "to be closed out"), OFFICE),
}


def awaited(state: State, setting: Setting) -> Awaited | None:
    """None where it is closed out or suspended."""
    if state.phase is Phase.CLOSED or state.is_suspended:
        return None
    if state.phase in AT:
        what, by = AT[state.phase]
        return Awaited(what, (state.owner,) if by is None else (), by)
    ahead = ahead_of(steps_of(state, setting), [one.step for one in state.reached])
    if not ahead:
        return Awaited(Words("提请核验", "to be submitted"), (state.owner,))
    return _by(ahead[0], state)


def _by(step: Step, state: State) -> Awaited:
    filed = step.evidence if step.evidence is not Evidence.REGISTER_ROW else None
    lacks = filed if filed and not any(one.step == step.name for one in state.attached) else None
    if step.by is Actor.LEAD:
        return Awaited(step.words, (state.owner,), evidence=lacks)
    if step.by is Actor.SUPPORT and state.supports:
        return Awaited(step.words, state.supports, evidence=lacks)
    return Awaited(step.words, (), BY.get(step.by), lacks)
