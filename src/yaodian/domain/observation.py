"""观测值: what an indicator was for a place and a period, by whom it is said, and what it rests on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from yaodian.domain.finding import Refusal, Words
from yaodian.domain.period import Period

Amount = int | float | Decimal
Disaggregation = tuple[tuple[str, str], ...]


class Origin(StrEnum):
    """来源: measured from registers (实测), reported by those responsible (自报), or published by others (外部)."""

    MEASURED = "measured"
    EXTERNAL = "external"
    REPORTED = "reported"

    @property
    def words(self) -> Words:
        return _ORIGINS[self]


MEASURED, EXTERNAL, REPORTED = Origin.MEASURED, Origin.EXTERNAL, Origin.REPORTED
_ORIGINS = {
    MEASURED: Words("实测", "measured"),
    EXTERNAL: Words("外部公布", "published"),
    REPORTED: Words("自报", "reported"),
}


class NotAddable(Refusal, ValueError):  # noqa: N818
    """Observations that have no sum: unlike ones, one counted twice, or ratios without their parts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """A value of `indicator` at `place` (its code) in `period`, for one part of it where `disaggregation` names columns
    and codes, in the indicator's own unit (ratios 0–1, money in yuan), from data as of the day `as_of`.

    Of a ratio `numerator` and `denominator` are given and `value` is their quotient (None over 0); of what adds up by
    itself `numerator` alone is given and is the value. A `value` alone (a ratio reported as such, a coefficient, a
    median) has no parts and never adds up. `release` is the release it was computed from, `entries` the entries that
    reported it: one of both is given. `withheld`: fewer persons stand behind it than the minimum cell, so it has no
    number at all. `unverified`: a rule or source behind it was not held against the original.
    """

    indicator: str
    place: str
    period: Period
    source: Origin
    as_of: date
    numerator: Amount | None = None
    denominator: Amount | None = None
    value: float | None = None
    disaggregation: Disaggregation = ()
    release: str = ""
    entries: tuple[str, ...] = ()
    unverified: bool = False
    withheld: bool = False

    def __post_init__(self) -> None:
        object.__setattr__(self, "disaggregation", tuple(sorted(self.disaggregation)))
        numbers = (self.numerator, self.denominator, self.value)
        if bool(self.release) == bool(self.entries):
            raise ValueError(f"{self.indicator}: an observation cites its release or its entries")
        if self.withheld and any(number is not None for number in numbers):
            raise ValueError(f"{self.indicator}: what is withheld has no number")
        if self.numerator is None:
            if self.denominator is not None:
                raise ValueError(f"{self.indicator}: a denominator goes with a numerator")
            return
        quotient = _quotient(self.numerator, self.denominator)
        if self.value is not None and self.value != quotient:
            raise ValueError(f"{self.indicator}: {self.value} is not what its parts give, {quotient}")
        object.__setattr__(self, "value", quotient)


def combined(parts: Sequence[Observation], *, place: str, disaggregation: Disaggregation = ()) -> Observation:
    """The observation of a whole from those of its parts: numerators and denominators are added, never ratios averaged.

    As current as the oldest part, unverified where one part is, withheld where one part is. Raises NotAddable for no
    parts, unlike parts (indicator, period, source, release), a part given twice, and values without their parts.
    """
    if not parts:
        raise NotAddable(Words("没有可以合计的观测值", "there is no observation to add"))
    _refuse_unlike(parts)
    first, withheld = parts[0], any(part.withheld for part in parts)
    numerators = [part.numerator for part in parts if part.numerator is not None]
    denominators = [part.denominator for part in parts if part.denominator is not None]
    if not withheld and (len(numerators) != len(parts) or len(denominators) not in (0, len(parts))):
        raise NotAddable(
            Words(
                f"“{first.indicator}”缺分子或分母，比例不能平均，请补报分子和分母",
                f"{first.indicator}: a ratio without its parts cannot be added or averaged; give numerator and denominator",
            )
        )
    return Observation(
        indicator=first.indicator,
        place=place,
        period=first.period,
        source=first.source,
        as_of=min(part.as_of for part in parts),
        numerator=None if withheld else _sum(numerators),
        denominator=None if withheld or not denominators else _sum(denominators),
        disaggregation=disaggregation,
        release=first.release,
        entries=tuple(dict.fromkeys(entry for part in parts for entry in part.entries)),
        unverified=any(part.unverified for part in parts),
        withheld=withheld,
    )


def _quotient(numerator: Amount, denominator: Amount | None) -> float | None:
    if denominator is None:
        return float(numerator)
    return float(numerator) / float(denominator) if denominator else None


def _sum(amounts: Sequence[Amount]) -> Amount:
    """Exact where no part is a float."""
    if any(isinstance(amount, float) for amount in amounts):
        return sum(float(amount) for amount in amounts)
    return sum(amounts)


def _refuse_unlike(parts: Sequence[Observation]) -> None:
    kinds = {(part.indicator, part.period, part.source, part.release) for part in parts}
    if len(kinds) > 1:
        told = sorted(
            f"{indicator} {period} {source} {release}".strip() for indicator, period, source, release in kinds
        )
        raise NotAddable(
            Words(
                f"不是同一指标、时期、来源和版本，不能合计：{'；'.join(told)}",
                f"unlike observations have no sum: {'; '.join(told)}",
            )
        )
    seen: set[tuple[str, Disaggregation]] = set()
    for part in parts:
        if (part.place, part.disaggregation) in seen:
            raise NotAddable(
                Words(
                    f"“{part.place}”算了两次，请只留一条", f"{part.place} is counted twice: keep one observation of it"
                )
            )
        seen.add((part.place, part.disaggregation))
