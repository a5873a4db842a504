"""文件无起草人或时间: lint rule YD401."""

from __future__ import annotations

from collections.abc import Iterator

from yaodian.declare.rule import Checked, Rule
from yaodian.domain.finding import Finding, Severity, Words
from yaodian.domain.plan import DocumentRole, Role

DRAFTER, DATE = Words("起草单位", "a drafting unit"), Words("时间", "a date")


class DocumentWithoutDrafter(Rule):
    """举措{address}要出台《{title}》，没有写明{lacks}。"""

    label = "文件无起草人或时间"
    code = "YD401"
    severity = Severity.WARNING
    english = "Measure {address} promises the document 《{title}》 without {lacks_en}."
    reference = "plan style: what a promise needs to be kept"
    why = Words(
        "几家共同负责的文件常常没有人动笔，没有时间就一拖到底。",
        "A document of several units is written by none, and without a date it is put off.",
    )
    repair = Words(
        "写明起草单位和印发时间。",
        "Name the unit that drafts it and the date of issue.",
    )

    def check(self, checked: Checked) -> Iterator[Finding]:
        for address, task, measure in checked.plan.measures():
            drafters = [d for d in task.duties if d.role is Role.LEAD] or [
                d for d in task.duties if d.role is Role.RESPONSIBLE
            ]
            lacks = ([] if len(drafters) == 1 else [DRAFTER]) + ([] if measure.deadlines or task.deadlines else [DATE])
            for document in measure.documents:
                if lacks and document.role in (DocumentRole.DRAFT, DocumentRole.PUBLISH):
                    zh, en = "、".join(w.zh for w in lacks), " and ".join(w.en for w in lacks)
                    yield self.finding(
                        document.span, address, address=address, title=document.title, lacks=zh, lacks_en=en
                    )
