"""Hands, commands and walks for lifecycle tests: who does what with an invented item."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256
from typing import Any

from yaodian.declare.catalogue import Catalogue
from yaodian.declare.kind import Actor, Kind, Step
from yaodian.domain.entry import Act, Entry, Hand, Seat
from yaodian.runtime.command import Command, Refused, Setting, steps_of
from yaodian.runtime.deciding import decide
from yaodian.runtime.lifecycle import State, fold
from yaodian.runtime.steps import next_steps
from yaodian.workspace.simulation.answers import answers

KINDS = Catalogue.walk("yaodian.catalogue", ("kinds",)).of(Kind)
SETTING = Setting(KINDS, counties=frozenset({"甲县", "乙县"}))
START = date(2020, 3, 2)
OFFICE, LEADER, ENGINE = Hand("局办公室", Seat.OFFICE), Hand("局长", Seat.LEADER), Hand("", Seat.ENGINE)
LEAD, HELPER, CHECKER = Hand("基教科", Seat.UNIT), Hand("计财科", Seat.UNIT), Hand("督导办", Seat.UNIT)
COUNTY, SCHOOL = Hand("甲县", Seat.COUNTY), Hand("某小学", Seat.SCHOOL)
HANDS = (OFFICE, LEADER, ENGINE, LEAD, HELPER, CHECKER, COUNTY, SCHOOL)
BY = {
    Actor.LEAD: LEAD, Actor.SUPPORT: HELPER, Actor.VERIFIER: CHECKER, Actor.COUNTY: COUNTY, Actor.SCHOOL: SCHOOL,
    Actor.OFFICE: OFFICE, Actor.LEADER: LEADER, Actor.ENGINE: ENGINE,
}  # fmt: skip


def at(on: date) -> datetime:
    return datetime.combine(on, time(9), UTC)


def opened(kind: str, **more: Any) -> dict[str, Any]:
    return {
        "kind": kind, "owner": LEAD.unit, "supports": [HELPER.unit], "title": "某项工作", "due": "2020-12-31",
        "promised": {"p1": 10}, **more,
    }  # fmt: skip


class Desk:
    """A subject with its entries, to which commands are given day by day."""

    def __init__(self, kind: str, setting: Setting = SETTING, **more: Any) -> None:
        self.setting, self.today, self.entries = setting, START, list[Entry]()
        self.state: State | None = None
        self.done(Act.OPEN, OFFICE, **opened(kind, **more))

    @property
    def now(self) -> State:
        assert self.state is not None
        return self.state

    def tried(self, act: Act, by: Hand, **data: Any) -> tuple[Entry, ...] | Refused:
        """What the command comes to; its own entries are taken in."""
        made = decide(self.state, Command("w1", act, by, at(self.today), data), self.today, self.setting)
        if not isinstance(made, Refused):
            self.entries.append(made[0])
            self.state = fold(made[:1], self.state)
        return made

    def done(self, act: Act, by: Hand, **data: Any) -> tuple[Entry, ...]:
        made = self.tried(act, by, **data)
        assert not isinstance(made, Refused), made.words.zh
        return made

    def refused(self, act: Act, by: Hand, **data: Any) -> str:
        before = self.state
        made = self.tried(act, by, **data)
        assert isinstance(made, Refused) and self.state is before
        assert made.words.zh and made.words.en
        return made.words.en

    def steps(self) -> Sequence[Step]:
        return next_steps(steps_of(self.now, self.setting), self.now.step)

    def take(self, step: Step) -> None:
        """Take a step with its evidence, after the days that the one before must stand."""
        self.today += timedelta(days=14)
        by = BY[step.by]
        if step.evidence:
            self.done(
                Act.ATTACH,
                by,
                step=step.name,
                evidence=step.evidence.value,
                sha256=sha256(step.name.encode()).hexdigest(),
            )
        self.done(Act.STEP, by, step=step.name, **answers(step, self.today, "w1"))

    def walk(self, most: int = 30) -> None:
        """Take the first step that may follow until an end is reached or none follows."""
        for _ in range(most):
            led = self.steps()
            if not self.now.is_open or not led:
                return
            self.take(led[0])
