"""What the commands on documents do; each gives the lines to print, and its exit code where that is not 0."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from django.utils import timezone

from yaodian.domain.finding import Words
from yaodian.web.accounts.commands import account_called
from yaodian.web.clock import day_of
from yaodian.web.documents.due_forms import due_form, take_in
from yaodian.web.documents.ledgers import unit_called, unit_ledger
from yaodian.web.start import make_ready
from yaodian.workspace.plans import shipped_catalogue
from yaodian.workspace.publish.due_workbook import write_due_form
from yaodian.workspace.publish.ledger_workbook import write_ledger


def ledger(login: str, unit: str, out: Path, records: Path | None) -> Iterator[Words | str]:
    """The unit's ledger and its form of due items."""
    make_ready()
    account, day = account_called(login), day_of(timezone.now())
    name = unit_called(unit, day).name
    made, names = unit_ledger(account, unit, day, records)
    book, form = out / f"{name}-{day}-台账.xlsx", out / f"{name}-{day}-待办表.xlsx"
    write_ledger(book, made, name, shipped_catalogue(), names)
    write_due_form(form, due_form(account, unit, day, records))
    yield str(book)
    yield str(form)
    yield Words(f"{name}：{len(made.rows)}项", f"{unit}: {len(made.rows)} subjects")


def ledger_in(file: Path, login: str, unit: str) -> Iterator[Words | str | int]:
    """A filled form taken in; the rows that were not taken are written beside it."""
    make_ready()
    taken = take_in(account=account_called(login), unit=unit, file=file, at=timezone.now())
    wrong = taken.wrong.rows if taken.wrong else ()
    yield f"+{taken.new} ~{taken.changed} ={taken.same} ✗{len(wrong)}"
    if taken.wrong is None:
        return
    for row in taken.wrong.rows:
        assert row.fault is not None
        where, reason, hint = row.fault.cell.value.rstrip("*"), row.fault.reason, row.fault.hint
        yield Words(
            f"第{row.number}行“{where}”：{reason.zh}；{hint.zh}", f"row {row.number}, {where}: {reason.en}; {hint.en}"
        )
    path = _free(file)
    write_due_form(path, taken.wrong)
    yield str(path)
    yield 1


def _free(file: Path) -> Path:
    """A name beside the file that is not taken."""
    number, path = 1, file.with_name(f"{file.stem}-错误清单.xlsx")
    while path.exists():
        number += 1
        path = file.with_name(f"{file.stem}-错误清单{number}.xlsx")
    return path
