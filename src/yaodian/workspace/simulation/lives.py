"""模拟经历: what becomes of one subject over months, decided by the same `decide` as real work.

A life is a walk: the owner accepts, splits among counties where numbers were promised, reports what no register has, takes
the steps of the kind as they follow, submits, and another unit verifies or sends back. Which kind it is, is never asked.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256
from typing import Any

from yaodian.declare.kind import Actor, Step
from yaodian.domain.entry import Act, Entry, Hand, Seat
from yaodian.runtime.cascade import part_ids, parts_by_size
from yaodian.runtime.command import Command, Refused, Setting, steps_of
from yaodian.runtime.deciding import decide
from yaodian.runtime.lifecycle import State, fold
from yaodian.runtime.steps import next_steps
from yaodian.workspace.simulation.answers import answers
from yaodian.workspace.simulation.case_titles import case_title
from yaodian.workspace.simulation.offices import Offices, school_called
from yaodian.workspace.simulation.papers import MARK

MOST_STEPS = 40
LEFT_LYING = 0.02  # of what is assigned is never accepted
SettingOn = Callable[[date, str, int], Setting]
Evidence = Callable[[str], str]


def evidence_by_name(name: str) -> str:
    """The hash that an invented file of this name goes by, where files are not kept."""
    return sha256(name.encode()).hexdigest()


@dataclass(frozen=True)
class Ground:
    """What all lives share: the offices, the rules of each day, the day on whose morning the months are over, and how
    evidence comes to its hash."""

    offices: Offices
    setting: SettingOn
    last: date
    evidence: Evidence = evidence_by_name


@dataclass
class Life:
    """One subject: its state, the day it has come to, and what was done with it since."""

    ground: Ground
    chance: random.Random
    state: State | None
    day: date
    school: Hand | None = None
    county: Hand | None = None
    open_parts: int = 0
    entries: list[Entry] = field(default_factory=list)
    parts: list[Entry] = field(default_factory=list)

    @property
    def now(self) -> State:
        assert self.state is not None
        return self.state

    def do(self, subject: str, act: Act, by: Hand, **data: Any) -> bool:
        """Try something on the day the life has come to; whether it was taken. Once the months are over nothing is."""
        if self.day >= self.ground.last:
            return False
        at = datetime.combine(self.day, time(1, 0), UTC) + timedelta(seconds=self.chance.randrange(8 * 3600))
        if self.state is not None and self.state.last_at is not None:
            at = max(at, self.state.last_at + timedelta(seconds=1))
        owner = self.state.owner if self.state else ""
        setting = self.ground.setting(self.day, owner, self.open_parts)
        made = decide(self.state, Command(subject, act, by, at, data), self.day, setting)
        if isinstance(made, Refused):
            return False
        self.entries.append(made[0])
        self.parts += made[1:]
        self.state = fold(made[:1], self.state)
        return True

    def wait_to_accept(self, unit: str) -> bool:
        """The same until it accepts, which is a small thing: hardly ever it lets that lie."""
        habit = self.ground.offices.habits[unit]
        if self.chance.random() < LEFT_LYING:
            return False
        return self.pass_days(round(self.chance.expovariate(3 / habit.days) + (10 if habit.is_late else 0)))

    def wait(self, unit: str) -> bool:
        """Let the days go by that a unit takes; False where the months are over or the unit lets it lie."""
        habit = self.ground.offices.habits[unit]
        if self.chance.random() > habit.diligence:
            return False
        days = 1 + self.chance.expovariate(1 / habit.days)
        if habit.is_late and self.state is not None and self.state.due is not None:
            days = max(days, (self.state.due - self.day).days - self.chance.randrange(5))
        return self.pass_days(round(days))

    def pass_days(self, days: int) -> bool:
        calendar = self.ground.setting(self.day, "", 0).calendar
        self.day = calendar.add_working_days(self.day, max(days, 0))
        return self.day < self.ground.last


def live(life: Life) -> Life:
    """What becomes of a subject that was opened."""
    state = life.now
    if not state.owner or not life.wait_to_accept(state.owner):
        return life
    if not life.do(state.subject, Act.ACCEPT, _owner(life)):
        return life
    if not state.is_case and not state.item:
        _split(life)
    _report(life)
    for _ in range(MOST_STEPS):
        if not _step(life):
            break
    if not life.now.is_case and life.now.is_open:
        _finish(life)
    return life


def part_of(life: Life, opening: Entry) -> Life:
    """The life of a part that a split opened, from its opening on."""
    state = fold([opening])
    county = life.ground.offices.counties.get(state.owner)
    return Life(life.ground, life.chance, state, life.day, county=county, entries=[opening])


def cases_of(life: Life, count: int) -> Iterator[Life]:
    """Cases of a subject that was accepted, each opened by a school of the county that the part is of."""
    state, ground = life.now, life.ground
    own = ground.offices.schools.get(state.owner, ())
    naming = random.Random(state.subject)  # the chances of what happens stay what they are, whatever things are called
    for number in range(1, count + 1 if own else 1):
        school = own[life.chance.randrange(len(own))]
        case = Life(ground, life.chance, None, life.day, school, ground.offices.counties[state.owner])
        if not case.pass_days(life.chance.randrange(60)):
            return
        title = case_title(_case_of(life), school_called(school.unit), naming)
        told = {"kind": state.kind, "title": title, "owner": state.owner, "is_case": True}
        due = state.due.isoformat() if state.due else None
        if case.do(f"{state.subject}.c{number}", Act.OPEN, school, item=state.subject, due=due, **told):
            yield case


def _case_of(life: Life) -> str:
    """What a case of the subject's kind is; empty where the kind has none."""
    return life.ground.setting(life.day, life.now.owner, 0).kinds[life.now.kind].case or ""


