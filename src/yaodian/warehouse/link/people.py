"""归并: which row stands for whom, while claims and persons grow together.

Rows are numbered, the first list's first. A person is known by one of its rows, its head; who joins another points to the
other's head.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np

BY_PEOPLE = 1000.0
"""Bits of a link that people decided."""


class People:
    """`claim`: for each row the first that number, name and birth date join it with. `ranks`: for each head the lists, as
    bits, in which its person stands; 0 for rows that are no head. `weight`: the bits by which a head joined another."""

    def __init__(self, ranks: Any, claim: Any) -> None:
        self.claim, self.weight = claim, np.full(len(claim), np.nan)
        self._to = claim.copy()
        self.ranks = ranks.copy()
        others = np.flatnonzero(claim != np.arange(len(claim)))
        np.bitwise_or.at(self.ranks, claim[others], ranks[others])
        self.ranks[others] = 0

    def head(self, rows: Any) -> Any:
        """The heads of the persons of these rows."""
        heads = self._to[rows]
        while (further := self._to[heads] != heads).any():
            heads[further] = self._to[heads[further]]
        return heads

    def join(self, heads: Any, joining: Any, weights: Any) -> None:
        """Make persons (by their heads) part of others."""
        self._to[joining] = heads
        self.weight[joining] = weights
        own = self.head(heads)
        np.bitwise_or.at(self.ranks, own, self.ranks[joining])
        self.ranks[joining] = 0

    def decide(self, same: Iterable[tuple[int, int]]) -> None:
        """Join the persons of rows that people said are one, the later to the earlier."""
        for pair in same:
            first, last = sorted(self.head(np.array(pair)).tolist())
            if first != last:
                self.join(np.array([first]), np.array([last]), BY_PEOPLE)
                self.weight[first] = BY_PEOPLE

    def evidence(self) -> Any:
        """For each row the bits by which its person was last joined to another; NaN where it never was."""
        bits = self.weight[self.claim]
        further = np.flatnonzero(self._to[self.claim] != self._to[self._to[self.claim]])
        at = self.claim[further]
        while len(further):
            at = self._to[at]
            bits[further] = self.weight[at]
            goes_on = self._to[at] != self._to[self._to[at]]
            further, at = further[goes_on], at[goes_on]
        return bits
