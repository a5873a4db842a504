"""Findings as text: place, what, why, how to repair; worst first within the order of the text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import click

from yaodian.cli.language import say
from yaodian.domain.finding import Finding, Severity
from yaodian.domain.plan import Plan
from yaodian.domain.text import Format

COLOURS = {
    Severity.ERROR: "red",
    Severity.WARNING: "yellow",
    Severity.INFO: "cyan",
    Severity.NOT_CHECKED: "bright_black",
}
LABELS = {
    Severity.ERROR: ("错误", "error"),
    Severity.WARNING: ("警告", "warning"),
    Severity.INFO: ("提示", "info"),
    Severity.NOT_CHECKED: ("未检查", "not checked"),
}


def findings_as_text(plan: Plan, findings: Iterable[Finding], lang: str, colour: bool = False) -> str:
    """Each finding on two lines; the counts last."""
    findings = list(findings)
    lines: list[str] = []
    for finding in findings:
        line, column = plan.source.line_and_column(finding.span.start)
        label = say(*LABELS[finding.severity])
        head = click.style(label, fg=COLOURS[finding.severity]) if colour else label
        where = say(f"第{line}行第{column}字", f"line {line}, column {column}")
        if plan.source.format is Format.PLAN:
            where = finding.path or ""  # the lines of the text inside a plan file are not those of the file
        if finding.severity is Severity.NOT_CHECKED:
            lines.append(f"{finding.code} {head}  {finding.message.lang(lang)}")
            continue
        lines.append(f"{finding.code} {head}  {where}  {finding.message.lang(lang)}")
        lines.append(f"      {finding.why.lang(lang)}{say('', ' ')}{finding.repair.lang(lang)}")
    return "\n".join([*lines, counts_of(findings)])


def counts_of(findings: Iterable[Finding]) -> str:
    """How many of each severity, in one sentence."""
    counts = Counter(f.severity for f in findings)
    if not counts:
        return say("没有发现问题。", "No findings.")
    parts = [say(f"{LABELS[s][0]} {counts[s]}", f"{counts[s]} {LABELS[s][1]}") for s in sorted(counts, reverse=True)]
    return say("、".join(parts) + "。", ", ".join(parts) + ".")
