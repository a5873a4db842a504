"""催办: what falls due for a subject on a day, and the next rung where the one before went unanswered."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from yaodian.domain.finding import Words
from yaodian.domain.schooldays import SchoolCalendar
from yaodian.runtime.lifecycle import Phase, State
from yaodian.runtime.rules import Ladder


class Rung(StrEnum):
    """阶梯: 提醒, 催办, 督办, 报告领导; each needs the one before to have gone unanswered. 告知 is none of them: it asks for no
    answer."""

    REMIND = "remind"
    URGE = "urge"
    SUPERVISE = "supervise"
    REPORT = "report"
    INFORM = "inform"

    @property
    def words(self) -> Words:
        return _RUNGS[self]


_RUNGS = {
    Rung.REMIND: Words("提醒单", "reminder"),
    Rung.URGE: Words("催办单", "urgent reminder"),
    Rung.SUPERVISE: Words("督办单", "supervision notice"),
    Rung.REPORT: Words("报告领导", "report to the leaders"),
    Rung.INFORM: Words("告知单", "notice"),
}
LADDER = (Rung.REMIND, Rung.URGE, Rung.SUPERVISE, Rung.REPORT)


@dataclass(frozen=True, slots=True)
class Reminder:
    """One notice: of which rung, for what cause, to which unit, due on which day. `key` is unique for cause and rung, so
    that it is recorded once however often it is worked out."""

    subject: str
    cause: str
    rung: Rung
    unit: str
    on: date
    words: Words

    @property
    def key(self) -> str:
        return f"{self.subject}/{self.cause}/{self.rung.value}"


@dataclass(frozen=True, slots=True)
class Sent:
    """A notice that was recorded, by its key, and the day of it."""

    key: str
    on: date


def reminders(
    state: State, sent: Iterable[Sent], today: date, ladder: Ladder, calendar: SchoolCalendar
) -> list[Reminder]:
    """The notices that are due today and were not recorded yet; none for what is suspended or closed.

    A notice was answered when the subject got an entry after it; the next rung follows an unanswered one only, and one
    rung a day at most for each cause.
    """
    if state.is_suspended or not state.is_open or not state.owner:
        return []
    known = {one.key: one.on for one in sent}
    due = (_unaccepted(state, today, ladder, calendar), _due(state, today, ladder, calendar))
    found = (_next_rung(state, cause, words, known, today, ladder, calendar) for cause, words in filter(None, due))
    return [one for one in found if one]


def _unaccepted(state: State, today: date, ladder: Ladder, calendar: SchoolCalendar) -> tuple[str, Words] | None:
    since = state.unaccepted_since
    if since is None:
        return None
    waited = calendar.working_days_between(since, today)
    if waited < ladder.work_accept_days:
        return None
    return f"accept:{since}", Words(
        f"“{state.title}”交办{waited}个工作日还没有签收",
        f"{state.title!r} was assigned {waited} working days ago and is not accepted",
    )


def _due(state: State, today: date, ladder: Ladder, calendar: SchoolCalendar) -> tuple[str, Words] | None:
    if state.due is None or state.phase is Phase.VERIFIED:
        return None
    if today > state.due:
        late = calendar.working_days_between(state.due, today)
        return f"due:{state.due}", Words(
            f"“{state.title}”已过期{late}个工作日（期限{state.due}）",
            f"{state.title!r} is {late} working days overdue (due {state.due})",
        )
    left = calendar.working_days_between(today, state.due)
    if left > ladder.work_remind_days:
        return None
    return f"due:{state.due}", Words(
        f"“{state.title}”还剩{left}个工作日（期限{state.due}）",
        f"{state.title!r} has {left} working days left (due {state.due})",
    )


def _next_rung(
    state: State,
    cause: str,
    words: Words,
    known: dict[str, date],
    today: date,
    ladder: Ladder,
    calendar: SchoolCalendar,
) -> Reminder | None:
    rungs = LADDER
    last: tuple[Rung, date] | None = None
    for rung in rungs:
        on = known.get(f"{state.subject}/{cause}/{rung.value}")
        if on is not None:
            last = rung, on
    if last is None:
        return Reminder(state.subject, cause, Rung.REMIND, state.owner, today, words)
    rung, on = last
    answered = state.last_at is not None and state.last_at.date() > on
    waited = calendar.working_days_between(on, today)
    is_overdue = (state.due is not None and today > state.due) or cause.startswith("accept:")
    if answered or waited < ladder.work_answer_days or rung is rungs[-1] or not is_overdue:
        return None
    return Reminder(state.subject, cause, rungs[rungs.index(rung) + 1], state.owner, today, words)


def all_reminders(
    states: Collection[State], sent: Iterable[Sent], today: date, ladder: Ladder, calendar: SchoolCalendar
) -> list[Reminder]:
    """The notices of many subjects, in the order of their keys."""
    by_subject: dict[str, list[Sent]] = {}
    for one in sent:
        by_subject.setdefault(one.key.partition("/")[0], []).append(one)
    found = [r for s in states for r in reminders(s, by_subject.get(s.subject, ()), today, ladder, calendar)]
    return sorted(found, key=lambda reminder: reminder.key)
