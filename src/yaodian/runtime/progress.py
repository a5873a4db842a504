"""进度: which observation speaks, how much of the way is gone, what is missing and how fast it would have to come."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from yaodian.domain.observation import EXTERNAL, MEASURED, REPORTED, Observation, Origin
from yaodian.domain.schooldays import SchoolCalendar
from yaodian.runtime.promise import Promise


@dataclass(frozen=True, slots=True)
class Progress:
    """Where a promise stands by the `observation` that speaks for it.

    `reading` is held against the promise (see `Promise.reading`); `remaining` is what is missing, in the same unit;
    `share` of the way from the baseline is gone (0–1; None without a baseline); `days_left` are working days;
    `needed_rate` is what each of them would have to bring (0 where nothing is missing, None where no day is left).
    """

    observation: Observation
    reading: float
    remaining: float
    share: float | None
    days_left: int
    needed_rate: float | None


def speaking(
    promise: Promise, observations: Iterable[Observation], today: date, sources: Sequence[Origin]
) -> Observation | None:
    """The newest observation by `today` of the first of the `sources` that has one with a reading; a later one in the
    sequence goes before an earlier one of the same day."""
    known = [o for o in observations if o.as_of <= today and promise.reading(o) is not None]
    for source in sources:
        own = [o for o in known if o.source is source]
        if own:
            return max(enumerate(own), key=lambda numbered: (numbered[1].as_of, numbered[0]))[1]
    return None


def progress(
    promise: Promise, observations: Iterable[Observation], today: date, calendar: SchoolCalendar
) -> Progress | None:
    """The progress by the measured value; by a published one where none was measured, by a reported one where there is
    neither; None where nothing is known, and of promises that cannot be judged."""
    observation = speaking(promise, observations, today, (MEASURED, EXTERNAL, REPORTED))
    if observation is None or promise.low is None:
        return None
    reading = promise.reading(observation)
    assert reading is not None
    remaining = promise.missing(reading)
    left = calendar.working_days_between(today, promise.due)
    rate = 0.0 if promise.is_met(reading) else remaining / left if left else None
    return Progress(observation, reading, remaining, _share(promise, reading, remaining), left, rate)


def _share(promise: Promise, reading: float, remaining: float) -> float | None:
    if promise.is_met(reading):
        return 1.0
    if promise.baseline is None:
        return None
    way = promise.missing(promise.baseline)
    return min(max(1 - remaining / way, 0.0), 1.0) if way else 0.0
