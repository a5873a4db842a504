"""要求学校或教师报送: lint rule YD701."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yaodian.declare.rule import Checked, Rule
from yaodian.domain.finding import Finding, Severity, Words
from yaodian.domain.text import Span

REPORT = re.compile(r"报送|上报|填报|报表|打卡|留痕|签到|周报|月报|日报|零报告|建立台账|档案材料|个人年度报告")
ASKED = re.compile(r"学校|教师|师生|班主任|幼儿园")


class AsksForReports(Rule):
    """举措{address}要学校或教师报送材料（{words}），会增加负担。"""

    label = "要求学校或教师报送"
    code = "YD701"
    severity = Severity.WARNING
    english = "Measure {address} asks schools or teachers for reports ({words}); that is a burden."
    reference = "plan style: what a promise needs to be kept"
    why = Words(
        "同一数据只应采集一次，教师默认不填表。",
        "A value is asked for once, and teachers fill in nothing by default.",
    )
    repair = Words(
        "先查有没有登记簿已有该数据；确需报送的，写明内容、次数和依据。",
        "See whether a register holds it; if not, say what, how often and on what ground.",
    )

    def check(self, checked: Checked) -> Iterator[Finding]:
        for address, _, measure in checked.plan.measures():
            match = REPORT.search(measure.text)
            if match and ASKED.search(measure.text):
                start = measure.span.start + match.start()
                yield self.finding(Span(start, start + len(match[0])), address, address=address, words=match[0])
