"""How single values stand in a plan file: words, numbers, days, spans, closed lists of words."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from ruamel.yaml.comments import CommentedSeq
from ruamel.yaml.scalarstring import DoubleQuotedScalarString, LiteralScalarString, SingleQuotedScalarString

from yaodian.domain.text import Span
from yaodian.workspace.planfile.place import Place

_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
_CALM = r"[\w“”‘’（）《》〔〕【】、。，；：！？·—…％%./+();-]|(?<=\w) (?=\w)|(?<=\d):(?=\d)"
_CALM_INSIDE = re.compile(f"(?:{_CALM})+")
_CALM_ALONE = re.compile(f"(?:{_CALM}|,|(?<=\\w):(?=\\w))+")
_NULLS = {"null", "Null", "NULL"}


@dataclass(frozen=True)
class Codec:
    """Both ways of one kind of value: `write` gives what YAML holds, `read` takes it back from its place."""

    write: Callable[[Any], Any]
    read: Callable[[Place], Any]


def words(text: str) -> str | int:
    """Words such that the file gives exactly them back: escaped where a sign would be lost, a number without quotes."""
    return _calm(text, _CALM_INSIDE)


def sentence(text: str) -> str | int:
    """Words that stand alone on their line, where a comma means nothing to YAML."""
    return _calm(text, _CALM_ALONE)


def _calm(text: str, calm: re.Pattern[str]) -> str | int:
    if re.fullmatch(r"[1-9][0-9]{0,8}", text):
        return int(text)
    if re.match(r"[\w“‘（《〔【]", text) and calm.fullmatch(text) and text not in _NULLS:
        return text
    return _quoted(text)


def _quoted(text: str) -> str:
    quoted: str = SingleQuotedScalarString(text) if not _UNSAFE.search(text) and "\n" not in text else _escaped(text)
    return quoted


def _escaped(text: str) -> str:
    escaped: str = DoubleQuotedScalarString(text)
    return escaped


def block(text: str) -> str:
    """A longer text on lines of its own."""
    safe: str = _escaped(text) if _UNSAFE.search(text) else LiteralScalarString(text)
    return safe


def in_a_row(values: Sequence[Any]) -> CommentedSeq:
    row = CommentedSeq(values)
    row.fa.set_flow_style()
    return row


def _read_number(place: Place) -> int | float:
    written = place.scalar()
    try:
        return int(written)
    except ValueError:
        pass
    try:
        number = float(written)
    except ValueError:
        number = math.nan
    if not math.isfinite(number):
        place.refuse(
            f"{place.what.zh}应是数字，写的是“{written}”。", f"{place.what.en} should be a number, not “{written}”."
        )
    return number


def _read_value(place: Place) -> Any:
    """A number, a pair of numbers for a range, or a ratio such as 1:200."""
    if place.tag() == "seq":
        pair = tuple(_read_number(item) for item in place.items())
        if len(pair) != 2:
            place.refuse("范围要写两个数，例如 [3, 5]。", "A range needs two numbers, for example [3, 5].")
        return pair
    return place.scalar() if place.tag() == "str" else _read_number(place)


def _write_value(value: Any) -> Any:
    """Words in quotes, so that YAML does not take a ratio for a number."""
    if isinstance(value, tuple | list):
        return in_a_row(value)
    return _quoted(value) if isinstance(value, str) else value


def _read_day(place: Place) -> date:
    try:
        return date.fromisoformat(place.scalar())
    except ValueError:
        place.refuse(
            f"{place.what.zh}应是日期，例如 2020-06-30，写的是“{place.scalar()}”。",
            f"{place.what.en} should be a day such as 2020-06-30, not “{place.scalar()}”.",
        )


def _read_span(place: Place) -> Span:
    match = re.fullmatch(r"(\d{1,12})-(\d{1,12})", place.scalar())
    if not match or int(match[1]) > int(match[2]):
        place.refuse(
            f"{place.what.zh}应写成“起-止”，例如 120-168，写的是“{place.scalar()}”。",
            f"{place.what.en} should read “start-end”, for example 120-168, not “{place.scalar()}”.",
        )
    return Span(int(match[1]), int(match[2]))


def _write_span(span: Span) -> str:
    return f"{span.start}-{span.end}"


def one_of(form: type[StrEnum]) -> Codec:
    """A word of a closed list."""

    def read(place: Place) -> StrEnum:
        try:
            return form(place.scalar())
        except ValueError:
            known = " ".join(form)
            place.refuse(
                f"{place.what.zh}不能是“{place.scalar()}”，只能是：{known}。",
                f"{place.what.en} cannot be “{place.scalar()}”; it is one of: {known}.",
            )

    return Codec(lambda value: words(value.value), read)


def row_of(codec: Codec) -> Codec:
    """Several single values on one line."""
    return Codec(
        lambda values: in_a_row([codec.write(v) for v in values]),
        lambda place: tuple(codec.read(item) for item in place.items()),
    )


TEXT = Codec(words, Place.scalar)
SENTENCE = Codec(sentence, Place.scalar)
YEAR = Codec(int, lambda place: int(_read_number(place)))
NUMBER = Codec(lambda value: value, _read_number)
VALUE = Codec(_write_value, _read_value)
DAY = Codec(lambda value: value, _read_day)
SPAN = Codec(_write_span, _read_span)
