"""明白的写法: texts written the way most are, made values here: asking the engine takes longer where there are few."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import pyarrow as pa

from yaodian.declare.column import BOOLEAN, CODE, DATE, DECIMAL, INTEGER, MONEY, PERIOD, TEXT, Code, Column
from yaodian.domain.unit_of_measure import UnitOfMeasure
from yaodian.warehouse.column_types import arrow_type
from yaodian.warehouse.load import limits
from yaodian.warehouse.load.amounts import is_as_stored
from yaodian.warehouse.load.words import BOOLEANS, exact_words

FEW = 2_000
_NARROW = r"[!-~\u4e00-\u9fff]+"
_SEEN = r"!-~\u4e00-\u9fff\u3001-\u303f\uff01-\uff5e\u2014\u2018-\u201d\u2026\u00b7"
_TEXT = re.compile(rf"[{_SEEN}](?:[{_SEEN} ]*[{_SEEN}])?")
_LOST = re.compile(r"[0-9](\.[0-9]+)?[eE]\+?[0-9]{2}")
_DAY = re.compile(r"([0-9]{4})(?:([0-9]{2})([0-9]{2})|[年./-]([0-9]{1,2})[月./-]([0-9]{1,2})[日号]?)")
_PERIOD = re.compile(r"(19|20|21)[0-9]{2}(F|S|S[12]|-Q[1-4]|-B[1-6]|-(0[1-9]|1[0-2])(-X[1-3])?)?")
_NUMBERS = {
    INTEGER: (re.compile("[0-9]{1,12}"), int),
    DECIMAL: (re.compile(r"[0-9]{1,9}(\.[0-9]{1,4})?"), Decimal),
    MONEY: (re.compile(r"[0-9]{1,9}(\.[0-9]{1,2})?"), Decimal),
}
_WIDE = str.maketrans("０１２３４５６７８９", "0123456789")


class _NotPlainError(Exception):
    """A text that is not written plainly, or that may be wrong: the engine is to judge."""


Reading = Callable[[str], Any]


def plain_values(
    column: Column, texts: pa.ChunkedArray, codes: Sequence[Code], written: UnitOfMeasure | None
) -> pa.ChunkedArray | None:
    """The values of a column's few texts, all of them right and plainly written; None where the engine is to be asked.

    A value here is the one that `column_typing.column_sql` gives, which stays the rule.
    """
    reading = _reading(column, codes, written) if len(texts) <= FEW else None
    if reading is None:
        return None
    try:
        return pa.chunked_array(
            [pa.array([_read(column, text, reading) for text in texts.to_pylist()], arrow_type(column))]
        )
    except _NotPlainError:
        return None


def _read(column: Column, text: str | None, reading: Reading) -> Any:
    if text:
        return reading(text)
    if column.required:
        raise _NotPlainError
    return None


def _reading(column: Column, codes: Sequence[Code], written: UnitOfMeasure | None) -> Reading | None:
    if column.type in _NUMBERS:
        return _number(column) if is_as_stored(column, written) else None
    if column.type is CODE and codes:
        return _one_of(exact_words(codes))
    if column.type in (TEXT, CODE):
        return _text(column)
    return {BOOLEAN: _one_of(BOOLEANS), DATE: _day, PERIOD: _period}.get(column.type)


def _number(column: Column) -> Reading:
    form, made = _NUMBERS[column.type]

    def read(text: str) -> Any:
        value = made(_form(form, text.translate(_WIDE))[0])
        if (column.low is not None and value < column.low) or (column.high is not None and value > column.high):
            raise _NotPlainError
        return value

    return read


def _one_of(words: dict[str, Any]) -> Reading:
    narrow = re.compile(_NARROW)

    def read(text: str) -> Any:
        if text not in words or not narrow.fullmatch(text):
            raise _NotPlainError
        return words[text]

    return read


def _text(column: Column) -> Reading:
    form = re.compile(column.pattern) if column.pattern else None
    seen = re.compile(_NARROW) if form or column.type is CODE else _TEXT

    def read(text: str) -> str:
        lost = column.type is TEXT and _LOST.fullmatch(text)
        if lost or text[0] == "'" or len(text) > limits.MAX_TEXT or not seen.fullmatch(text):
            raise _NotPlainError
        return _form(form, text)[0] if form else text

    return read


def _day(text: str) -> date:
    year, *rest = _form(_DAY, text.translate(_WIDE)).groups()
    if not "1900" <= year <= "2199":
        raise _NotPlainError
    try:
        return date(int(year), *(int(part) for part in rest if part))
    except ValueError as error:
        raise _NotPlainError from error


def _period(text: str) -> str:
    return _form(_PERIOD, text)[0]


def _form(form: re.Pattern[str], text: str) -> re.Match[str]:
    found = form.fullmatch(text)
    if found is None:
        raise _NotPlainError
    return found
