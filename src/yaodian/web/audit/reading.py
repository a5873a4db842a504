"""审计查看: rows of the audit, newest first, and what is known of the chain."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from yaodian.web.audit.chain import unsealed, verify
from yaodian.web.audit.models import AuditRow, Head, Root
from yaodian.web.audit.recording import record
from yaodian.web.clock import HERE

CHAIN, VERIFY = "audit", "verify_audit"


@dataclass(frozen=True, slots=True)
class Chain:
    """The chain: rows sealed and waiting, its end, the newest roots, and when it was last verified with what result."""

    sealed: int
    waiting: int
    digest: str
    roots: Sequence[Root]
    verified_at: datetime | None
    fault: str


def rows_before(
    cursor: int | None, many: int, *, actor: str = "", act: str = "", subject: str = "", day: date | None = None
) -> list[AuditRow]:
    """At most so many rows older than a row, newest first; of an actor, an act, a subject, a day in Shanghai."""
    wanted: dict[str, Any] = {"actor": actor, "act": act, "subject": subject}
    rows = AuditRow.objects.filter(**{name: value for name, value in wanted.items() if value})
    if day is not None:
        begin = datetime.combine(day, time(), HERE)
        rows = rows.filter(at__gte=begin, at__lt=begin + timedelta(days=1))
    return list((rows.filter(pk__lt=cursor) if cursor else rows).order_by("-pk")[:many])


def data_of(row: AuditRow) -> dict[str, Any]:
    """What a row tells besides its columns; of one that was tampered with, whatever stands there now."""
    try:
        told = json.loads(row.body)[-1]
    except (ValueError, LookupError):
        told = None
    return told if isinstance(told, dict) else {"body": row.body}


def verified(*, actor: str, at: datetime) -> str:
    """Walk the whole chain; "" where it holds, else its first fault. That it was walked is a row itself."""
    fault = verify()
    told = fault.zh if fault else ""
    record(actor=actor, act=VERIFY, subject=CHAIN, at=at, fault=told)
    return told


def chain() -> Chain:
    """What is known of the chain without walking it."""
    head = Head.objects.filter(pk=1).first()
    last = AuditRow.objects.filter(subject=CHAIN, act=VERIFY).order_by("-at").first()
    return Chain(
        head.place if head else 0, unsealed(), head.digest if head else "", Root.objects.order_by("-day")[:7],
        last.at if last else None, data_of(last).get("fault", "") if last else "",
    )  # fmt: skip
