"""检查: every rule of the catalogue held against a plan."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial

from yaodian.compiler.resolve.candidates import nearest_in_words
from yaodian.compiler.uncollected import uncollected
from yaodian.declare.catalogue import Catalogue
from yaodian.declare.indicator import Indicator
from yaodian.declare.rule import Checked, Rule
from yaodian.domain.bureau import Bureau
from yaodian.domain.finding import Finding, Severity, Words
from yaodian.domain.plan import Plan
from yaodian.domain.text import Span

_LACKING: Mapping[str, Words] = {
    "units": Words("没有本局的单位名录", "the bureau's list of units is not there"),
    "calendar": Words("没有校历和节假日表", "there is no calendar of terms and holidays"),
    "indicators": Words("没有声明任何指标", "no indicator is declared"),
    "edges": Words("举措之间的关联还没有建立", "the measures have not been linked"),
}


@uncollected
def lint(plan: Plan, catalogue: Catalogue, bureau: Bureau | None = None, linked: bool = True) -> tuple[Finding, ...]:
    """Findings in the order of the text. A rule that lacks what it needs is reported as not checked, never left out.

    The bureau's settings change a rule's severity; an `ignore` in the plan file silences a rule at its place.
    """
    nearest = partial(nearest_in_words, tuple(catalogue.of(Indicator).values()))
    checked = Checked(plan, catalogue, bureau, nearest)
    there = _what_is_there(catalogue, bureau, linked)
    ignored = _ignored(plan)
    findings: list[Finding] = []
    for rule in catalogue.of(Rule).values():
        lacking = [name for name in rule.requires if name not in there]
        found = _not_checked(rule, lacking) if lacking else rule().check(checked)
        severity = bureau.severities.get(rule.code) if bureau else None
        for finding in found:
            if (finding.path, finding.code) in ignored:
                continue
            judged = severity is not None and finding.severity is not Severity.NOT_CHECKED
            findings.append(replace(finding, severity=severity) if judged and severity is not None else finding)
    return tuple(sorted(findings, key=lambda f: (f.severity is Severity.NOT_CHECKED, f.span, f.code)))


def _what_is_there(catalogue: Catalogue, bureau: Bureau | None, linked: bool) -> set[str]:
    there = {"edges"} if linked else set()
    if bureau and bureau.units:
        there.add("units")
    if bureau and bureau.calendar:
        there.add("calendar")
    if catalogue.of(Indicator):
        there.add("indicators")
    return there


def _not_checked(rule: type[Rule], lacking: list[str]) -> Iterator[Finding]:
    zh, en = "，".join(_LACKING[n].zh for n in lacking), ", ".join(_LACKING[n].en for n in lacking)
    message = Words(f"未检查“{rule.label}”：{zh}。", f"“{rule.id}” was not checked: {en}.")
    repair = Words("补上后再检查一次。", "Add it and check again.")
    yield Finding(rule.code, Severity.NOT_CHECKED, message, rule.why, repair, Span(0, 0))


def _ignored(plan: Plan) -> set[tuple[str | None, str]]:
    """(address, code) of what the plan file says to ignore; a task's ignore holds for its measures too."""
    ignored: set[tuple[str | None, str]] = set()
    for task in plan.tasks:
        ignored |= {(task.path, code) for code in task.ignores}
    for address, task, measure in plan.measures():
        ignored |= {(address, code) for code in (*task.ignores, *measure.ignores)}
    return ignored
