"""对齐: which measure, task or action of one plan is which of another.

Equal words are paired first, in the order of the text. What is left is paired by the pairs of neighbouring characters
that both sides share, each weighing more the fewer places it stands in (`加强` says little, `足球` much); numbers count
as one sign, so that a changed number does not hide a promise. The best pair is taken first, none below the threshold.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from yaodian.domain.plan import Plan

SAME_ENOUGH = 0.45
SAME_PART = 0.5
SAME_TASK_BONUS = 0.05

Near = frozenset[tuple[int, int]]
P = TypeVar("P")


@dataclass(frozen=True, slots=True)
class Match:
    """Place `before` of one list is place `after` of the other; `score` is the share of weight in common (1: equal words)."""

    before: int
    after: int
    score: float


@dataclass(frozen=True)
class Alignment:
    """What is what in two plans: places of tasks and of measures (in the order of `Plan.measures`)."""

    tasks: dict[int, int]
    measures: dict[int, int]
    scores: dict[int, float]


def plain(text: str) -> str:
    """The words alone: one width, no white space, no punctuation."""
    folded = unicodedata.normalize("NFKC", text)
    return "".join(c for c in folded if unicodedata.category(c)[0] not in "PZC")


def align_texts(
    before: Sequence[str], after: Sequence[str], threshold: float = SAME_ENOUGH, near: Near = frozenset()
) -> list[Match]:
    """Pairs of places, each place at most once; `near` names pairs that something else speaks for."""
    left, right = [plain(t) for t in before], [plain(t) for t in after]
    matches = _equal(left, right, near)
    used_left, used_right = {m.before for m in matches}, {m.after for m in matches}
    for match in _ranked(left, right, used_left, used_right, near):
        if match.score < threshold:
            break
        if match.before not in used_left and match.after not in used_right:
            used_left.add(match.before)
            used_right.add(match.after)
            matches.append(match)
    return sorted(matches, key=lambda m: m.before)


def pair_up(
    before: Sequence[P],
    after: Sequence[P],
    words: Callable[[P], str],
    threshold: float = SAME_PART,
    last_two: bool = True,
) -> tuple[list[tuple[P, P]], list[P], list[P]]:
    """The parts that are the same, those gone and those new; with `last_two`, one left on each side is the same."""
    matches = align_texts([words(p) for p in before], [words(p) for p in after], threshold)
    pairs = [(before[m.before], after[m.after]) for m in matches]
    gone = [part for place, part in enumerate(before) if place not in {m.before for m in matches}]
    new = [part for place, part in enumerate(after) if place not in {m.after for m in matches}]
    if last_two and len(gone) == len(new) == 1:
        pairs.append((gone.pop(), new.pop()))
    return pairs, gone, new


def align_plans(before: Plan, after: Plan, threshold: float = SAME_ENOUGH) -> Alignment:
    """Measures by their words wherever they stand; tasks by their title, else by the measures they share."""
    left, right = list(before.measures()), list(after.measures())
    titles = {m.before: m.after for m in align_texts(*_titles(before, after), threshold=0.8)}
    home, away = _task_places(before), _task_places(after)
    near = frozenset((i, j) for i, p in enumerate(home) for j, q in enumerate(away) if titles.get(p) == q)
    pairs = align_texts([m.text for _, _, m in left], [m.text for _, _, m in right], threshold, near)
    votes = Counter((home[m.before], away[m.after]) for m in pairs)
    tasks, taken = dict(titles), set(titles.values())
    for (p, q), _ in sorted(votes.items(), key=lambda item: (-item[1], item[0])):
        if p not in tasks and q not in taken:
            tasks[p] = q
            taken.add(q)
    return Alignment(tasks, {m.before: m.after for m in pairs}, {m.before: m.score for m in pairs})


def _titles(before: Plan, after: Plan) -> tuple[list[str], list[str]]:
    return [t.title for t in before.tasks], [t.title for t in after.tasks]


def _task_places(plan: Plan) -> list[int]:
    """For each measure of the plan, the place of its task."""
    return [place for place, task in enumerate(plan.tasks) for _ in task.measures]


def _equal(left: Sequence[str], right: Sequence[str], near: Near) -> list[Match]:
    places: dict[str, list[int]] = defaultdict(list)
    for j, text in enumerate(right):
        places[text].append(j)
    matches = []
    for i, text in enumerate(left):
        if text and (free := places.get(text)):
            best = next((j for j in free if (i, j) in near), free[0])
            free.remove(best)
            matches.append(Match(i, best, 1.0))
    return matches


def _ranked(
    left: Sequence[str], right: Sequence[str], used_left: set[int], used_right: set[int], near: Near
) -> list[Match]:
    """All pairs of unpaired places that share anything, best first; of equals the pair whose places differ least."""
    a = {i: _pairs_of(t) for i, t in enumerate(left) if i not in used_left}
    b = {j: _pairs_of(t) for j, t in enumerate(right) if j not in used_right}
    weight = _weights([*map(_pairs_of, left), *map(_pairs_of, right)])
    holders: dict[str, list[int]] = defaultdict(list)
    for j, pairs in b.items():
        for pair in pairs:
            holders[pair].append(j)
    total_b = {j: sum(weight[p] * n for p, n in pairs.items()) for j, pairs in b.items()}
    matches = []
    for i, pairs in a.items():
        shared: dict[int, float] = defaultdict(float)
        for pair, n in pairs.items():
            for j in holders.get(pair, ()):
                shared[j] += weight[pair] * min(n, b[j][pair])
        total = sum(weight[p] * n for p, n in pairs.items())
        for j, common in shared.items():
            bonus = SAME_TASK_BONUS if (i, j) in near else 0.0
            matches.append(Match(i, j, min(0.999, 2 * common / (total + total_b[j]) + bonus)))
    span = max(len(left), len(right), 1)
    return sorted(matches, key=lambda m: (-m.score, abs(m.before - m.after) / span, m.before, m.after))


def _pairs_of(text: str) -> Counter[str]:
    masked = re.sub(r"\d+(?:\.\d+)?", "0", text)
    return Counter(masked[k : k + 2] for k in range(max(1, len(masked) - 1)))


def _weights(texts: Iterable[Counter[str]]) -> dict[str, float]:
    listed = list(texts)
    places = Counter(pair for pairs in listed for pair in pairs)
    return {pair: 1 + math.log(len(listed) / count) for pair, count in places.items()}
