"""用语: the words that every output uses for the same thing, in Chinese and English."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from unicodedata import category

from yaodian.compiler.lower import due_of
from yaodian.declare.catalogue import Catalogue
from yaodian.declare.kind import Kind
from yaodian.domain.finding import Severity, Words
from yaodian.domain.plan import Action, Duty, EdgeKind, Measure, Role, Task

ROLES = {
    Role.LEAD: Words("牵头", "lead"),
    Role.SUPPORT: Words("配合", "support"),
    Role.RESPONSIBLE: Words("责任", "responsible"),
}
SEVERITIES = {
    Severity.ERROR: Words("错误", "error"),
    Severity.WARNING: Words("警告", "warning"),
    Severity.INFO: Words("提示", "info"),
    Severity.NOT_CHECKED: Words("未检查", "not checked"),
}
EDGES = {
    EdgeKind.NEEDS: Words("先决", "needs"),
    EdgeKind.COUNTS_TOWARDS: Words("计入", "counts towards"),
    EdgeKind.SHARES: Words("共用", "shares"),
    EdgeKind.SAME_PROMISE: Words("同一承诺", "same promise"),
    EdgeKind.PULLS_AGAINST: Words("相互牵制", "pulls against"),
}


def kind_label(catalogue: Catalogue, kind: str | None, lang: str) -> str:
    """What officials call a kind; its id where the catalogue does not know it, nothing where there is none."""
    known = catalogue.of(Kind).get(kind or "")
    return (known.english if lang == "en" else known.label) if known else kind or ""


def day(on: date, year: int | None, lang: str) -> str:
    """A day as officials write it, the year only where it is not the plan's."""
    if lang == "en":
        return f"{on.day} {on:%b}" + ("" if on.year == year else f" {on.year}")
    return ("" if on.year == year else f"{on.year}年") + f"{on.month}月{on.day}日"


def full_day(on: date) -> str:
    """A day as documents write it: 2020年6月30日."""
    return day(on, None, "zh")


def due_words(task: Task, measure: Measure, year: int | None, lang: str) -> str:
    """The deadline in the plan's words with its day; where the plan names none, the day that is assumed, marked so."""
    due, assumed = due_of(task, measure, year)
    said = "、".join(d.words for d in measure.deadlines or task.deadlines)
    if said:
        known = not due or assumed or f"{due.month}月{due.day}日" in said
        return said if known or not due else f"{said}（{day(due, year, lang)}）"
    if not due:
        return "未写明" if lang == "zh" else "not stated"
    return day(due, year, lang) + ("（未写明）" if lang == "zh" else " (not stated)")


def promised(action: Action) -> list[str]:
    """Each promised number of an action with what it counts."""
    return [t.words if not action.object else _with(action.object, t.words) for t in action.targets]


def _with(thing: str, words: str) -> str:
    return thing if words in thing else f"{thing} {words}"


def units(duties: Sequence[Duty], *roles: Role) -> str:
    return "、".join(duty.unit for duty in duties if duty.role in roles)


def one_line(text: str) -> str:
    """The words on one line, without control signs: no text can steer a terminal or begin a line of a feed."""
    return "".join(" " if c in "\n\t" else c for c in text if c in "\n\t" or category(c)[0] != "C")


def storable(text: str) -> str:
    """The words without the signs that XML, and so an office file, cannot hold."""
    return _NOT_XML.sub("", text)


_NOT_XML = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff\ud800-\udfff]")
