"""姓名: invented names from lists with frequencies: surnames of the region, given names by sex, a few rare characters."""

from __future__ import annotations

from typing import Any

import numpy as np

from yaodian.workspace.city.chance import Flags, Ints, pick
from yaodian.workspace.city.texts import joined, words

_COMMON = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕"
    "苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史"
    "顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文冉骆令狐"
)
SURNAMES = (*_COMMON[:-2], "令狐", "欧阳", "司徒", "申", "敖", "娄", "犹", "覃", "㸌", "䶮")
SURNAME_WEIGHTS = np.r_[100 / (np.arange(len(SURNAMES) - 10) + 4.0), np.full(8, 0.6), 0.004, 0.004]
_BOYS = (
    "伟强磊军洋勇杰涛超明刚平辉鹏宇浩轩俊博文天泽子梓睿诚志建国海龙飞翔峰森林松柏恒毅翰铭鑫宏达远航一凡晨旭嘉佑承安永昌"
)
_GIRLS = "芳娜敏静丽艳娟霞秀婷雪慧莹玉梅琳倩欣怡佳悦涵梦瑶思雨诗琪语彤馨月可心依诺紫萱菲蕊若曦安然雅清沐晴美媛苗芷兰"
_SHARED = "春华文林玉晓子雨小永云清德光新红家福"
GIVEN = (*dict.fromkeys(_BOYS + _GIRLS + _SHARED), "𠮷", "䶮", "㸌")
_BOY_WEIGHTS = np.array([3.0 if c in _BOYS else 0.8 if c in _SHARED else 0.0 for c in GIVEN])
_GIRL_WEIGHTS = np.array([3.0 if c in _GIRLS else 0.8 if c in _SHARED else 0.0 for c in GIVEN])
RARE_WEIGHT = 0.005  # about one name in 30,000 holds a character that GBK lacks: enough to try, as rare as in life
_BOY_WEIGHTS[-3:] = _GIRL_WEIGHTS[-3:] = RARE_WEIGHT
ONE_CHARACTER = 0.16  # given names of one character

HOMOPHONES = {
    "伟": "玮", "杰": "洁", "明": "铭", "宇": "雨", "浩": "皓", "俊": "峻", "静": "靖", "丽": "莉", "娟": "涓", "慧": "惠",
    "欣": "馨", "怡": "仪", "佳": "嘉", "梦": "孟", "瑶": "谣", "思": "偲", "诗": "施", "琪": "淇", "子": "梓", "轩": "宣",
    "涵": "函", "泽": "则", "文": "雯", "华": "桦", "红": "洪", "云": "芸", "晓": "小", "玉": "钰", "雪": "薛", "婷": "亭",
}  # fmt: skip
"""A character and one of the same sound, as clerks exchange them."""

VARIANTS = {
    "伟": "偉",
    "强": "強",
    "军": "軍",
    "国": "國",
    "刘": "劉",
    "陈": "陳",
    "张": "張",
    "杨": "楊",
    "赵": "趙",
    "黄": "黃",
}
"""A character and another form of it, as older systems keep it."""


class Names:
    """The names of many persons: places in the lists above."""

    def __init__(self, surname: Ints, first: Ints, second: Ints) -> None:
        self.surname, self.first, self.second = surname, first, second

    def text(self, rows: Ints | None = None) -> Any:
        """The names of these rows (of all without)."""
        s, f, g = (self.surname, self.first, self.second) if rows is None else self._rows(rows)
        return joined(words(SURNAMES, s), words(GIVEN, f), words(GIVEN, g))

    def _rows(self, rows: Ints) -> tuple[Ints, Ints, Ints]:
        return self.surname[rows], self.first[rows], self.second[rows]


def surnames(rng: np.random.Generator, size: int) -> Ints:
    """Surnames by frequency."""
    return pick(rng, size, SURNAME_WEIGHTS)


def given(rng: np.random.Generator, male: Flags) -> tuple[Ints, Ints]:
    """First and second character of given names; the second is -1 where there is none."""
    size = len(male)
    boys = (pick(rng, size, _BOY_WEIGHTS), pick(rng, size, _BOY_WEIGHTS))
    girls = (pick(rng, size, _GIRL_WEIGHTS), pick(rng, size, _GIRL_WEIGHTS))
    first, second = (np.where(male, boy, girl) for boy, girl in zip(boys, girls, strict=True))
    return first, np.where(rng.random(size) < ONE_CHARACTER, -1, second)


def written_otherwise(names: list[str]) -> list[str]:
    """Each name as another clerk wrote it: a homophone, else a variant form, else its last character doubled or dropped."""
    return [_otherwise(name) for name in names]


def _otherwise(name: str) -> str:
    for table, start in ((HOMOPHONES, 1), (VARIANTS, 0)):
        for at in range(len(name) - 1, start - 1, -1):
            if name[at] in table:
                return name[:at] + table[name[at]] + name[at + 1 :]
    return name[:-1] if len(name) > 2 else name + name[-1]
