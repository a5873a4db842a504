"""括号引号不成对: lint rule YD601."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yaodian.declare.rule import Checked, Rule
from yaodian.domain.finding import Finding, Severity, Words
from yaodian.domain.text import Span

PAIRS = {
    "）": "（",
    "】": "【",
    "〕": "〔",
    "》": "《",
    "”": "“",
    ")": "(",
    "]": "[",
    "」": "「",
    "』": "『",
    "］": "［",
}
OPEN = frozenset(PAIRS.values())
BRACKETS = frozenset("（(）)[]【】〔〕［］")
REACH = 400
NUMBERED = re.compile(r"(?:^|\s)\d{1,2}$")
MARKS = re.compile("[" + re.escape("".join(PAIRS) + "".join(OPEN)) + "]")


def unpaired(text: str) -> list[int]:
    """Positions of brackets and quotation marks without a partner within REACH; （ may be closed by ) and the like."""
    stack: list[int] = []
    alone: list[int] = []
    for match in MARKS.finditer(text):
        at, ch = match.start(), match[0]
        while stack and at - stack[0] > REACH:
            alone.append(stack.pop(0))
        if ch in OPEN:
            stack.append(at)
            continue
        fitting = next((i for i in range(len(stack) - 1, -1, -1) if _fit(text[stack[i]], ch)), None)
        if fitting is not None:
            alone += stack[fitting + 1 :]
            del stack[fitting:]
        elif not (ch in ")）" and NUMBERED.search(text, max(0, at - 4), at)):
            alone.append(at)
    return sorted(alone + stack)


def _fit(opening: str, closing: str) -> bool:
    return opening == PAIRS[closing] or {opening, closing} <= BRACKETS


class UnclosedMark(Rule):
    """“{mark}”没有配对的另一半：{words}…"""

    label = "括号引号不成对"
    code = "YD601"
    severity = Severity.ERROR
    english = "“{mark}” has no partner: {words}…"
    reference = "plan style: what a promise needs to be kept"
    why = Words(
        "半个括号会让责任单位、文件名称读到别处去。",
        "Half a bracket makes units and titles run into what follows.",
    )
    repair = Words(
        "补上或删去“{mark}”。",
        "Add the partner of “{mark}” or delete it.",
    )

    def check(self, checked: Checked) -> Iterator[Finding]:
        text = checked.plan.source.text
        for at in unpaired(text):
            words = " ".join(text[max(0, at - 6) : at + 12].split())
            yield self.finding(Span(at, at + 1), None, mark=text[at], words=words)
