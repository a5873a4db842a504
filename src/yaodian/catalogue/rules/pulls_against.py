"""相互掣肘: lint rule YD503."""

from __future__ import annotations

from collections.abc import Iterator

from yaodian.declare.rule import Checked, Rule
from yaodian.domain.finding import Finding, Severity, Words
from yaodian.domain.plan import Edge, EdgeKind


class PullsAgainst(Rule):
    """{count}项举措（{all}）与{other}相互掣肘。{why}"""

    label = "相互掣肘"
    code = "YD503"
    severity = Severity.WARNING
    english = "{count} measures ({all}) pull against {other}."
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
        against: dict[str, list[Edge]] = {}
        for edge in checked.plan.edges:
            if edge.kind is EdgeKind.PULLS_AGAINST and edge.spans:
                against.setdefault(edge.target, []).append(edge)
        for other, edges in against.items():
            sources = [edge.source for edge in edges]
            yield self.finding(
                edges[0].spans[-1], other, why=edges[0].why, all="、".join(sources), other=other, count=len(edges)
            )
