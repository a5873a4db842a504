"""计入: countable things that one measure produces and another's total, ratio or full coverage counts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from yaodian.compiler.link.clauses import Clause
from yaodian.compiler.link.likeness import Alike
from yaodian.compiler.link.verbs import VENUE
from yaodian.domain.plan import Edge, EdgeKind, Operator, Target
from yaodian.domain.quantity import Quantity
from yaodian.domain.unit_of_measure import UnknownUnitOfMeasure

COVERS = 0.6  # of the words of a full coverage or a ratio that the counted thing must repeat
COVERS_A_COUNT = 0.9  # of the words of a larger number of the same thing
WHOLES = (Operator.ALL, Operator.EQUAL, Operator.AT_LEAST, Operator.MORE, Operator.ABOUT)


def counted_towards(pairs: Iterable[Alike]) -> Iterator[Edge]:
    """Edges from a measure that promises so many of a thing to one that promises all, a share or a larger number of it."""
    for pair in pairs:
        for part, whole in ((pair.first, pair.second), (pair.second, pair.first)):
            if len(pair.run) >= COVERS * len(whole.content) and _is_part(part, whole, len(pair.run)):
                why = f"{part.name}每完成一个，都计入{whole.name}：两处说的都是“{pair.run}”，进度应一起核算。"
                spans = (part.span, whole.span)
                yield Edge(EdgeKind.COUNTS_TOWARDS, part.address, whole.address, why, spans)


def _is_part(part: Clause, whole: Clause, run: int) -> bool:
    counts = [count.value for target in part.action.targets if (count := count_of(target)) is not None]
    if not counts or VENUE.match(part.content) or "其中" in part.words or "其中" in whole.words:
        return False
    if any(_is_share(target) for target in whole.action.targets):
        return True
    totals = [count_of(target) for target in whole.action.targets if target.op in WHOLES]
    larger = any(total is not None and total.value > max(counts) for total in totals)
    return larger and run >= COVERS_A_COUNT * len(whole.content)


def _is_share(target: Target) -> bool:
    return target.op is Operator.ALL or (target.op in WHOLES and target.unit in ("%", "‰"))


def count_of(target: Target) -> Quantity | None:
    """The number of things that a target promises; None for ratios, amounts and what cannot be read."""
    value = min(target.value) if isinstance(target.value, tuple) else target.value
    if not isinstance(value, int | float):
        return None
    try:
        count = Quantity(value, target.unit or "")
    except UnknownUnitOfMeasure:
        return None
    return count if count.unit.is_count else None
