"""时间: deadlines (a date or a recurring time by which something is due) and other expressions of time or sequence."""

from __future__ import annotations

import re

from yaodian.compiler.parse.layout import Layout
from yaodian.domain.plan import Deadline, Period

_YEAR = r"(?:20\d{2}|今|明|当|本|次|翌|每|来)年"
_DAYPART = r"(?:上中旬|中下旬|上旬|中旬|下旬|底|末|初|中|份)?"
_BEFORE = r"(?:之?前|以前|内|为止|止)?"
_CN = "[一二三四五六七八九十]"
_MONTH, _DAY = rf"(?:\d{{1,2}}|{_CN}{{1,2}})月", rf"(?:\d{{1,2}}|{_CN}{{1,3}})日"
_PATTERNS = (
    rf"(?:{_YEAR})?{_MONTH}{_DAY}[-~至到](?:{_YEAR})?{_MONTH}{_DAY}{_BEFORE}",
    rf"(?:{_YEAR})?{_MONTH}{_DAY}{_BEFORE}",
    rf"(?:{_YEAR})?\d{{1,2}}(?:月{_DAYPART})?[-~至到](?:{_YEAR})?\d{{1,2}}月{_DAYPART}{_BEFORE}",
    rf"(?:{_YEAR})?(?:{_MONTH})?(?:春季[、和及]?)?(?:春季|秋季)(?:学期)?开学(?:之?前|初)",
    rf"(?:{_YEAR})?{_MONTH}{_DAYPART}{_BEFORE}",
    rf"(?:{_YEAR})?每月(?:\d{{1,2}}日{_BEFORE}|(?:底|末|初){_BEFORE})",
    rf"(?:{_YEAR})?第?[一二三四1-4]季度(?:末|底|初|结束)?{_BEFORE}",
    rf"(?:每|各|本)个?季度(?:末|底|初|结束){_BEFORE}",
    rf"(?:{_YEAR})?(?:春季[、和及]?)?(?:春季|秋季|春|秋|新|上|下|本|每|各|每个|一)?(?:学期|学年)?(?:正式)?开学(?:后?(?:\d{{1,2}}|{_CN}|两)个?(?:月|周|星期|日|天|工作日)(?:以?内)?|初|之?前|时|前后|之日)",
    r"(?:春季|秋季|春|秋|上|下|本|每|各|每个)学期(?:结束|末|初|期末|开始)?(?:之?前|以?内|后(?:\d{1,2}|[一二两三])个?(?:月|周|日|个工作日)内)?(?<=[前内末初])",
    r"(?:每学期|每半年|每学年)(?:末|底|初)",
    rf"(?:{_YEAR})?(?:上半年|下半年|年底|年末|年中|年内|年初){_BEFORE}",
    r"20\d{2}年(?:底|末|年底|内)?(?:之?前|以前|内|底|末)",
    r"(?:到|至|截至|力争到)20\d{2}年(?:底|末)?(?!\d|[-至~]|度|以来)",
    r"(?:暑假|寒假|中考|高考|春节|国庆节?|教师节|五一|六一|七一|元旦)(?:假期|节)?(?:结束)?(?:之?前)",
    rf"(?:{_YEAR})?全年|长期坚持|长期|持续推进|常态化推进",
)  # fmt: skip
_RUNNING = re.compile("|".join(f"(?:{p})" for p in _PATTERNS[:-1]))
# words that some deadline holds; most clauses hold none and need no closer look
_HINT = re.compile("月|季度|学期|学年|开学|半年|年[底末中内初前]|[到至]20|前|日")
_COLUMN = re.compile(
    "|".join(f"(?:{p})" for p in _PATTERNS)
    + r"|每(?:学期|半年|学年|个?季度|月|周|年|天)|20\d{2}年(?:\d{1,2}月)?|20\d{2}[./-]\d{1,2}(?:[./-]\d{1,2})?"
)
PERIOD = re.compile(
    r"20\d{2}\s*[-—~至]\s*20\d{2}(?:学)?年(?:度)?|第\d{1,3}个教师节|第[一二三四五六七八九十百\d]{1,3}(?:届|期|批次?|轮|次)|首(?:届|期|批|次)"
    r"|20\d{2}年(?:度)?(?!\d)|[一二三四五]期(?=建设|工程|项目)|[“\"]?十[三四五六]五[”\"]?(?=规划|期间|时期)|(?:春季|秋季)学期|本学期|学年"
)
_NO_END = re.compile("以来|以后|期间|起")
_BARE_MONTH = re.compile(r"每?月|\d{1,2}月份?")
_MONTH_OF_ACTIVITY = re.compile("[^,。;]{0,6}(?:活动月|宣传月)")
_SEQUENCE = re.compile("[第首期年五]|学期")


def deadlines_in(layout: Layout, start: int, end: int, whole: bool = False) -> list[Deadline]:
    """Deadlines in running words; `whole`: the words are a time field, where a bare year or 全年 counts too."""
    found: list[Deadline] = []
    if not whole and not layout.holds(_HINT, start, end):
        return found
    for match in (_COLUMN if whole else _RUNNING).finditer(layout.flat if not whole else layout.text, start, end):
        if not match[0] or _NO_END.match(layout.text, match.end()):
            continue
        if not whole and _BARE_MONTH.fullmatch(match[0]) and _MONTH_OF_ACTIVITY.match(layout.text, match.end()):
            continue
        found.append(Deadline(layout.words(*match.span()).strip(), layout.span(*match.span())))
    return found


def is_time(words: str) -> bool:
    """Whether a cell says when: a deadline's words and hardly anything else."""
    match = _COLUMN.search(words)
    return match is not None and len(match[0]) >= 0.5 * len(words.strip())


def periods_in(layout: Layout, start: int, end: int) -> list[Period]:
    """Years, editions and terms that are no deadline."""
    if not layout.holds(_SEQUENCE, start, end):
        return []
    return [Period(layout.words(*m.span()), layout.span(*m.span())) for m in PERIOD.finditer(layout.text, start, end)]
