"""分解: a promise split into the parts of counties and schools: amounts add up to it, a rate is kept whole by each, and nobody
is left out."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from math import fsum

from yaodian.domain.finding import Words
from yaodian.runtime.rules import Rules

Amounts = Mapping[str, float]
SLACK = 1e-9


def parts_fault(
    promised: Amounts,
    parts: Mapping[str, Amounts],
    expected: frozenset[str],
    rules: Rules,
    rates: Collection[str] = (),
    name_of: Callable[[str], str] = str,
) -> Words | None:
    """What is wrong with a split: a promise whose parts do not add up, a rate that a part does not keep, a promise nobody
    made, a unit left out; else None. `name_of` gives what a promise or a unit is called by its id."""
    if not parts:
        return Words("分解至少要有一个单位", "a split needs at least one unit")
    unknown = sorted({promise for amounts in parts.values() for promise in amounts} - set(promised))
    if unknown:
        return Words(f"没有承诺“{'、'.join(unknown)}”", f"nothing of the kind was promised: {', '.join(unknown)}")
    below = [
        f"{name_of(unit)} {name_of(promise)}"
        for unit, amounts in parts.items()
        for promise, part in amounts.items()
        if part < 0
    ]
    if below:
        return Words(f"分解数不能为负：{'、'.join(below)}", f"a part cannot be negative: {', '.join(below)}")
    for promise, whole in promised.items():
        total = total_of(parts, promise)
        if promise in rates:
            fault = _rate_fault(name_of(promise), whole, [name_of(unit) for unit in _others(promise, whole, parts)])
        else:
            fault = _sum_fault(name_of(promise), whole, total, rules)
        if fault:
            return fault
    missing = [name_of(unit) for unit in sorted(expected - set(parts))]
    if missing and not rules.work_parts_may_miss:
        return Words(
            f"漏了：{'、'.join(missing)}；不分解的写0", f"left out: {', '.join(missing)}; give 0 where it has no part"
        )
    return None


def parts_by_size(
    promised: Amounts, sizes: Mapping[str, float], rates: Collection[str] = ()
) -> dict[str, dict[str, float]]:
    """Each promise split among units in the ratio of their sizes; a rate is every unit's as it is. A whole number is split into whole numbers that add up
    to it: each gets what fits, and the largest remainders one more. ValueError where no unit has a size above 0."""
    if not any(size > 0 for size in sizes.values()):
        raise ValueError("no unit has a size")
    parts: dict[str, dict[str, float]] = {unit: {} for unit in sizes}
    total = fsum(sizes.values())
    for promise, whole in promised.items():
        shares = {unit: whole if promise in rates else whole * size / total for unit, size in sizes.items()}
        if promise not in rates and float(whole).is_integer():
            shares = _whole_shares(shares, int(whole))
        for unit, share in shares.items():
            parts[unit][promise] = share
    return parts


def part_ids(subject: str, parts: Collection[str]) -> list[str]:
    """The ids of the parts of a subject, in their order."""
    return [f"{subject}.{number}" for number in range(1, len(parts) + 1)]


def _whole_shares(exact: Mapping[str, float], whole: int) -> dict[str, float]:
    shares = {unit: float(int(share + SLACK)) for unit, share in exact.items()}
    left = whole - int(sum(shares.values()))
    by_remainder = sorted(exact, key=lambda unit: (shares[unit] - exact[unit], unit))
    return shares | {unit: shares[unit] + 1 for unit in by_remainder[:left]}


def total_of(parts: Mapping[str, Amounts], promise: str) -> float:
    """What the parts of one promise add up to."""
    return fsum(amounts.get(promise, 0.0) for amounts in parts.values())


def _others(promise: str, whole: float, parts: Mapping[str, Amounts]) -> list[str]:
    """The units whose part of a rate is another number."""
    return sorted(unit for unit, amounts in parts.items() if amounts.get(promise) != whole)


def _rate_fault(promise: str, whole: float, other: Collection[str]) -> Words | None:
    if not other:
        return None
    return Words(
        f"“{promise}”是比例，不能拆开，各单位都是{whole:g}；请改{'、'.join(other)}",
        f"{promise} is a rate and cannot be split: each unit keeps {whole:g}; change {', '.join(other)}",
    )


def _sum_fault(promise: str, whole: float, total: float, rules: Rules) -> Words | None:
    if total < whole - SLACK:
        return Words(
            f"“{promise}”承诺{whole:g}，分解合计{total:g}，少{whole - total:g}",
            f"{promise}: {whole:g} was promised and the parts add up to {total:g}, {whole - total:g} too few",
        )
    if total > whole + SLACK and not rules.work_parts_may_exceed:
        return Words(
            f"“{promise}”承诺{whole:g}，分解合计{total:g}，多{total - whole:g}",
            f"{promise}: {whole:g} was promised and the parts add up to {total:g}, {total - whole:g} too many",
        )
    return None
