"""统一社会信用代码: the code of bodies of GB 32100; one that fails is shown, not refused, since real ones do."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from yaodian.domain.finding import Severity, Words
from yaodian.domain.identifiers.verdict import SOUND, Verdict, cleaned

CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_FORM = re.compile(f"[{CHARACTERS}]{{18}}")
WEIGHTS = tuple(pow(3, i, 31) for i in range(17))
BODY_KINDS: Mapping[str, Words] = MappingProxyType(
    {
        "11": Words("机关", "organ of state"),
        "12": Words("事业单位", "public institution"),
        "52": Words("民办非企业单位", "private non-enterprise body"),
        "91": Words("企业", "company"),
    }
)


def check_uscc(text: str) -> Verdict:
    """Whether the code has the right form (an error) and the right last character (a warning)."""
    code = cleaned(text)
    if not _FORM.fullmatch(code):
        return Verdict(
            "form",
            Words(
                "统一社会信用代码应为18位数字或大写字母，不含I、O、S、V、Z",
                "the code has 18 digits or letters other than IOSVZ",
            ),
            Words(
                "核对位数，区分0和O、1和I、2和Z、5和S",
                "count the characters; tell 0 from O, 1 from I, 2 from Z, 5 from S",
            ),
        )
    if check_character(code) != code[17]:
        return Verdict(
            "checksum",
            Words("统一社会信用代码校验位不对", "the last character of the code does not fit"),
            Words(
                "对照登记证书核对；确属登记如此的可以保留",
                "compare it with the certificate; keep it if it is registered so",
            ),
            Severity.WARNING,
        )
    return SOUND


def check_character(code: str) -> str:
    """The character that the first seventeen call for as the last: weights are the powers of 3 modulo 31."""
    total = sum(w * CHARACTERS.index(c) for w, c in zip(WEIGHTS, code[:17], strict=True))
    return CHARACTERS[-total % 31]


def body_kind_of(text: str) -> Words | None:
    """What kind of body the first two characters name; None where that is not known here."""
    return BODY_KINDS.get(cleaned(text)[:2])
