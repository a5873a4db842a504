"""同一承诺两处: lint rule YD501."""

from __future__ import annotations

from collections.abc import Iterator

from yaodian.declare.rule import Checked, Rule
from yaodian.domain.finding import Finding, Severity, Words
from yaodian.domain.plan import EdgeKind


class SamePromiseTwice(Rule):
    """{why}"""

    label = "同一承诺两处"
    code = "YD501"
    severity = Severity.INFO
    english = "The same promise stands in {one} and in {other}."
    reference = "plan style: what a promise needs to be kept"
    why = Words(
        "同一件事两处交办，会报两次、算两次，责任也不清。",
        "The same thing assigned twice is reported and counted twice, and nobody is answerable.",
    )
    repair = Words(
        "合并为一处，另一处写“见第{one}项”。",
        "Keep one; in the other refer to {one}.",
    )
    requires = ("edges",)

    def check(self, checked: Checked) -> Iterator[Finding]:
        for edge in checked.plan.edges:
            if edge.kind is EdgeKind.SAME_PROMISE and edge.spans:
                yield self.finding(edge.spans[-1], edge.target, why=edge.why, one=edge.source, other=edge.target)
