"""Lots: as any tool for SHA-256 computes them, whatever the order of the names; shares are rounded up to whole names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yaodian.algorithms.draw import lots, size_of

# printf '%s' '20200601/n1' | sha256sum
N1 = "217f4167c37034271a96a297afe7e7aa0ef94f17c17d34cf4a84eadfd3dbb90b"


def test_lots_are_those_of_sha256sum_with_the_smallest_first() -> None:
    drawn = lots("20200601", ["n1", "n2", "n3", "s1", "s2", "w1"])
    assert [name for _, name in drawn] == ["w1", "n1", "s2", "n2", "n3", "s1"]
    assert drawn[1][0] == N1


@given(st.text(max_size=5), st.lists(st.text(max_size=3)), st.randoms())
def test_the_order_of_the_names_changes_nothing(seed: str, names: list[str], chance: object) -> None:
    shuffled = sorted(names, key=lambda _: chance.random())  # type: ignore[attr-defined]
    assert lots(seed, shuffled) == lots(seed, names + names)


@pytest.mark.parametrize(
    ("frame", "share", "size"),
    [(10, 0.1, 1), (11, 0.1, 2), (30, 0.1, 3), (2_490, 0.1, 249), (6, 0, 0), (3, 1, 3), (0, 0.1, 0)],
)
def test_a_share_takes_whole_names_rounded_up(frame: int, share: float, size: int) -> None:
    assert size_of(frame, share) == size


@pytest.mark.parametrize("share", [-0.1, 1.1])
def test_no_share_lies_outside_nothing_and_all(share: float) -> None:
    with pytest.raises(ValueError, match="share"):
        size_of(10, share)
