"""目标与文字不一致: lint rule YD307."""

from __future__ import annotations

from collections.abc import Iterator

from yaodian.declare.rule import Checked, Rule
from yaodian.domain.finding import Finding, Severity, Words


def _bare(words: str) -> str:
    return "".join(words.split())


class TargetNotInText(Rule):
    """举措{address}的目标“{words}”在它的文字里找不到。"""

    label = "目标与文字不一致"
    code = "YD307"
    severity = Severity.WARNING
    english = "Measure {address}: its text does not say the target “{words}”."
    reference = "plan style: what a promise needs to be kept"
    why = Words(
        "文字和目标写了两个数，执行时不知道按哪个。",
        "Text and target say two things; nobody knows which holds.",
    )
    repair = Words(
        "把文字和目标改成一致。",
        "Write the same in the text and in the target.",
    )

    def check(self, checked: Checked) -> Iterator[Finding]:
        for address, _, measure in checked.plan.measures():
            said = _bare(measure.text)
            for target in measure.targets:
                if _bare(target.words) not in said:
                    yield self.finding(target.span, address, address=address, words=target.words)
