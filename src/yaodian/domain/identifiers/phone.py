"""电话: mobile numbers of eleven digits and fixed lines with their area code."""

from __future__ import annotations

import re

from yaodian.domain.finding import Severity, Words
from yaodian.domain.identifiers.verdict import SOUND, Verdict, cleaned

_MOBILE = re.compile(r"(\+?86)?1[3-9]\d{9}", re.ASCII)
_FIXED = re.compile(r"(0\d{2,3})?[2-9]\d{6,7}(转?\d{1,5})?", re.ASCII)


def check_phone(text: str) -> Verdict:
    """Whether this can be called; a warning, since a number once right may have changed its form."""
    number = re.sub(r"[-()]", "", cleaned(text))
    if _MOBILE.fullmatch(number) or _FIXED.fullmatch(number):
        return SOUND
    return Verdict(
        "form",
        Words("电话号码位数或号段不对", "the phone number has a wrong length or beginning"),
        Words("手机号11位；固定电话写区号", "a mobile number has 11 digits; a fixed line has its area code"),
        Severity.WARNING,
    )
