"""归并: rows that stand for each other, by whichever way they came together."""

from __future__ import annotations

import numpy as np

from yaodian.warehouse.link.people import BY_PEOPLE, People


def people() -> People:
    """Rows 0 to 2 of a first list, 3 to 5 of a second; row 5 is confirmed as row 2."""
    return People(np.array([1, 1, 1, 2, 2, 2], np.int16), np.array([0, 1, 2, 3, 4, 2], np.int32))


def test_who_joins_brings_the_lists_and_keeps_the_bits() -> None:
    known = people()
    known.join(np.array([0]), np.array([3]), np.array([12.5]))
    assert known.head(np.arange(6)).tolist() == [0, 1, 2, 0, 4, 2] and known.ranks.tolist() == [3, 1, 3, 0, 2, 0]
    assert np.nan_to_num(known.evidence()).tolist() == [0, 0, 0, 12.5, 0, 0]


def test_who_joins_one_that_joins_a_third_is_the_third_too() -> None:
    known = people()
    known.join(np.array([1, 4]), np.array([4, 2]), np.array([9.0, 8.0]))
    assert known.head(np.array([2, 4, 5])).tolist() == [1, 1, 1] and known.ranks[1] == 3
    assert known.evidence()[[2, 4, 5]].tolist() == [9.0, 9.0, 9.0]


def test_what_people_decided_joins_the_later_to_the_earlier_once() -> None:
    known = people()
    known.decide([(3, 0), (0, 3), (5, 3)])
    assert known.head(np.arange(6)).tolist() == [0, 1, 0, 0, 4, 0] and known.ranks.tolist() == [3, 1, 0, 0, 2, 0]
    assert set(known.weight[[0, 2, 3]].tolist()) == {BY_PEOPLE}
