"""牵头又配合: lint rule YD104."""

from __future__ import annotations

from collections.abc import Iterator

from yaodian.declare.rule import Checked, Rule
from yaodian.domain.finding import Finding, Fix, Severity, Words
from yaodian.domain.plan import Role


class LeadAlsoSupports(Rule):
    """任务{no}中“{unit}”既牵头又配合。"""

    label = "牵头又配合"
    code = "YD104"
    severity = Severity.WARNING
    english = "Task {no}: “{unit}” both leads and supports."
    reference = "plan style: what a promise needs to be kept"
    why = Words(
        "同一单位两种角色，签收和考核时说不清。",
        "One unit in two roles cannot be held to either.",
    )
    repair = Words(
        "删去配合单位中的“{unit}”。",
        "Delete “{unit}” from the supporting units.",
    )

    def check(self, checked: Checked) -> Iterator[Finding]:
        for task in checked.plan.tasks:
            leads = {d.unit for d in task.duties if d.role is Role.LEAD}
            for duty in task.duties:
                if duty.role is Role.SUPPORT and duty.unit in leads:
                    yield self.finding(duty.span, task.path, no=task.no, unit=duty.unit, fix=Fix(duty.span, ""))
