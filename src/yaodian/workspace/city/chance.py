"""机会: one stream of chance for each part of the city, all drawn from one seed, so that parts do not disturb each other."""

from __future__ import annotations

import zlib
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Chance:
    """The seed of a city."""

    seed: int

    def of(self, part: str) -> np.random.Generator:
        """The stream of one part; the same seed and part give the same numbers."""
        return np.random.default_rng([self.seed, zlib.crc32(part.encode())])


def day(text: str) -> int:
    """A day as the number of days since 1970, the form in which the city reckons."""
    return int(np.datetime64(text, "D").astype(np.int64))


def rank_within(group: Ints) -> Ints:
    """For each row its place (from 0) among the rows of the same group, in the order of the rows."""
    order = np.argsort(group, kind="stable")
    ordered = group[order]
    starts = np.r_[True, ordered[1:] != ordered[:-1]] if len(group) else np.zeros(0, bool)
    first = np.maximum.accumulate(np.where(starts, np.arange(len(group)), 0))
    ranks = np.empty(len(group), np.int64)
    ranks[order] = np.arange(len(group)) - first
    return ranks


def pick(rng: np.random.Generator, size: int, weights: list[float] | Floats) -> Ints:
    """Indices drawn by weight, without the slow paths of a general choice."""
    total = np.cumsum(np.asarray(weights, float))
    drawn: Ints = np.searchsorted(total, rng.random(size) * total[-1], side="right").astype(np.int64)
    return drawn
