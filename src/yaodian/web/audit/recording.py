"""留痕: a row is written in the transaction of the act it records, or before the first row of a read leaves."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from django.db import transaction
from django.db.models import F

from yaodian.web.audit.models import ActorCount, AuditRow

Data = Mapping[str, Any]


def body_of(at: datetime, actor: str, number: int, act: str, subject: str, purpose: str, data: Data) -> str:
    """The canonical text of a row: the same act always gives the same."""
    told = [at.astimezone(UTC).isoformat(timespec="microseconds"), actor, number, act, subject, purpose, dict(data)]
    return json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def record(*, actor: str, act: str, subject: str, at: datetime, purpose: str = "", **data: Any) -> AuditRow:
    """Add one row; it commits or vanishes with the transaction it stands in."""
    return record_all(actor, at, [(act, subject, purpose, data)])[0]


def record_all(actor: str, at: datetime, acts: Sequence[tuple[str, str, str, Data]]) -> list[AuditRow]:
    """Add rows of one actor, each (act, subject, purpose, data), in their order."""
    with transaction.atomic():
        ActorCount.objects.get_or_create(actor=actor)
        ActorCount.objects.filter(actor=actor).update(rows=F("rows") + len(acts))
        last = ActorCount.objects.values_list("rows", flat=True).get(actor=actor)
        rows = []
        for number, (act, subject, purpose, data) in enumerate(acts, start=last - len(acts) + 1):
            body = body_of(at, actor, number, act, subject, purpose, data)
            rows.append(
                AuditRow(at=at, actor=actor, actor_number=number, act=act, subject=subject, purpose=purpose, body=body)
            )
        return AuditRow.objects.bulk_create(rows, batch_size=500)


class DatabaseAudit:
    """The audit of reads of registers, kept in the database: each row is committed before the read goes on."""

    def record(self, entry: Any) -> None:
        """Keep an entry of the warehouse's audit (its `canonical` text and its columns)."""
        told = json.loads(entry.canonical())
        with transaction.atomic(durable=True):
            record(
                actor=entry.actor, act=entry.action, subject=f"register:{entry.register}", at=entry.at,
                purpose=entry.purpose, read=told,
            )  # fmt: skip
