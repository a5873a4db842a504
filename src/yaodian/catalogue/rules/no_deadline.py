"""无时限: lint rule YD201."""

from __future__ import annotations

from collections.abc import Iterator

from yaodian.declare.kind import Kind, Need
from yaodian.declare.rule import Checked, Rule
from yaodian.domain.finding import Finding, Severity, Words


class NoDeadline(Rule):
    """任务{no}有{count}项举措没有时限，只能按年底计。"""

    label = "无时限"
    code = "YD201"
    severity = Severity.WARNING
    english = "Task {no}: measures without a deadline: {count}; the year's end is assumed."
    reference = "plan style: what a promise needs to be kept"
    why = Words(
        "没有时限就没有提醒，等到年底才知道没做。",
        "Without a date nothing can be reminded; that it was not done shows at the year's end.",
    )
    repair = Words(
        "写明完成时间，例如“6月底前”；全年性工作写明每季度的节点。",
        "Say by when, as in 6月底前; for work of the whole year, the mark of each quarter.",
    )

    def check(self, checked: Checked) -> Iterator[Finding]:
        needing = {kind.id for kind in checked.catalogue.of(Kind).values() if Need.DEADLINE in kind.needs}
        for task in checked.plan.tasks:
            if task.deadlines:
                continue
            open_ended = [m for m in task.measures if m.kind in needing and not m.deadlines]
            if open_ended:
                yield self.finding(task.title_span, task.path, no=task.no, count=len(open_ended))
