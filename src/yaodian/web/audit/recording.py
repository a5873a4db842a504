"""留痕: a row is written in the transaction of the act it records, or before the first row of a read leaves."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from django.db import transaction

from yaodian.web.audit.models import ActorCount, AuditRow

Data = Mapping[str, Any]


def body_of(at: datetime, actor: str, number: int, act: str, subject: str, purpose: str, data: Data) -> str:
    """The canonical text of a row, a JSON list: the same act always gives the same."""
    told = json.dumps(dict(data), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return f"{beginning_of(at, actor, number, act, subject, purpose)}{told}]"


def beginning_of(at: datetime, actor: str, number: int, act: str, subject: str, purpose: str) -> str:
    """The canonical text up to the data."""
    told = [at.astimezone(UTC).isoformat(timespec="microseconds"), actor, number, act, subject, purpose]
    return _COMPACT(told)[:-1] + ","


_COMPACT = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


@dataclass(frozen=True, slots=True)
class Told:
    """An act to be recorded."""

    actor: str
    at: datetime
    act: str
    subject: str
    purpose: str = ""
    data: Data = field(default_factory=dict)


def record(*, actor: str, act: str, subject: str, at: datetime, purpose: str = "", **data: Any) -> AuditRow:
    """Add one row; it commits or vanishes with the transaction it stands in."""
    return record_all([Told(actor, at, act, subject, purpose, data)])[0]


def record_all(acts: Sequence[Told]) -> list[AuditRow]:
    """Add rows in their order. Two writers of one actor wait for each other, so that its rows are numbered without a gap."""
    actors = sorted({told.actor for told in acts})
    with transaction.atomic():
        ActorCount.objects.bulk_create([ActorCount(actor=actor) for actor in actors], ignore_conflicts=True)
        counts = {count.actor: count for count in _locked(actors)}
        rows = []
        for told in acts:
            counts[told.actor].rows += 1
            number = counts[told.actor].rows
            body = body_of(told.at, told.actor, number, told.act, told.subject, told.purpose, told.data)
            rows.append(
                AuditRow(
                    at=told.at, actor=told.actor, actor_number=number, act=told.act, subject=told.subject,
                    purpose=told.purpose, body=body,
                )
            )  # fmt: skip
        ActorCount.objects.bulk_update(counts.values(), ["rows"], batch_size=400)
        return AuditRow.objects.bulk_create(rows, batch_size=500)


def _locked(actors: Sequence[str]) -> list[ActorCount]:
    """The counts of actors, held until the transaction ends, always taken in the same order."""
    return list(ActorCount.objects.select_for_update().filter(actor__in=actors).order_by("actor"))


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
