"""学籍号: nineteen characters whose first letter says how the other eighteen were made."""

from __future__ import annotations

import re
from datetime import date

from yaodian.domain.finding import Words
from yaodian.domain.identifiers.id_number import check_character, check_id_number
from yaodian.domain.identifiers.verdict import SOUND, Verdict, cleaned

_FORM = re.compile(r"[GJ]\d{17}[0-9X]|L\d{14}[0-9A-Z]{4}", re.ASCII)


def check_student_no(text: str, id_number: str = "") -> Verdict:
    """Whether a student number is sound.

    G holds the ID number, and has the person's (where given). J was made for someone without one: region, birth, serial
    and check character. L is temporary: region, birth and four random characters, never a check character.
    """
    number = cleaned(text)
    if not _FORM.fullmatch(number):
        return _FORM_FAULT
    if number[0] == "G":
        return _of_id(number[1:], cleaned(id_number))
    if _date(number[7:15]) is None:
        return _DATE_FAULT
    if number[0] == "J" and check_character(number[1:]) != number[18]:
        return _CHECK_FAULT
    return SOUND


def id_number_of(text: str) -> str | None:
    """The ID number inside a student number that begins with G; None for the others."""
    number = cleaned(text)
    return number[1:] if _FORM.fullmatch(number) and number[0] == "G" else None


def _of_id(inside: str, id_number: str) -> Verdict:
    found = check_id_number(inside)
    if not found.is_sound:
        return found
    return SOUND if id_number in ("", inside) else _OTHER_FAULT


def _date(digits: str) -> date | None:
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return None


_FORM_FAULT = Verdict(
    "form",
    Words("学籍号应为19位，以G、J或L开头", "a student number has 19 characters and begins with G, J or L"),
    Words("从学籍系统导出，不要手工录入", "export it from the roll system; do not type it"),
)
_DATE_FAULT = Verdict(
    "date",
    Words("学籍号中的出生日期在日历上不存在", "the birth date in the student number is no day"),
    Words("在学籍系统中核对出生日期", "check the birth date in the roll system"),
)
_CHECK_FAULT = Verdict(
    "checksum",
    Words("J开头的学籍号校验位不对", "the last character of the student number does not fit"),
    Words("从学籍系统重新导出", "export it again from the roll system"),
)
_OTHER_FAULT = Verdict(
    "other_person",
    Words("G开头的学籍号与身份证号不一致", "the student number holds another ID number"),
    Words(
        "核对身份证号；证号变更的在学籍系统中申请关键信息变更",
        "check the ID number; a changed one is changed in the roll system",
    ),
)
