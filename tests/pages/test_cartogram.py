"""The classes of the cartogram: round limits, no empty class, darker where the value is higher."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from yaodian.domain.place import COUNTY, Place
from yaodian.web.pages.cartogram import cartogram, legend_of, round_limits, shade_of

VALUES = st.lists(st.integers(0, 100_000).map(lambda n: n / 100), min_size=1, max_size=20)


@given(VALUES)
def test_every_class_of_the_legend_holds_a_value_and_darker_is_higher(values: list[float]) -> None:
    limits = round_limits(values)
    assert limits == sorted(set(limits)) and len(limits) <= 3
    shades = [shade_of(value, limits) for value in sorted(values)]
    assert shades == sorted(shades)
    assert not limits or set(shades) == {shade for shade, _ in legend_of(limits)}


def test_limits_are_round_numbers_near_the_quartiles() -> None:
    shares = [11.0, 10.6, 9.0, 8.4, 8.1, 7.8, 6.3, 5.3, 4.7, 4.7, 4.3, 2.7, 2.7, 2.7, 1.7]
    assert round_limits(shares) == [4, 5, 8]
    assert [words.zh for _, words in legend_of([4, 5, 8])] == ["4 以下", "4 至 5", "5 至 8", "8 以上"]


def test_one_county_above_all_others_stands_out() -> None:
    limits = round_limits([0.0] * 14 + [5.3])
    assert shade_of(0.0, limits) == 1 and shade_of(5.3, limits) == 4


def test_a_county_without_a_value_has_a_tile_and_no_shade() -> None:
    places = [
        Place("1", "甲县", COUNTY, grid=(1, 1)),
        Place("2", "乙县", COUNTY, grid=(1, 2)),
        Place("3", "丙县", COUNTY),
    ]
    drawn = cartogram(places, {"1": 2.0}, {"1": "2.0"})
    assert drawn is not None
    assert [(tile.place.code, tile.text, tile.shade) for tile in drawn.tiles] == [("1", "2.0", 2), ("2", "–", 0)]
    assert cartogram(places[2:], {"3": 1.0}, {}) is None
