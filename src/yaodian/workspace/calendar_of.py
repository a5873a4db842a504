"""校历参数: the dated parameters public_holidays and school_terms as one school calendar."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from yaodian.declare.parameter import Parameter
from yaodian.domain.finding import Refusal, Words
from yaodian.domain.period import InvalidPeriod, Period
from yaodian.domain.schooldays import Opening, SchoolCalendar, Term

HOLIDAYS, TERMS = "public_holidays", "school_terms"
LONGEST = timedelta(days=300)


def calendar_of(parameters: Mapping[str, type[Parameter]], path: Path) -> SchoolCalendar:
    """The calendar: of each year the holidays of its last value, of each term its last dates.

    `path` is named in refusals. Raises Refusal where days or terms are not written as they should be.
    """
    try:
        years = _last_of_each_year(parameters.get(HOLIDAYS))
        holidays = {day for value in years.values() for day in _days(value, "holidays")}
        makeup_days = {day for value in years.values() for day in _days(value, "makeup_days")}
        terms = _terms(parameters.get(TERMS))
    except _Unreadable as fault:
        line = _line_with(fault.near, path)
        raise Refusal(Words(f"{path} 第{line}行：{fault.words.zh}", f"{path}, line {line}: {fault.words.en}")) from None
    return SchoolCalendar(terms, frozenset(holidays - makeup_days), frozenset(makeup_days), frozenset(years))


class _Unreadable(Exception):  # noqa: N818
    def __init__(self, near: object, zh: str, en: str) -> None:
        super().__init__(en)
        self.near, self.words = str(near), Words(zh, en)


def _line_with(words: str, path: Path) -> int:
    """The first line of the file that holds the words; 1 where none does."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return next((number for number, line in enumerate(lines, start=1) if words in line), 1)


def _last_of_each_year(holidays: type[Parameter] | None) -> dict[int, Any]:
    values = holidays.editions["value"] if holidays else {}
    return {since.year: values[since] for since in sorted(values)}


def _days(value: object, name: str) -> Iterator[date]:
    if not isinstance(value, Mapping) or set(value) - {"holidays", "makeup_days"}:
        raise _Unreadable(
            HOLIDAYS,
            f"{HOLIDAYS}的值应写成holidays和makeup_days两个列表",
            f"a value of {HOLIDAYS} holds the lists holidays and makeup_days",
        )
    for written in value.get(name) or ():
        first, last = _stretch(written)
        yield from (first + timedelta(days=n) for n in range((last - first).days + 1))


def _terms(parameter: type[Parameter] | None) -> tuple[Term, ...]:
    values = parameter.editions["value"] if parameter else {}
    terms: dict[Period, Term] = {}
    for since in sorted(values):
        if not isinstance(values[since], Mapping):
            raise _Unreadable(TERMS, f"{TERMS}的值应写成“学期: 起..止”", f"a value of {TERMS} gives each term its days")
        for name, written in values[since].items():
            term = _term(str(name), written)
            terms[term.period] = term
    return tuple(terms[period] for period in sorted(terms))


def _term(name: str, written: object) -> Term:
    try:
        period = Period.parse(name)
    except InvalidPeriod as fault:
        raise _Unreadable(name, *fault.words) from None
    openings: Mapping[str, object] = {}
    if isinstance(written, Mapping):
        openings = written.get("openings") or {}
        written = written.get("days")
    first, last = _stretch(written)
    return Term(period, first, last, tuple(Opening(grades, _stretch(on)[0]) for grades, on in openings.items()))


def _stretch(written: object) -> tuple[date, date]:
    """`2020-05-01..2020-05-05` or one day."""
    if isinstance(written, date) and not isinstance(written, datetime):
        return written, written
    try:
        first, last = (date.fromisoformat(day.strip()) for day in str(written).split(".."))
    except ValueError:
        raise _Unreadable(
            written,
            f"“{written}”不是日期，请写成2020-05-01或2020-05-01..2020-05-05",
            f"{written!r} is no day: write 2020-05-01 or 2020-05-01..2020-05-05",
        ) from None
    if not timedelta() <= last - first <= LONGEST:
        raise _Unreadable(
            written,
            f"“{written}”的止日早于起日或相隔太久",
            f"{written!r}: the last day is before the first or too far off",
        )
    return first, last
