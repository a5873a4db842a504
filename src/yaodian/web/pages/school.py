"""学校页: what waits for a school, each to be done where it stands; everything else registers know already."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpResponse

from yaodian.declare.kind import Step
from yaodian.domain.finding import Words
from yaodian.runtime.command import steps_of
from yaodian.runtime.lifecycle import Phase
from yaodian.runtime.steps import may_take, next_steps
from yaodian.web.assurance.questions import waiting_questions
from yaodian.web.installation import supervision
from yaodian.web.pages.page import Visit
from yaodian.web.work.models import Item
from yaodian.web.work.overview import Lit, lit
from yaodian.web.work.reading import items_of

MOST = 30


@dataclass(frozen=True, slots=True)
class Waiting:
    """A subject that waits for one of the units, and the steps it may take: (step, what it is called, the file it needs)."""

    one: Lit
    unit: str
    steps: Sequence[tuple[Step, Words, str]]
    key: str

    @property
    def needs_acceptance(self) -> bool:
        return self.one.state.phase is Phase.ASSIGNED

    @property
    def needs_file(self) -> bool:
        return any(evidence for _, _, evidence in self.steps)

    @property
    def is_asked(self) -> bool:
        """Whether a step asks for something, which its own form does."""
        return any(step.asks for step, _, _ in self.steps)


def school_home(visit: Visit) -> HttpResponse:
    """Its list, worst first; the first stands open."""
    waiting = sorted(_waiting(visit), key=lambda each: each.one.order)
    own = {each.one.item.pk for each in waiting}
    return visit.show(
        "home_school", waiting=waiting[:MOST], count=len(waiting), units=[hand.unit for hand in visit.who.hands()],
        questions=waiting_questions(visit.account, visit.on),
        others=[item for item in _found_here(visit) if item.pk not in own][:MOST],
    )  # fmt: skip


def _found_here(visit: Visit) -> list[Item]:
    """What visitors found at the school and others mend."""
    kinds = {sheet.findings for sheet in supervision().score_sheets.values()}
    found = items_of(visit.account, visit.on, is_open=True, is_case=True, kind__in=kinds)
    return list(found.filter(parent__kind__in=list(supervision().score_sheets), parent__is_case=True))


def _waiting(visit: Visit) -> list[Waiting]:
    hands = visit.who.hands()
    open_ = items_of(visit.account, visit.on, is_open=True).with_plan()
    found = []
    for one in lit(open_, visit.on):
        for hand in hands:
            if one.state.phase is Phase.ASSIGNED and one.state.owner == hand.unit:
                found.append(Waiting(one, hand.unit, (), secrets.token_urlsafe(12)))
            elif one.state.phase is Phase.UNDER_WAY and not one.state.is_suspended:
                led = next_steps(steps_of(one.state, supervision().setting(visit.on, one.state.owner)), one.state.step)
                own = [step for step in led if may_take(step, one.state, hand)]
                if own:
                    found.append(Waiting(one, hand.unit, [_told(one, step) for step in own], secrets.token_urlsafe(12)))
    return found


def _told(one: Lit, step: Step) -> tuple[Step, Words, str]:
    """A step with the evidence that is still to be attached for it."""
    evidence = step.evidence.value if step.evidence else ""
    is_there = evidence == "register_row" or any(
        f.step == step.name and f.evidence == evidence for f in one.state.attached
    )
    return step, step.words, "" if is_there else evidence
