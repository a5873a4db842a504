"""走势: where dated values are heading: the value to expect on a later day, its interval, the chance to reach a promise.

One value has no direction and gives no trajectory. Two give a direction, but of a level or a ratio nothing shows how far
off it may be: the interval is all that is possible and the chance is not known. From three on the interval is that of a
Student's t with the few degrees of freedom there are, so few values give a wide one.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from yaodian.algorithms.columns import Floats, Numbers, floats

RATIO_STEP = 0.001  # ratios are told apart by a tenth of a percent: what is nearer to 0 or 1 is there
LOGIT_ROUNDS = 25  # of reweighing; ratios of any size settle within ten


class Course(StrEnum):
    """How values move: a level up and down, a cumulative amount only up, a ratio between 0 and 1."""

    LEVEL = "level"
    CUMULATIVE = "cumulative"
    RATIO = "ratio"


LEVEL, CUMULATIVE, RATIO = Course.LEVEL, Course.CUMULATIVE, Course.RATIO


@dataclass(frozen=True, slots=True)
class Trajectory:
    """What to expect on day `at`: `expected`, with `confidence` between `low` and `high` (±inf where nothing bounds it).

    `chance` (0–1) is that of having reached the promise on that day; None where no promise was given or nothing shows
    how far off the expectation may be. `points` is how many values it rests on.
    """

    at: float
    expected: float
    low: float
    high: float
    confidence: float
    points: int
    chance: float | None = None


@dataclass(frozen=True, slots=True)
class _Prediction:
    """A location with a scale (None: unknown) and degrees of freedom of a Student's t."""

    centre: float
    scale: float | None
    freedom: int

    def at(self, tail: float) -> float:
        """The value below which `tail` of the chance lies."""
        from scipy.special import stdtrit  # noqa: PLC0415 - slow to import, and only trajectories need it

        if self.scale is None:
            return math.copysign(math.inf, tail - 0.5)
        return self.centre + float(stdtrit(self.freedom, tail)) * self.scale

    def chance_above(self, value: float) -> float | None:
        from scipy.special import stdtr  # noqa: PLC0415 - slow to import, and only trajectories need it

        if self.scale is None:
            return None
        if self.scale == 0:
            return float(self.centre >= value)
        return float(stdtr(self.freedom, (self.centre - value) / self.scale))


def trajectory(
    days: Numbers,
    values: Numbers,
    *,
    course: Course,
    at: float,
    promise: float | None = None,
    rising: bool = True,
    bounds: tuple[float, float] = (-math.inf, math.inf),
    confidence: float = 0.8,
) -> Trajectory | None:
    """The value to expect on day `at`; None for fewer than two values.

    `days` number the days (calendar or working days, from any origin) in strict order; `at` lies after the last. The
    promise is reached by a value at least as high, or at most as high where not `rising`. `bounds` cut the interval of
    a level. A level follows the least-squares line; a ratio does on the logit scale; a cumulative amount goes on at its
    mean rate a day, with the variance of a Poisson count times what the past increments show beyond it, and never
    falls below what is done. ValueError for days out of order, amounts that fall and ratios outside 0–1.
    """
    when = floats("days", days)
    seen = floats("values", values, when.size)
    _check(when, seen, course, at)
    if when.size < 2:
        return None
    tail = (1 - confidence) / 2
    if course is CUMULATIVE:
        return _onward(when, seen, at, promise, rising, tail)
    logit = course is RATIO
    predicted = _logit_line(when, seen, at) if logit else _level_line(when, seen, at)
    chance = None
    if promise is not None:
        above = predicted.chance_above(_logit_reaching(promise, rising) if logit else promise)
        chance = above if rising or above is None else 1 - above
    low, high = (-math.inf, math.inf) if logit else bounds
    ends = (predicted.centre, predicted.at(tail), predicted.at(1 - tail))
    expected, low, high = (_expit(end) if logit else end for end in (min(max(end, low), high) for end in ends))
    return Trajectory(at, expected, low, high, confidence, when.size, chance)


def _check(when: Floats, seen: Floats, course: Course, at: float) -> None:
    if (np.diff(when) <= 0).any():
        raise ValueError("days are in strict order, one value for each")
    if at <= when[-1]:
        raise ValueError(f"day {at} does not lie after the last day with a value, {when[-1]}")
    if course is CUMULATIVE and (np.diff(seen) < 0).any():
        raise ValueError("a cumulative amount never falls: give it as a level, or correct the values")
    if course is RATIO and ((seen < 0) | (seen > 1)).any():
        raise ValueError("a ratio lies between 0 and 1")


