"""身份证号: the ID number of GB 11643, eighteen characters or the old fifteen digits."""

from __future__ import annotations

import re
from datetime import date

from yaodian.domain.finding import Words
from yaodian.domain.identifiers.verdict import SOUND, Verdict, cleaned, digits_lost

WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CHECKS = "10X98765432"
_FORM = re.compile(r"[1-9]\d{16}[0-9X]|[1-9]\d{14}", re.ASCII)
_REGIONS = frozenset(
    "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54".split()
) | frozenset("61 62 63 64 65 71 81 82 83 91".split())
MALE, FEMALE = "1", "2"


def check_id_number(text: str, on: date | None = None) -> Verdict:
    """Whether the ID number has the right form, a province that was ever given, a real birth date (not after `on`) and,
    of eighteen characters, the right last one. Counties that no longer exist are valid: they stay in numbers for ever."""
    number = cleaned(text)
    lost = digits_lost(number)
    if not lost.is_sound:
        return lost
    if not _FORM.fullmatch(number):
        return _FORM_FAULT
    if number[:2] not in _REGIONS:
        return _REGION_FAULT
    born = birth_of(number)
    if born is None or (on is not None and born > on):
        return _DATE_FAULT
    if len(number) == 18 and check_character(number) != number[17]:
        return _CHECK_FAULT
    return SOUND


def check_character(number: str) -> str:
    """The character that the first seventeen digits call for as the last."""
    return CHECKS[sum(w * int(d) for w, d in zip(WEIGHTS, number[:17], strict=True)) % 11]


def birth_of(text: str) -> date | None:
    """The birth date in an ID number; None where its digits are no date or it is no ID number. Old numbers mean 19xx."""
    number = cleaned(text)
    if not _FORM.fullmatch(number):
        return None
    digits = number[6:14] if len(number) == 18 else f"19{number[6:12]}"
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return None


def sex_of(text: str) -> str | None:
    """The sex in an ID number as GB/T 2261.1 writes it: the last digit of the serial is odd for men."""
    number = cleaned(text)
    if not _FORM.fullmatch(number):
        return None
    return MALE if int(number[16 if len(number) == 18 else 14]) % 2 else FEMALE


def in_eighteen(text: str) -> str | None:
    """The number in eighteen characters, an old one with its century and check added; None where it is no ID number."""
    number = cleaned(text)
    if not _FORM.fullmatch(number):
        return None
    if len(number) == 18:
        return number
    body = f"{number[:6]}19{number[6:]}"
    return body + check_character(body)


_FORM_FAULT = Verdict(
    "form",
    Words(
        "身份证号应为18位（前17位数字，末位数字或X），旧号15位数字",
        "an ID number has 18 characters, an old one 15 digits",
    ),
    Words("核对位数，不要带空格、括号或其他文字", "count the characters and leave out spaces, brackets and words"),
)
_REGION_FAULT = Verdict(
    "region",
    Words("身份证号前两位不是任何省级行政区", "the first two digits are no province"),
    Words("对照证件核对前六位", "compare the first six digits with the document"),
)
_DATE_FAULT = Verdict(
    "date",
    Words("身份证号中的出生日期在日历上不存在或晚于填报日", "the birth date in the number is no day, or lies ahead"),
    Words("对照证件核对第7至14位", "compare the seventh to fourteenth digit with the document"),
)
_CHECK_FAULT = Verdict(
    "checksum",
    Words("身份证号校验位不对，至少有一位写错", "the last character does not fit: at least one character is wrong"),
    Words("对照证件逐位核对", "compare each character with the document"),
)
