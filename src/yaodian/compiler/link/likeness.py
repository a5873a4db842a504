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
    """Two clauses, the earlier first. `run` is the longest they share; `weight` is what they share: each pair of
    characters weighs 1/√(clauses that have it), `run_weight` the part of it in the run; `share` is that against what the two have in all (0–1)."""

    first: Clause
    second: Clause
    run: str
    run_weight: float
    weight: float
    share: float


def alike_clauses(clauses: Clauses) -> Iterator[Alike]:
    """The pairs of clauses of different measures that share a run, in the order of the text."""
    pairs = [_pairs_of(clause.content) for clause in clauses.all]
    df = Counter(pair for found in pairs for pair in found)
    for a, b in sorted(_candidates(clauses)):
        first, second = clauses.all[a], clauses.all[b]
        weight = _weight(pairs[a] & pairs[b], df)
        whole = math.sqrt(_weight(pairs[a], df) * _weight(pairs[b], df))
        run = longest_run(first.content, second.content)
        yield Alike(first, second, run, _weight(_pairs_of(run), df), weight, weight / whole)


def _pairs_of(words: str) -> set[str]:
    """The pairs of neighbouring characters of each run of letters."""
    return {run[i : i + 2] for run in words[:LONGEST].split() for i in range(len(run) - 1)}


def _weight(pairs: set[str], df: Counter[str]) -> float:
    return sum(1 / math.sqrt(df[pair]) for pair in pairs)


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
