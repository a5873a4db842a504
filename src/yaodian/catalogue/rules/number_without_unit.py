"""数字无单位: lint rule YD303."""

from __future__ import annotations

from collections.abc import Iterator

from yaodian.declare.rule import Checked, Rule
from yaodian.domain.finding import Finding, Severity, Words


class NumberWithoutUnit(Rule):
    """举措{address}的数字“{words}”没有单位。"""

    label = "数字无单位"
    code = "YD303"
    severity = Severity.WARNING
    english = "Measure {address}: the number “{words}” has no unit."
    reference = "plan style: what a promise needs to be kept"
    why = Words(
        "没有单位的数字无法与指标对上。",
        "A number without a unit cannot be held against an indicator.",
    )
    repair = Words(
        "补上单位，例如“所”“人”“%”。",
        "Add the unit, as 所, 人 or %.",
    )

    def check(self, checked: Checked) -> Iterator[Finding]:
        for address, _, measure in checked.plan.measures():
            for target in measure.targets:
                if isinstance(target.value, int | float | tuple) and not target.unit:
                    yield self.finding(target.span, address, address=address, words=target.words)
