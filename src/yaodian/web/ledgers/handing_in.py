"""交回表格: filled forms tried before they count. What was handed over is kept in the store of files, which sweeps away after
a day what no entry names; a form is tried by taking it in and taking that back, so what is shown is what will happen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.db import transaction

from yaodian.domain.finding import Refusal, Words
from yaodian.web.accounts.models import Account
from yaodian.web.accounts.policy import standing
from yaodian.web.audit.recording import record
from yaodian.web.clock import day_of
from yaodian.web.documents.due_forms import TakenIn, take_in
from yaodian.web.installation import files
from yaodian.web.ledgers.models import HandedIn
from yaodian.web.notices.informing import inform_reviewers
from yaodian.workspace.due_form import Cell, DueForm, DueRow
from yaodian.workspace.due_reading import read_due_form
from yaodian.workspace.evidence.checking import checked
from yaodian.workspace.evidence.media import Media
from yaodian.workspace.evidence.names import kept_name

MOST_FILES = 10


@dataclass(frozen=True, slots=True)
class Given:
    """A form that was handed over: whose it is, its name, and the hash under which it is kept."""

    unit: str
    name: str
    sha256: str

    @property
    def told(self) -> list[str]:
        return [self.unit, self.name, self.sha256]


@dataclass
class Tried:
    """What would come of forms, one after the other: rows first reported, reported anew, left as they are, and not taken."""

    new: int = 0
    changed: int = 0
    same: int = 0
    wrong: DueForm | None = None
    files: list[Given] = field(default_factory=list)

    @property
    def faulty(self) -> Sequence[DueRow]:
        return self.wrong.rows if self.wrong else ()


def give(*, account: Account, name: str, data: bytes, at: datetime) -> Given:
    """Look at an uploaded form and keep it; Refusal where it is none, is hostile, or of a unit that one does not act for."""
    file = checked(data, name)
    if file.media is not Media.XLSX:
        raise Refusal(Words(f"“{name}”不是工作簿，请交 xlsx 文件", f"{name} is no workbook: give an xlsx"))
    with _on_disk(kept_name(name, file.media), file.data) as path:
        unit = read_due_form(path).unit
    standing(account, day_of(at)).hand_for(unit)
    return Given(unit, kept_name(name, file.media), files().put(file))


def tried(*, account: Account, given: Sequence[Given], at: datetime) -> Tried:
    """What would come of the forms; nothing is changed."""
    with transaction.atomic():
        found = _taken(account, given, at)[0]
        transaction.set_rollback(True)
    return found


def hand_in(*, account: Account, given: Sequence[Given], at: datetime) -> list[HandedIn]:
    """Take the forms in, tell who reviews them, and give their receipts. A form that changes nothing more has the receipt it was given first."""
    with transaction.atomic():
        _, each = _taken(account, given, at)
        return [_receipt(account, one, taken, at) for one, taken in zip(given, each, strict=True)]


def _receipt(account: Account, one: Given, taken: TakenIn, at: datetime) -> HandedIn:
    before = HandedIn.objects.filter(unit=one.unit, sha256=one.sha256).order_by("pk").first()
    if before is not None and not taken.new and not taken.changed:
        return before
    wrong = len(taken.wrong.rows) if taken.wrong else 0
    receipt = HandedIn.objects.create(
        account=account, unit=one.unit, sha256=one.sha256, name=one.name, at=at, new=taken.new, changed=taken.changed,
        same=taken.same, wrong=wrong,
    )  # fmt: skip
    record(
        actor=account.login, act="hand_in", subject=f"unit:{one.unit}", at=at, receipt=receipt.receipt,
        sha256=one.sha256, new=taken.new, changed=taken.changed, same=taken.same, wrong=wrong,
    )  # fmt: skip
    inform_reviewers(unit=one.unit, receipt=receipt.receipt, subjects=set(taken.reported), at=at)
    return receipt


def _taken(account: Account, given: Sequence[Given], at: datetime) -> tuple[Tried, list[TakenIn]]:
    """The forms taken in, one after the other: a row that a later one holds too is no longer wrong in the earlier."""
    total, each, wrong = Tried(files=list(given)), list[TakenIn](), dict[Any, DueRow]()
    for one in given:
        with _on_disk(one.name, _data_of(one)) as path:
            taken, rows = take_in(account=account, unit=one.unit, file=path, at=at), read_due_form(path).rows
        for row in rows:
            if row.is_filled:
                wrong.pop(_key(row), None)
        if taken.wrong:
            wrong |= {_key(row): row for row in taken.wrong.rows}
            total.wrong = taken.wrong
        total.new, total.changed, total.same = (
            total.new + taken.new, total.changed + taken.changed, total.same + taken.same
        )  # fmt: skip
        each.append(taken)
    if total.wrong:
        own = total.wrong
        total.wrong = DueForm(own.unit, own.name, own.on, tuple(wrong.values())) if wrong else None
    return total, each


def _key(row: DueRow) -> tuple[str, str]:
    return row[Cell.SUBJECT], row[Cell.PROMISE]


def _data_of(one: Given) -> bytes:
    try:
        with files().open(one.sha256) as file:
            return file.read()
    except (OSError, ValueError):
        raise Refusal(
            Words(f"“{one.name}”已过期，请重新交一次", f"{one.name} is no longer kept: hand it in again")
        ) from None


@contextmanager
def _on_disk(name: str, data: bytes) -> Iterator[Path]:
    """A form as a file of its own name, which its reader tells faults by."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        yield path
