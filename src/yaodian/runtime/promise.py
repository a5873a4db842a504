"""承诺: a target of the plan made ready to be held against observations: from when to when, between which values."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from yaodian.declare.indicator import DOWN, UP, Better
from yaodian.domain.observation import Observation
from yaodian.domain.plan import Operator, Target
from yaodian.domain.quantity import Quantity
from yaodian.domain.unit_of_measure import PERCENT, RATIO, UnitOfMeasure


@dataclass(frozen=True, slots=True)
class Promise:
    """What a target promises of an indicator, in the indicator's `unit`, from the day `start` until the day `due`.

    It is kept by a value from `low` to `high` (±inf where open; beyond them where `strict`). Where it promises `all`,
    the cases still missing are held against 0 instead of the value. Both are None where the promise cannot be judged:
    an increase without its `baseline`, the value it started from.
    """

    words: str
    indicator: str | None
    unit: UnitOfMeasure
    start: date
    due: date
    low: float | None
    high: float | None
    better: Better
    strict: bool = False
    all: bool = False
    baseline: float | None = None

    def reading(self, observation: Observation) -> float | None:
        """The number held against the promise: the value; of “all” the cases missing, as a count and never as a rounded
        ratio. None where the observation does not give it, as where there is nobody to count."""
        if not self.all:
            return observation.value
        if observation.numerator is None:
            return None
        if observation.denominator is None:
            return float(observation.numerator) if self.better is DOWN else None
        if not observation.denominator:
            return None
        found = float(observation.numerator)
        return found if self.better is DOWN else float(observation.denominator) - found

    def is_met(self, reading: float) -> bool:
        return self.missing(reading) == 0 and not (self.strict and reading in (self.low, self.high))

    def missing(self, reading: float) -> float:
        """How far a reading lies outside what is promised; 0 within. ValueError where it cannot be judged."""
        if self.low is None or self.high is None:
            raise ValueError(f"{self.words}: a promise without its baseline cannot be judged")
        return max(self.low - reading, reading - self.high, 0.0)


def promise_of(
    target: Target,
    *,
    unit: UnitOfMeasure,
    better: Better,
    start: date,
    due: date,
    baseline: float | None = None,
    about: float = 0.0,
) -> Promise:
    """The promise of a target on an indicator of this `unit` whose values are better `better`.

    A plain number is reached by more where more is better (38 schools of 36 promised), by less where less is. About is
    within the share `about`. An increase of a ratio by percents is one by percentage points, of a count by percents of
    the baseline. Raises UnitMismatch where the target counts something else than the indicator, ValueError where a due
    day lies before its start.
    """
    if due < start:
        raise ValueError(f"{target.words}: due on {due}, before it starts on {start}")
    low, high, strict = _bounds(target, unit, better, baseline, about)
    return Promise(
        words=target.words,
        indicator=target.indicator,
        unit=unit,
        start=start,
        due=due,
        low=low,
        high=high,
        better=better,
        strict=strict,
        all=target.op is Operator.ALL,
        baseline=baseline,
    )


def _bounds(
    target: Target, unit: UnitOfMeasure, better: Better, baseline: float | None, about: float
) -> tuple[float | None, float | None, bool]:
    if target.op is Operator.ALL:
        return -math.inf, 0.0, False
    change = next((way for way in ("increase", "decrease") if target.op.startswith(way)), "")
    relation = target.op.removeprefix(change) or "="
    if not change:
        low, high = _range(relation, _amounts(target, unit, None), better, about)
        return low, high, relation in ("<", ">")
    if baseline is None:
        return None, None, False
    bare = target.value is None
    low, high = _range(relation, (0.0, 0.0) if bare else _amounts(target, unit, baseline), UP, about)
    ends = (baseline + low, baseline + high) if change == "increase" else (baseline - high, baseline - low)
    return *ends, bare


def _amounts(target: Target, unit: UnitOfMeasure, baseline: float | None) -> tuple[float, float]:
    """The promised numbers, least first, in the indicator's unit."""
    given = target.value if isinstance(target.value, tuple | list) else (target.value, target.value)
    found = [_amount(one, target.unit, unit, baseline) for one in given]
    return min(found), max(found)


def _amount(value: object, written: str | None, unit: UnitOfMeasure, baseline: float | None) -> float:
    if isinstance(value, str):
        return float(Quantity.parse(value).to(unit).value)
    if not isinstance(value, int | float):
        raise ValueError("a promise without a number is all, or an increase or decrease")
    quantity = Quantity(value, written or unit)
    if baseline is not None and quantity.fits(RATIO) and not quantity.fits(unit):
        return float(quantity.amount) * baseline
    return float(quantity.to(unit).value)


def _range(relation: str, given: tuple[float, float], better: Better, about: float) -> tuple[float, float]:
    least, most = given
    between: dict[str, Callable[[], tuple[float, float]]] = {
        ">=": lambda: (least, math.inf),
        ">": lambda: (least, math.inf),
        "<=": lambda: (-math.inf, most),
        "<": lambda: (-math.inf, most),
    }
    if relation in between:
        return between[relation]()
    if relation == "~":
        least, most = least - about * abs(least), most + about * abs(most)
    return (-math.inf if better is DOWN else least), (math.inf if better is UP else most)


def shown(value: float, unit: UnitOfMeasure) -> str:
    """A value as it is written in sentences: ratios in percent, whole numbers whole, else two decimal places."""
    if unit == RATIO:
        return Quantity(value, RATIO).to(PERCENT).rounded(1)
    return Quantity(value, unit).rounded(0 if value == int(value) else 2)
