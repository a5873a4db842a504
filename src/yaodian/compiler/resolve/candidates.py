"""候选指标: the indicators nearest to a promise that none measures, each with the reason why it does not."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import log

from yaodian.compiler.resolve.bindings import answered, promised_end, promises
from yaodian.declare.indicator import Indicator
from yaodian.domain.finding import Words
from yaodian.domain.plan import Action, Operator, Target

NEAREST = 3
LEAST_SHARED = 0.2  # the part of a promise's words, the rarer the heavier, below which nothing is near
_HAN = re.compile("[\u4e00-\u9fff]+")


@dataclass(frozen=True, slots=True)
class Candidate:
    """An indicator near to a promise: `shared` are the words that both say, `reason` is why it does not measure it."""

    indicator: type[Indicator]
    shared: Sequence[str]
    reason: Words


def candidates(
    indicators: tuple[type[Indicator], ...], action: Action, target: Target, count: int = NEAREST
) -> tuple[Candidate, ...]:
    """The nearest indicators, those that answer the promise's words before those that only share some with it.

    Nearness is the part of the promise's pairs of characters that the label, the formula in words or an example of the
    indicator has too, each pair weighing the more the fewer indicators say it.
    """
    words = promises(action, target)[-1]
    said, rarity = _said(indicators)
    pairs = _pairs(words)
    total = sum(rarity.get(pair, log(len(indicators) + 1)) for pair in pairs)
    found = []
    for indicator in indicators:
        answers = answered(indicator, action, target) is not None
        near = sum(rarity[pair] for pair in pairs & said[indicator.id]) / total if total else 0.0
        if answers or near >= LEAST_SHARED:
            found.append((not answers, -near, indicator.id, indicator))
    return tuple(
        Candidate(one, _runs(words, said[one.id]), _reason(one, target, answers=not unanswered))
        for unanswered, _, _, one in sorted(found, key=lambda f: f[:3])[:count]
    )


def nearest_in_words(indicators: tuple[type[Indicator], ...], action: Action, target: Target) -> Words:
    """The candidates as one clause for a finding; empty where nothing is near."""
    found = candidates(indicators, action, target)
    if not found:
        return Words("", "")
    zh = "、".join(f"{c.indicator.label}（{c.indicator.id}：{c.reason.zh}）" for c in found)
    en = ", ".join(f"{c.indicator.id} ({c.reason.en})" for c in found)
    return Words(f"最接近的指标：{zh}。", f" Nearest indicators: {en}.")


def _reason(indicator: type[Indicator], target: Target, *, answers: bool) -> Words:
    if promised_end(target, indicator) is not None and not answers:
        return Words("应答里没有这样的说法", "its answers do not have these words")
    if target.op is Operator.ALL:
        return Words(
            "没有“全部”可言：不是比值，也不是越少越好", "it has no whole: neither a ratio nor a count to end at 0"
        )
    if not isinstance(target.value, int | float):
        return Words("目标不是一个数", "the target is not one number")
    unit = target.unit or "无"
    return Words(
        f"单位不同：指标是{indicator.unit.name}，目标是{unit}",
        f"units differ: {indicator.unit.name} is not {target.unit or 'a bare number'}",
    )


@lru_cache(maxsize=4)
def _said(
    indicators: tuple[type[Indicator], ...],
) -> tuple[Mapping[str, frozenset[str]], Mapping[str, float]]:
    """The pairs of characters that each indicator says, and how rare each pair is among them."""
    said = {
        i.id: _pairs(" ".join((i.label, i.words, *(example for answer in i.answers for example in answer.examples))))
        for i in indicators
    }
    held = Counter(pair for pairs in said.values() for pair in pairs)
    return said, {pair: log((len(indicators) + 1) / number) for pair, number in held.items()}


def _pairs(text: str) -> frozenset[str]:
    return frozenset(a + b for run in _HAN.findall(text) for a, b in pairwise(run))


def _runs(words: str, said: frozenset[str]) -> tuple[str, ...]:
    """The longest stretches of the words whose every pair the indicator says."""
    runs: list[str] = []
    last = -1
    for at in range(len(words) - 1):
        if words[at : at + 2] in said:
            if last == at - 1 and runs:
                runs[-1] += words[at + 1]
            else:
                runs.append(words[at : at + 2])
            last = at
    return tuple(runs)