@dataclass(frozen=True, slots=True)
class _Line:
    """A weighed least-squares line: its height and slope, and the variance of its height, both at the day asked for."""

    heights: Floats
    height: float
    variance: float  # of the height, as a multiple of the variance of a value of weight 1


def _fit(when: Floats, seen: Floats, weights: Floats, at: float) -> _Line:
    middle = float(weights @ when / weights.sum())
    centred, ahead = when - middle, at - middle
    spread = float(weights @ centred**2)
    mean, slope = float(weights @ seen / weights.sum()), float((weights * centred) @ seen) / spread
    return _Line(mean + slope * centred, mean + slope * ahead, float(1 / weights.sum()) + ahead**2 / spread)


def _level_line(when: Floats, seen: Floats, at: float) -> _Prediction:
    """The line at a day; the residuals of whole numbers count for at least their rounding."""
    line, freedom = _fit(when, seen, np.ones(when.size), at), when.size - 2
    if freedom == 0:
        return _Prediction(line.height, None, 0)
    rounding = 0.0 if (seen % 1).any() else 1 / 12
    noise = max(float(((seen - line.heights) ** 2).sum()) / freedom, rounding)
    return _Prediction(line.height, math.sqrt(noise * (1 + line.variance)), freedom)


def _logit_line(when: Floats, seen: Floats, at: float) -> _Prediction:
    """A line on the logit scale, each ratio varying in proportion to μ(1−μ) as shares of a number of persons do."""
    nearest = RATIO_STEP / 4
    mu = np.clip(seen, nearest, 1 - nearest)
    for _ in range(LOGIT_ROUNDS):
        weights = mu * (1 - mu)
        line = _fit(when, np.log(mu / (1 - mu)) + (seen - mu) / weights, weights, at)
        mu = np.clip(1 / (1 + np.exp(-np.clip(line.heights, -700, 700))), nearest, 1 - nearest)
    centre = min(max(line.height, -_logit(1 - nearest)), _logit(1 - nearest))
    freedom = when.size - 2
    if freedom == 0:
        return _Prediction(centre, None, 0)
    weights, then = mu * (1 - mu), _expit(centre) * (1 - _expit(centre))
    noise = max(float(((seen - mu) ** 2 / weights).sum()) / freedom, RATIO_STEP**2 / 12 / float(weights.mean()))
    return _Prediction(centre, math.sqrt(noise * (1 / then + line.variance)), freedom)


def _logit_reaching(promise: float, rising: bool) -> float:
    """What a ratio must reach to be told as the promised one."""
    half = RATIO_STEP / 2
    return _logit(min(max(promise - half if rising else promise + half, half), 1 - half))


def _onward(when: Floats, seen: Floats, at: float, promise: float | None, rising: bool, tail: float) -> Trajectory:
    """A cumulative amount on the day `at`: what is done, and what the mean rate adds."""
    spans, added = np.diff(when), np.diff(seen)
    whole = not (seen % 1).any()
    past, ahead, done = float(when[-1] - when[0]), at - float(when[-1]), float(seen[-1])
    rate = float(added.sum()) / past
    beyond = _dispersion(spans, added, rate, whole)
    half = 0.5 if whole else 0.0
    scale = None
    if beyond is not None:
        variance = (
            beyond * (rate + half / past) * ahead * (1 + ahead / past)
        )  # a rate of 0 in the past may yet be above
        scale = math.sqrt(variance)
    predicted = _Prediction(done + rate * ahead, scale, max(spans.size - 1, 1))
    low, high = max(predicted.at(tail), done), max(predicted.at(1 - tail), done)
    return Trajectory(
        at, predicted.centre, low, high, 1 - 2 * tail, when.size, _reached(predicted, done, promise, rising, half)
    )


def _reached(predicted: _Prediction, done: float, promise: float | None, rising: bool, half: float) -> float | None:
    if promise is None:
        return None
    if rising:
        return 1.0 if done >= promise else predicted.chance_above(promise - half)
    above = 1.0 if done > promise else predicted.chance_above(promise + half)
    return None if above is None else 1 - above


def _dispersion(spans: Floats, added: Floats, rate: float, whole: bool) -> float | None:
    """How many times the variance of a Poisson count the increments have; of counts at least 1."""
    least = 1.0 if whole else 0.0
    if rate == 0:
        return least
    if added.size == 1:
        return 1.0 if whole else None
    expected = rate * spans
    return max(float(((added - expected) ** 2 / expected).sum()) / (added.size - 1), least)


def _logit(ratio: float) -> float:
    return math.log(ratio / (1 - ratio))


def _expit(value: float) -> float:
    if value < -700:
        return 0.0
    return 1 / (1 + math.exp(-value))
