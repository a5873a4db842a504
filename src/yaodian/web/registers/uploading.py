"""交登记文件: a file of a register handed over by the system administrator, checked in the background, then loaded or dropped."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from django_tasks_db.models import DBTaskResult

from yaodian.domain.finding import Refusal, Words
from yaodian.web.accounts.models import Account
from yaodian.web.accounts.policy import Doing, must, standing
from yaodian.web.accounts.simulated import is_simulated
from yaodian.web.audit.recording import DatabaseAudit, record
from yaodian.web.clock import day_of
from yaodian.web.installation import NO_RECORDS, records
from yaodian.web.registers.tasks import check_file, load_file
from yaodian.workspace.given_files import GivenFile, keep, plain_name, wrong_rows_of

MOST_BYTES = 30_000_000
SHOWN = 5
CHECK, LOAD = check_file.module_path, load_file.module_path


@dataclass(frozen=True, slots=True)
class FileTold:
    """A file that was handed over: what became of it, as far as that is done; `outcome` is what its check or load came to."""

    id: str
    given: GivenFile
    at: datetime
    is_load: bool
    is_done: bool
    outcome: Mapping[str, Any]

    @property
    def refused(self) -> Words | None:
        told = self.outcome.get("refused")
        return Words(told["zh"], told["en"]) if told else None

    @property
    def may_load(self) -> bool:
        return not self.is_load and bool(self.outcome.get("may_load"))

    @property
    def causes(self) -> list[tuple[int, Words, Words, str]]:
        """(rows, what is wrong, how to repair it, where first)."""
        return [
            (c["rows"], Words(c["zh"], c["en"]), Words(c["hint_zh"], c["hint_en"]), "、".join(c["cells"]))
            for c in self.outcome.get("causes", ())
        ]


def hand_over(*, by: Account, register: str, name: str, data: bytes, on: date, invented: bool, at: datetime) -> None:
    """Keep a file and have it checked at the next tick; Refusal for one that is empty or too large, and for a real one among
    invented records."""
    folder = _may(by, at)
    if not data or len(data) > MOST_BYTES:
        raise Refusal(
            Words("文件是空的", "the file is empty")
            if not data
            else Words("文件超过 30 MB，请用 yaodian load 装入", "the file has more than 30 MB: use yaodian load")
        )
    kept = keep(folder, data, invented=invented and is_simulated(), wanted=[_given(row).kept for row in _rows()])
    record(
        actor=by.login, act="hand_over_file", subject=f"register:{register}", at=at, name=plain_name(name),
        on=on.isoformat(), sha256=hashlib.sha256(data).hexdigest(),
    )  # fmt: skip
    check_file.enqueue(by.login, register, kept, plain_name(name), on.isoformat())


def load_checked(*, by: Account, register: str, id: str, at: datetime) -> None:  # noqa: A002 - the word of the house
    """Have the valid rows of a checked file loaded at the next tick."""
    _may(by, at)
    file = _called(register, id)
    if not file.may_load:
        raise Refusal(Words("这个文件没有可装的行，请修好再交", "no row of this file can be loaded: repair it first"))
    given = file.given
    if not any(told.is_load and told.given.kept == given.kept for told in files_of(register)):
        load_file.enqueue(by.login, register, given.kept, given.name, given.on.isoformat())


def wrong_rows(*, by: Account, register: str, id: str, at: datetime) -> tuple[str, bytes]:  # noqa: A002
    """The wrong rows of a checked file as a workbook, its name first; audited before it is made, and never kept."""
    folder, given = _may(by, at), _called(register, id).given
    return f"{given.name}-错误行", wrong_rows_of(folder, given, who=by.login, audit=DatabaseAudit())


def files_of(register: str) -> list[FileTold]:
    """The files handed over for a register in the last weeks, the newest first."""
    return [_told(row) for row in _rows() if row.args_kwargs["args"][1] == register][:SHOWN]


def _called(register: str, id: str) -> FileTold:  # noqa: A002
    found = next((file for file in files_of(register) if file.id == id), None)
    if found is None:
        raise Refusal(Words("这个文件已不在，请重新交来", "this file is no longer kept: hand it in again"))
    return found


def _may(by: Account, at: datetime) -> Path:
    must(standing(by, day_of(at)), Doing.LOAD_REGISTERS)
    folder = records()
    if folder is None:
        raise Refusal(NO_RECORDS)
    return folder


def _rows() -> list[DBTaskResult]:
    return list(DBTaskResult.objects.filter(task_path__in=(CHECK, LOAD)).order_by("-enqueued_at"))


def _given(row: DBTaskResult) -> GivenFile:
    _, register, kept, name, on = row.args_kwargs["args"]
    return GivenFile(register, kept, name, date.fromisoformat(on))


def _told(row: DBTaskResult) -> FileTold:
    is_done = row.finished_at is not None
    return FileTold(str(row.pk), _given(row), row.enqueued_at, row.task_path == LOAD, is_done, row.return_value or {})
