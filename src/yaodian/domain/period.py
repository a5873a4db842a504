"""时期: a period of time and its id, the one way that figures, forms and deadlines name a stretch of days."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from yaodian.domain.finding import Refusal, Words

EARLIEST, LATEST = 1900, 2199


class InvalidPeriod(Refusal, ValueError):  # noqa: N818
    """No period has this id; the sentence says why or lists the forms that exist."""


class PeriodType(StrEnum):
    """时期类型: the lengths of time that figures are reported for, the longest first."""

    YEAR = "year"
    FISCAL_YEAR = "fiscal_year"
    SCHOOL_YEAR = "school_year"
    TERM = "term"
    QUARTER = "quarter"
    TWO_MONTHS = "two_months"
    MONTH = "month"
    TEN_DAYS = "ten_days"
    DAY = "day"


YEAR, FISCAL_YEAR, SCHOOL_YEAR, TERM = PeriodType.YEAR, PeriodType.FISCAL_YEAR, PeriodType.SCHOOL_YEAR, PeriodType.TERM
QUARTER, TWO_MONTHS, MONTH = PeriodType.QUARTER, PeriodType.TWO_MONTHS, PeriodType.MONTH
TEN_DAYS, DAY = PeriodType.TEN_DAYS, PeriodType.DAY

_TYPES = tuple(PeriodType)
_FORMS: dict[PeriodType, tuple[re.Pattern[str], str]] = {
    YEAR: (re.compile(r"(\d{4})"), "{0}年"),
    FISCAL_YEAR: (re.compile(r"(\d{4})F"), "{0}财政年度"),
    SCHOOL_YEAR: (re.compile(r"(\d{4})S"), "{0}—{next}学年"),
    TERM: (re.compile(r"(\d{4})S([12])"), "{0}—{next}学年第{digit}学期"),
    QUARTER: (re.compile(r"(\d{4})-Q([1-4])"), "{0}年第{digit}季度"),
    TWO_MONTHS: (re.compile(r"(\d{4})-B([1-6])"), "{0}年{odd}—{even}月"),
    MONTH: (re.compile(r"(\d{4})-(\d{2})"), "{0}年{1}月"),
    TEN_DAYS: (re.compile(r"(\d{4})-(\d{2})-X([1-3])"), "{0}年{1}月{third}旬"),
    DAY: (re.compile(r"(\d{4})-(\d{2})-(\d{2})"), "{0}年{1}月{2}日"),
}
_KNOWN = "2020, 2020F, 2019S, 2019S2, 2020-Q3, 2020-B4, 2020-08, 2020-08-X2, 2020-08-21"


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A period named by its id: `2020` year, `2020F` fiscal year, `2019S` school year from 1 Sep 2019, `2019S1` and `2019S2`
    terms, `2020-Q3` quarter, `2020-B4` two months (双月), `2020-08` month, `2020-08-X2` ten days (旬), `2020-08-21` day.

    `first` and `last` are its first and last day. Those of a term are nominal (1 Sep to 31 Jan, 1 Feb to 31 Aug):
    `SchoolCalendar.bounds` gives the real ones. Periods are ordered by their first day, the longer before the shorter.
    Raises InvalidPeriod for any other id, and for years outside 1900–2199.
    """

    id: str = field(compare=False)
    type: PeriodType = field(init=False, compare=False, repr=False)
    first: date = field(init=False, compare=False, repr=False)
    last: date = field(init=False, compare=False, repr=False)
    _rank: tuple[int, int, int] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        kind, numbers = _read(self.id)
        try:
            first, last = _bounds(kind, *numbers)
        except ValueError:
            raise InvalidPeriod(
                Words(
                    f"日历上没有时期“{self.id}”，请核对月和日",
                    f"the calendar has no period {self.id!r}: check month and day",
                )
            ) from None
        for name, value in (("type", kind), ("first", first), ("last", last)):
            object.__setattr__(self, name, value)
        object.__setattr__(self, "_rank", (first.toordinal(), -last.toordinal(), _TYPES.index(kind)))

    @classmethod
    def parse(cls, text: str) -> Period:
        """The period with this id; `parse(str(p)) == p`."""
        return cls(text)

    @classmethod
    def of(cls, kind: PeriodType, on: date) -> Period:
        """The period of this type that holds the day."""
        return cls(_id(kind, on))

    def __str__(self) -> str:
        return self.id

    def contains(self, other: Period | date) -> bool:
        """Whether every day of the other period (or the day) lies in this one."""
        first, last = (other, other) if isinstance(other, date) else (other.first, other.last)
        return self.first <= first and last <= self.last

    @property
    def next(self) -> Period:
        """The period of the same type that begins on the day after this one."""
        return Period.of(self.type, self.last + timedelta(days=1))

    @property
    def previous(self) -> Period:
        """The period of the same type that ends on the day before this one."""
        return Period.of(self.type, self.first - timedelta(days=1))

    @property
    def label(self) -> str:
        """The period as officials write it: 2020年第三季度, 2019—2020学年第二学期."""
        _, (year, *rest) = _read(self.id)
        number = rest[-1] if rest else 0
        digit, third = "零一二三四"[number : number + 1], "零上中下"[number : number + 1]
        words = {"next": year + 1, "odd": 2 * number - 1, "even": 2 * number, "digit": digit, "third": third}
        return _FORMS[self.type][1].format(year, *rest, **words)


