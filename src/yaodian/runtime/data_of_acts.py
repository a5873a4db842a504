"""随附内容: what each act's data may hold, checked before anything is decided, so that entries are always well-formed."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from yaodian.domain.entry import Act
from yaodian.domain.finding import Words

LONGEST_TEXT = 4_000
Check = Callable[[Any], bool]


def _text(value: Any) -> bool:
    return (
        isinstance(value, str)
        and len(value) <= LONGEST_TEXT
        and not re.search(r"[\x00-\x08\x0b-\x1f\ud800-\udfff]", value)
    )


def _name(value: Any) -> bool:
    return _text(value) and len(value.strip()) > 0 and len(value) <= 200


def _number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < 1e15


def _count(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 100


def is_day(value: Any) -> bool:
    """Whether it is a day written as 2020-06-30."""
    if not isinstance(value, str) or not re.fullmatch(r"\d{4}-\d\d-\d\d", value, re.ASCII):
        return False
    try:
        return date.fromisoformat(value).year >= 1900
    except ValueError:
        return False


def _or_none(check: Check) -> Check:
    return lambda value: value is None or check(value)


def _each(check: Check) -> Check:
    return lambda value: isinstance(value, list | tuple) and all(map(check, value))


def _by_name(check: Check) -> Check:
    return lambda value: isinstance(value, Mapping) and all(_name(k) and check(v) for k, v in value.items())


def _sha256(value: Any) -> bool:
    return isinstance(value, str) and re.fullmatch(r"[0-9a-f]{64}", value) is not None


def _yes_or_no(value: Any) -> bool:
    return isinstance(value, bool)


def _plain(value: Any) -> bool:
    return value is None or _text(value) or _number(value)


_NAMES, _AMOUNTS = _each(_name), _by_name(_number)
_ANY: Mapping[str, Check] = {"reason": _text, "note": _text}
_NEEDED: Mapping[Act, Mapping[str, Check]] = {
    Act.OPEN: {"kind": _name},
    Act.SPLIT: {"parts": _by_name(_AMOUNTS), "children": _NAMES},
    Act.REPORT: {"promise": _name, "value": _number, "as_of": is_day},
    Act.ATTACH: {"sha256": _sha256, "evidence": _name, "step": _name},
    Act.STEP: {"step": _name},
    Act.EXTEND: {"due": is_day},
    Act.MOVE_EDITION: {"edition": is_day, "steps": _by_name(_name)},
}
_ALLOWED: Mapping[Act, Mapping[str, Check]] = {
    Act.OPEN: {
        "title": _text, "owner": _text, "supports": _NAMES, "due": _or_none(is_day), "promised": _AMOUNTS,
        "measured": _NAMES, "rates": _NAMES, "item": _text, "is_case": _yes_or_no, "edition": is_day, "on": is_day, "person": _text,
    },
    Act.ASSIGN: {"owner": _text, "supports": _NAMES},
    Act.HAND_OVER: {"owner": _text},
    Act.ATTACH: {"name": _text, "media_type": _text},
    Act.INSTRUCT: {"text": _text},
    Act.REVISE: {"title": _text, "due": _or_none(is_day), "promised": _AMOUNTS},
    Act.REOPEN: {"keeps": _count},
    # what a step, its evidence or an extension does not use is kept where it was said with it
    Act.STEP: {"evidence": _name, "sha256": _sha256, "row": _by_name(_plain), "details": _by_name(_plain)},
}  # fmt: skip


def data_fault(act: Act, data: Mapping[str, Any]) -> Words | None:
    """What is wrong with the data of an act: a missing part, one that is not of its form, one that the act does not know."""
    needed, allowed = _NEEDED.get(act, {}), _ALLOWED.get(act, {})
    missing = [name for name in needed if name not in data]
    if missing:
        return Words(f"{act.words.zh}要写明{'、'.join(missing)}", f"{act.value} needs {', '.join(missing)}")
    known = {**_ANY, **allowed, **needed}
    unknown = [name for name in data if name not in known]
    if unknown:
        zh, en = "、".join(known), ", ".join(known)
        return Words(
            f"{act.words.zh}不带“{unknown[0]}”；可带：{zh}", f"{act.value} knows no {unknown[0]!r}; it knows: {en}"
        )
    wrong = [name for name, value in data.items() if not known[name](value)]
    if wrong:
        return Words(
            f"{act.words.zh}的“{wrong[0]}”写法不对，请核对（日期写成2020-06-30，数写成数字）",
            f"{wrong[0]!r} of {act.value} is not of its form (days read 2020-06-30, numbers are numbers)",
        )
    return None
