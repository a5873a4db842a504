"""抽样: a ratio estimated from a sample drawn in clusters, with the interval that the design allows.

Rows of one class or school resemble each other, so they tell less than as many rows drawn one by one; an interval that
takes them for independent is too narrow. Here the variance is that of the first-stage clusters (the ultimate cluster)
within strata, by the jackknife: how much the ratio moves when one cluster is left out, as if clusters were drawn with
replacement: a little too wide where a large part of all clusters was drawn, never too narrow for that reason. A linear
approximation would be too narrow where one cluster holds most of the weight, for the ratio then bends towards it.
"""

from __future__ import annotations

import math
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from statistics import NormalDist

import numpy as np
import numpy.typing as npt

from yaodian.algorithms.columns import Floats, Numbers, above_zero, from_zero, numbered


@dataclass(frozen=True, slots=True)
class RatioEstimate:
    """An estimated ratio and what it rests on.

    `low` and `high` bound it with `confidence`. `design_effect` is how many times the variance is that of as many rows
    drawn one by one (None where nothing varies), `effective_size` how many such rows the sample is worth.
    `lone_strata` are those with one cluster only.
    """

    point: float
    standard_error: float
    low: float
    high: float
    confidence: float
    degrees_of_freedom: int
    design_effect: float | None
    effective_size: float
    rows: int
    clusters: int
    lone_strata: tuple[Hashable, ...] = ()

    def refutes(self, claim: float) -> bool:
        """Whether the sample speaks against a claimed ratio: it lies outside the interval. “All” (1.0) is refuted by
        a single case against it, and is never proved: with none, the interval says how many may still be missed."""
        return not self.low <= claim <= self.high


def ratio_estimate(
    numerator: Numbers,
    denominator: Numbers,
    *,
    weight: Numbers | None = None,
    stratum: Sequence[Hashable] | None = None,
    cluster: Sequence[Hashable] | None = None,
    answers: Numbers | None = None,
    confidence: float = 0.95,
    proportion: bool = True,
) -> RatioEstimate:
    """Σ w·numerator / Σ w·denominator over the rows drawn, with its interval.

    `weight` is how many each row stands for (1 where not given), `stratum` the part of the list it was drawn from,
    `cluster` the first-stage cluster (a cluster is its label within its stratum; without clusters each row is one).
    A proportion (each numerator between 0 and its denominator) gets an interval on the logit scale; at 0 or 1, where
    nothing varies, the exact binomial bound for as many independent rows as there are equally heavy clusters, which is
    the most careful reading: the rows of a cluster may all agree. Where `answers` says how many answers (at least one)
    each row is the total of, the interval of a proportion is never narrower than for as many drawn one by one. Other
    ratios get point ± t · standard error. A row with denominator 0 counts for its cluster only. The cluster of a stratum
    that has one alone is compared with the mean of all clusters. ValueError where no stratum has two clusters, or a column is not what it must be.
    """
    x = from_zero("denominator", denominator)
    y = from_zero("numerator", numerator, x.size)
    w = np.ones(x.size) if weight is None else above_zero("weight", weight, x.size)
    _check(x, y, proportion, confidence)
    total, point = float(w @ x), float(w @ y) / float(w @ x)
    totals, sizes, stratum_of, strata = _clusters(w * y, w * x, stratum, cluster)
    error, lone = _standard_error(totals, sizes, stratum_of, len(strata))
    freedom, tail = totals.size - len(strata), (1 - confidence) / 2
    effect = _design_effect(error, w, x, y, point)
    kish = float(sizes.sum() ** 2 / (sizes @ sizes))  # as many equally heavy clusters would weigh as evenly
    worth = kish if effect is None else int((x > 0).sum()) / effect
    if proportion and point in (0, 1):
        low, high = _exact(point, worth, tail)
    else:
        least = _one_by_one(point, w * x / total, answers) if proportion and answers is not None else 0.0
        low, high = _interval(point, max(_t(freedom, tail) * error, _normal(tail) * least), proportion)
    alone = tuple(strata[number] for number in lone)
    return RatioEstimate(point, error, low, high, confidence, freedom, effect, worth, x.size, totals.size, alone)


def _one_by_one(point: float, shares: Floats, answers: Numbers) -> float:
    """The standard error if the answers behind each row, which has its share of the weight, were drawn one by one: few
    clusters may agree by chance, and then their own variance says nothing."""
    count = np.maximum(from_zero("answers", answers, shares.size), 1.0)
    return math.sqrt(point * (1 - point) * float((shares**2 / count).sum()))


