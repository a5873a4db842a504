"""数量: the numbers that stand in a text, with their unit: 80%, 八成五, 三分之二, 1:200, 3-5个, 4.2万个."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from yaodian.compiler.parse.layout import Layout
from yaodian.compiler.parse.numerals import CHINESE, NUMERAL, number, tidy
from yaodian.domain.plan import Number, TargetValue

RATES = ("%", "‰", "个百分点")
UNITS = (
    "个百分点|百分点|平方米|平方公里|万元|亿元|课时|学时|人次|场次|台套|件套|公里|小时|分钟|千米|元|个|所|名|人|次|场|期|门|项|节"
    "|件|套|间|亩|辆|台|册|篇|份|家|对|支|批次|批|张|条|处|座|幢|栋|块|款|本|部|类|种|天|分|米|吨|公斤|兆|位|户|班|轮|枚|堂|幅|集|站|县|校|园|片|株|口|床"
)
_MONEY = {"万元": 10_000, "亿元": 100_000_000}
_RANGE = r"\s*(?:-|—|~|至|到|－)\s*"
FIRST = re.compile(f"[\\d{CHINESE}半]")  # a number begins with one of these
_UNIT_STARTS = "".join(sorted({unit[0] for unit in UNITS.split("|")}))
COUNTED = re.compile(
    rf"\d|[{CHINESE}](?:[{CHINESE}{_UNIT_STARTS}成半万亿]|分之)|半数"
)  # a number with something to count
NUMBER = re.compile(
    rf"(?P<ratio>\d{{1,4}}∶\d{{1,5}}(?:∶\d{{1,4}})?)"
    rf"|(?P<hundred>百分之(?:百|[{CHINESE}]+))"
    rf"|(?P<part>(?:[{CHINESE}]+|\d+)分之(?:[{CHINESE}]+|\d+))"
    rf"|(?P<half>一半|半数)(?=以上|左右|的|[,。;])"
    rf"|(?P<tenths>[一二三四五六七八九1-9]成)(?![立员果绩长为熟都效])(?P<tenths_more>半|[一二三四五六七八九](?![所个名人项]))?"
    rf"|(?P<low>{NUMERAL})\s*(?:(?P<low_unit>%|‰|{UNITS})?{_RANGE}(?P<high>{NUMERAL})\s*)?(?:余|多)?(?P<unit>%|‰|{UNITS})?"
)
_CLOCK = re.compile(r"(?:[01]?\d|2[0-3]):[0-5]\d")
_SMALL = re.compile("[一二三四五六七八九十两]")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number at `start`..`end`; `numeral` are the words of a plain one, `share` says that it is a part of a whole."""

    start: int
    end: int
    value: TargetValue
    unit: str | None
    numeral: str = ""
    share: bool = False

    @property
    def is_rate(self) -> bool:
        return self.unit in RATES

    @property
    def is_ratio(self) -> bool:
        return isinstance(self.value, str)

    @property
    def is_small(self) -> bool:
        """One Chinese numeral up to ten: more often a figure of speech than a promise."""
        return _SMALL.fullmatch(self.numeral) is not None

    @property
    def may_be_time(self) -> bool:
        return isinstance(self.value, str) and _CLOCK.fullmatch(self.value) is not None


def figures_in(layout: Layout, start: int, end: int) -> Iterator[Figure]:
    """The numbers outside quotation marks and titles, in order."""
    at = start
    for first in FIRST.finditer(layout.quoteless, start, end):
        match = NUMBER.match(layout.quoteless, first.start(), end) if first.start() >= at else None
        if match is not None:
            at = match.end()
            figure = _share(match) or _plain(layout, match)
            if figure is not None:
                yield figure


def _share(match: re.Match[str]) -> Figure | None:
    """1:200, 百分之八十, 三分之二, 半数, 八成五."""
    a, b = match.span()
    if match["ratio"]:
        return Figure(a, b, match["ratio"].replace("∶", ":"), None)
    percent: Number | None = None
    if match["hundred"]:
        percent = 100 if match["hundred"] == "百分之百" else number(match["hundred"][3:])
    elif match["part"]:
        below, above = (number(part) for part in match["part"].split("分之"))
        percent = tidy(round(100 * above / below, 2)) if above is not None and below else None
    elif match["half"]:
        percent = 50
    elif match["tenths"]:
        percent = 10 * (number(match["tenths"][0]) or 0) + _ones(match["tenths_more"])
    return None if percent is None else Figure(a, b, percent, "%", share=True)


def _ones(words: str | None) -> Number:
    """八成五 is 85 %, 八成半 too."""
    return 5 if words == "半" else (number(words) or 0) if words else 0


def _plain(layout: Layout, match: re.Match[str]) -> Figure | None:
    low, high = number(match["low"] or ""), number(match["high"] or "")
    if low is None or (match["high"] and high is None) or (match["low_unit"] and match["low_unit"] != match["unit"]):
        return None
    scale = _MONEY.get(match["unit"] or "", 1)
    unit = "元" if scale > 1 else layout.words(*match.span("unit")) if match["unit"] else None
    unit = {"百分点": "个百分点", "％": "%"}.get(unit or "", unit)
    end = match.start() + len(match[0].rstrip())
    if high is None:
        return Figure(match.start(), end, tidy(low * scale), unit, match["low"])
    if match["high"][-1] in "万亿" and match["low"][-1] not in "万亿":
        low = tidy(low * (10_000 if match["high"][-1] == "万" else 100_000_000))
    return Figure(match.start(), end, (tidy(low * scale), tidy(high * scale)), unit, match["low"])
