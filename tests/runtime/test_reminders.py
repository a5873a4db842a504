"""Notices: once for each cause, the next rung only after an unanswered one, on working days of a real calendar."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.effort import EXAMPLES
from tests.runtime.hands import LEAD, OFFICE, START, Desk
from yaodian.declare.parameter import Parameter
from yaodian.domain.entry import Act
from yaodian.domain.schooldays import SchoolCalendar
from yaodian.runtime.in_force import in_force
from yaodian.runtime.reminders import Reminder, Rung, Sent, all_reminders, reminders
from yaodian.runtime.rules import Ladder, Rules
from yaodian.workspace.bureau import load_bureau
from yaodian.workspace.records import records_catalogue

CALENDAR = load_bureau().calendar or SchoolCalendar()
LADDER = Ladder()


def due(desk: Desk, on: date, sent: list[Sent] | None = None) -> list[Reminder]:
    return reminders(desk.now, sent or [], on, LADDER, CALENDAR)


def test_a_unit_that_does_not_accept_is_reminded_after_three_working_days() -> None:
    desk = Desk("project")
    assert due(desk, START + timedelta(days=2)) == []
    (notice,) = due(desk, START + timedelta(days=3))
    assert (notice.rung, notice.unit) == (Rung.REMIND, LEAD.unit) and "没有签收" in notice.words.zh


def test_a_notice_is_worked_out_once_however_often_it_is_asked_for() -> None:
    desk = Desk("project")
    (notice,) = due(desk, START + timedelta(days=3))
    assert due(desk, START + timedelta(days=3), [Sent(notice.key, notice.on)]) == []


def test_the_next_rung_follows_an_unanswered_notice_only() -> None:
    desk = Desk("project")
    day, sent, rungs = START + timedelta(days=3), list[Sent](), list[Rung]()
    for _ in range(60):
        for notice in due(desk, day, sent):
            sent.append(Sent(notice.key, notice.on))
            rungs.append(notice.rung)
        day += timedelta(days=1)
    assert rungs == [Rung.REMIND, Rung.URGE, Rung.SUPERVISE, Rung.REPORT]
    answered = Desk("project")
    first = due(answered, START + timedelta(days=3))[0]
    answered.today = first.on + timedelta(days=1)
    answered.done(Act.ACCEPT, LEAD)
    assert due(answered, first.on + timedelta(days=40), [Sent(first.key, first.on)]) == []


def test_a_deadline_is_announced_and_what_is_late_climbs() -> None:
    desk = Desk("project", due="2020-09-30")
    desk.done(Act.ACCEPT, LEAD)
    assert due(desk, date(2020, 9, 10)) == []
    (notice,) = due(desk, date(2020, 9, 21))
    assert "还剩8个工作日" in notice.words.zh  # 27 September is worked instead of the holidays
    sent = [Sent(notice.key, notice.on)]
    assert due(desk, date(2020, 9, 30), sent) == []
    (late,) = due(desk, date(2020, 10, 12), sent)
    assert late.rung is Rung.URGE and "已过期" in late.words.zh


def test_what_is_suspended_closed_or_nobodys_gets_no_notice() -> None:
    desk = Desk("project", due="2020-03-10")
    desk.done(Act.SUSPEND, OFFICE, reason="停工")
    assert due(desk, date(2020, 4, 1)) == []
    assert due(Desk("project", owner="", due="2020-03-10"), date(2020, 4, 1)) == []


def test_notices_of_many_subjects_are_each_their_own() -> None:
    desk = Desk("project")
    found = all_reminders(
        [desk.now], [Sent("another/accept:2020-03-02/remind", START)], START + timedelta(days=4), LADDER, CALENDAR
    )
    assert [one.subject for one in found] == ["w1"]


def test_rules_and_ladder_are_dated_parameters() -> None:
    parameters = records_catalogue().of(Parameter)
    assert in_force(Rules, parameters, date(2020, 1, 1)) == Rules()
    assert in_force(Ladder, parameters, date(2020, 1, 1)) == Ladder()


@settings(max_examples=EXAMPLES, deadline=None)
@given(st.dates(date(2020, 1, 1), date(2021, 2, 28)), st.integers(1, 60))
def test_the_first_notice_of_a_deadline_comes_on_the_day_an_oracle_counts(due_on: date, before: int) -> None:
    desk = Desk("project", due=due_on.isoformat())
    desk.today = date(2019, 12, 1)
    desk.done(Act.ACCEPT, LEAD)
    today = due_on - timedelta(days=before)
    left = sum(CALENDAR.is_working_day(today + timedelta(days=n)) for n in range(1, before + 1))
    assert bool(due(desk, today)) == (left <= LADDER.work_remind_days)
