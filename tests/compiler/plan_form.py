"""The plan form `yaodian.plan/1` of a plan, as far as scoring reads it."""

from __future__ import annotations

from typing import Any

from yaodian.domain.plan import Action, Deadline, Measure, Plan, Task
from yaodian.domain.text import Span


def plan_form(plan: Plan) -> dict[str, Any]:
    return {
        "schema": "yaodian.plan/1",
        "source": plan.source.name,
        "text_sha256": plan.source.sha256,
        "title": plan.title,
        "year": plan.year,
        "sections": [{"no": s.no, "title": s.title, **_at(s.span)} for s in plan.sections],
        "tasks": [_task(task) for task in plan.tasks],
    }


def _at(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}


def _task(task: Task) -> dict[str, Any]:
    return {
        "path": task.path,
        "no": task.no,
        "section": task.section,
        "title": task.title,
        **_at(task.span),
        "duties": [{"unit": d.unit, "role": d.role.value, **_at(d.span)} for d in task.duties],
        "deadlines": [_deadline(d) for d in task.deadlines],
        "measures": [_measure(m) for m in task.measures],
    }


def _measure(measure: Measure) -> dict[str, Any]:
    return {
        "mark": measure.mark,
        "text": measure.text,
        **_at(measure.span),
        "kind": measure.kind,
        "actions": [_action(a) for a in measure.actions],
        "documents": [{"title": d.title, "role": d.role.value, **_at(d.span)} for d in measure.documents],
        "platforms": [{"title": p.title, **_at(p.span)} for p in measure.platforms],
        "periods": [{"span": p.words, **_at(p.span)} for p in measure.periods],
        "deadlines": [_deadline(d) for d in measure.deadlines],
    }


def _action(action: Action) -> dict[str, Any]:
    targets = [
        {
            "span": t.words,
            "op": t.op.value,
            "value": list(t.value) if isinstance(t.value, tuple) else t.value,
            "unit": t.unit,
            **_at(t.span),
        }
        for t in action.targets
    ]
    return {"verb": action.verb, "object": action.object, **_at(action.span), "targets": targets}


def _deadline(deadline: Deadline) -> dict[str, Any]:
    return {"span": deadline.words, "due": deadline.due.isoformat() if deadline.due else None, **_at(deadline.span)}
