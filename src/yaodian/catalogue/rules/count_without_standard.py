"""有数量无标准: lint rule YD304."""

from __future__ import annotations

from collections.abc import Iterator

from yaodian.declare.kind import Kind, Need
from yaodian.declare.rule import Checked, Rule
from yaodian.domain.finding import Finding, Severity, Words


class CountWithoutStandard(Rule):
    """举措{address}承诺“{verb}{object}”{words}，没有写明按什么标准或名单。"""

    label = "有数量无标准"
    code = "YD304"
    severity = Severity.INFO
    english = "Measure {address} promises {words} of “{object}” and names no standard or list."
    reference = "plan style: what a promise needs to be kept"
    why = Words(
        "没有标准，数量可以凑出来，复评也没有依据。",
        "Without a standard the number can be made up and nothing can be re-assessed.",
    )
    repair = Words(
        "写明评选办法或标准的文件名称，或附候选名单。",
        "Name the document that sets the standard, or attach the list of candidates.",
    )

    def check(self, checked: Checked) -> Iterator[Finding]:
        needing = {kind.id for kind in checked.catalogue.of(Kind).values() if Need.STANDARD in kind.needs}
        for address, _, measure in checked.plan.measures():
            if measure.kind not in needing or measure.documents:
                continue
            for action in measure.actions:
                for target in action.targets:
                    if isinstance(target.value, int | float) and target.unit not in ("%", "‰"):
                        yield self.finding(
                            target.span,
                            address,
                            address=address,
                            verb=action.verb,
                            object=action.object,
                            words=target.words,
                        )
