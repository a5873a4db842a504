"""图: what charts draw, as data; each also stands on the page as a table of the same numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from yaodian.web.pages.page import Visit
from yaodian.web.pages.templatetags.yaodian import day_in
from yaodian.web.work.models import PromiseLight
from yaodian.workspace.promises import PromiseName


@dataclass(frozen=True, slots=True)
class Chart:
    """`data` in one of the forms that the site's chart script knows, the same as `rows`, and what it shows in a sentence."""

    data: Mapping[str, Any]
    head: Sequence[str]
    rows: Sequence[Sequence[str]]
    sentence: str


def trajectory(light: PromiseLight | None, name: PromiseName, visit: Visit) -> Chart | None:
    """The course of a promise through its year: measured, promised, expected, with what others and the owner say."""
    if light is None:
        return None
    told, scale = light.told, 100.0 if light.told.get("is_ratio") else 1.0
    start, due = date.fromisoformat(told["start"]), date.fromisoformat(told["due"])
    months = _months(start, due)
    measured = _by_month(told["series"]["measured"], months, scale)
    goal = told.get("low", told.get("high"))
    seen = [value for value in measured if value is not None]
    promised = _straight(seen[0], goal * scale, len(months)) if seen and goal is not None else []
    outlook = told.get("outlook")
    ahead = _ahead(measured, outlook, scale) if outlook else {}
    sign = "%" if told.get("is_ratio") else name.sign
    ends = [{"label": f"{told['wanted']}", "y": goal * scale}] if goal is not None else []
    points = _points(told["series"], months, scale)
    labels = [f"{month.month}月" if visit.language == "zh" else f"{month:%b}" for month in months]
    data = {
        "form": "trajectory", "x": labels, "unit": sign, "measured": measured, "promised": promised, "points": points,
        "ends": ends, **ahead,
    }  # fmt: skip
    rows = [
        [label, _cell(m, sign), _cell(p, sign)]
        for label, m, p in zip(labels, measured, promised or measured, strict=True)
    ]
    zh = visit.language == "zh"
    head = ["月", "实测", "承诺轨迹"] if zh else ["Month", "Measured", "Promised path"]
    last = light.as_of and day_in(light.as_of, visit.language)
    sentence = (
        f"{told['words']}：{last}实测{told.get('shown') or '无数据'}"
        if zh
        else f"{told['words']}: {told.get('shown')} on {last}"
    )
    return Chart(data, head, rows, sentence)


def _months(start: date, due: date) -> list[date]:
    first, last = start.year * 12 + start.month - 1, due.year * 12 + due.month - 1
    return [date(month // 12, month % 12 + 1, 1) for month in range(first, last + 1)]


def _by_month(series: Sequence[Sequence[Any]], months: Sequence[date], scale: float) -> list[float | None]:
    """The last value known in each month up to the newest one; None where nothing was measured."""
    newest = {on[:7]: round(value * scale, 4) for on, value in series}
    return [newest.get(f"{month:%Y-%m}") for month in months]


def _straight(first: float, last: float, count: int) -> list[float]:
    return [round(first + (last - first) * n / max(count - 1, 1), 4) for n in range(count)]


def _ahead(measured: Sequence[float | None], outlook: Mapping[str, Any], scale: float) -> Mapping[str, Any]:
    """The expected value at the end and the band that leads to it, from the last measured month on."""
    known = [place for place, value in enumerate(measured) if value is not None]
    if not known or known[-1] == len(measured) - 1:
        return {}
    at, count = known[-1], len(measured)
    first = measured[at]
    assert first is not None

    def led_to(end: float) -> list[float | None]:
        return [None] * at + list(_straight(first, end * scale, count - at))

    told = {"forecast": led_to(outlook["expected"])}
    if "low" in outlook and "high" in outlook:
        told |= {"low": led_to(outlook["low"]), "high": led_to(outlook["high"])}
    return told


def _points(series: Mapping[str, Any], months: Sequence[date], scale: float) -> list[Mapping[str, Any]]:
    shapes = {"external": ("diamond", "外部"), "reported": ("rect", "自报")}
    places = {f"{month:%Y-%m}": number for number, month in enumerate(months)}
    return [
        {"x": places[on[:7]], "y": round(value * scale, 4), "shape": shape, "label": label}
        for origin, (shape, label) in shapes.items()
        for on, value in series.get(origin, [])[-1:]
        if on[:7] in places
    ]


def _cell(value: float | None, sign: str) -> str:
    return "–" if value is None else f"{value:,.1f}{sign}" if value % 1 else f"{value:,.0f}{sign}"
