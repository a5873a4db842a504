"""时期: a cell as the id of a period: 2020-08, 2020年8月, 202008, 2019-2020学年第一学期, 2020年第三季度."""

from __future__ import annotations

from yaodian.warehouse.load.clean import compact
from yaodian.warehouse.sql import quoted

_IDS = (
    r"(19|20|21)\d{2}(F|S|S[12]|-Q[1-4]|-B[1-6]|-(0[1-9]|1[0-2])(-X[1-3])?)?"
    r"|(19|20|21)\d{2}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])"
)
_YEARS = r"^(\d{4})[-/~至]?(?:\d{4}|\d{2})?学年度?"
_DIGITS = ("一二三四上下", "123412")


def period_sql(cell: str) -> str:
    """SQL of the period's id; nothing where the cell names no period. An id stays as it is."""
    plain = compact(cell)
    named = f"translate({plain}, '{_DIGITS[0]}', '{_DIGITS[1]}')"
    slow = f"CASE {' '.join(_case(named, form, result) for form, result in _FORMS)} END"
    month = f"CASE WHEN regexp_matches({plain}, '{_MONTH}') THEN {_month(plain)} END"
    cases = " ".join(f"WHEN regexp_full_match({way}, {quoted(_IDS)}) THEN {way}" for way in (cell, plain))
    return f"coalesce(CASE {cases} END, {month}, {slow})"


def held_period_sql(period: str) -> str:
    """SQL of the period where it is one of the calendar."""
    return f"CASE WHEN regexp_full_match({period}, {quoted(_IDS)}) AND {_real(period)} THEN {period} END"


_MONTH = r"^\d{4}[年./-]\d{1,2}月?(份)?$|^(19|20|21)\d{4}$"
_FORMS = (
    (_YEARS + r"第?([12])学?期$", r"\1S\2"),
    (_YEARS + "$", r"\1S"),
    (r"^(\d{4})年?第?([1-4])季度?$", r"\1-Q\2"),
    (r"^(\d{4})财政年度$", r"\1F"),
    (r"^(\d{4})年度?$", r"\1"),
)


def _case(plain: str, form: str, result: str) -> str:
    return f"WHEN regexp_matches({plain}, {quoted(form)}) THEN regexp_replace({plain}, {quoted(form)}, '{result}')"


def _month(plain: str) -> str:
    number = f"regexp_extract({plain}, '^\\d{{4}}[年./-]?(\\d{{1,2}})', 1)"
    return f"substr({plain}, 1, 4) || '-' || lpad({number}, 2, '0')"


def _real(found: str) -> str:
    """That a period of a day is a day of the calendar."""
    return f"(length({found}) <> 10 OR try_cast({found} AS DATE) IS NOT NULL OR {found} LIKE '%-X%')"
