"""计量单位: what a number counts or measures; a word for each unit, a dimension it belongs to, an exact factor."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from fractions import Fraction

from yaodian.domain.finding import Refusal, Words

Dimension = tuple[tuple[str, int], ...]

COUNTS = ("person", "school", "class", "place", "item", "time", "household", "volume", "device", "room")


class UnknownUnitOfMeasure(Refusal, LookupError):  # noqa: N818
    """No unit of measure is written like this."""


@dataclass(frozen=True)
class UnitOfMeasure:
    """A unit: `symbol` is written after the number, `dimension` says what is measured, one of it is `factor` of the
    dimension's own unit (ratio 1, yuan, m², m, kg, Mbit/s, hour, lesson, point; one of what is counted).

    `YUAN / PERSON` is a unit too. Two units are equal when dimension and factor are.
    """

    symbol: str = field(compare=False)
    dimension: Dimension
    factor: Fraction = Fraction(1)

    def __truediv__(self, other: UnitOfMeasure) -> UnitOfMeasure:
        powers = Counter(dict(self.dimension))
        powers.subtract(dict(other.dimension))
        left = tuple(sorted((base, n) for base, n in powers.items() if n))
        return UnitOfMeasure(f"{self.name}/{other.name}", left, self.factor / other.factor)

    def times(self, factor: Fraction | int, symbol: str) -> UnitOfMeasure:
        """A larger or smaller unit of the same dimension."""
        return UnitOfMeasure(symbol, self.dimension, self.factor * factor)

    @property
    def name(self) -> str:
        return self.symbol or "比值"

    @property
    def is_count(self) -> bool:
        """Whether it counts things one by one."""
        return len(self.dimension) == 1 and self.dimension[0][0] in COUNTS and self.dimension[0][1] == 1

    @property
    def is_classifier(self) -> bool:
        """Whether it is a general classifier (个, 项, 件), which does not say what is counted."""
        return self.dimension == ITEM.dimension


def _base(name: str, symbol: str) -> UnitOfMeasure:
    return UnitOfMeasure(symbol, ((name, 1),))


RATIO = UnitOfMeasure("", ())
PERCENT, PERMILLE = RATIO.times(Fraction(1, 100), "%"), RATIO.times(Fraction(1, 1000), "‰")
TENTH = RATIO.times(Fraction(1, 10), "成")
YUAN = _base("yuan", "元")
WAN_YUAN, YI_YUAN = YUAN.times(10_000, "万元"), YUAN.times(100_000_000, "亿元")
PERSON, SCHOOL_UNIT, CLASS = _base("person", "人"), _base("school", "所"), _base("class", "个班")
PLACE_UNIT, ITEM, TIME = _base("place", "个学位"), _base("item", "个"), _base("time", "次")
HOUSEHOLD, VOLUME, DEVICE, ROOM = (
    _base("household", "户"),
    _base("volume", "册"),
    _base("device", "台"),
    _base("room", "间"),
)
M2, METRE, KILOGRAM = _base("m2", "平方米"), _base("m", "米"), _base("kg", "千克")
MBPS, HOUR, LESSON, POINT = _base("mbps", "Mbps"), _base("hour", "小时"), _base("lesson", "学时"), _base("point", "分")
DAY_UNIT = HOUR.times(24, "天")
PER_HUNDRED_PUPILS = RATIO.times(Fraction(1, 100), "人/百名学生")
ROOMS_PER_HUNDRED_PUPILS = (ROOM / PERSON).times(Fraction(1, 100), "间/百名学生")
DEVICES_PER_HUNDRED_PUPILS = (DEVICE / PERSON).times(Fraction(1, 100), "台/百名学生")
ROOMS_PER_TWELVE_CLASSES = (ROOM / CLASS).times(Fraction(1, 12), "间/12个班")

_WRITTEN: tuple[tuple[UnitOfMeasure, str], ...] = (  # each unit with the other words that plans and files use for it
    (RATIO, "倍 比值"),
    (PERCENT, "％ 百分点 个百分点"),
    (PERMILLE, ""),
    (TENTH, ""),
    (YUAN, "块"),
    (YUAN.times(Fraction(1, 10), "角"), ""),
    (WAN_YUAN, ""),
    (YI_YUAN, ""),
    (PERSON, "名 位 个人"),
    (SCHOOL_UNIT, "校 所学校"),
    (CLASS, "班 个班级"),
    (PLACE_UNIT, "学位"),
    (ITEM, "项 件 例 家 处 批 种 类 份 条 篇 部 支 门 座 栋"),
    (TIME, "人次 场 期 轮 届 场次"),
    (HOUSEHOLD, ""),
    (VOLUME, "本"),
    (DEVICE, "套 辆"),
    (ROOM, ""),
    (M2, "m² ㎡ m2 平米"),
    (M2.times(Fraction(2000, 3), "亩"), ""),
    (M2.times(10_000, "公顷"), ""),
    (METRE, "m"),
    (METRE.times(1_000, "公里"), "千米 km"),
    (KILOGRAM, "kg 公斤"),
    (KILOGRAM.times(Fraction(1, 2), "斤"), ""),
    (KILOGRAM.times(1_000, "吨"), ""),
    (MBPS, "M 兆"),
    (MBPS.times(1_000, "Gbps"), ""),
    (HOUR, ""),
    (HOUR.times(Fraction(1, 60), "分钟"), ""),
    (LESSON, "课时"),
    (POINT, ""),
    (DAY_UNIT, "日"),
    (PER_HUNDRED_PUPILS, ""),
    (ROOMS_PER_HUNDRED_PUPILS, ""),
    (DEVICES_PER_HUNDRED_PUPILS, ""),
    (ROOMS_PER_TWELVE_CLASSES, ""),
)
_WORDS = {word: unit for unit, also in _WRITTEN for word in (unit.symbol, *also.split())}
_MULTIPLES = {"亿": 100_000_000, "百万": 1_000_000, "万": 10_000, "千": 1_000}


def unit_called(word: str) -> UnitOfMeasure:
    """The unit written like this: 元, 万元, 万人, 所, %, 元/人; raises UnknownUnitOfMeasure."""
    word = word.strip()
    if word in _WORDS:
        return _WORDS[word]
    for multiple, factor in _MULTIPLES.items():
        if word.startswith(multiple) and word.removeprefix(multiple) in _WORDS:
            return _WORDS[word.removeprefix(multiple)].times(factor, word)
    above, slash, below = word.partition("/")
    if slash and above and below:
        return unit_called(above) / unit_called(below)
    raise UnknownUnitOfMeasure(Words(f"不认识计量单位“{word}”", f"no unit of measure is written {word!r}"))
