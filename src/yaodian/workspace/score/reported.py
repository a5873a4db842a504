"""自报: values that units reported, from a file until the supervision work brings entries."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from datetime import date
from io import StringIO
from pathlib import Path

from yaodian.declare.indicator import Indicator
from yaodian.domain.finding import Refusal, Words
from yaodian.domain.observation import REPORTED, Observation
from yaodian.domain.period import Period
from yaodian.domain.quantity import Quantity
from yaodian.domain.unit_of_measure import RATIO

Indicators = Mapping[str, type[Indicator]]
COLUMNS = ("promise", "indicator", "as_of", "value")


def read_reported(path: Path, city: str, indicators: Indicators) -> dict[str, list[Observation]]:
    """Reported values by the address of the promise (`二/7.5#1`): a csv in UTF-8 with the columns promise, indicator, as_of
    (2020-06-30) and value, with its unit or in the indicator's own (82% or 0.82). Refusal with the line and the repair
    for anything else."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as fault:
        raise Refusal(
            Words(
                f"{path} 读不了（{fault}），请存为UTF-8的csv",
                f"{path} cannot be read ({fault}): save it as csv in UTF-8",
            )
        ) from None
    reader = csv.DictReader(StringIO(text))
    missing = set(COLUMNS) - set(reader.fieldnames or ())
    if missing:
        names = "、".join(sorted(missing))
        raise Refusal(Words(f"{path} 第1行缺少列：{names}", f"{path}, line 1 lacks the columns {names}"))
    found: dict[str, list[Observation]] = {}
    for row in reader:
        place = Words(f"{path} 第{reader.line_num}行", f"{path}, line {reader.line_num}")
        entry = f"{path.name}:{reader.line_num}"
        found.setdefault(row["promise"], []).append(_observation(place, entry, row, city, indicators))
    return found


def _observation(place: Words, entry: str, row: dict[str, str], city: str, indicators: Indicators) -> Observation:
    indicator = indicators.get(row["indicator"])
    if indicator is None:
        raise _refusal(place, f"没有指标“{row['indicator']}”", f"there is no indicator {row['indicator']!r}")
    try:
        as_of = date.fromisoformat(row["as_of"])
        stated = Quantity.parse(row["value"])
        value = float(
            (stated if stated.unit.symbol else Quantity(stated.value, indicator.unit)).to(indicator.unit).value
        )
    except (ValueError, TypeError, LookupError):
        raise _refusal(
            place,
            "as_of要写成2020-06-30，value要写成数，或带单位的数",
            "write as_of like 2020-06-30 and value as a number",
        ) from None
    if indicator.unit == RATIO and not 0 <= value <= 1:
        raise _refusal(
            place, f"比例{value:g}不在0到1之间，百分数要带%", f"the ratio {value:g} is not between 0 and 1: write %"
        )
    return Observation(
        indicator=indicator.id, place=city, period=Period(str(as_of.year)), source=REPORTED, as_of=as_of, value=value,
        entries=(entry,),
    )  # fmt: skip


def _refusal(place: Words, zh: str, en: str) -> Refusal:
    return Refusal(Words(f"{place.zh}：{zh}", f"{place.en}: {en}"))
