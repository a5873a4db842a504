"""承诺数: a promised number as it is typed into a form: 10个, ≥80%, 不超过 5%, 全部."""

from __future__ import annotations

import re

from yaodian.domain.finding import Refusal, Words
from yaodian.domain.plan import Operator, Target
from yaodian.domain.text import Span
from yaodian.domain.unit_of_measure import unit_called

NONE = "无"
ALL = ("全部", "全覆盖", "all")
_SIGNS = {
    "": Operator.EQUAL, "≥": Operator.AT_LEAST, ">=": Operator.AT_LEAST, "不低于": Operator.AT_LEAST,
    "不少于": Operator.AT_LEAST, "至少": Operator.AT_LEAST, "≤": Operator.AT_MOST, "<=": Operator.AT_MOST,
    "不超过": Operator.AT_MOST, "不高于": Operator.AT_MOST, "至多": Operator.AT_MOST, "约": Operator.ABOUT,
}  # fmt: skip
_TYPED = re.compile(rf"({'|'.join(sorted(map(re.escape, _SIGNS), key=len, reverse=True))})\s*([\d,，.]+)\s*(\D*)")


def typed_number(text: str, span: Span, own: str) -> Target:
    """The target with the id `own` that a typed number means; Refusal where it is none."""
    words = " ".join(text.split())
    if words in ALL:
        return Target(words, span, Operator.ALL, id=own)
    match = _TYPED.fullmatch(words)
    try:
        value = float(match[2].replace(",", "").replace("，", "")) if match else None
    except ValueError:
        value = None
    if match is None or value is None:
        raise Refusal(
            Words(
                f"“{text}”不是承诺数。请写数和单位，例如 10个、≥80%、全部；不是承诺的写“无”",
                f"{text!r} is no promised number: write a number and its unit, as 10个, ≥80% or 全部; 无 where none is meant",
            )
        )
    unit = match[3].strip()
    if unit:
        unit_called(unit)
    return Target(words, span, _SIGNS[match[1]], int(value) if value.is_integer() else value, unit or None, id=own)
