"""相近: pairs of clauses that share a run of characters, with what they share weighed by how rare it is in the plan."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from yaodian.compiler.link.clauses import Clause, Clauses

RUN = 4  # characters in a row that two clauses must share before they are compared
COMMON = 12  # a run that more clauses share than this says nothing about any two of them
LONGEST = 120


@dataclass(frozen=True, slots=True)
class Alike:
    """Two clauses, the earlier first, and the longest run they share.

    `weight` is what they share: a pair of neighbouring characters weighs 1/√(clauses that have it). `run_weight` is the
    part of it that stands in the run, `share` the weight against what the two have in all (0–1).
    """

    first: Clause
    second: Clause
    run: str
    run_weight: float
    weight: float
    share: float


def alike_clauses(clauses: Clauses) -> Iterator[Alike]:
    """The pairs of clauses of different measures that share a run, in the order of the text."""
    pairs = [pairs_of(clause.content[:LONGEST]) for clause in clauses.all]
    df = Counter(pair for found in pairs for pair in found)
    candidates = sorted(_candidates(clauses))
    whole = {no: weight_of(pairs[no], df) for no in {no for both in candidates for no in both}}
    for a, b in candidates:
        first, second = clauses.all[a], clauses.all[b]
        run = longest_run(first.content, second.content)
        weight = weight_of(pairs[a] & pairs[b], df)
        share = weight / math.sqrt(whole[a] * whole[b])
        yield Alike(first, second, run, weight_of(pairs_of(run), df), weight, share)


def pairs_of(words: str) -> set[str]:
    """The pairs of neighbouring characters of each run of letters."""
    return {run[i : i + 2] for run in words.split() for i in range(len(run) - 1)}


def weight_of(pairs: set[str], df: Counter[str]) -> float:
    """Rare pairs weigh more; one that stands nowhere weighs as one that stands once. The order of the set is no matter."""
    return math.fsum(1 / math.sqrt(max(df[pair], 1)) for pair in pairs)


def _candidates(clauses: Clauses) -> set[tuple[int, int]]:
    """Numbers of clauses that share a run which few have."""
    index: dict[str, list[int]] = {}
    for clause in clauses.all:
        words = clause.content[:LONGEST]
        for at in range(len(words) - RUN + 1):
            run = words[at : at + RUN]
            if " " in run:
                continue
            having = index.setdefault(run, [])
            if len(having) <= COMMON and (not having or having[-1] != clause.no):
                having.append(clause.no)
    found: set[tuple[int, int]] = set()
    for having in index.values():
        if 2 <= len(having) <= COMMON:
            found.update((a, b) for i, a in enumerate(having) for b in having[i + 1 :])
    return {(a, b) for a, b in found if clauses.all[a].address != clauses.all[b].address}


def longest_run(a: str, b: str) -> str:
    """The longest run of characters that two strings share."""
    a, b = a[:LONGEST], b[:LONGEST]
    best = ""
    for run in a.split():
        for start in range(len(run)):
            while start + len(best) < len(run) and run[start : start + len(best) + 1] in b:
                best = run[start : start + len(best) + 1]
    return best
