"""时限定日: deadlines in words resolved to days with the plan's year and the school calendar."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from yaodian.compiler.parse.numerals import number
from yaodian.domain.schooldays import SchoolCalendar

NOMINAL_STARTS = {1: (9, 1), 2: (3, 1)}
NOMINAL_ENDS = {1: (1, 20), 2: (7, 10)}
_EVERY = tuple(
    (name, re.compile(cue))
    for name, cue in (
        ("term", "[每各]个?学期"),
        ("half", "每半年"),
        ("quarter", "[每各]个?季度"),
        ("month", "每个?月"),
        ("week", "每周"),
        ("year", "每学?年"),
    )
)
_YEAR = re.compile(r"(20\d\d)年|(次|明|来|翌)年")
_CN = "一二三四五六七八九十"
_MONTH = re.compile(
    rf"(\d{{1,2}}|[{_CN}]{{1,2}})月(?:(\d{{1,2}}|[{_CN}]{{1,3}})日|(底|末|上中旬|中下旬|上旬|中旬|下旬|初|中))?(?:份)?(前|之前|以前)?"
)


def due_of(words: str, year: int, calendar: SchoolCalendar | None) -> tuple[date | None, str | None]:
    """The day that a deadline means and what it recurs by (term, quarter, month …); for a recurring one its first day.

    Without a calendar terms begin on 1 March and 1 September and end on 10 July and 20 January.
    """
    words = words.replace(" ", "").replace("　", "")
    every = next((name for name, cue in _EVERY if cue.search(words)), None)
    named = _YEAR.search(words)
    if named:
        year = int(named[1]) if named[1] else year + 1
    for resolve in (_school_day, _month_day, _part_of_year, _feast):
        due = resolve(words, year, calendar)
        if due is not None:
            return due, every
    if named and re.search(r"年(?:底|末|内|前|之前)?|^到|^至", words):
        return date(year, 12, 31), every
    return None, every


def _month_day(words: str, year: int, _: SchoolCalendar | None) -> date | None:
    found = list(_MONTH.finditer(words))
    if not found:
        return None
    month_words, day, part, before = found[-1].groups()
    month = int(month_words) if month_words.isdecimal() else int(number(month_words) or 0)
    if not 1 <= month <= 12:
        return None
    last = monthrange(year, month)[1]
    if day:
        named = int(day) if day.isdecimal() else int(number(day) or 0)
        return date(year, month, min(named, last)) if named else None
    if before and not part:
        return date(year, month, 1) - timedelta(days=1)
    return date(year, month, {"上旬": 10, "初": 10, "中旬": 20, "中": 20, "上中旬": 20}.get(part or "", last))


def _part_of_year(words: str, year: int, _: SchoolCalendar | None) -> date | None:
    quarter = re.search(r"([一二三四1-4])季度", words)
    if quarter:
        end = int(number(quarter[1]) or 1) * 3
        return date(year, end, monthrange(year, end)[1])
    if re.search("每个?季度|各季度", words):
        return date(year, 3, 31)
    if re.search("上半年|年中|每半年", words):
        return date(year, 6, 30)
    if re.search("年初", words):
        return date(year, 3, 31)
    if re.search("每月|每周", words):
        day = re.search(r"(\d{1,2})日", words)
        return date(year, 1, min(int(day[1]), 31) if day and int(day[1]) else 31)
    return date(year, 12, 31) if re.search("全年|下半年|年底|年末|年内|长期|持续推进|每年", words) else None


def _school_day(words: str, year: int, calendar: SchoolCalendar | None) -> date | None:
    if not re.search("开学|学期|学年|暑假|寒假", words):
        return None
    autumn = "秋" in words or "新学期" in words or "下半年" in words or "寒假" in words
    start, end = _term(year, 1 if autumn else 2, calendar)
    after = re.search(r"后(?:(\d{1,2})|([一二两三四五六]))个?(月|周|星期|工作日|日|天)", words)
    if after:
        count = int(after[1]) if after[1] else int(number(after[2]) or 1)
        return _later(start, count, after[3], calendar)
    if "开学" in words:
        return start - timedelta(days=1) if re.search("前", words) else start
    if re.search("学期初", words):
        return start
    return end


def _term(year: int, number_in_year: int, calendar: SchoolCalendar | None) -> tuple[date, date]:
    """First and last day of the autumn term (1) that begins in `year`, or of the spring term (2) of that calendar year."""
    term = calendar.term(year if number_in_year == 1 else year - 1, number_in_year) if calendar else None
    if term is not None:
        return term.starts_on, term.ends_on
    end_year = year + 1 if number_in_year == 1 else year
    return date(year, *NOMINAL_STARTS[number_in_year]), date(end_year, *NOMINAL_ENDS[number_in_year])


def _later(start: date, count: int, unit: str, calendar: SchoolCalendar | None) -> date:
    if unit == "月":
        month = start.month - 1 + count
        year, month = start.year + month // 12, month % 12 + 1
        return date(year, month, min(start.day, monthrange(year, month)[1]))
    if unit == "工作日":
        return (calendar or SchoolCalendar()).add_working_days(start, count)
    return start + timedelta(days=count * (7 if unit in ("周", "星期") else 1))


def _feast(words: str, year: int, _: SchoolCalendar | None) -> date | None:
    days = {
        "五一": (4, 30),
        "六一": (5, 31),
        "七一": (6, 30),
        "教师节": (9, 9),
        "国庆": (9, 30),
        "高考": (6, 6),
        "中考": (6, 15),
        "元旦": (12, 31),
    }
    return next((date(year, *day) for feast, day in days.items() if feast in words), None)


Resolver = Callable[[str, int, SchoolCalendar | None], date | None]
