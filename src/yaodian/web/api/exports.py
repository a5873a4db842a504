"""导出: a unit's ledger and form of due items as workbooks."""

from __future__ import annotations

from io import BytesIO

from django.http import FileResponse, HttpRequest

from yaodian.domain.finding import NotFound, Refusal
from yaodian.web import clock
from yaodian.web.accounts.policy import Doing
from yaodian.web.api.api import Routes, account_in
from yaodian.web.api.schemas import Code
from yaodian.web.documents.exports import XLSX, Book, due_form_book, ledger_book
from yaodian.web.documents.ledgers import unit_called

routes = Routes(tags=["导出"])


@routes.operation("GET", "/units/{unit}/ledger.xlsx", policy=Doing.SEE, problems=(403, 404))
def export_ledger(request: HttpRequest, unit: Code) -> FileResponse:
    """The ledger of a unit within one's duties, as a workbook; promises as they were last measured."""
    return _saved(ledger_book(account=account_in(request), unit=_known(unit), at=clock.now()))


@routes.operation("GET", "/units/{unit}/due-form.xlsx", policy=Doing.SEE, problems=(403, 404))
def export_due_form(request: HttpRequest, unit: Code) -> FileResponse:
    """The form of a unit's due items, to be filled in and sent back."""
    return _saved(due_form_book(account=account_in(request), unit=_known(unit), at=clock.now()))


def _known(unit: str) -> str:
    """The code of a unit that there is today; NotFound where there is none."""
    try:
        return unit_called(unit, clock.today()).code
    except Refusal as refusal:
        raise NotFound(refusal.words) from refusal


def _saved(book: Book) -> FileResponse:
    response = FileResponse(BytesIO(book.content), as_attachment=True, filename=book.name, content_type=XLSX)
    response["Cache-Control"] = "no-store"
    return response
