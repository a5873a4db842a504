"""数字: numbers as plans write them (80, 4.2万, 二十五, 八成, 三分之二, 1:200)."""

from __future__ import annotations

import cn2an

from yaodian.domain.plan import Number

CHINESE = "零〇一二两三四五六七八九十百千"
NUMERAL = rf"(?:\d+(?:,\d{{3}})*(?:\.\d+)?|[{CHINESE}]+)[万亿]?"
LONGEST = 15  # longer runs of digits are no amounts but codes
_SCALES = {"万": 10_000, "亿": 100_000_000}
_ONES = {ch: i for i, ch in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}


def number(words: str) -> Number | None:
    """The number that the words say; None where they say none."""
    words = words.replace(",", "").replace(" ", "")
    scale = _SCALES.get(words[-1:], 1)
    digits = words[:-1] if scale > 1 else words
    if len(digits) > LONGEST:
        return None
    try:
        value = float(digits)
    except ValueError:
        chinese = _chinese(digits)
        if chinese is None:
            return None
        value = chinese
    return tidy(value * scale)


def tidy(value: float) -> Number:
    """Whole numbers as int, the rest rounded to six places, so that 4.2万 is 42000 and not 42000.00000001."""
    rounded = round(value, 6)
    return int(rounded) if rounded == int(rounded) else rounded


def _chinese(words: str) -> float | None:
    if len(words) == 1 and words in _ONES:
        return _ONES[words]
    try:
        return float(cn2an.cn2an(words.replace("两", "二").replace("〇", "零"), "smart"))
    except (ValueError, KeyError):
        return None
