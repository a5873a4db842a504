"""Quantities: exact conversion, refusal of unlike units."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yaodian.domain.quantity import NotAQuantity, Quantity, UnitMismatch
from yaodian.domain.unit_of_measure import (
    CLASS,
    ITEM,
    KILOGRAM,
    M2,
    PERCENT,
    PERMILLE,
    PERSON,
    RATIO,
    SCHOOL_UNIT,
    WAN_YUAN,
    YI_YUAN,
    YUAN,
    UnitOfMeasure,
    UnknownUnitOfMeasure,
    unit_called,
)

decimals = st.decimals(-(10**9), 10**9, places=4, allow_nan=False, allow_infinity=False)
money = st.sampled_from((YUAN, WAN_YUAN, YI_YUAN))
ratios = st.sampled_from((RATIO, PERCENT, PERMILLE))


@pytest.mark.parametrize("text", ["80%", "80 ％", "八成", "8成", "0.8", "800‰", "80.00%"])
def test_eighty_percent_is_one_quantity_however_it_is_written(text: str) -> None:
    assert Quantity.parse(text) == Quantity(0.8)
    assert hash(Quantity.parse(text)) == hash(Quantity(80, PERCENT))


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("八成五", "85%"),
        ("1.2万元", "12000元"),
        ("3亿元", "30000万元"),
        ("4.2万人", "42000人"),
        ("12,345.67元", "1234567元"),
        ("3公里", "3000米"),
        ("2吨", "2000公斤"),
        ("5斤", "2.5千克"),
        ("1Gbps", "1000M"),
        ("25所", "25所学校"),
        ("2000元/人", "0.2万元/人"),
        ("-3.5%", "-35‰"),
        ("7.6万", "76000"),
        ("两成五", "25%"),
        ("1:200", "5‰"),
        ("3千元", "3000元"),
        ("2百万元", "200万元"),
        ("10册/人", "10本/名"),
        ("2次", "2场"),
    ],
)
def test_like_units_convert_exactly(text: str, same: str) -> None:
    expected = Quantity.parse(same)
    got = Quantity.parse(text)
    assert got == (Quantity(Fraction(1234567, 100), YUAN) if "," in text else expected)


@given(decimals, money, money)
def test_converting_there_and_back_changes_nothing(number: Decimal, one: UnitOfMeasure, other: UnitOfMeasure) -> None:
    quantity = Quantity(number, one)
    assert quantity.to(other) == quantity
    assert quantity.to(other).to(one).value == quantity.value


@given(decimals, ratios, decimals, ratios)
def test_order_and_sum_follow_the_amounts(a: Decimal, one: UnitOfMeasure, b: Decimal, other: UnitOfMeasure) -> None:
    left, right = Quantity(a, one), Quantity(b, other)
    assert (left < right) + (left == right) + (left > right) == 1
    assert (left < right) == (left.amount < right.amount)
    assert (left + right).amount == left.amount + right.amount
    assert left + right - right == left
    if left == right:
        assert hash(left) == hash(right)


@given(decimals, st.sampled_from((RATIO, PERCENT, PERMILLE, YUAN, WAN_YUAN, PERSON, M2, KILOGRAM)))
def test_what_is_written_reads_back(number: Decimal, unit: UnitOfMeasure) -> None:
    assert Quantity.parse(str(Quantity(number, unit))) == Quantity(number, unit)


@given(decimals, decimals)
def test_unlike_units_are_unequal_and_refuse_to_meet(a: Decimal, b: Decimal) -> None:
    money, people = Quantity(a, YUAN), Quantity(b, PERSON)
    assert money != people
    with pytest.raises(UnitMismatch) as refused:
        _ = money < people
    assert "元" in refused.value.words.zh and "人" in refused.value.words.zh
    with pytest.raises(UnitMismatch):
        _ = money + people
    with pytest.raises(UnitMismatch):
        money.to(PERSON)


def test_ten_of_something_may_be_ten_schools_but_never_the_other_way_round() -> None:
    ten = Quantity(10, ITEM)
    assert ten.fits(SCHOOL_UNIT) and ten.to(SCHOOL_UNIT) == Quantity(10, SCHOOL_UNIT)
    assert ten != Quantity(10, SCHOOL_UNIT)
    assert not ten.fits(YUAN)
    with pytest.raises(UnitMismatch):
        Quantity(10, SCHOOL_UNIT).to(CLASS)


def test_units_divide_into_units() -> None:
    assert unit_called("元/人") == YUAN / PERSON
    assert (YUAN / WAN_YUAN).dimension == RATIO.dimension
    assert Quantity(100, PERSON / SCHOOL_UNIT) == Quantity.parse("100人/所")


def test_money_is_exact_to_the_fen_and_refuses_less() -> None:
    assert Quantity.parse("1.234567万元").yuan == Decimal("12345.67")
    assert str(Quantity(5, YUAN).yuan) == "5.00"
    with pytest.raises(ValueError, match="fen"):
        _ = Quantity("0.001", YUAN).yuan
    with pytest.raises(UnitMismatch):
        _ = Quantity(5, PERSON).yuan


def test_a_float_means_the_decimal_it_prints_as() -> None:
    assert Quantity(0.1).value == Fraction(1, 10)


@pytest.mark.parametrize(
    ("quantity", "places", "text"),
    [
        (Quantity("12.345", PERCENT), 2, "12.35%"),
        (Quantity(Fraction(2, 3)), 3, "0.667"),
        (Quantity("-0.004", YUAN), 2, "0.00元"),
        (Quantity(7, SCHOOL_UNIT), 0, "7所"),
    ],
)
def test_rounding_is_half_up(quantity: Quantity, places: int, text: str) -> None:
    assert quantity.rounded(places) == text


def test_a_number_without_an_end_is_written_as_a_fraction() -> None:
    assert str(Quantity(Fraction(2, 3))) == "2/3"


@pytest.mark.parametrize("text", ["", "很多", "八", "1,23元"])
def test_what_is_no_quantity_is_refused(text: str) -> None:
    with pytest.raises((NotAQuantity, UnknownUnitOfMeasure)):
        Quantity.parse(text)


def test_an_unknown_unit_is_refused_with_its_word() -> None:
    with pytest.raises(UnknownUnitOfMeasure, match="斛"):
        Quantity(3, "斛")
