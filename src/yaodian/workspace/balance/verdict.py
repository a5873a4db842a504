"""判定: what shares of thresholds and coefficients of variation come to; None where what is recorded does not decide it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum
from statistics import fmean

from yaodian.algorithms.columns import SLACK

Shares = Sequence[float | None]
Coefficients = Sequence[float | None]


class Standing(StrEnum):
    """How an item of a school stands to its threshold; NEAR is at least the share asked of the items not reached."""

    REACHED = "reached"
    NEAR = "near"
    BELOW = "below"
    UNKNOWN = "unknown"


def reaches(share: float, least: float = 1.0) -> bool:
    """Whether a value ÷ threshold is at least this; what floats miss by no more than a billionth is reached."""
    return share >= least * (1 - SLACK)


def standing(share: float | None, rest: float) -> Standing:
    """How a value ÷ threshold stands."""
    if share is None:
        return Standing.UNKNOWN
    return Standing.REACHED if reaches(share) else Standing.NEAR if reaches(share, rest) else Standing.BELOW


def school_verdict(shares: Shares, least: float, rest: float) -> bool | None:
    """Whether a school reaches `least` of its thresholds and of each other at least the share `rest`.

    An item without data (None) may still turn out either way: False only where the school fails whatever it is.
    """
    standings = [standing(share, rest) for share in shares]
    unknown = standings.count(Standing.UNKNOWN)
    if Standing.BELOW in standings:
        return False
    if standings.count(Standing.REACHED) + unknown < least:
        return False
    return None if unknown else True


def over_limit(coefficients: Coefficients, limit: float) -> tuple[int, ...]:
    """The numbers (from 0) of the items whose coefficient lies over the limit."""
    return tuple(n for n, c in enumerate(coefficients) if c is not None and c > limit * (1 + SLACK))


def composite_of(coefficients: Coefficients) -> float | None:
    """综合差异系数: the plain mean of all coefficients; None where one of them is not known."""
    known = [c for c in coefficients if c is not None]
    return fmean(known) if known and len(known) == len(coefficients) else None


def variation_verdict(coefficients: Coefficients, limit: float, is_composite: bool) -> bool | None:
    """Whether each coefficient, or where the standard is composite their mean, keeps the limit."""
    if is_composite:
        composite = composite_of(coefficients)
        return None if composite is None else not over_limit([composite], limit)
    if over_limit(coefficients, limit):
        return False
    return None if None in coefficients else True


def all_of(verdicts: Iterable[bool | None]) -> bool | None:
    """False where one is False, else None where one is not known or there is none, else True."""
    given = list(verdicts)
    if False in given:
        return False
    return True if given and None not in given else None
