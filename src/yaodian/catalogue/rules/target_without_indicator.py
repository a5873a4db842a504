"""目标无指标: lint rule YD305."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from yaodian.declare.rule import Checked, Rule
from yaodian.domain.finding import Finding, Severity, Words


class TargetWithoutIndicator(Rule):
    """举措{address}的目标“{object}{words}”还没有指标来度量，只能自报。"""

    label = "目标无指标"
    code = "YD305"
    severity = Severity.INFO
    english = "Measure {address}: no indicator measures the target “{object}{words}”; it can only be reported."
    reference = "plan style: what a promise needs to be kept"
    why = Words(
        "没有指标，自报的数字无法核对。",
        "What no indicator measures can only be reported, not checked.",
    )
    repair = Words(
        "绑定已有指标，或在目录中声明一个。",
        "Bind an indicator, or declare one in the catalogue.",
    )
    requires = ("indicators",)

    def check(self, checked: Checked) -> Iterator[Finding]:
        for address, _, measure in checked.plan.measures():
            for action in measure.actions:
                for target in action.targets:
                    if target.indicator is None:
                        found = self.finding(
                            target.span,
                            address,
                            address=address,
                            object=_without(action.object, target.words),
                            words=target.words,
                        )
                        near = checked.nearest(action, target)
                        repair = Words(self.repair.zh + near.zh, self.repair.en + near.en)
                        yield replace(found, repair=repair)


def _without(words: str, target: str) -> str:
    """The object's words unless they say the target already."""
    return "" if target in words else words
