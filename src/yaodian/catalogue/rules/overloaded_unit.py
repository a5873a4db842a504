"""单位负荷过重: lint rule YD504."""

from __future__ import annotations

from collections.abc import Iterator

from yaodian.declare.rule import Checked, Rule
from yaodian.domain.finding import Finding, Severity, Words
from yaodian.domain.plan import Edge, EdgeKind


class OverloadedUnit(Rule):
    """{why}"""

    label = "单位负荷过重"
    code = "YD504"
    severity = Severity.WARNING
    english = "{one} and {count} other measures draw on the same unit."
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
        first: dict[str, Edge] = {}
        counts: dict[str, int] = {}
        for edge in checked.plan.edges:
            if edge.kind is EdgeKind.SHARES and edge.spans:
                counts[edge.source] = counts.get(edge.source, 0) + 1
                first.setdefault(edge.source, edge)
        for source, edge in first.items():
            yield self.finding(edge.spans[0], source, why=edge.why, one=source, count=counts[source])
