"""序号: what a numbering mark counts."""

from __future__ import annotations

DIGITS = "一二三四五六七八九十百"
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"


def ordinal(no: str) -> int | None:
    """The number a mark says: 十二 → 12, ③ → 3, 7 → 7; None where it says none."""
    if no.isdecimal():
        return int(no)
    if no and no in CIRCLED:
        return CIRCLED.index(no) + 1
    tens, ten, ones = no.rpartition("十")
    if not ten:
        return DIGITS.find(no) + 1 or None if len(no) == 1 else None
    high = DIGITS.find(tens) + 1 if tens else 1
    low = DIGITS.find(ones) + 1 if ones else 0
    return high * 10 + low
