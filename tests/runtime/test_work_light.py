"""The light of a work item against an oracle that counts days one by one from the calendar's own tables."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from tests.runtime.hands import LEAD, Desk
from yaodian.domain.entry import Act
from yaodian.domain.finding import Words
from yaodian.runtime.lifecycle import Phase, State
from yaodian.runtime.lights import AMBER, GREEN, GREY, ORANGE, RED, UNKNOWN, Light
from yaodian.runtime.rules import Ladder
from yaodian.runtime.thresholds import Thresholds
from yaodian.runtime.work_light import waiting_light, work_light, worst
from yaodian.workspace.bureau import load_bureau

CALENDAR = load_bureau().calendar
THRESHOLDS = Thresholds(0.3, 0.15, 0.8, 0.5, 0.1, 0.05, 0.1)


def counted(start: date, end: date) -> int:
    """Working days after the start up to the end, day by day: weekdays that are no holiday, and weekends made up for."""
    assert CALENDAR is not None
    days = [start + timedelta(n) for n in range(1, (end - start).days + 1)]
    return sum((d.weekday() < 5 and d not in CALENDAR.holidays) or d in CALENDAR.makeup_days for d in days)


def oracle(opened: date, due: date, today: date, phase: Phase) -> str:
    if phase is Phase.CLOSED:
        return "green"
    if today > due:
        return "red"
    if phase in (Phase.SUBMITTED, Phase.VERIFIED):
        return "green"
    left, total = counted(today, due), counted(opened, due)
    return "orange" if left <= total * 0.15 else "amber" if left <= total * 0.3 else "green"


def state_on(opened: date, due: date | None, phase: Phase) -> State:
    state = Desk("project").now
    return replace(state, opened_on=opened, due=due, phase=phase, last_at=datetime(2020, 6, 1, tzinfo=UTC))


def test_a_thousand_dates_have_the_colour_that_counting_day_by_day_gives() -> None:
    assert CALENDAR is not None
    chance = random.Random(20)
    edges = [
        date(2020, 2, 29),
        date(2020, 12, 31),
        date(2020, 1, 1),
        date(2020, 10, 1),
        date(2020, 6, 28),
        date(2019, 10, 12),
    ]
    for n in range(1_000):
        opened = date(2019, 1, 2) + timedelta(chance.randrange(600))
        due = edges[n % len(edges)] if n % 3 == 0 else opened + timedelta(chance.randrange(1, 400))
        due = max(due, opened)
        today = opened + timedelta(chance.randrange(0, 430))
        phase = chance.choice(list(Phase))
        found = work_light(state_on(opened, due, phase), THRESHOLDS, today, CALENDAR)
        assert found.colour == oracle(opened, due, today, phase), (opened, due, today, phase)
        assert any(letter.isdigit() for letter in found.why.zh) and any(letter.isdigit() for letter in found.why.en)


def test_what_is_suspended_or_has_no_deadline_is_grey() -> None:
    assert CALENDAR is not None
    open_ended = state_on(date(2020, 1, 2), None, Phase.UNDER_WAY)
    assert work_light(open_ended, THRESHOLDS, date(2020, 6, 1), CALENDAR).colour is GREY
    desk = Desk("project")
    desk.done(Act.ACCEPT, LEAD)
    suspended = replace(desk.now, is_suspended=True, suspended_on=date(2020, 5, 1))
    assert work_light(suspended, THRESHOLDS, date(2021, 6, 1), CALENDAR).colour is GREY


@pytest.mark.parametrize(
    ("by_dates", "promises", "expected"),
    [
        (GREEN, [RED, GREEN], RED),
        (AMBER, [GREEN], AMBER),
        (ORANGE, [UNKNOWN, GREY], ORANGE),
        (GREY, [AMBER], AMBER),
        (GREY, [], GREY),
    ],
)
def test_an_item_shows_the_worst_of_what_is_known_of_it(by_dates: str, promises: list[str], expected: str) -> None:
    def lit(colour: str) -> Light:
        return Light(colour, Words("灯", "light"))  # type: ignore[arg-type]

    assert worst(lit(by_dates), map(lit, promises)).colour is expected


def test_what_is_not_accepted_turns_amber_and_worse_as_notices_go_unanswered() -> None:
    assert CALENDAR is not None
    opened = date(2020, 3, 2)
    waiting = replace(state_on(opened, date(2020, 12, 31), Phase.ASSIGNED), last_at=None)
    ladder = Ladder(work_accept_days=3, work_answer_days=5)
    found = [waiting_light(waiting, ladder, CALENDAR.add_working_days(opened, days), CALENDAR) for days in range(20)]
    assert [one.colour if one else None for one in found] == [*[None] * 4, *[AMBER] * 5, *[ORANGE] * 5, *[RED] * 6]
    taken_up = state_on(opened, date(2020, 12, 31), Phase.UNDER_WAY)
    assert waiting_light(taken_up, ladder, date(2020, 12, 1), CALENDAR) is None
