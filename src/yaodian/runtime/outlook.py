"""展望: the trajectory of a promise's observations to its deadline."""

from __future__ import annotations

import math
from collections.abc import Iterable
from datetime import date
from itertools import pairwise

from yaodian.algorithms.trajectory import CUMULATIVE, LEVEL, Course, Trajectory, trajectory
from yaodian.domain.observation import Observation
from yaodian.domain.schooldays import SchoolCalendar
from yaodian.runtime.progress import progress
from yaodian.runtime.promise import Promise


def outlook_of(
    promise: Promise, observations: Iterable[Observation], course: Course, today: date, calendar: SchoolCalendar
) -> Trajectory | None:
    """Where the observations known `today` are heading on the day due, and the chance that the promise is kept then.

    They are those of the source that speaks for the promise, one a day. A cumulative amount is followed over working
    days, anything else over calendar days; the cases missing of “all” are a level that ends at 0. None for fewer than
    two values, from the day due on, for amounts that fell (they were corrected and are no trajectory) or have not begun, and for a
    promise that cannot be judged.
    """
    seen = sorted(observations, key=lambda o: o.as_of)
    done = progress(promise, seen, today, calendar)
    if done is None:
        return None
    course = LEVEL if promise.all else course
    own = [o for o in seen if o.source is done.observation.source and o.as_of <= today]
    readings = {  # the last value of each day
        _day(own[0].as_of, one.as_of, course, calendar): reading
        for one in own
        if (reading := promise.reading(one)) is not None
    }
    days, values, at = list(readings), list(readings.values()), _day(own[0].as_of, promise.due, course, calendar)
    fell = any(after < before for before, after in pairwise(values))
    if at <= days[-1] or (course is CUMULATIVE and (fell or not any(values))):
        return None
    wanted, rising = _promised(promise)
    bounds = (0.0, math.inf) if promise.all else (-math.inf, math.inf)
    return trajectory(days, values, course=course, at=at, promise=wanted, rising=rising, bounds=bounds)


def _day(first: date, on: date, course: Course, calendar: SchoolCalendar) -> int:
    return calendar.working_days_between(first, on) if course is CUMULATIVE else (on - first).days


def _promised(promise: Promise) -> tuple[float | None, bool]:
    """The one bound of a promise and whether values rise to it; none where it has two."""
    assert promise.low is not None and promise.high is not None
    if math.isinf(promise.high):
        return promise.low, True
    return (promise.high, False) if math.isinf(promise.low) else (None, True)
