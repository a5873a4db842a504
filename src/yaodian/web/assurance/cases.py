"""保障个案: each person whom a programme left out is a case; what the registers show carries it on, sends it back or opens it
again. No one says of their own work that it is done."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache, partial
from hashlib import sha256
from typing import Any

from django.db import transaction

from yaodian.declare.kind import Actor
from yaodian.domain.entry import Act, Entry, Hand, Seat
from yaodian.domain.finding import Refusal, Words
from yaodian.runtime.command import Command, Refused, Setting, steps_of
from yaodian.runtime.deciding import decide
from yaodian.runtime.lifecycle import Phase, State, fold
from yaodian.runtime.steps import next_steps
from yaodian.web.accounts.units import organisation
from yaodian.web.assurance.models import LeftOut
from yaodian.web.clock import day_of
from yaodian.web.installation import supervision
from yaodian.web.work.bulk import AT_ONCE, History, keep_histories
from yaodian.web.work.writing import Opening, current
from yaodian.workspace.assuring import Assured, Outcome, Told, programmes

KIND, ENGINE = "assurance", Hand("", Seat.ENGINE, "engine")
FOUND, RESOLVED, LEFT = "found", "resolved", "left"
GAP, SERVED = "gap", "served"
CONTRADICTED = "登记显示又没有保障"
"""The reason by which the registers send a case back or open it again."""


PersonsNow = Callable[[Sequence[str]], Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Moved:
    """How many cases were opened, were found served or no longer entitled, were sent back and were opened again."""

    opened: int
    resolved: int
    returned: int
    reopened: int


def carry_on(outcome: Outcome, at: datetime, persons_now: PersonsNow) -> Moved:
    """Open a case for each person newly left out, and go on with those that are there as the registers show; nothing where
    the service has no record at all yet. Done again over the same outcome it does nothing. `persons_now` gives the keys that
    people whose key linkage changed have now."""
    programme = outcome.programme
    if not outcome.is_recorded:
        return Moved(0, 0, 0, 0)
    held = list(LeftOut.objects.filter(programme=programme.id).select_related("item"))
    states = outcome.states_of(one.person for one in held)
    now = persons_now([one.person for one in held if one.person not in states])
    states |= outcome.states_of(now.values())
    there = {now.get(one.person, one.person) for one in held}
    setting = _setting_on(day_of(at))
    new = [one for one in outcome.left_out if one.person not in there]
    _open(programme, new, at, setting)
    shown = partial(_shown, outcome, states)
    moved = [Moving.of(one, *shown(now.get(one.person, one.person), one), at, setting) for one in held]
    keep_histories(History(one.entries, one.state, Opening()) for one in moved if one.entries)
    done = [one.acts for one in moved]
    return Moved(
        len(new), sum(Act.STEP in acts for acts in done), sum(Act.SEND_BACK in acts for acts in done),
        sum(Act.REOPEN in acts for acts in done),
    )  # fmt: skip


def _shown(outcome: Outcome, states: Mapping[str, str], person: str, case: LeftOut) -> tuple[str, str]:
    """The state that the registers show of the person of a case, and the reason by which that sends it back. While a case is
    open, who is served and yet left out by what the programme lasts by is still a gap."""
    state = states.get(person, "")
    if state == SERVED and person in outcome.lost and case.item.phase != Phase.CLOSED:
        return GAP, f"登记显示又列入“{programmes()[outcome.programme.lasts_by].words.zh}”"
    return state, CONTRADICTED


def case_of(programme: str, person: str) -> str:
    """The id of the case of a person whom a programme left out."""
    return "c-" + sha256(f"{programme}/{person}".encode()).hexdigest()[:12]


def _open(programme: Told, persons: Sequence[Assured], at: datetime, setting: Callable[[str], Setting]) -> None:
    on = day_of(at)
    days = supervision().parameters["assurance_days"].on(on).value
    due = supervision().calendar.add_working_days(on, days).isoformat()
    for start in range(0, len(persons), AT_ONCE):
        some = persons[start : start + AT_ONCE]
        with transaction.atomic():
            keep_histories(_openings(programme, some, at, due, setting))
            LeftOut.objects.bulk_create(
                LeftOut(
                    programme=programme.id, person=p.person, county=p.county, item_id=case_of(programme.id, p.person)
                )
                for p in some
            )


def _openings(
    programme: Told, persons: Sequence[Assured], at: datetime, due: str, setting: Callable[[str], Setting]
) -> Iterator[History]:
    known, on = organisation(), day_of(at)
    in_charge = [unit.id for unit in supervision().bureau.units if programme.office in unit.names]
    for one in persons:
        place = known.with_code(one.county, on)
        owner = place.code if place else ""
        subject = case_of(programme.id, one.person)
        told = {
            "kind": KIND, "title": " ".join([programme.words.zh, *([place.name] if place else [])]), "owner": owner, "due": due, "is_case": True,
        }  # fmt: skip
        moving = Moving(subject, at, setting(owner))
        for act, data in ((Act.OPEN, told), (Act.STEP, {"step": FOUND})):
            if refused := moving.do(act, data):
                raise Refusal(refused)
        concerns = [*in_charge, *([one.school] if known.with_code(one.school, on) else [])]
        purpose = programme.purposes[0].value
        yield History(moving.entries, moving.state, Opening(person=one.person, purpose=purpose, concerns=concerns))


@dataclass
class Moving:
    """A case to which the engine does something."""

    subject: str
    at: datetime
    setting: Setting
    held: State | None = None
    entries: list[Entry] = field(default_factory=list)

    @classmethod
    def of(cls, case: LeftOut, shown: str, why: str, at: datetime, setting: Callable[[str], Setting]) -> Moving:
        """A case that is there, with what follows of the state that its person has now ("" out of the cohort), for a reason."""
        state = current(case.item)
        moving = cls(state.subject, at, setting(state.owner), state)
        moving.follow(shown, why)
        return moving

    @property
    def state(self) -> State:
        assert self.held is not None
        return self.held

    @property
    def acts(self) -> set[Act]:
        return {entry.act for entry in self.entries}

    def follow(self, shown: str, why: str) -> None:
        """What the registers show of the person, made of the case: what is unclear or unknown says nothing."""
        before = self._before_the_registers
        if shown == GAP and before is not None:
            if not self.state.is_open:
                self.do(Act.REOPEN, {"reason": why, "keeps": before})
            while self.state.is_open and self._before_the_registers is not None:
                if self.do(Act.SEND_BACK, {"reason": why}):
                    break
        elif shown in (SERVED, "") and before is None:
            step = RESOLVED if shown == SERVED else LEFT
            led = next_steps(steps_of(self.state, self.setting), self.state.step)
            if self.state.is_open and any(one.name == step and one.by is Actor.ENGINE for one in led):
                self.do(Act.STEP, {"step": step})

    @property
    def _before_the_registers(self) -> int | None:
        """How many steps had been reached before the registers showed that it was resolved; None where they did not."""
        return next((n for n, one in enumerate(self.state.reached) if one.step in (RESOLVED, LEFT)), None)

    def do(self, act: Act, data: Mapping[str, Any]) -> Words | None:
        """Do something as the engine; why it was not taken, None where it was."""
        made = decide(self.held, Command(self.subject, act, ENGINE, self.at, data), day_of(self.at), self.setting)
        if isinstance(made, Refused):
            return made.words
        self.entries += made
        self.held = fold(made, self.held)
        return None


def _setting_on(on: date) -> Callable[[str], Setting]:
    """The setting of a day by owner, each worked out once."""
    return cache(lambda owner: supervision().setting(on, owner))
