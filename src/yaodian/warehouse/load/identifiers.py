"""标识: numbers that check themselves; a map from a column's pattern to the SQL that is true of a sound one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from yaodian.domain.finding import Severity, Words
from yaodian.domain.identifiers import id_number, uscc

ID_PATTERN = r"\d{17}[\dX]"
USCC_PATTERN = "[0-9A-HJ-NPQRTUWXY]{18}"


@dataclass(frozen=True, slots=True)
class Identifier:
    """`sound` gives, for an SQL text, the condition that holds of a number whose check is right."""

    name: str
    sound: Callable[[str], str]
    words: Words
    hint: Words
    severity: Severity = Severity.ERROR


def _digit(text: str, place: int) -> str:
    return f"(ascii(substr({text}, {place}, 1)) - 48)"


def id_sound(text: str) -> str:
    """GB 11643: the last sign follows from the others, and the birthday is a day of the calendar."""
    number = f"try_cast(substr({text}, 1, 17) AS BIGINT)"
    total = " + ".join(f"({number} // {10 ** (16 - i)} % 10) * {weight}" for i, weight in enumerate(id_number.WEIGHTS))
    sign = f"substr('{id_number.CHECKS}', CAST(({total}) % 11 AS INTEGER) + 1, 1)"
    born = f"try_strptime(substr({text}, 7, 8), '%Y%m%d') BETWEEN TIMESTAMP '1800-01-01' AND TIMESTAMP '2199-12-31'"
    return f"(coalesce({sign} = substr({text}, 18, 1), false) AND coalesce({born}, false))"


def uscc_sound(text: str) -> str:
    """GB 32100."""
    place = "(strpos('" + uscc.CHARACTERS + "', substr({}, {}, 1)) - 1)"
    total = " + ".join(f"{place.format(text, i + 1)} * {weight}" for i, weight in enumerate(uscc.WEIGHTS))
    return f"coalesce((31 - ({total}) % 31) % 31 = {place.format(text, 18)}, false)"


CITIZEN = Identifier(
    "id_checksum",
    id_sound,
    Words("身份证件号的校验码或出生日期不对", "the ID number's check sign or birthday is wrong"),
    Words("对照证件逐位核对；常见的是错一位或两位颠倒", "compare it with the document sign by sign"),
)
BODY = Identifier(
    "uscc_checksum",
    uscc_sound,
    Words("统一社会信用代码的校验码不对", "the credit code's check sign is wrong"),
    Words(
        "对照证照核对；个别早期代码不合规则，确认无误可保留",
        "compare it with the certificate; some early codes are irregular",
    ),
    Severity.WARNING,
)
IDENTIFIERS: Mapping[str, Identifier] = {ID_PATTERN: CITIZEN, r"\d{17}[0-9X]": CITIZEN, USCC_PATTERN: BODY}
