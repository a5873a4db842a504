"""先后: the check that one day does not stand before another."""

from yaodian.declare.register import Check
from yaodian.domain.finding import Words


def not_before(later: tuple[str, str], earlier: tuple[str, str]) -> Check:
    """The first day does not stand before the second; each is given as (column, Chinese label)."""
    (late, late_label), (early, early_label) = later, earlier
    return Check(
        f"{late}_not_before_{early}",
        f"{late} IS NULL OR {early} IS NULL OR {late} >= {early}",
        Words(f"{late_label}早于{early_label}", f"{late} stands before {early}"),
        Words("核对两个日期，改正写错的一个", "check both days and correct the wrong one"),
    )
