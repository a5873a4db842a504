"""JSON: the plan form `yaodian.plan/1`. Offsets count code points of the source text; no ids stand in it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from yaodian.domain.finding import Finding, Severity
from yaodian.domain.plan import (
    Action,
    Deadline,
    Document,
    Duty,
    Edge,
    Goal,
    Measure,
    Period,
    Plan,
    Platform,
    Target,
    Task,
)
from yaodian.domain.text import Format, Source, Span

SCHEMA = "yaodian.plan/1"


def plan_as_json(plan: Plan, findings: Iterable[Finding] = (), lang: str = "zh") -> dict[str, Any]:
    """The plan as plain lists and dicts, ready for `json.dumps`."""
    return {
        "schema": SCHEMA,
        "source": plan.source.name,
        "text_sha256": plan.source.sha256,
        "title": plan.title,
        "year": plan.year,
        "published": plan.published,
        "sections": [{"no": s.no, "title": s.title, **_at(s.span)} for s in plan.sections],
        "tasks": [_task(task, plan.source) for task in plan.tasks],
        "goals": [_goal(goal) for goal in plan.goals],
        "edges": [_edge(edge) for edge in plan.edges],
        "diagnostics": [_diagnostic(finding, plan.source, lang) for finding in findings],
    }


def _at(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}


def _task(task: Task, source: Source) -> dict[str, Any]:
    return {
        "path": task.path,
        "no": task.no,
        "section": task.section,
        "title": task.title,
        **_at(task.span),
        "duties": [_duty(duty) for duty in task.duties],
        "deadlines": [_deadline(deadline) for deadline in task.deadlines],
        "measures": [_measure(measure, source) for measure in task.measures],
    }


def _measure(measure: Measure, source: Source) -> dict[str, Any]:
    return {
        "mark": measure.mark,
        "text": words_of(measure, source),
        **_at(measure.span),
        "kind": measure.kind,
        "kinds": [[ranked.kind, ranked.score] for ranked in measure.kinds],
        "actions": [_action(action) for action in measure.actions],
        "documents": [_document(document) for document in measure.documents],
        "platforms": [_platform(platform) for platform in measure.platforms],
        "periods": [_period(period) for period in measure.periods],
        "deadlines": [_deadline(deadline) for deadline in measure.deadlines],
    }


def words_of(measure: Measure, source: Source) -> str:
    """The measure's words: those of its span, and in a plan file, which may have been edited, those of the file."""
    return measure.text if source.format is Format.PLAN or not measure.span else measure.span.of(source.text)


def _action(action: Action) -> dict[str, Any]:
    targets = [_target(target) for target in action.targets]
    return {"verb": action.verb, "object": action.object, **_at(action.span), "targets": targets}


def _target(target: Target) -> dict[str, Any]:
    value = list(target.value) if isinstance(target.value, tuple | list) else target.value
    said = {"span": target.words, "op": target.op.value, "value": value, "unit": target.unit, **_at(target.span)}
    return said | ({"indicator": target.indicator} if target.indicator else {})


def _duty(duty: Duty) -> dict[str, Any]:
    return {"unit": duty.unit, "role": duty.role.value, "unit_id": duty.unit_id, **_at(duty.span)}


def _deadline(deadline: Deadline) -> dict[str, Any]:
    due = deadline.due.isoformat() if deadline.due else None
    return {"span": deadline.words, "due": due, "every": deadline.every, **_at(deadline.span)}


def _document(document: Document) -> dict[str, Any]:
    return {"title": document.title, "role": document.role.value, **_at(document.span)}


def _platform(platform: Platform) -> dict[str, Any]:
    return {"title": platform.title, "platform_id": platform.platform_id, **_at(platform.span)}


def _period(period: Period) -> dict[str, Any]:
    return {"span": period.words, **_at(period.span)}


def _goal(goal: Goal) -> dict[str, Any]:
    return {"text": goal.words, "section": goal.section, "tasks": list(goal.tasks), **_at(goal.span)}


def _edge(edge: Edge) -> dict[str, Any]:
    spans = [_at(span) for span in edge.spans]
    return {"kind": edge.kind.value, "from": edge.source, "to": edge.target, "why": edge.why, "spans": spans}


def _diagnostic(finding: Finding, source: Source, lang: str) -> dict[str, Any]:
    line, column = source.line_and_column(finding.span.start)
    return {
        "code": finding.code,
        "severity": max(finding.severity, Severity.INFO).label,
        "checked": finding.severity is not Severity.NOT_CHECKED,
        "message": finding.message.lang(lang),
        "hint": finding.repair.lang(lang),
        "why": finding.why.lang(lang),
        "path": finding.path,
        **_at(finding.span),
        "line": line,
        "column": column,
    }
