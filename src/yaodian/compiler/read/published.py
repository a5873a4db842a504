"""发布时间: the instant or day that a document says it was published."""

from __future__ import annotations

import re
from datetime import datetime

DATE = r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})日?(?:[\sT]*(\d{1,2})[:：](\d{2}))?"
STATED = re.compile(
    rf"(?:^\s*|(?:发布|发稿|上线|更新|印发|发文|成文|录入|添加))(?:时间|日期)\s*[:：]\s*\[?\s*{DATE}", re.M
)
PLAIN = re.compile(rf"\s*{DATE}")
HEAD = 3000
"""A line 发布时间 stands at the head of a page; further down a date belongs to the plan."""


def published_in(text: str) -> str | None:
    """The publish date stated as 发布时间：… near the beginning, as 2020-02-25T09:32 or 2020-02-25."""
    for found in STATED.finditer(text[:HEAD]):
        if (iso := _iso(found)) is not None:
            return iso
    return None


def date_of(value: str) -> str | None:
    """The date that `value` (a meta element's content) begins with."""
    found = PLAIN.match(value)
    return _iso(found) if found else None


def _iso(found: re.Match[str]) -> str | None:
    year, month, day, hour, minute = found.groups()
    try:
        if hour is None:
            return datetime(int(year), int(month), int(day)).date().isoformat()
        return datetime(int(year), int(month), int(day), int(hour), int(minute)).strftime("%Y-%m-%dT%H:%M")
    except ValueError:
        return None
