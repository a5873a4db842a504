"""入册: a step that a kind records gives its register a row, once; the register's own checks hold for it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from yaodian.declare.kind import Kind
from yaodian.domain.entry import Act
from yaodian.domain.finding import Refusal, Words
from yaodian.web.accounts.simulated import must_suit
from yaodian.web.clock import day_of
from yaodian.web.work.models import EntryRow, RecordedStep
from yaodian.workspace.plans import shipped_catalogue
from yaodian.workspace.rows_of_work import record_rows, row_fault


def must_fit(kind: str, data: Mapping[str, Any]) -> None:
    """Refuse the row of a step that its register could never take; Refusal with the column and the repair."""
    if "row" not in data:
        return
    declared = shipped_catalogue().of(Kind)[kind]
    if declared.records is None:
        raise Refusal(
            Words(
                f"“{declared.label}”不登入登记簿，不带row", f"{declared.id} records in no register: leave out the row"
            )
        )
    if fault := row_fault(declared.records, data["row"]):
        raise Refusal(fault)


def register_steps(*, records: Path, at: datetime) -> tuple[int, list[Words]]:
    """Give the registers the rows of all steps that were reached and not yet recorded; how many were taken, and why others
    were not. Done again it gives nothing twice. Refusal for simulated steps in real registers."""
    must_suit(records)
    waiting: dict[str, list[EntryRow]] = {}
    kinds = shipped_catalogue().of(Kind)
    steps = EntryRow.objects.filter(act=Act.STEP.value, recorded=None, data__has_key="row").select_related("item")
    for step in steps.order_by("pk"):
        if (register := kinds[step.item.kind].records) is not None:
            waiting.setdefault(register, []).append(step)
    taken, faults = 0, list[Words]()
    for register, rows in waiting.items():
        done = record_rows(records, register, [row.data["row"] for row in rows], day_of(at))
        made = [RecordedStep(entry=rows[n], register=register, release=done.release, at=at) for n in sorted(done.taken)]
        RecordedStep.objects.bulk_create(made)
        taken += len(made)
        faults += done.faults
    return taken, faults
