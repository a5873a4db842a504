"""同一承诺: one promise that two tasks make, seen by the words that their clauses share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from yaodian.compiler.link.likeness import Alike
from yaodian.compiler.link.verbs import REDUCES
from yaodian.domain.plan import Edge, EdgeKind

SHARE = 0.30  # of the weighed pairs of characters of both clauses
SHARE_OF_NUMBERS = 0.75  # where one of them promises a number, what is counted must be the same as well
WEIGHT = 1.4  # two pairs of characters that no other clause has
RUN = 5  # characters in a row: four are often a mere field of work (学前教育, 课堂教学)
RUN_WEIGHT = 1.2  # so much of the weight in one run: many scattered common words are no promise


def same_promises(pairs: Iterable[Alike]) -> Iterator[Edge]:
    """Edges between measures of two tasks that promise nearly the same in words; a measure is linked with the most
    alike measure of another task only."""
    alike = [pair for pair in pairs if _is_same(pair)]
    met: set[tuple[str, int]] = set()
    for pair in sorted(alike, key=lambda pair: (-pair.share, pair.first.no, pair.second.no)):
        first, second = pair.first, pair.second
        meetings = {(first.address, id(second.task)), (second.address, id(first.task))}
        if meetings & met:
            continue
        met |= meetings
        why = f"{first.name}与{second.name}用词大半相同（“{pair.run}”），像是两项任务里的同一承诺，宜合并或分清各自的责任。"
        yield Edge(EdgeKind.SAME_PROMISE, first.address, second.address, why, (first.span, second.span))


def _is_same(pair: Alike) -> bool:
    first, second = pair.first, pair.second
    if first.task is second.task or len(pair.run) < RUN or pair.weight < WEIGHT:
        return False
    if pair.run_weight < RUN_WEIGHT or "其中" in first.words or "其中" in second.words:
        return False
    if bool(REDUCES.search(first.verb)) is not bool(REDUCES.search(second.verb)):
        return False
    numbers = first.action.targets or second.action.targets
    return pair.share >= (SHARE_OF_NUMBERS if numbers else SHARE)
