"""抽样: who is drawn in two stages, schools in each stratum and persons in each school, with the weight of each."""

from __future__ import annotations

import numpy as np

from yaodian.workspace.city.chance import Floats, Ints, rank_within


def two_stage(
    rng: np.random.Generator, school: Ints, stratum: Ints, schools_each: int, persons_each: int
) -> tuple[Ints, Floats]:
    """Draw persons: `school` of each person, `stratum` of every school; the persons drawn and how many each stands for."""
    size = np.bincount(school, minlength=len(stratum))
    there = rng.permutation(np.flatnonzero(size))
    chosen = there[rank_within(stratum[there]) < schools_each]
    shuffled = rng.permutation(len(school))
    rank = np.empty(len(school), np.int64)
    rank[shuffled] = rank_within(school[shuffled])
    taken = np.flatnonzero(np.isin(school, chosen) & (rank < persons_each))
    strata = int(stratum.max()) + 1
    schools_of = np.bincount(stratum[there], minlength=strata) / np.maximum(
        1, np.bincount(stratum[chosen], minlength=strata)
    )
    at = school[taken]
    return taken, schools_of[stratum[at]] * size[at] / np.minimum(size[at], persons_each)
