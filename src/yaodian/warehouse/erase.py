"""删除: a person's private record is destroyed for good; the counts that it was part of stay what they were."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime

import pyarrow as pa
import pyarrow.compute as pc

from yaodian.declare.register import Register
from yaodian.domain.access import Action, Actor, Purpose, Records, can
from yaodian.warehouse.audit import Audit, AuditEntry
from yaodian.warehouse.draft import Draft
from yaodian.warehouse.lock import writer
from yaodian.warehouse.records import AccessDenied
from yaodian.warehouse.release import Release, current
from yaodian.warehouse.store import Warehouse
from yaodian.warehouse.upkeep import sweep_vault


def erase_records(
    warehouse: Warehouse,
    actor: Actor,
    register: type[Register],
    record_keys: Sequence[bytes],
    *,
    city: str,
    on: date,
    audit: Audit,
    reason: str,
    now: datetime | None = None,
) -> Release:
    """Destroy the vault rows of these records, with every older vault file that held them. Audited before it happens.

    The register keeps its rows, which name no one any more. If the source states the person again, that is a new record.
    """
    decision = can(actor, Action.ERASE, Records(register.id, (city,), label=register.label), Purpose.ERASURE, on)
    with writer(warehouse.folder, f"erase for {actor.id}"):
        before = current(warehouse.folder)
        at = (now or datetime.now(UTC)).astimezone(UTC)
        asked = (at, actor.id, Action.ERASE, Purpose.ERASURE, register.id, (city,), ())
        audit.record(AuditEntry(*asked, before.id, decision.is_allowed, reason))
        if not decision.is_allowed:
            raise AccessDenied(decision.words)
        return _without(warehouse, register, record_keys, Draft.after(warehouse.folder, warehouse.keys, before, now))


def _without(warehouse: Warehouse, register: type[Register], record_keys: Sequence[bytes], draft: Draft) -> Release:
    """The release whose vault lacks these records; the one before where it held none of them."""
    files = draft.before.vault.get(register.id, ())
    if not files:
        return draft.before
    rows = warehouse.vault.read_whole(files)
    kept = rows.filter(pc.invert(pc.is_in(rows["record_key"], value_set=pa.array(record_keys, pa.binary()))))
    if kept.num_rows == rows.num_rows:
        return draft.before
    draft.hold_private(register.id, warehouse.vault.write(register.id, kept.schema, [kept]))
    release = draft.finish()
    sweep_vault(warehouse.folder, release)
    return release
