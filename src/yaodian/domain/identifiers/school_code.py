"""学校标识码: ten digits: type, province, serial."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from yaodian.domain.finding import Words
from yaodian.domain.identifiers.verdict import SOUND, Verdict, cleaned

_FORM = re.compile(r"\d{10}", re.ASCII)


@dataclass(frozen=True, slots=True)
class SchoolCode:
    """The parts of a school's code."""

    type_code: str
    province: str
    serial: str


def read_school_code(text: str) -> SchoolCode | None:
    """The parts of a school's code; None where it is none."""
    code = cleaned(text)
    return SchoolCode(code[:2], code[2:4], code[4:]) if _FORM.fullmatch(code) else None


def check_school_code(text: str, types: Collection[str] = (), province: str = "") -> Verdict:
    """Whether the code has ten digits and, where these are given, one of the types and the province (two digits)."""
    code = read_school_code(text)
    if code is None:
        return Verdict(
            "form",
            Words("学校标识码应为10位数字", "a school's code has ten digits"),
            Words(
                "按学校（机构）代码库填写，不要用简称或序号代替",
                "take it from the list of schools, not a short name or a number",
            ),
        )
    if types and code.type_code not in types:
        return Verdict(
            "type",
            Words("学校标识码前两位不是已知的办学类型", "the first two digits are no type of school"),
            Words("核对标识码前两位与学校类型", "compare the first two digits with the type of the school"),
        )
    if province and code.province != province[:2]:
        return Verdict(
            "province",
            Words("学校标识码第3、4位不是本省", "the third and fourth digit are not this province"),
            Words("核对是否为外省学校，或标识码写错", "check whether the school lies in another province"),
        )
    return SOUND
