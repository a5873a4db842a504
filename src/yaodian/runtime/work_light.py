"""事项的灯: a work item's colour from its dates and steps, and the worst of what its promises show; nobody chooses it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from yaodian.domain.finding import Words
from yaodian.domain.schooldays import SchoolCalendar
from yaodian.runtime.lifecycle import Phase, State
from yaodian.runtime.lights import AMBER, GREEN, GREY, ORANGE, RED, Colour, Light
from yaodian.runtime.rules import Ladder
from yaodian.runtime.thresholds import Thresholds

WORST_FIRST = (RED, ORANGE, AMBER, GREEN)
_DONE_BY_OWNER = (Phase.SUBMITTED, Phase.VERIFIED)


def work_light(state: State, thresholds: Thresholds, today: date, calendar: SchoolCalendar) -> Light:
    """The light of a subject by its dates alone.

    Green once it is closed out, grey while it is suspended or has no deadline, red past its deadline. Before it orange and
    amber by the share of its working days that is left, as long as its owner has not submitted it.
    """
    closed = state.phase is Phase.CLOSED
    if closed and state.last_at is not None:
        return Light(GREEN, Words(f"{state.last_at.date()}已销号。", f"Closed out on {state.last_at.date()}."))
    if state.is_suspended:
        return Light(GREY, Words(f"自{state.suspended_on}暂停。", f"Suspended since {state.suspended_on}."))
    if state.due is None:
        return Light(GREY, Words("没有期限，无法按时间判断。", "It has no deadline to be judged by."))
    if today > state.due:
        late = calendar.working_days_between(state.due, today)
        return Light(
            RED,
            Words(
                f"期限{state.due}已过{late}个工作日，还没有销号。",
                f"{late} working days past the deadline {state.due} and not closed out.",
            ),
        )
    left = calendar.working_days_between(today, state.due)
    total = calendar.working_days_between(state.opened_on or today, state.due)
    if state.phase in _DONE_BY_OWNER:
        why = Words(
            f"已提请核验，离期限{state.due}还有{left}个工作日。",
            f"Submitted, {left} working days before the deadline {state.due}.",
        )
        return Light(GREEN, why)
    why = Words(
        f"离期限{state.due}还有{left}个工作日（共{total}个）。",
        f"{left} of {total} working days left until the deadline {state.due}.",
    )
    return Light(_by_time_left(left, total, thresholds), why)


def _by_time_left(left: int, total: int, thresholds: Thresholds) -> Colour:
    if left <= thresholds.light_orange_share * total:
        return ORANGE
    return AMBER if left <= thresholds.light_amber_share * total else GREEN


def waiting_light(state: State, ladder: Ladder, today: date, calendar: SchoolCalendar) -> Light | None:
    """The light of a subject that its owner has not accepted: amber after the days that are given for it, orange and red as
    one notice after another goes unanswered; None within them, and of what was accepted."""
    since = state.unaccepted_since
    if since is None or state.is_suspended:
        return None
    waited = calendar.working_days_between(since, today)
    over = waited - ladder.work_accept_days
    if over <= 0:
        return None
    why = Words(
        f"交办{waited}个工作日还没有签收（应在{ladder.work_accept_days}个工作日内）。",
        f"Not accepted {waited} working days after it was assigned ({ladder.work_accept_days} are given).",
    )
    return Light((AMBER, ORANGE, RED)[min((over - 1) // ladder.work_answer_days, 2)], why)


def worst(by_dates: Light, promises: Iterable[Light]) -> Light:
    """The worst of the light by dates and those of the promises that can be judged; of equals the first."""
    known = [one for one in (by_dates, *promises) if one.colour in WORST_FIRST]
    return min(known, key=lambda one: WORST_FIRST.index(one.colour)) if known else by_dates
