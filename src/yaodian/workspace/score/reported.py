"""自报: values that units reported, from a file until the supervision work brings entries."""

from __future__ import annotations

import csv
from datetime import date
from io import StringIO
from pathlib import Path

from yaodian.domain.finding import Refusal, Words
from yaodian.domain.observation import REPORTED, Observation
from yaodian.domain.period import Period

COLUMNS = ("promise", "indicator", "as_of", "value")


def read_reported(path: Path, city: str) -> dict[str, list[Observation]]:
    """Reported values by the address of the promise (`二/7.5#1`): a csv in UTF-8 with the columns promise, indicator, as_of
    (2020-06-30) and value in the indicator's unit. Refusal with the line and the repair for anything else."""
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
        found.setdefault(row["promise"], []).append(_observation(path, reader.line_num, row, city))
    return found


def _observation(path: Path, line: int, row: dict[str, str], city: str) -> Observation:
    try:
        as_of, value = date.fromisoformat(row["as_of"]), float(row["value"])
    except (ValueError, TypeError):
        raise Refusal(
            Words(
                f"{path} 第{line}行：as_of要写成2020-06-30，value要写成数",
                f"{path}, line {line}: write as_of like 2020-06-30 and value as a number",
            )
        ) from None
    entry = f"{path.name}:{line}"
    return Observation(
        indicator=row["indicator"], place=city, period=Period(str(as_of.year)), source=REPORTED, as_of=as_of,
        value=value, entries=(entry,),
    )  # fmt: skip
