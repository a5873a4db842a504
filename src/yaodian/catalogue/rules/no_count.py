"""创建评选无数量: lint rule YD306."""

from __future__ import annotations

from collections.abc import Iterator

from yaodian.declare.kind import Kind, Need
from yaodian.declare.rule import Checked, Rule
from yaodian.domain.finding import Finding, Severity, Words


class NoCount(Rule):
    """举措{address}要“{verb}{object}”，没有说多少个。"""

    label = "创建评选无数量"
    code = "YD306"
    severity = Severity.INFO
    english = "Measure {address} is to “{verb}{object}” and does not say how many."
    reference = "plan style: what a promise needs to be kept"
    why = Words(
        "没有数量，多一个少一个都算完成。",
        "Without a number one more or one less is the same.",
    )
    repair = Words(
        "补上数量，或写明按名单全部完成。",
        "Give the number, or say that all on the list are meant.",
    )

    def check(self, checked: Checked) -> Iterator[Finding]:
        needing = {
            kind.id
            for kind in checked.catalogue.of(Kind).values()
            if Need.COUNT in kind.needs and kind.case == "candidate"
        }
        for address, _, measure in checked.plan.measures():
            if measure.kind in needing and not measure.targets and measure.actions:
                action = measure.actions[-1]
                yield self.finding(measure.span, address, address=address, verb=action.verb, object=action.object)
