"""表头: words of headings made comparable; brackets, required marks and units set apart."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from yaodian.declare.column import Column
from yaodian.domain.unit_of_measure import UnitOfMeasure, UnknownUnitOfMeasure, unit_called

_MARKS = re.compile(r"[*★※:_\s]|\((必填|选填|可选|示例).*?\)")
_BRACKETS = re.compile(r"\(([^()]*)\)")
PASSED_OVER = frozenset(("序号", "备注", "no", "id", "no.", "行次", "错误原因", "修改建议", "原行号"))
"""Headings that mean nothing to any register: row numbers, remarks, and what an error workbook adds."""


@lru_cache(maxsize=4096)
def plain(heading: str) -> str:
    """The heading half-width, lower case, without spaces, required marks and signs."""
    return _MARKS.sub("", unicodedata.normalize("NFKC", heading).lower().replace("【", "(").replace("】", ")"))


def bare(heading: str) -> str:
    """The heading without what stands in brackets."""
    return _BRACKETS.sub("", plain(heading))


def unit_in(heading: str, column: Column) -> UnitOfMeasure | None:
    """The unit in the heading's brackets where it measures what the column does: 金额（万元）."""
    for word in _BRACKETS.findall(plain(heading)):
        try:
            unit = unit_called(word.removeprefix("单位"))
        except UnknownUnitOfMeasure:
            continue
        if column.unit is not None and unit.dimension == column.unit.dimension:
            return unit
    return None


@lru_cache(maxsize=4096)
def initials(label: str) -> str:
    """The first letters of a label's pinyin: 学校代码 → xxdm."""
    from pypinyin import Style, lazy_pinyin  # noqa: PLC0415 - its tables take long to load and few files need them

    return "".join(word[:1] for word in lazy_pinyin(label, style=Style.FIRST_LETTER)).lower()


def rank(heading: str, column: Column) -> int:
    """How well a heading names a column: 5 its label, 4 another heading, 3 without brackets, 2 by initials, 0 not."""
    word = plain(heading)
    if not word:
        return 0
    if word == plain(column.label):
        return 5
    if word in {plain(other) for other in column.headings}:
        return 4
    stripped = bare(heading)
    if stripped and (stripped == bare(column.label) or stripped in {bare(other) for other in column.headings}):
        return 3
    if word.isascii() and word.isalpha() and len(word) > 1 and word == initials(bare(column.label)):
        return 2
    return 0
