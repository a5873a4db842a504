"""方格图: the counties as tiles that lie to each other as they do on the ground; the darker, the higher the value."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import quantiles

from yaodian.domain.finding import Words
from yaodian.domain.place import Place

STEPS = (1, 2, 5, 10)
AIM = 16  # about how many round steps lie between the least and the greatest value


@dataclass(frozen=True, slots=True)
class Tile:
    """`shade` is the class of the ramp, 1–4; 0 where there is no value."""

    place: Place
    text: str
    shade: int

    @property
    def row(self) -> int:
        return self.place.grid[0] if self.place.grid else 0

    @property
    def column(self) -> int:
        return self.place.grid[1] if self.place.grid else 0


@dataclass(frozen=True, slots=True)
class Cartogram:
    """`legend` pairs a class with what lies in it."""

    tiles: Sequence[Tile]
    legend: Sequence[tuple[int, Words]]


def cartogram(places: Sequence[Place], values: Mapping[str, float], texts: Mapping[str, str]) -> Cartogram | None:
    """Tiles of the places that have a spot on the grid; None where none has or no place has a value."""
    placed = [place for place in places if place.grid]
    if not placed or not values:
        return None
    limits = round_limits(list(values.values()))
    tiles = [
        Tile(place, texts.get(place.code, "–"), shade_of(values[place.code], limits) if place.code in values else 0)
        for place in sorted(placed, key=lambda place: place.grid or (0, 0))
    ]
    return Cartogram(tiles, legend_of(limits))


def round_limits(values: Sequence[float]) -> list[float]:
    """At most three round numbers that part the values into classes about as large; each class holds a value."""
    least, most = min(values), max(values)
    if len(values) < 2 or least == most:
        return []
    step = _round_step((most - least) / AIM)
    limits: list[float] = []
    for quartile in quantiles(values, n=4, method="inclusive"):
        limit = round(round(quartile / step) * step, 10)
        if limit not in limits and any((limits[-1] if limits else -math.inf) <= v < limit for v in values):
            limits.append(limit)
    while limits and limits[-1] > most:
        limits.pop()
    return limits or [round(math.ceil((least + most) / 2 / step) * step, 10)]


def shade_of(value: float, limits: Sequence[float]) -> int:
    """The class of a value; few classes take the ends of the ramp first."""
    ramp = {0: (2,), 1: (1, 4), 2: (1, 3, 4)}.get(len(limits), (1, 2, 3, 4))
    return ramp[sum(value >= limit for limit in limits)]


def legend_of(limits: Sequence[float]) -> list[tuple[int, Words]]:
    told = [f"{limit:,.10g}" for limit in limits]
    if not told:
        return []
    words = [Words(f"{told[0]} 以下", f"under {told[0]}")]
    words += [Words(f"{a} 至 {b}", f"{a} to {b}") for a, b in pairwise(told)]
    words.append(Words(f"{told[-1]} 以上", f"{told[-1]} and over"))
    return [(shade_of(limit, limits), one) for limit, one in zip([-math.inf, *limits], words, strict=True)]


def _round_step(least: float) -> float:
    """The smallest of 1, 2, 5, 10 … that is not below."""
    power = 10.0 ** math.floor(math.log10(least))
    return next(step * power for step in STEPS if step * power >= least * (1 - 1e-9))