def _check(x: Floats, y: Floats, proportion: bool, confidence: float) -> None:
    if not x.any():
        raise ValueError("denominator is 0 in every row: there is nothing to take a ratio of")
    if (y[x == 0] > 0).any():
        raise ValueError("a row has a numerator and no denominator")
    if proportion and (y > x).any():
        raise ValueError(f"numerator[{int(np.argmax(y > x))}] is above its denominator, so this is no proportion")
    if not 0 < confidence < 1:
        raise ValueError(f"confidence lies between 0 and 1, not at {confidence}")


def _clusters(
    y: Floats, x: Floats, stratum: Sequence[Hashable] | None, cluster: Sequence[Hashable] | None
) -> tuple[Floats, Floats, npt.NDArray[np.intp], list[Hashable]]:
    """Of each cluster the sum of y and of x and the number of its stratum; and the labels of the strata."""
    strata, stratum_no = numbered("stratum", stratum if stratum is not None else [""] * y.size, y.size)
    labels = cluster if cluster is not None else range(y.size)
    _, within = numbered("cluster", labels, y.size)
    pairs, cluster_no = numbered("cluster", list(zip(stratum_no.tolist(), within.tolist(), strict=True)), y.size)
    of = np.empty(len(pairs), dtype=np.intp)
    of[cluster_no] = stratum_no
    if len(pairs) == len(strata):
        raise ValueError("no stratum has two clusters, so nothing shows how much clusters differ: join strata")
    totals: Floats = np.bincount(cluster_no, y).astype(np.float64)
    sizes: Floats = np.bincount(cluster_no, x).astype(np.float64)
    return totals, sizes, of, strata


def _standard_error(y: Floats, x: Floats, of: npt.NDArray[np.intp], strata: int) -> tuple[float, list[int]]:
    """√Σₕ (nₕ−1)/nₕ Σ(R₍ₕᵢ₎ − R)², where R₍ₕᵢ₎ is the ratio without cluster i, the others of its stratum standing for it; a
    lone cluster adds (z − z̄)², its part z of the ratio against the mean of all. And the lone strata."""
    counts = np.bincount(of, minlength=strata)
    point, size = y.sum() / x.sum(), counts[of]
    others = np.maximum(size - 1, 1)
    without = [total.sum() + (np.bincount(of, total, strata)[of] - size * total) / others for total in (y, x)]
    left = np.where(without[1] > 0, without[0] / np.where(without[1] > 0, without[1], 1), point)
    part = (y - point * x) / x.sum()
    apart = np.where(size > 1, (size - 1) / size * (left - point) ** 2, (part - part.mean()) ** 2)
    return math.sqrt(float(apart.sum())), np.flatnonzero(counts == 1).tolist()


def _design_effect(error: float, w: Floats, x: Floats, y: Floats, point: float) -> float | None:
    """The variance against that of as many rows drawn one by one (those that have a denominator)."""
    rows = int((x > 0).sum())
    spread = float(w @ (y - point * x) ** 2) / float(w[x > 0].sum())
    if rows < 2 or spread <= 1e-15 or error == 0:
        return None
    mean = float(w @ x) / float(w[x > 0].sum())
    return error**2 / (spread / mean**2 / (rows - 1))


def _interval(point: float, reach: float, proportion: bool) -> tuple[float, float]:
    """The point and as far to both sides; of a proportion as far on the logit scale as that is at the point."""
    if not proportion:
        return point - reach, point + reach
    logit, far = math.log(point / (1 - point)), reach / (point * (1 - point))
    low, high = (1 / (1 + math.exp(-min(max(end, -700.0), 700.0))) for end in (logit - far, logit + far))
    return low, high


def _exact(point: float, size: float, tail: float) -> tuple[float, float]:
    """Clopper–Pearson for none or all of `size`: the ratio at which seeing this has the chance `tail`."""
    missed = 1 - tail ** (1 / size)
    return (0.0, missed) if point == 0 else (1 - missed, 1.0)


def _normal(tail: float) -> float:
    return NormalDist().inv_cdf(1 - tail)


def _t(freedom: int, tail: float) -> float:
    from scipy.special import stdtrit  # noqa: PLC0415 - slow to import, and only intervals need it

    return float(stdtrit(freedom, 1 - tail))
