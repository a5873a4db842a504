"""括号引号不成对: lint rule YD601."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yaodian.declare.rule import Checked, Rule
from yaodian.domain.finding import Finding, Severity, Words
from yaodian.domain.text import Span

PAIRS = {"）": "（", "】": "【", "〕": "〔", "》": "《", "”": "“", ")": "(", "]": "[", "」": "「", "』": "『"}
OPEN = frozenset(PAIRS.values())
MARKS = re.compile("[" + re.escape("".join(PAIRS) + "".join(OPEN)) + "]")


def unpaired(line: str) -> list[int]:
    """Positions of brackets and quotation marks without a partner in the line; （ may be closed by ) and the like."""
    stack: list[int] = []
    alone: list[int] = []
    for match in MARKS.finditer(line):
        at, ch = match.start(), match[0]
        if ch in OPEN:
            stack.append(at)
        elif ch in PAIRS:
            if stack and (line[stack[-1]] == PAIRS[ch] or {line[stack[-1]], ch} <= set("（(）)[]【】〔〕")):
                stack.pop()
            elif not (ch == ")" and line[:at].strip().isdecimal()):
                alone.append(at)
    return sorted(alone + stack)


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
        start = 0
        for line in text.split("\n"):
            for at in unpaired(line):
                yield self.finding(
                    Span(start + at, start + at + 1), None, mark=line[at], words=line[max(0, at - 6) : at + 12]
                )
            start += len(line) + 1