def _read(text: str) -> tuple[PeriodType, list[int]]:
    """The type and the numbers in an id."""
    for kind, (form, _) in _FORMS.items():
        match = form.fullmatch(text)
        if match and text.isascii():
            numbers = [int(n) for n in match.groups()]
            if not EARLIEST <= numbers[0] <= LATEST:
                raise InvalidPeriod(
                    Words(
                        f"时期“{text}”的年份不在{EARLIEST}—{LATEST}之间",
                        f"{text!r}: the year is not in {EARLIEST}–{LATEST}",
                    )
                )
            return kind, numbers
    raise InvalidPeriod(
        Words(f"“{text}”不是时期编号，请写成 {_KNOWN} 这样的形式", f"{text!r} is no period id: write it like {_KNOWN}")
    )


def _bounds(kind: PeriodType, year: int, *rest: int) -> tuple[date, date]:
    """First and last day; ValueError where the calendar has no such month or day."""
    n = rest[-1] if rest else 0
    if kind is DAY:
        return date(year, *rest), date(year, *rest)
    if kind is TEN_DAYS:
        month_end = _last_of(year, rest[0])
        return date(year, rest[0], 10 * n - 9), date(year, rest[0], 10 * n) if n < 3 else month_end
    first, last = {
        YEAR: ((0, 1), (0, 12)),
        FISCAL_YEAR: ((0, 1), (0, 12)),
        SCHOOL_YEAR: ((0, 9), (1, 8)),
        TERM: ((0, 9), (1, 1)) if n == 1 else ((1, 2), (1, 8)),
        QUARTER: ((0, 3 * n - 2), (0, 3 * n)),
        TWO_MONTHS: ((0, 2 * n - 1), (0, 2 * n)),
        MONTH: ((0, n), (0, n)),
    }[kind]
    return date(year + first[0], first[1], 1), _last_of(year + last[0], last[1])


def _last_of(year: int, month: int) -> date:
    return (date(year, month, 28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def _id(kind: PeriodType, on: date) -> str:
    school_year = on.year if on.month >= 9 else on.year - 1
    term = 1 if on.month >= 9 or on.month == 1 else 2
    return {
        YEAR: f"{on.year}",
        FISCAL_YEAR: f"{on.year}F",
        SCHOOL_YEAR: f"{school_year}S",
        TERM: f"{school_year}S{term}",
        QUARTER: f"{on.year}-Q{(on.month + 2) // 3}",
        TWO_MONTHS: f"{on.year}-B{(on.month + 1) // 2}",
        MONTH: f"{on.year}-{on.month:02d}",
        TEN_DAYS: f"{on.year}-{on.month:02d}-X{min((on.day + 9) // 10, 3)}",
        DAY: on.isoformat(),
    }[kind]
