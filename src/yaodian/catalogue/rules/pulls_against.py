"""相互掣肘: lint rule YD503."""

from __future__ import annotations

from collections.abc import Iterator

from yaodian.declare.rule import Checked, Rule
from yaodian.domain.finding import Finding, Severity, Words
from yaodian.domain.plan import EdgeKind


class PullsAgainst(Rule):
    """{why}"""

    label = "相互掣肘"
    code = "YD503"
    severity = Severity.WARNING
    english = "{one} pulls against {other}."
    reference = "plan style: what a promise needs to be kept"
    why = Words(
        "一边增加一边要求减少，两项不能同时做到。",
        "One adds what the other is to reduce; both cannot be kept.",
    )
    repair = Words(
        "写明减少的是哪些，保留的是哪些，由谁统一审批。",
        "Say which are cut, which stay, and who decides.",
    )
    requires = ("edges",)

    def check(self, checked: Checked) -> Iterator[Finding]:
        for edge in checked.plan.edges:
            if edge.kind is EdgeKind.PULLS_AGAINST and edge.spans:
                yield self.finding(edge.spans[0], edge.source, why=edge.why, one=edge.source, other=edge.target)
