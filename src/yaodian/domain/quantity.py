"""数量: a number with its unit of measure; like units convert exactly, unlike units never meet."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import total_ordering
from math import floor

from yaodian.domain.finding import Refusal, Words
from yaodian.domain.unit_of_measure import RATIO, YUAN, UnitOfMeasure, unit_called

Exact = int | Decimal | Fraction | str | float


class UnitMismatch(Refusal, ValueError):  # noqa: N818
    """Two quantities whose units measure different things were compared, added or converted."""


class NotAQuantity(Refusal, ValueError):  # noqa: N818
    """The text is no number with a unit."""


@total_ordering
@dataclass(frozen=True, slots=True, eq=False, init=False)
class Quantity:
    """A number of some unit: `Quantity(80, PERCENT)`, `Quantity("1.2", "万元")`.

    `value` is kept as an exact fraction (a float is read as the decimal it prints as). Quantities of one dimension are
    equal and ordered by what they amount to: 80 %, 八成, 800‰ and 0.8 are one. Quantities of different dimensions are
    unequal; ordering, adding or converting them raises UnitMismatch.
    """

    value: Fraction
    unit: UnitOfMeasure

    def __init__(self, value: Exact, unit: UnitOfMeasure | str = RATIO) -> None:
        object.__setattr__(self, "value", Fraction(str(value)) if isinstance(value, float) else Fraction(value))
        object.__setattr__(self, "unit", unit_called(unit) if isinstance(unit, str) else unit)

    @classmethod
    def parse(cls, text: str) -> Quantity:
        """“80%”, “1.2万元”, “八成五”, “1:200”, “25 所”, “0.8” as a quantity; raises NotAQuantity, UnknownUnitOfMeasure."""
        plain = text.strip().translate(_HALF_WIDTH)
        if match := _TENTHS.fullmatch(plain):
            tens, ones = (_digit(d) if d else 0 for d in match.groups())
            return cls(Fraction(10 * tens + ones, 100), RATIO)
        if match := _TO_ONE.fullmatch(plain):
            return cls(Fraction(int(match[1]), int(match[2])), RATIO)
        match = _NUMBER.fullmatch(plain)
        if not match:
            raise NotAQuantity(Words(f"“{text}”不是带单位的数量", f"{text!r} is no number with a unit"))
        return cls(match["number"].replace(",", ""), match["unit"])

    @property
    def amount(self) -> Fraction:
        """What it amounts to in the dimension's own unit (ratio 1, yuan, persons, square metres, kilograms …)."""
        return self.value * self.unit.factor

    def to(self, unit: UnitOfMeasure | str) -> Quantity:
        """The same amount in another unit of its dimension. What was counted with a general classifier (个, 项, 件)
        may be taken as a count of anything; nothing else changes its dimension."""
        wanted = unit_called(unit) if isinstance(unit, str) else unit
        if not self.fits(wanted):
            raise UnitMismatch(_mismatch(self.unit, wanted))
        return Quantity(self.amount / wanted.factor, wanted)

    def fits(self, unit: UnitOfMeasure) -> bool:
        """Whether `to(unit)` is possible."""
        return self.unit.dimension == unit.dimension or (self.unit.is_classifier and unit.is_count)

    @property
    def yuan(self) -> Decimal:
        """Money as DECIMAL(18,2) yuan; UnitMismatch where it is no money, ValueError where it has parts of a fen."""
        fen = self.to(YUAN).value * 100
        if fen.denominator != 1 or abs(fen) >= 10**18:
            raise ValueError(f"{self}: money has at most 16 digits of yuan and two of fen")
        return Decimal(fen.numerator).scaleb(-2)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Quantity):
            return NotImplemented
        return (self.unit.dimension, self.amount) == (other.unit.dimension, other.amount)

    def __hash__(self) -> int:
        return hash((self.unit.dimension, self.amount))

    def __lt__(self, other: Quantity) -> bool:
        return self.amount < self._alike(other).amount

    def __add__(self, other: Quantity) -> Quantity:
        """The sum, in the unit of the first."""
        return Quantity((self.amount + self._alike(other).amount) / self.unit.factor, self.unit)

    def __sub__(self, other: Quantity) -> Quantity:
        """The difference, in the unit of the first."""
        return Quantity((self.amount - self._alike(other).amount) / self.unit.factor, self.unit)

    def _alike(self, other: Quantity) -> Quantity:
        if self.unit.dimension != other.unit.dimension:
            raise UnitMismatch(_mismatch(self.unit, other.unit))
        return other

    def __str__(self) -> str:
        """The number with its unit, exact; a number without an end as a fraction (2/3)."""
        ends = _without(self.value.denominator, 2, 5) == 1
        return (_plain(self.value) if ends else str(self.value)) + self.unit.symbol

    def rounded(self, places: int) -> str:
        """The number rounded half up to so many decimal places, with its unit: `12.35%`."""
        return _written(floor(abs(self.value) * 10**places + Fraction(1, 2)), places, self.value < 0) + self.unit.symbol


_HALF_WIDTH = str.maketrans("０１２３４５６７８９．，％＋－", "0123456789.,%+-")
_TENTHS = re.compile(r"([一二两三四五六七八九十]|\d{1,2})成([一二三四五六七八九]?)", re.ASCII)
_TO_ONE = re.compile(r"(\d+)[:：比]([1-9]\d*)", re.ASCII)
_NUMBER = re.compile(r"(?P<number>[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)\s*(?P<unit>\D*)", re.ASCII)


def _digit(text: str) -> int:
    return int(text) if text.isascii() else "零一二三四五六七八九十".index(text.replace("两", "二"))


def _without(number: int, *factors: int) -> int:
    for factor in factors:
        while number % factor == 0:
            number //= factor
    return number


def _plain(value: Fraction) -> str:
    """A fraction whose decimal ends, written out in full."""
    places = 0
    while (value * 10**places).denominator != 1:
        places += 1
    return _written(abs(value.numerator) * 10**places // value.denominator, places, value < 0)


def _written(number: int, places: int, negative: bool) -> str:
    digits = str(number).rjust(places + 1, "0")
    point = f"{digits[:-places]}.{digits[-places:]}" if places else digits
    return f"-{point}" if negative and number else point


def _mismatch(have: UnitOfMeasure, want: UnitOfMeasure) -> Words:
    return Words(
        f"单位不同，不能比较或换算：“{have.name}”与“{want.name}”",
        f"{have.name} and {want.name} measure different things and cannot be compared or converted",
    )