def _owner(life: Life) -> Hand:
    offices, owner = life.ground.offices, life.now.owner
    return offices.units.get(owner) or offices.counties[owner]


def _split(life: Life) -> None:
    """Split the item among the counties, what was promised of it by their size; some the bureau does by itself."""
    state = life.now
    if life.chance.random() < 0.25:
        return
    parts = parts_by_size(state.promised or {}, life.ground.offices.sizes, state.rates)
    children = part_ids(state.subject, parts)
    if life.do(state.subject, Act.SPLIT, _owner(life), parts=parts, children=children):
        life.open_parts = len(children)


def _report(life: Life) -> None:
    """Report each promise that no register measures, most months, honestly or not."""
    state, habit = life.now, life.ground.offices.habits[life.now.owner]
    for promise, amount in (state.promised or {}).items():
        if promise in state.measured:
            continue
        share = 0.0
        while share < 1 and life.chance.random() < habit.diligence and life.pass_days(20):
            share = 1.0 if habit.is_gaming else min(share + life.chance.uniform(0.05, 0.35), 1.1)
            value = round(amount * share, 2 if promise in state.rates else None)
            told = {"promise": promise, "value": value, "as_of": life.day.isoformat()}
            life.do(state.subject, Act.REPORT, _owner(life), **told)


def _step(life: Life) -> bool:
    """Take one step that follows, with its evidence; False where it goes no further."""
    state = life.now
    if not state.is_open:
        return False
    setting = life.ground.setting(life.day, state.owner, 0)
    led = next_steps(steps_of(state, setting), state.step)
    ahead = [step for step in led if not _is_aside(step, led)] or list(led)
    if not ahead:
        return False
    step = ahead[0] if len(ahead) == 1 or life.chance.random() < 0.8 else ahead[-1]
    by = _hand_for(life, step)
    standing = next((s.days for s in steps_of(state, setting) if s.name == state.step), 0)
    if by is None or (standing and not life.pass_days(standing)) or not life.wait(by.unit or state.owner):
        return False
    if step.evidence is not None and step.evidence.value != "register_row":
        copied = life.ground.offices.habits[state.owner].is_gaming
        name = f"{step.name}" if copied else f"{state.subject}/{step.name}/{state.number}"
        given = {"step": step.name, "evidence": step.evidence.value, "sha256": life.ground.evidence(name), "name": MARK}
        if not life.do(state.subject, Act.ATTACH, by, **given):
            return False
    told = answers(step, life.day, f"{state.subject}/{state.number}")
    return life.do(state.subject, Act.STEP, by, step=step.name, **told)


def _is_aside(step: Step, led: tuple[Step, ...]) -> bool:
    """An end beside the road (依法免除): rarely what comes next."""
    return step.closes and len(led) > 1 and step is led[-1]


def _hand_for(life: Life, step: Step) -> Hand | None:
    offices, state = life.ground.offices, life.now
    some = next(iter(offices.counties.values()))
    by = {
        Actor.LEAD: _owner(life),
        Actor.SUPPORT: offices.units.get(state.supports[0]) if state.supports else None,
        Actor.VERIFIER: offices.checker(state.acted, state.owner),
        Actor.COUNTY: life.county or some,
        Actor.SCHOOL: life.school or offices.schools[(life.county or some).unit][0],
        Actor.OFFICE: offices.office,
        Actor.LEADER: offices.leader,
        Actor.ENGINE: Hand("", Seat.ENGINE, "engine"),
    }
    return by[step.by]


def _finish(life: Life) -> None:
    """Submit, be verified by another unit or sent back, be closed out; some get their deadline moved first."""
    state, offices = life.now, life.ground.offices
    habit, is_over = offices.habits[state.owner], bool(state.due and life.day > state.due)
    if state.due and (is_over or habit.is_late) and life.chance.random() < 0.3:
        due = (max(life.day, state.due) + timedelta(days=30)).isoformat()
        life.do(state.subject, Act.EXTEND, offices.office, due=due, reason="模拟：进度推迟")
    for _ in range(3):
        if not life.wait(state.owner) or not life.do(state.subject, Act.SUBMIT, _owner(life)):
            return
        checker = offices.checker(life.now.acted, state.owner)
        if not life.wait(checker.unit):
            return
        if life.chance.random() < 0.75:
            life.do(state.subject, Act.VERIFY, checker)
            if life.wait(offices.office.unit):
                life.do(state.subject, Act.CLOSE, offices.office)
            return
        life.do(state.subject, Act.SEND_BACK, checker, reason="模拟：佐证不足")
