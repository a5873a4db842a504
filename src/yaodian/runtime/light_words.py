"""灯旁的话: the sentence beside a light, in both languages, always with its numbers and dates."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date

from yaodian.algorithms.trajectory import Trajectory
from yaodian.domain.finding import Words
from yaodian.domain.observation import Amount, Observation
from yaodian.domain.unit_of_measure import RATIO
from yaodian.runtime.progress import Progress
from yaodian.runtime.promise import Promise, shown


def sentence(parts: Sequence[Words]) -> Words:
    """The parts as one sentence."""
    english = ", ".join(part.en for part in parts)
    return Words("，".join(part.zh for part in parts) + "。", english[:1].upper() + english[1:] + ".")


def wanted(promise: Promise) -> Words:
    """“2020-12-31前不低于80.0%”: by when, between which values."""
    low, high, unit = promise.low, promise.high, promise.unit
    if promise.all:
        return Words(f"{promise.due}前应一个不缺（“{promise.words}”）", f"by {promise.due} none may be missing")
    if low is None or high is None:
        return Words(f"{promise.due}前应做到“{promise.words}”", f"due by {promise.due}")
    if math.isinf(high):
        zh, en = ("高于", "more than") if promise.strict else ("不低于", "at least")
        return Words(f"{promise.due}前应{zh}{shown(low, unit)}", f"by {promise.due} {en} {shown(low, unit)}")
    if math.isinf(low):
        zh, en = ("低于", "less than") if promise.strict else ("不高于", "at most")
        return Words(f"{promise.due}前应{zh}{shown(high, unit)}", f"by {promise.due} {en} {shown(high, unit)}")
    between = f"{shown(low, unit)}—{shown(high, unit)}" if low != high else shown(low, unit)
    return Words(f"{promise.due}前应为{between}", f"by {promise.due} {between}")


def seen(promise: Promise, observation: Observation) -> Words:
    """“实测72.0%（截至2020-10-31）”: who says what as of when."""
    who = observation.source.words
    if promise.all:
        of = (
            ""
            if observation.denominator is None
            else f"（{_count(observation.numerator)}/{_count(observation.denominator)}）"
        )
        gap = _count(promise.reading(observation))
        return Words(
            f"{who.zh}还缺{gap}{of}，截至{observation.as_of}", f"{who.en} missing {gap}{of} as of {observation.as_of}"
        )
    value = shown(observation.value or 0.0, promise.unit)
    return Words(f"{who.zh}{value}（截至{observation.as_of}）", f"{who.en} {value} as of {observation.as_of}")


def missing(promise: Promise, done: Progress) -> Words:
    """“还差8.0个百分点，剩43个工作日，每个工作日需0.19个百分点”."""
    if done.needed_rate is None:
        left = Words("没有剩下的工作日", "no working day left")
    else:
        rate = _difference(promise, done.needed_rate, 2)
        left = Words(
            f"剩{done.days_left}个工作日，每个工作日需{rate.zh}",
            f"{done.days_left} working days left, each needs {rate.en}",
        )
    gap = _difference(promise, done.remaining, 1)
    return Words(f"还差{gap.zh}，{left.zh}", f"{gap.en} to go, {left.en}")


def overdue(promise: Promise, done: Progress, today: date) -> Words:
    days, gap = (today - promise.due).days, _difference(promise, done.remaining, 1)
    return Words(f"已过期{days}天，还差{gap.zh}", f"{days} days overdue with {gap.en} to go")


def met(promise: Promise, done: Progress) -> Words:
    if done.observation.as_of > promise.due:
        return Words("期限后才看到达到", "reached, seen after the deadline only")
    return Words("已达到", "reached")


def heading_for(promise: Promise, outlook: Trajectory) -> Words:
    """“按走势到期为76.1%（八成把握在71.0%—80.2%），如期达到的机会24%”."""
    low, high, expected = (_reading(promise, value) for value in (outlook.low, outlook.high, outlook.expected))
    sure, chance = f"{outlook.confidence:.0%}", f"{outlook.chance or 0:.0%}"
    return Words(
        f"按走势到期为{expected}（{sure}的把握在{low}—{high}），如期达到的机会{chance}",
        f"heading for {expected} ({low}–{high} with {sure} confidence), {chance} chance of keeping it in time",
    )


def pace(share: float | None, elapsed: float) -> Words:
    if share is None:
        return Words(
            f"时间已过{elapsed:.0%}，没有走势可看", f"{elapsed:.0%} of the time is gone and no trajectory is known"
        )
    return Words(
        f"时间已过{elapsed:.0%}，路已走{share:.0%}", f"{elapsed:.0%} of the time and {share:.0%} of the way are gone"
    )


def disagreeing(promise: Promise, reported: Observation, share: float) -> Words:
    told = seen(promise, reported)
    return Words(f"而{told.zh}，两者相差超过{share:.0%}", f"but {told.en}, more than {share:.0%} apart")


def _reading(promise: Promise, value: float) -> str:
    if math.isinf(value):
        return "∞" if value > 0 else "-∞"
    return _count(value) if promise.all else shown(value, promise.unit)


def _count(value: Amount | None) -> str:
    """A count as people read it; what weights made of one is rounded."""
    return f"{float(value or 0):,.1f}".removesuffix(".0")


def _difference(promise: Promise, value: float, places: int) -> Words:
    if promise.all:
        text = f"{value:.{places}f}".rstrip("0").rstrip(".")
        return Words(text, text)
    if promise.unit == RATIO:
        points = f"{100 * value:.{places}f}"
        return Words(f"{points}个百分点", f"{points} percentage points")
    text = shown(value, promise.unit)
    return Words(text, text)
