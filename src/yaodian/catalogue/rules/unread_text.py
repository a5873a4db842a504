"""未读懂的文字: lint rule YD603."""

from __future__ import annotations

from collections.abc import Iterator

from yaodian.declare.rule import Checked, Rule
from yaodian.domain.finding import Finding, Severity, Words


class UnreadText(Rule):
    """有一段文字没有读懂，原样保留：“{words}”"""

    label = "未读懂的文字"
    code = "YD603"
    severity = Severity.INFO
    english = "No rule understood these words; they are kept as they stand: “{words}”"
    reference = "plan style: what a promise needs to be kept"
    why = Words(
        "没有读懂的文字不会变成任务，可能漏掉承诺。",
        "What was not understood becomes no task; a promise may be lost.",
    )
    repair = Words(
        "检查是否缺少序号或标点；不是任务的可以不管。",
        "See whether a number or a stop is missing; leave it if it is no task.",
    )

    def check(self, checked: Checked) -> Iterator[Finding]:
        for span in checked.plan.unread:
            words = " ".join(span.of(checked.plan.source.text).split())
            if len(words) > 4:
                yield self.finding(span, None, words=words if len(words) <= 40 else words[:40] + "…")
