"""亮灯: the colour of a promise and the sentence that says why; it follows from dates and values, nobody chooses it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from yaodian.algorithms.trajectory import Trajectory
from yaodian.domain.finding import Words
from yaodian.domain.observation import REPORTED, Observation
from yaodian.domain.schooldays import SchoolCalendar
from yaodian.runtime import light_words as words
from yaodian.runtime.progress import Progress, progress, speaking
from yaodian.runtime.promise import Promise
from yaodian.runtime.thresholds import Thresholds


class Colour(StrEnum):
    """灯色: green, amber, orange, red from best to worst; grey is not measurable, unknown has no data."""

    GREEN = "green"
    AMBER = "amber"
    ORANGE = "orange"
    RED = "red"
    GREY = "grey"
    UNKNOWN = "unknown"


GREEN, AMBER, ORANGE, RED = Colour.GREEN, Colour.AMBER, Colour.ORANGE, Colour.RED
GREY, UNKNOWN = Colour.GREY, Colour.UNKNOWN


@dataclass(frozen=True, slots=True)
class Light:
    """A colour, why, and the progress behind it (None where nothing is known)."""

    colour: Colour
    why: Words
    progress: Progress | None = None


def light(
    promise: Promise,
    observations: Sequence[Observation],
    outlook: Trajectory | None,
    thresholds: Thresholds,
    today: date,
    calendar: SchoolCalendar,
) -> Light:
    """The light of a promise today.

    Grey without an indicator, unknown without a value. Green when the newest value keeps the promise, red when it does
    not and the deadline is past. Before it the chance by `outlook` decides, the trajectory to the deadline; where no
    chance is known, green while the share of the way gone is at least that of the working days gone, and behind that
    pace by how many of them are left. `observations` are those of the promise's indicator and place.
    """
    if promise.indicator is None:
        no = Words(f"“{promise.words}”没有指标可量", f"no indicator measures the promise “{promise.words}”")
        return Light(GREY, words.sentence([no, words.wanted(promise)]))
    done = progress(promise, observations, today, calendar)
    if done is None:
        return Light(UNKNOWN, words.sentence([words.wanted(promise), _unknown(promise, observations, today)]))
    said = [words.wanted(promise), words.seen(promise, done.observation)]
    colour, why = _judged(promise, done, outlook, thresholds, today, calendar)
    said += [*why, *_disagreement(promise, done, observations, thresholds, today)]
    return Light(colour, words.sentence(said), done)


def counts_by_light(lights: Iterable[Light]) -> dict[Colour, int]:
    """How many lights show each colour, all colours in their order; lights are counted and never averaged."""
    found = Counter(one.colour for one in lights)
    return {colour: found[colour] for colour in Colour}


def are_apart(reported: float, measured: float, thresholds: Thresholds) -> bool:
    """Whether a reported number lies further from the measured one than the parameter allows."""
    return abs(reported - measured) > thresholds.reported_difference * abs(measured)


def _judged(
    promise: Promise,
    done: Progress,
    outlook: Trajectory | None,
    thresholds: Thresholds,
    today: date,
    calendar: SchoolCalendar,
) -> tuple[Colour, list[Words]]:
    if promise.is_met(done.reading):
        return GREEN, [words.met(promise, done)]
    if today > promise.due:
        return RED, [words.overdue(promise, done, today)]
    gap = words.missing(promise, done)
    if outlook is not None and outlook.chance is not None:
        return _by_chance(outlook.chance, thresholds), [gap, words.heading_for(promise, outlook)]
    total = calendar.working_days_between(promise.start, promise.due)
    left = min(done.days_left / total, 1.0) if total else 0.0
    return _by_pace(done.share, left, thresholds), [gap, words.pace(done.share, 1 - left)]


def _by_chance(chance: float, thresholds: Thresholds) -> Colour:
    steps = ((GREEN, thresholds.light_green_chance), (AMBER, thresholds.light_amber_chance))
    for colour, least in (*steps, (ORANGE, thresholds.light_orange_chance)):
        if chance >= least:
            return colour
    return RED


def _by_pace(share: float | None, left: float, thresholds: Thresholds) -> Colour:
    if share is not None and share >= 1 - left:
        return GREEN
    if left <= thresholds.light_orange_share:
        return ORANGE
    return AMBER if left <= thresholds.light_amber_share else GREEN


def _unknown(promise: Promise, observations: Sequence[Observation], today: date) -> Words:
    if promise.low is None:
        return Words(f"没有基数，到{today}无法判断", f"without its baseline it cannot be judged on {today}")
    if any(o.withheld and o.as_of <= today for o in observations):
        return Words(
            f"到{today}的数据涉及人数过少，不予公布", f"as of {today} too few persons stand behind the value to show it"
        )
    if promise.all and any(o.value is not None and o.as_of <= today for o in observations):
        return Words(
            f"到{today}只有比例，没有缺多少的人数或个数",
            f"as of {today} only a ratio is known, not how many are missing",
        )
    return Words(f"到{today}还没有数据", f"no value is known as of {today}")


def _disagreement(
    promise: Promise, done: Progress, observations: Sequence[Observation], thresholds: Thresholds, today: date
) -> list[Words]:
    """The reported value, where it lies further from the one that speaks than the parameter allows."""
    reported = speaking(promise, observations, today, (REPORTED,))
    if reported is None or done.observation.source is REPORTED:
        return []
    reading = promise.reading(reported)
    if reading is None or not are_apart(reading, done.reading, thresholds):
        return []
    return [words.disagreeing(promise, reported, thresholds.reported_difference)]
