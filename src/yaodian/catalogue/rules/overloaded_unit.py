"""单位负荷过重: lint rule YD504."""

from __future__ import annotations

from collections.abc import Iterator

from yaodian.declare.rule import Checked, Rule
from yaodian.domain.finding import Finding, Severity, Words
from yaodian.domain.plan import Edge, EdgeKind


class OverloadedUnit(Rule):
    """举措{all}压在同一个单位上。{why}"""

    label = "单位负荷过重"
    code = "YD504"
    severity = Severity.WARNING
    english = "The measures {all} all draw on one unit."
    reference = "plan style: what a promise needs to be kept"
    why = Words(
        "一个单位同时承担过多同类承诺，后半年必然赶工或凑数。",
        "One unit with too many promises of one kind will rush or make up numbers.",
    )
    repair = Words(
        "错开时间，或增加承办单位，或下分到县。",
        "Spread the dates, add a unit, or split to the counties.",
    )
    requires = ("edges",)

    def check(self, checked: Checked) -> Iterator[Finding]:
        shared: dict[str, list[Edge]] = {}
        for edge in checked.plan.edges:
            if edge.kind is EdgeKind.SHARES and edge.spans:
                shared.setdefault(edge.target, []).append(edge)
        for other, edges in shared.items():
            sources = [edge.source for edge in edges]
            yield self.finding(edges[0].spans[-1], other, why=edges[0].why, all="、".join([*sources, other]))
