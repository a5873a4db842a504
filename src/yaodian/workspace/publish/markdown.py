"""Markdown: sections and tasks as headings, each task's measures as a table, the findings at the end."""

from __future__ import annotations

import re
from collections.abc import Sequence

from yaodian.declare.catalogue import Catalogue
from yaodian.domain.finding import Finding, Words
from yaodian.domain.plan import Plan
from yaodian.workspace.publish.breakdown import Row, breakdown, task_runs
from yaodian.workspace.publish.wording import SEVERITIES

HEAD = Words(
    "举措 类型 量化目标 完成时限 依据文件 平台 备注", "Measure Kind Targets Deadline Documents Platforms Remarks"
)


def plan_as_markdown(plan: Plan, findings: Sequence[Finding], catalogue: Catalogue, lang: str = "zh") -> str:
    """The breakdown in GitHub's Markdown; nothing of the plan's words is taken for markup."""
    rows = breakdown(plan, findings, catalogue, lang)
    lines = [f"# {_words(plan.title or plan.source.name)}", ""]
    section = ""
    for first, last in task_runs(rows):
        if rows[first].section != section:
            section = rows[first].section
            lines += [f"## {_words(section)}", ""]
        lines += _task(rows[first : last + 1], lang)
    if findings:
        lines += [f"## {Words('问题', 'Findings').lang(lang)}", "", *_findings(plan, findings, lang), ""]
    return "\n".join(lines)


def _task(rows: Sequence[Row], lang: str) -> list[str]:
    lead, others = Words("牵头单位", "Lead").lang(lang), Words("配合/责任单位", "Support / responsible").lang(lang)
    owners = [f"{label}：{_words(names)}" for label, names in ((lead, rows[0].lead), (others, rows[0].others)) if names]
    head = HEAD.lang(lang).split()
    lines = [f"### {_words(rows[0].task)}", "", *(["　".join(owners), ""] if owners else [])]
    lines += [_line(head), _line(["---"] * len(head))]
    for row in rows:
        cells = (row.measure, row.kind, row.targets, row.due, row.documents, row.platforms, row.remarks)
        lines.append(_line([_words(cell) for cell in cells]))
    return [*lines, ""]


def _findings(plan: Plan, findings: Sequence[Finding], lang: str) -> list[str]:
    line = Words("第 {} 行", "line {}").lang(lang)
    return [
        f"- **{finding.code}** {SEVERITIES[finding.severity].lang(lang)}　"
        f"{line.format(plan.source.line_and_column(finding.span.start)[0])}　"
        f"{_words(finding.message.lang(lang))} {_words(finding.repair.lang(lang))}"
        for finding in findings
    ]


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _words(text: str) -> str:
    flat = re.sub(r"\s+", " ", text).strip()
    flat = re.sub(r"([\\`*_{}\[\]<>|~$&])", r"\\\1", flat)
    return re.sub(r"^(\d+)([.)])(?= |$)|^([#+=-])", lambda m: f"{m[1]}\\{m[2]}" if m[1] else f"\\{m[3]}", flat)
