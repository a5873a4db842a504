"""记分表: the scoreboard's columns and rows in words, the same for screen, workbook and page."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from yaodian.domain.finding import Words
from yaodian.domain.observation import Observation
from yaodian.runtime.lights import Colour
from yaodian.runtime.promise import shown
from yaodian.workspace.publish.wording import day
from yaodian.workspace.score.scoreboard import Row, Scoreboard

LIGHTS: Mapping[Colour, tuple[str, Words]] = {
    Colour.GREEN: ("●", Words("正常", "on course")),
    Colour.AMBER: ("▲", Words("关注", "watch")),
    Colour.ORANGE: ("◆", Words("滞后", "behind")),
    Colour.RED: ("■", Words("告急", "alarm")),
    Colour.GREY: ("○", Words("无法测量", "not measurable")),
    Colour.UNKNOWN: ("–", Words("无数据", "no data")),
}
COLUMNS = (
    Words("灯", "Light"),
    Words("任务", "Task"),
    Words("承诺", "Promise"),
    Words("指标", "Indicator"),
    Words("年初", "At the start"),
    Words("承诺值", "Promised"),
    Words("期限", "Due"),
    Words("实测", "Measured"),
    Words("自报", "Reported"),
    Words("预计（80%区间）", "Expected (80 %)"),
    Words("如期把握", "Chance"),
    Words("为什么", "Why"),
    Words("数据截至", "Data of"),
)
UNVERIFIED = Words("（未核实）", " (unverified)")


def light_words(colour: Colour, lang: str) -> str:
    """● 正常: a shape and a word, never the colour alone."""
    shape, words = LIGHTS[colour]
    return f"{shape} {words.lang(lang)}"


def cells_of(row: Row, year: int, lang: str) -> list[str]:
    """One promise as texts in the order of `COLUMNS`."""
    promise, measured = row.promise, row.measured
    unit = promise.unit
    expected, chance = outlook_words(row, lang)
    due = day(promise.due, year, lang) + (Words("（未写明）", " (not stated)").lang(lang) if row.is_due_assumed else "")
    label = (row.indicator.english if lang == "en" else row.indicator.label) if row.indicator else ""
    return [
        light_words(row.light.colour, lang),
        row.address,
        row.words,
        label,
        "" if promise.baseline is None else shown(promise.baseline, unit),
        row.target.words,
        due,
        value_words(measured, row, lang),
        value_words(row.reported, row, lang),
        expected,
        chance,
        row.light.why.lang(lang),
        day(measured.as_of, year, lang) if measured else "",
    ]


def outlook_words(row: Row, lang: str) -> tuple[str, str]:
    """What is expected on the day due with its interval, and the chance; of “all” how many will still be missing."""
    outlook, promise = row.outlook, row.promise
    if outlook is None:
        return "", ""

    def written(value: float) -> str:
        if math.isinf(value):
            return "…"
        return f"{max(value, 0):,.0f}" if promise.all else shown(value, promise.unit)

    missing = Words("还缺 ", "missing ").lang(lang) if promise.all else ""
    expected = f"{missing}{written(outlook.expected)}（{written(outlook.low)}–{written(outlook.high)}）"
    return expected, f"{outlook.chance:.0%}" if outlook.chance is not None else ""


def value_words(observation: Observation | None, row: Row, lang: str) -> str:
    """A value with its unit, marked where it hangs on what was not verified; empty where there is none."""
    if observation is None or observation.value is None:
        return ""
    mark = UNVERIFIED.lang(lang) if observation.unverified else ""
    return shown(observation.value, row.promise.unit) + mark


def counts_words(counts: Mapping[Colour, int], lang: str) -> str:
    """■1 ▲1 ●2: how many promises show each light, the worst first; lights that no promise shows are left out."""
    order = (Colour.RED, Colour.ORANGE, Colour.AMBER, Colour.GREEN, Colour.UNKNOWN, Colour.GREY)
    return "  ".join(f"{light_words(colour, lang)} {counts[colour]}" for colour in order if counts.get(colour))


def as_json(board: Scoreboard, lang: str) -> dict[str, Any]:
    """The scoreboard as data: numbers as numbers, one object a promise."""
    return {
        "plan": board.title,
        "year": board.year,
        "today": board.today.isoformat(),
        "release": board.release,
        "note": board.note,
        "counts": {colour.value: count for colour, count in board.counts.items()},
        "promises": [_row(row, lang) for row in board.rows],
    }


def _row(row: Row, lang: str) -> dict[str, Any]:
    measured, reported, outlook = row.measured, row.reported, row.outlook
    return {
        "promise": row.address,
        "words": row.words,
        "indicator": row.indicator.id if row.indicator else None,
        "unit": row.promise.unit.symbol,
        "baseline": row.promise.baseline,
        "op": row.target.op.value,
        "promised": row.target.value,
        "due": row.promise.due.isoformat(),
        "due_assumed": row.is_due_assumed,
        "measured": measured.value if measured else None,
        "numerator": measured.numerator if measured else None,
        "denominator": measured.denominator if measured else None,
        "as_of": measured.as_of.isoformat() if measured else None,
        "unverified": bool(measured and measured.unverified),
        "reported": reported.value if reported else None,
        "expected": outlook.expected if outlook else None,
        "chance": outlook.chance if outlook else None,
        "light": row.light.colour.value,
        "why": row.light.why.lang(lang),
    }
