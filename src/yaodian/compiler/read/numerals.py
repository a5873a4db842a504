"""序号: how a list writes a count: 一, 十二, ①, 甲, iv, 壹."""

from __future__ import annotations

from collections.abc import Callable

DIGITS = "〇一二三四五六七八九"
FORMAL_DIGITS = "零壹贰叁肆伍陆柒捌玖"
STEMS, BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"))
ROMAN_ONES = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def chinese(number: int, digits: str = DIGITS, tens: str = "十百千") -> str:
    """1 → 一, 12 → 十二, 108 → 一百零八; beyond 9999 digit by digit."""
    if not 0 < number < 10_000:
        return "".join(digits[int(d)] for d in str(number))
    written, gap = "", False
    for power in range(len(str(number)) - 1, -1, -1):
        digit = number // 10**power % 10
        if not digit:
            gap = True
            continue
        written += ("零" if gap else "") + digits[digit] + (tens[power - 1] if power else "")
        gap = False
    return written.removeprefix(digits[1]) if 10 <= number < 20 and digits is DIGITS else written


def _roman(number: int) -> str:
    written = ""
    for value, letters in (*ROMAN, *ROMAN_ONES):
        written += letters * (number // value)
        number %= value
    return written


def _letters(number: int) -> str:
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def _circled(number: int) -> str:
    for first, start, last in ((1, "①", 20), (21, "㉑", 35), (36, "㊱", 50)):
        if first <= number <= last:
            return chr(ord(start) + number - first)
    return str(number)


def _chinese_legal(number: int) -> str:
    return chinese(number, FORMAL_DIGITS, "拾佰仟")


def _cyclic(characters: str) -> Callable[[int], str]:
    return lambda number: characters[(number - 1) % len(characters)]


NUMERALS: dict[str, Callable[[int], str]] = {
    "decimalZero": lambda n: f"{n:02}",
    "decimalFullWidth": lambda n: str(n).translate({ord("0") + d: ord("０") + d for d in range(10)}),
    "decimalFullWidth2": lambda n: str(n).translate({ord("0") + d: ord("０") + d for d in range(10)}),
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalEnclosedFullstop": lambda n: f"{n}.",
    "decimalEnclosedParen": lambda n: f"({n})",
    "chineseCounting": chinese,
    "chineseCountingThousand": chinese,
    "japaneseCounting": chinese,
    "taiwaneseCounting": chinese,
    "taiwaneseCountingThousand": chinese,
    "ideographDigital": lambda n: "".join(DIGITS[int(d)] for d in str(n)),
    "japaneseDigitalTenThousand": lambda n: "".join(DIGITS[int(d)] for d in str(n)),
    "taiwaneseDigital": lambda n: "".join(DIGITS[int(d)] for d in str(n)),
    "chineseLegalSimplified": _chinese_legal,
    "ideographLegalTraditional": _chinese_legal,
    "ideographTraditional": _cyclic(STEMS),
    "ideographZodiac": _cyclic(BRANCHES),
    "ideographEnclosedCircle": lambda n: chr(ord("㊀") + n - 1) if 1 <= n <= 10 else chinese(n),
    "lowerLetter": _letters,
    "upperLetter": lambda n: _letters(n).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda n: _roman(n).upper(),
    "none": lambda _: "",
}
