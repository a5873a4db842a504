"""自动编号: marks such as 一、 （一） 1. ① that a docx keeps apart from its text and a reader sees before it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Any

from yaodian.compiler.read.numerals import NUMERALS

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LAST_LEVEL = 8
LONGEST_STYLE_CHAIN = 20
LONGEST_MARK = 60
ENDS_IN_WORD = re.compile(r"[0-9A-Za-z\u3007\u4e00-\u9fff]$")
"""Such a mark would run into the text after it."""


@dataclass(frozen=True)
class Level:
    """One level of a list: `text` such as （%1） in which %n stands for the count of level n."""

    format: str = "decimal"
    text: str = ""
    start: int = 1
    style: str | None = None
    is_legal: bool = False


@dataclass
class List:
    """A list's levels (`levels`), the counts of the list it belongs to (`counts`), restarts not yet made."""

    levels: dict[int, Level]
    counts: dict[int, int]
    restarts: dict[int, int] = field(default_factory=dict)

    def next(self, depth: int) -> str:
        level = self.levels.get(depth)
        if level is None or level.format == "bullet":
            return ""
        if depth in self.restarts:
            self.counts[depth] = self.restarts.pop(depth)
        else:
            self.counts[depth] = self.counts.get(depth, level.start - 1) + 1
        for deeper in [d for d in self.counts if d > depth]:
            del self.counts[deeper]
        mark = re.sub(r"%([1-9])", lambda m: self._count(int(m[1]) - 1, level.is_legal), level.text)
        return f"{mark} " if ENDS_IN_WORD.search(mark) else mark

    def _count(self, depth: int, as_decimal: bool) -> str:
        level = self.levels.get(depth, Level())
        number = min(max(self.counts.get(depth, level.start), 0), 99_999)
        if as_decimal or number == 0:
            return str(number)
        return NUMERALS.get(level.format, str)(number)


class Numbering:
    """The lists of a document; `mark` gives the mark of its next numbered paragraph."""

    def __init__(self, numbering: Any | None, styles: Any | None) -> None:
        self._lists: dict[str, List] = {}
        self._styles = {s.get(f"{W}styleId"): s for s in styles.findall(f"{W}style")} if styles is not None else {}
        if numbering is None:
            return
        abstract = {a.get(f"{W}abstractNumId"): a for a in numbering.findall(f"{W}abstractNum")}
        linked = {_value(a, "styleLink"): a for a in abstract.values()}
        counts: dict[str, dict[int, int]] = {}
        levels: dict[str, dict[int, Level]] = {}
        for num in numbering.findall(f"{W}num"):
            key = _value(num, "abstractNumId") or ""
            found = abstract.get(key)
            if found is None:
                continue
            found = linked.get(_value(found, "numStyleLink") or "", found)
            if key not in levels:
                levels[key] = _levels(found)
            self._lists[num.get(f"{W}numId", "")] = _list_of(num, levels[key], counts.setdefault(key, {}))

    def mark(self, paragraph: Any) -> str:
        """The mark before the paragraph's text, empty where it has none."""
        properties = paragraph.find(f"{W}pPr")
        if properties is None:
            return ""
        number, depth = self._place(properties)
        found = self._lists.get(number or "")
        return found.next(min(depth or 0, LAST_LEVEL)) if found else ""

    def _place(self, properties: Any) -> tuple[str | None, int | None]:
        """List and level, from the paragraph itself, else from its style and the styles that one is based on."""
        number, depth = _numbered(properties)
        style = _value(properties, "pStyle")
        for _ in range(LONGEST_STYLE_CHAIN):
            owner = self._styles.get(style)
            if number is not None or owner is None:
                break
            inner = owner.find(f"{W}pPr")
            if inner is not None:
                number, styled_depth = _numbered(inner)
                depth = styled_depth if depth is None else depth
            if number is not None and depth is None:
                depth = self._depth_of(number, style)
            style = _value(owner, "basedOn")
        return number, depth

    def _depth_of(self, number: str, style: str | None) -> int | None:
        found = self._lists.get(number)
        return next((d for d, level in found.levels.items() if level.style == style), None) if found else None


def _levels(abstract: Any) -> dict[int, Level]:
    found = {_int(level.get(f"{W}ilvl"), 0): _level(level) for level in abstract.findall(f"{W}lvl")}
    return {depth: level for depth, level in found.items() if depth <= LAST_LEVEL}


def _list_of(num: Any, levels: dict[int, Level], counts: dict[int, int]) -> List:
    made = List(dict(levels), counts)
    for override in num.findall(f"{W}lvlOverride"):
        depth = _int(override.get(f"{W}ilvl"), 0)
        if (own := override.find(f"{W}lvl")) is not None:
            made.levels[depth] = _level(own)
        if (start := _value(override, "startOverride")) is not None:
            made.restarts[depth] = _int(start, 1)
            made.levels[depth] = replace(made.levels.get(depth, Level()), start=_int(start, 1))
    return made


def _level(element: Any) -> Level:
    return Level(
        format=_value(element, "numFmt") or "decimal",
        text=(_value(element, "lvlText") or "")[:LONGEST_MARK],
        start=_int(_value(element, "start"), 1),
        style=_value(element, "pStyle"),
        is_legal=element.find(f"{W}isLgl") is not None,
    )


def _numbered(properties: Any) -> tuple[str | None, int | None]:
    found = properties.find(f"{W}numPr")
    if found is None:
        return None, None
    depth = _value(found, "ilvl")
    return _value(found, "numId"), None if depth is None else _int(depth, 0)


def _value(element: Any, tag: str) -> str | None:
    child = element.find(f"{W}{tag}")
    value = None if child is None else child.get(f"{W}val")
    return None if value is None else str(value)


def _int(value: str | None, default: int) -> int:
    try:
        return max(0, int(value)) if value is not None else default
    except ValueError:
        return default
