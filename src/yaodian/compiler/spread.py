"""节点分布: the rule that gives each step of a life cycle its day between the start and the due day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from yaodian.declare.kind import Step
from yaodian.domain.schooldays import SchoolCalendar


def main_path(steps: Sequence[Step]) -> list[Step]:
    """The steps of the straight way to close-out: from the first one along the first way on, up to the step that closes."""
    by_name = {step.name: step for step in steps}
    path: list[Step] = []
    step = steps[0] if steps else None
    while step and step not in path:
        path.append(step)
        if step.closes:
            break
        following = steps[steps.index(step) + 1 :]
        step = by_name.get(step.to[0]) if step.to else (following[0] if following else None)
    return path


def spread(stays: Sequence[int], start: date, due: date, calendar: SchoolCalendar) -> list[date]:
    """The day of each step, in order; `stays` says for how many working days at least a step lasts before the next.

    1. The working days from `start` to `due` are shared out evenly: of n steps, step k falls on the day that ends the
       k-th part; the last step falls on the last working day not after `due`.
    2. From the end backward, a step that must stay for d working days is set at least d before the one after it.
    3. No step falls before the first working day: where the time is too short, the first steps share that day.
    4. Without a working day between the two, every step falls on `due`.
    """
    days = [day for day in _days(start, due) if calendar.is_working_day(day)]
    if not days:
        return [due] * len(stays)
    count, places = len(stays), []
    latest = len(days) - 1
    for number in range(count, 0, -1):
        even = -(-len(days) * number // count) - 1
        stay = stays[number - 1] if number < count else 0
        latest = max(0, min(even, latest - stay))
        places.append(latest)
    return [days[place] for place in reversed(places)]


def _days(start: date, due: date) -> list[date]:
    return [start + timedelta(days=n) for n in range((due - start).days + 1)]
