"""序号不连续: lint rule YD602."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from yaodian.declare.rule import Checked, Rule
from yaodian.domain.finding import Finding, Severity, Words
from yaodian.domain.ordinal import ordinal


class NumberingGap(Rule):
    """{where}的序号从{before}跳到{after}。"""

    label = "序号不连续"
    code = "YD602"
    severity = Severity.WARNING
    english = "{where}: the numbering goes from {before} to {after}."
    reference = "plan style: what a promise needs to be kept"
    why = Words(
        "缺号可能是漏了一条，引用时也会对不上。",
        "A missing number may be a lost task, and references go wrong.",
    )
    repair = Words(
        "检查是否漏了任务；确认后改正序号。",
        "See whether a task is missing, then correct the numbers.",
    )

    def check(self, checked: Checked) -> Iterator[Finding]:
        for one, other in pairwise(checked.plan.tasks):
            low, high = ordinal(one.no), ordinal(other.no)
            if (low is not None and high is not None and high > low + 1) or (low is not None and high == low):
                yield self.finding(other.span, other.path, where=other.title[:16], before=one.no, after=other.no)
