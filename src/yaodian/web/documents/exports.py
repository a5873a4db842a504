"""导出: a unit's ledger and its form of due items as workbooks; the audit names each before it leaves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from pathlib import Path

from yaodian.web.accounts.models import Account
from yaodian.web.audit.recording import record
from yaodian.web.clock import day_of
from yaodian.web.documents.due_forms import due_form
from yaodian.web.documents.ledgers import unit_called, unit_ledger
from yaodian.workspace.plans import shipped_catalogue
from yaodian.workspace.publish.due_workbook import write_due_form
from yaodian.workspace.publish.ledger_workbook import write_ledger

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True, slots=True)
class Book:
    """A workbook to be saved under a name; how many rows it holds."""

    name: str
    content: bytes
    rows: int


def ledger_book(*, account: Account, unit: str, at: datetime, records: Path | None = None) -> Book:
    """The unit's ledger; NotAllowed where the account's duties do not reach the unit."""
    on, out = day_of(at), BytesIO()
    made, names = unit_ledger(account, unit, on, records)
    name = unit_called(unit, on).name
    write_ledger(out, made, name, shipped_catalogue(), names)
    record(actor=account.login, act="export:ledger", subject=f"unit:{unit}", at=at, rows=len(made.rows))
    return Book(f"{name}-{on}-台账.xlsx", out.getvalue(), len(made.rows))


def due_form_book(*, account: Account, unit: str, at: datetime, records: Path | None = None) -> Book:
    """The form of the unit's due items; NotAllowed where the account's duties do not reach the unit."""
    on, out = day_of(at), BytesIO()
    form = due_form(account, unit, on, records)
    write_due_form(out, form)
    record(actor=account.login, act="export:due_form", subject=f"unit:{unit}", at=at, rows=len(form.rows))
    return Book(f"{form.name}-{on}-待办表.xlsx", out.getvalue(), len(form.rows))
