"""Life cycles of all twelve kinds: every way through them is legal, nothing is lost, no unit checks its own work."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from tests.effort import EXAMPLES
from tests.runtime.hands import (
    BY,
    CHECKER,
    COUNTY,
    ENGINE,
    HANDS,
    HELPER,
    KINDS,
    LEAD,
    LEADER,
    OFFICE,
    SCHOOL,
    SETTING,
    START,
    Desk,
    at,
)  # fmt: skip
from yaodian.domain.entry import Act, Entry, Hand, Seat
from yaodian.runtime.command import Command, Refused
from yaodian.runtime.deciding import decide
from yaodian.runtime.lifecycle import BrokenHistory, Phase, fold
from yaodian.runtime.rules import Rules
from yaodian.workspace.simulation.answers import answers

LEGAL = {  # what may follow what, written down again and not read from the code
    Phase.OPENED: {Phase.ASSIGNED},
    Phase.ASSIGNED: {Phase.ASSIGNED, Phase.UNDER_WAY},
    Phase.UNDER_WAY: {Phase.UNDER_WAY, Phase.SUBMITTED, Phase.ASSIGNED, Phase.CLOSED},
    Phase.SUBMITTED: {Phase.SUBMITTED, Phase.VERIFIED, Phase.UNDER_WAY},
    Phase.VERIFIED: {Phase.CLOSED, Phase.UNDER_WAY},
    Phase.CLOSED: {Phase.UNDER_WAY},  # opened again, or a title assessed again
}


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_can_be_walked_from_its_opening_to_its_last_step(kind: str) -> None:
    desk = Desk(kind, is_case=True)
    desk.done(Act.ACCEPT, LEAD)
    desk.walk()
    names = [step.name for step in max(KINDS[kind].editions["steps"].items())[1]]
    assert desk.now.step in names and {r.step for r in desk.now.reached} <= set(names)
    assert fold(desk.entries) == desk.now
    ends = [step for step in max(KINDS[kind].editions["steps"].items())[1] if step.closes]
    assert desk.now.phase is (Phase.CLOSED if ends else Phase.UNDER_WAY)


@pytest.mark.parametrize("kind", KINDS)
def test_every_declared_step_can_be_reached(kind: str) -> None:
    steps = max(KINDS[kind].editions["steps"].items())[1]
    reached: set[str] = set()
    queue: list[tuple[str, ...]] = [()]
    while queue:
        path = queue.pop(0)
        desk = Desk(kind, is_case=True)
        desk.done(Act.ACCEPT, LEAD)
        for name in path:
            desk.take(next(step for step in desk.steps() if step.name == name))
        fresh = [step.name for step in desk.steps() if step.name not in reached]
        reached |= set(fresh)
        queue += [(*path, name) for name in fresh]
    assert reached == {step.name for step in steps}


def test_a_named_title_is_assessed_again_and_what_was_closed_otherwise_is_not() -> None:
    desk = Desk("designation", is_case=True)
    desk.done(Act.ACCEPT, LEAD)
    for _ in range(5):
        desk.take(desk.steps()[0])
    assert desk.now.step == "named" and not desk.now.is_open
    desk.take(desk.steps()[0])
    assert desk.now.step == "reassessed" and desk.now.is_open
    closed = Desk("campaign", is_case=True)
    closed.done(Act.ACCEPT, LEAD)
    closed.walk()
    assert "closed out and cannot" in closed.refused(Act.STEP, LEAD, step="recorded")


def test_a_title_is_publicised_for_five_working_days_before_it_is_named() -> None:
    desk = Desk("designation", is_case=True)
    desk.done(Act.ACCEPT, LEAD)
    for _ in range(4):
        desk.take(desk.steps()[0])
    assert desk.now.step == "publicised"
    desk.today += timedelta(days=3)
    desk.done(Act.ATTACH, LEAD, step="named", evidence="official_document", sha256="0" * 64)
    assert "must stand 5 working days" in desk.refused(Act.STEP, LEAD, step="named")
    desk.today += timedelta(days=4)
    desk.done(Act.STEP, LEAD, step="named")
    assert desk.now.phase is Phase.CLOSED


def test_a_step_waits_for_its_evidence_and_for_the_right_hand() -> None:
    desk = Desk("rectification", is_case=True)
    desk.done(Act.ACCEPT, LEAD)
    assert "attach the evidence" in desk.refused(Act.STEP, COUNTY, step="reported")
    assert "may not take" in desk.refused(Act.STEP, SCHOOL, step="reported")
    assert "next step can only be" in desk.refused(Act.STEP, LEAD, step="closed")


def test_no_unit_checks_what_it_did_itself() -> None:
    desk = Desk("rectification", is_case=True)
    desk.done(Act.ACCEPT, LEAD)
    for _ in range(4):
        desk.take(desk.steps()[0])
    doer = Hand(COUNTY.unit, Seat.UNIT)
    assert "did none of the work" in desk.refused(Act.STEP, doer, step="rechecked")
    assert "did none of the work" in desk.refused(Act.STEP, LEAD, step="rechecked")


def test_an_item_is_closed_only_after_another_unit_verified_it() -> None:
    desk = Desk("attainment")
    assert "it must be submitted" in desk.refused(Act.VERIFY, CHECKER)
    desk.done(Act.ACCEPT, LEAD)
    desk.done(Act.SUBMIT, LEAD)
    assert "did none of the work" in desk.refused(Act.VERIFY, LEAD)
    assert "it must be verified" in desk.refused(Act.CLOSE, OFFICE)
    desk.done(Act.VERIFY, CHECKER)
    desk.done(Act.CLOSE, OFFICE)
    assert desk.now.phase is Phase.CLOSED
    assert "give a reason" in desk.refused(Act.REOPEN, OFFICE)
    desk.done(Act.REOPEN, OFFICE, reason="数据有误")
    assert desk.now.is_open and desk.now.reopened == 1


def test_what_a_register_measures_is_asked_of_nobody() -> None:
    desk = Desk("attainment", measured=["p1"], promised={"p1": 10, "p2": 3})
    desk.done(Act.ACCEPT, LEAD)
    told = {"value": 3, "as_of": START.isoformat()}
    assert "nobody is asked" in desk.refused(Act.REPORT, LEAD, promise="p1", **told)
    assert "no promise 'p3'" in desk.refused(Act.REPORT, LEAD, promise="p3", **told)
    assert "future" in desk.refused(Act.REPORT, LEAD, promise="p2", value=3, as_of="2020-12-01")
    desk.done(Act.REPORT, HELPER, promise="p2", **told)
    assert desk.now.reported[0].value == 3


def test_the_parts_of_a_promise_add_up_and_leave_no_county_out() -> None:
    desk = Desk("project")
    desk.done(Act.ACCEPT, LEAD)
    two = ["c1", "c2"]
    few = desk.refused(Act.SPLIT, LEAD, parts={"甲县": {"p1": 4}, "乙县": {"p1": 5}}, children=two)
    assert "1 too few" in few
    assert "left out: 乙县" in desk.refused(Act.SPLIT, LEAD, parts={"甲县": {"p1": 10}}, children=["c1"])
    assert "owner's" in desk.refused(Act.SPLIT, HELPER, parts={"甲县": {"p1": 6}, "乙县": {"p1": 5}}, children=two)
    made = desk.done(Act.SPLIT, LEAD, parts={"甲县": {"p1": 6}, "乙县": {"p1": 5}}, children=two)
    children = [fold([entry]) for entry in made[1:]]
    assert [(c.subject, c.owner, c.promised, c.item) for c in children] == [
        ("c1", "甲县", {"p1": 6}, "w1"), ("c2", "乙县", {"p1": 5}, "w1"),
    ]  # fmt: skip
    strict = Desk("project", replace(SETTING, rules=Rules(work_parts_may_exceed=False)))
    strict.done(Act.ACCEPT, LEAD)
    many = strict.refused(Act.SPLIT, LEAD, parts={"甲县": {"p1": 6}, "乙县": {"p1": 5}}, children=two)
    assert "1 too many" in many


@pytest.mark.parametrize("kind", KINDS)
def test_no_step_closes_a_work_item_only_its_verification_leads_there(kind: str) -> None:
    desk = Desk(kind)
    desk.done(Act.ACCEPT, LEAD)
    desk.walk()
    assert desk.now.phase is Phase.UNDER_WAY
    desk.done(Act.SUBMIT, LEAD)
    desk.done(Act.VERIFY, Hand("法安科", Seat.UNIT))
    desk.done(Act.CLOSE, OFFICE)
    assert desk.now.phase is Phase.CLOSED


def test_an_item_is_not_submitted_while_parts_are_open() -> None:
    desk = Desk("project", replace(SETTING, open_parts=2))
    desk.done(Act.ACCEPT, LEAD)
    assert "2 parts are still open" in desk.refused(Act.SUBMIT, LEAD)


def test_a_deadline_is_moved_with_reason_by_who_may_and_not_without_end() -> None:
    desk = Desk("project")
    assert "a leader or the office" in desk.refused(Act.EXTEND, LEAD, due="2021-01-31", reason="雨季")
    assert "after the present one" in desk.refused(Act.EXTEND, OFFICE, due="2020-06-30", reason="雨季")
    assert "give a reason" in desk.refused(Act.EXTEND, OFFICE, due="2021-01-31")
    desk.done(Act.EXTEND, OFFICE, due="2021-01-31", reason="雨季")
    desk.done(Act.EXTEND, LEADER, due="2021-02-28", reason="疫情")
    assert "as often as allowed" in desk.refused(Act.EXTEND, OFFICE, due="2021-03-31", reason="再延")
    assert desk.now.due == date(2021, 2, 28) and desk.now.first_due == date(2020, 12, 31) and desk.now.extensions == 2


def test_what_is_suspended_waits_and_gets_its_working_days_back() -> None:
    desk = Desk("project")
    desk.done(Act.ACCEPT, LEAD)
    desk.done(Act.SUSPEND, OFFICE, reason="停工")
    assert "resume it first" in desk.refused(Act.SUBMIT, LEAD)
    desk.done(Act.INSTRUCT, LEADER, text="抓紧")
    desk.today = START + timedelta(days=14)
    desk.done(Act.RESUME, OFFICE)
    assert desk.now.due == date(2021, 1, 14) and not desk.now.is_suspended


def test_work_handed_over_keeps_its_history_and_waits_for_the_new_owner() -> None:
    desk = Desk("policy_document", is_case=True)
    desk.done(Act.ACCEPT, LEAD)
    desk.take(desk.steps()[0])
    desk.done(Act.HAND_OVER, OFFICE, owner=HELPER.unit, reason="职能调整")
    assert desk.now.phase is Phase.ASSIGNED and desk.now.step == "initiated"
    assert "owner's" in desk.refused(Act.ACCEPT, LEAD)
    desk.done(Act.ACCEPT, HELPER)


def test_a_step_sent_back_is_taken_again() -> None:
    desk = Desk("rectification", is_case=True)
    desk.done(Act.ACCEPT, LEAD)
    desk.take(desk.steps()[0])
    desk.take(desk.steps()[0])
    desk.done(Act.SEND_BACK, OFFICE, reason="材料不全")
    assert desk.now.step == "reported" and desk.now.sent_back == 1


def test_a_history_with_a_gap_or_a_double_is_no_history() -> None:
    desk = Desk("routine")
    desk.done(Act.ACCEPT, LEAD)
    first, second = desk.entries
    for entries in ([second], [first, first], [first, replace(second, number=3)]):
        with pytest.raises(BrokenHistory):
            fold(entries)


def test_a_revised_plan_keeps_the_item_and_changes_its_promise() -> None:
    desk = Desk("project")
    desk.done(Act.ACCEPT, LEAD)
    desk.done(Act.REVISE, OFFICE, promised={"p1": 12}, due="2021-06-30", reason="年中调整")
    assert desk.now.promised == {"p1": 12} and desk.now.due == date(2021, 6, 30)
    assert desk.now.first_due == date(2020, 12, 31)


def test_only_the_office_opens_an_item_and_only_once() -> None:
    command = Command("w9", Act.OPEN, LEAD, at(START), {"kind": "project"})
    made = decide(None, command, START, SETTING)
    assert isinstance(made, Refused) and "only the office" in made.words.en
    assert "open already" in Desk("project").refused(Act.OPEN, OFFICE, kind="project")


class AnyLife(RuleBasedStateMachine):
    """Whatever is asked by whomever, an accepted command is legal and a refused one changes nothing."""

    @initialize(kind=st.sampled_from(sorted(KINDS)), is_case=st.booleans())
    def begin(self, kind: str, is_case: bool) -> None:
        self.desk = self.desk_for(kind, is_case)
        self.before = self.desk.now

    def desk_for(self, kind: str, is_case: bool) -> Desk:
        return Desk(kind, is_case=is_case)

    @rule(
        act=st.sampled_from([a for a in Act if a is not Act.OPEN]),
        by=st.sampled_from(HANDS),
        data=st.data(),
        days=st.integers(0, 9),
    )
    def ask(self, act: Act, by: Hand, data: st.DataObject, days: int) -> None:
        self.desk.today += timedelta(days=days)
        self.before = self.desk.now
        made = self.desk.tried(act, by, **self._data(act, data))
        if isinstance(made, Refused):
            assert self.desk.now is self.before and made.words.zh and made.words.en
        else:
            self._check(act, by, made)

    @rule(data=st.data())
    def go_on(self, data: st.DataObject) -> None:
        """Do what would bring it forward, so that walks go deep."""
        self.before = state = self.desk.now
        if state.is_suspended:
            self.desk.done(Act.RESUME, OFFICE)
        elif state.phase is Phase.ASSIGNED:
            self.desk.done(Act.ACCEPT, Hand(state.owner, Seat.UNIT))
        elif state.phase is Phase.UNDER_WAY and self.desk.steps():
            step = data.draw(st.sampled_from(self.desk.steps()))
            by = Hand(state.owner, Seat.UNIT) if step.by.value == "lead" else BY[step.by]
            self.desk.today += timedelta(days=14)
            if step.evidence:
                self.desk.tried(Act.ATTACH, by, step=step.name, evidence=step.evidence.value, sha256="e" * 64)
            self.before = self.desk.now
            told = answers(step, self.desk.today, "w1") if data.draw(st.integers(0, 9)) else {}
            made = self.desk.tried(Act.STEP, by, step=step.name, **told)
            assert told or not step.asks or isinstance(made, Refused), "nothing that is asked is left out"
            if not isinstance(made, Refused):
                self._check(Act.STEP, by, made)

    def _data(self, act: Act, data: st.DataObject) -> dict[str, Any]:
        state = self.desk.now
        names = [s.name for s in max(KINDS[state.kind].editions["steps"].items())[1]]
        given: dict[str, Any] = {"reason": data.draw(st.sampled_from(["", "有理由"]))}
        if act in (Act.STEP, Act.ATTACH):
            given |= {"step": data.draw(st.sampled_from(names)), "evidence": "list", "sha256": "a" * 64}
        if act in (Act.ASSIGN, Act.HAND_OVER):
            given["owner"] = data.draw(st.sampled_from([LEAD.unit, HELPER.unit, ""]))
        if act is Act.EXTEND:
            given["due"] = (self.desk.today + timedelta(days=data.draw(st.integers(-5, 400)))).isoformat()
        if act is Act.REPORT:
            given |= {
                "promise": data.draw(st.sampled_from(["p1", "x"])),
                "value": 3.0,
                "as_of": self.desk.today.isoformat(),
            }
        if act is Act.SPLIT:
            parts = {"甲县": {"p1": data.draw(st.integers(0, 12))}, "乙县": {"p1": data.draw(st.integers(0, 12))}}
            given |= {"parts": parts, "children": ["c1", "c2"]}
        if act is Act.MOVE_EDITION:
            given |= {"edition": "2030-01-01", "steps": {}}
        return given

    def _check(self, act: Act, by: Hand, made: tuple[Entry, ...]) -> None:
        before, after = self.before, self.desk.now
        assert after.number == before.number + 1
        assert after.phase is before.phase or after.phase in LEGAL[before.phase], (act, before.phase, after.phase)
        assert not before.is_suspended or act in (Act.RESUME, Act.INSTRUCT, Act.REVISE, Act.MOVE_EDITION)
        if act is Act.VERIFY:
            assert by.unit != before.owner and by.unit not in before.acted and by not in (ENGINE, SCHOOL)
        if act is Act.STEP:
            self._check_step(by)
        if act is Act.SPLIT:
            assert sum(fold([entry]).promised["p1"] for entry in made[1:]) >= before.promised["p1"]  # type: ignore[index]
        if act is Act.EXTEND:
            assert before.due and after.due and after.due > before.due and after.extensions <= 2

    def _check_step(self, by: Hand) -> None:
        steps = max(KINDS[self.desk.now.kind].editions["steps"].items())[1]
        names = [s.name for s in steps]
        came, went = self.before.step, self.desk.now.step
        step = steps[names.index(went or "")]
        followed = names.index(went or "") == (names.index(came) + 1 if came else 0)
        aside = step.closes and all(step.name not in s.to for s in steps)
        assert followed or aside or (came and went in steps[names.index(came)].to)
        assert step.by.value != "verifier" or (by.unit != self.before.owner and by.unit not in self.before.acted)

    @invariant()
    def nothing_is_lost(self) -> None:
        if hasattr(self, "desk"):
            assert fold(self.desk.entries) == self.desk.now
            assert [entry.number for entry in self.desk.entries] == list(range(1, len(self.desk.entries) + 1))


TestAnyLife = AnyLife.TestCase
TestAnyLife.settings = settings(
    max_examples=EXAMPLES, stateful_step_count=40, deadline=None, suppress_health_check=list(HealthCheck)
)
