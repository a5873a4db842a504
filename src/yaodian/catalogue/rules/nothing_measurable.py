"""不可度量: lint rule YD301."""

from __future__ import annotations

from collections.abc import Iterator

from yaodian.declare.rule import Checked, Rule
from yaodian.domain.finding import Finding, Severity, Words

VAGUE = {"routine", "campaign"}


class NothingMeasurable(Rule):
    """任务{no}“{title}”没有一项可以度量：没有数量、文件、会议或项目。"""

    label = "不可度量"
    code = "YD301"
    severity = Severity.WARNING
    english = "Nothing in task {no} “{title}” can be measured: no number, document, event or project."
    reference = "plan style: what a promise needs to be kept"
    why = Words(
        "年底无法判断做没做、做得怎样。",
        "At the year's end nobody can tell whether and how well it was done.",
    )
    repair = Words(
        "至少给出一个成效标志：数量、文件、对象范围或指标。",
        "Give at least one mark of success: a number, a document, a cohort or an indicator.",
    )

    def check(self, checked: Checked) -> Iterator[Finding]:
        for task in checked.plan.tasks:
            kinds = {m.kind for m in task.measures}
            if task.measures and kinds <= VAGUE and not any(m.targets for m in task.measures):
                yield self.finding(task.title_span, task.path, no=task.no, title=task.title)
