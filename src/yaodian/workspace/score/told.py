"""告知: what a promise's measuring is told by, in plain values: its number, its parts, its course and where it is heading."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Any

from yaodian.algorithms.trajectory import Trajectory
from yaodian.declare.indicator import UP
from yaodian.domain.observation import EXTERNAL, MEASURED, REPORTED, Observation, Origin
from yaodian.domain.unit_of_measure import RATIO
from yaodian.runtime.promise import Promise, shown
from yaodian.workspace.score.scoreboard import Row

Told = dict[str, Any]


def told_of(row: Row) -> Told:
    """`words` and `wanted` as the plan writes them, `sign` of its numbers (ratios are 0–1), `low` and `high` between which
    it is kept, `start` and `due`, the observations by origin as [day, value], and the `outlook`."""
    seen = row.measured
    return {
        "words": row.words,
        "wanted": row.target.words,
        "sign": row.promise.unit.symbol,
        "is_ratio": row.promise.unit == RATIO,
        "shown": shown(seen.value, row.promise.unit) if seen and seen.value is not None else None,
        **({} if seen is None else parts_of(seen)),
        **_bounds(row.promise),
        "series": {origin.value: _series(row.observations, origin) for origin in (MEASURED, EXTERNAL, REPORTED)},
        "outlook": _outlook(row.outlook),
    }


def parts_of(seen: Observation) -> Told:
    """The parts of an observation that has them."""
    parts = {"numerator": seen.numerator, "denominator": seen.denominator}
    return {name: float(part) for name, part in parts.items() if part is not None}


def _bounds(promise: Promise) -> Told:
    """The numbers between which it is kept, as its values are told: of all, where more is better, the whole."""
    low, high = (promise.low, promise.high) if not promise.all else (1.0, None) if promise.better is UP else (None, 0.0)
    ends = {"low": low, "high": high, "baseline": promise.baseline}
    told = {name: end for name, end in ends.items() if end is not None and math.isfinite(end)}
    return {**told, "all": promise.all, "start": promise.start.isoformat(), "due": promise.due.isoformat()}


def _series(observations: Iterable[Observation], origin: Origin) -> list[list[Any]]:
    return [[o.as_of.isoformat(), o.value] for o in observations if o.source is origin and o.value is not None]


def _outlook(outlook: Trajectory | None) -> Told | None:
    if outlook is None:
        return None
    ends = {"low": outlook.low, "high": outlook.high, "chance": outlook.chance}
    told = {name: end for name, end in ends.items() if end is not None and math.isfinite(end)}
    return {"expected": outlook.expected, "confidence": outlook.confidence, **told}
