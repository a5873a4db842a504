"""表格页: ledgers and due forms as workbooks to take away, and filled forms handed in: first tried, then counted."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from django.http import HttpResponse
from django.utils.http import content_disposition_header

from yaodian.domain.finding import Refusal, Words
from yaodian.web.documents.due_forms import due_form
from yaodian.web.documents.ledgers import unit_called, unit_ledger
from yaodian.web.ledgers.handing_in import MOST_FILES, Given, Tried, give, hand_in, tried
from yaodian.web.pages.page import SIGNED_IN, Visit, page
from yaodian.workspace.due_form import Cell
from yaodian.workspace.evidence.limits import MAX_FILE_BYTES
from yaodian.workspace.evidence.media import Media
from yaodian.workspace.plans import shipped_catalogue
from yaodian.workspace.publish.due_workbook import write_due_form
from yaodian.workspace.publish.ledger_workbook import write_ledger

KEPT = "handed_over"


@page("ledger/<str:unit>/workbook", policy=SIGNED_IN, under="ledgers")
def ledger_workbook(visit: Visit, unit: str) -> HttpResponse:
    """下载台账: the unit's whole ledger, a sheet for each kind of work."""
    made, names = unit_ledger(visit.account, unit, visit.on)
    called = unit_called(unit, visit.on).name
    return _workbook(
        f"{called}-{visit.on}-台账",
        lambda path: write_ledger(path, made, called, shipped_catalogue(), names, visit.language),
    )


@page("ledger/<str:unit>/form", policy=SIGNED_IN, under="ledgers")
def ledger_form(visit: Visit, unit: str) -> HttpResponse:
    """下载待办表: what the unit has to report, grey where a register knows it."""
    form = due_form(visit.account, unit, visit.on)
    return _workbook(f"{form.name}-{visit.on}-待办表", lambda path: write_due_form(path, form))


@page("hand-in", policy=SIGNED_IN, under="ledgers")
def handing_in(visit: Visit) -> HttpResponse:
    """Drop a filled form; what would come of the forms that were handed over stands here until they are submitted."""
    if visit.request.method == "POST":
        new = _given(visit)
        same_errand = [one for one in _kept(visit) if one.unit == new.unit]
        _keep(visit, list(dict.fromkeys([*same_errand, new]))[-MOST_FILES:])
        return visit.go("handing_in")
    found = _tried(visit)
    faults = [(row.number, row[Cell.TITLE], row.fault) for row in found.faulty] if found else []
    receipts = visit.request.session.pop("receipts", []) if "receipts" in visit.request.session else []
    units = sorted(hand.unit for hand in visit.who.hands())
    return visit.show("hand_in", found=found, faults=faults, units=units, receipts=receipts)


@page("hand-in/wrong", policy=SIGNED_IN, under="ledgers")
def wrong_rows(visit: Visit) -> HttpResponse:
    """下载错误行: only the rows that are not taken, their wrong cells red, each with its reason."""
    found = _tried(visit)
    if found is None or found.wrong is None:
        raise Refusal(Words("没有错误行", "no row is wrong"))
    form = found.wrong
    return _workbook(f"{form.name}-错误行", lambda path: write_due_form(path, form))


@page("hand-in/submit", policy=SIGNED_IN, writes=True, under="ledgers")
def submit_forms(visit: Visit) -> HttpResponse:
    """Let the forms count, or drop them."""
    given = _kept(visit)
    _keep(visit, [])
    if visit.request.POST.get("drop"):
        return visit.go("handing_in")
    if not given:
        raise Refusal(Words("没有要提交的表，请先交表", "there is no form to submit: hand one in first"))
    receipts = hand_in(account=visit.account, given=given, at=visit.at)
    visit.request.session["receipts"] = [
        [one.receipt, one.name, one.new, one.changed, one.same, one.wrong] for one in dict.fromkeys(receipts)
    ]
    return visit.go("handing_in", said=Words("已提交", "submitted"))


def _given(visit: Visit) -> Given:
    file = visit.request.FILES.get("file")
    if file is None:
        raise Refusal(Words("请选一个填好的待办表", "choose a form that was filled in"))
    name = str(file.name)
    return give(account=visit.account, name=name, data=file.read(MAX_FILE_BYTES + 1), at=visit.at)


def _tried(visit: Visit) -> Tried | None:
    """What would come of the forms that were handed over; those that can no longer be read are dropped."""
    given = _kept(visit)
    try:
        return tried(account=visit.account, given=given, at=visit.at) if given else None
    except Refusal:
        _keep(visit, [])
        raise


def _kept(visit: Visit) -> list[Given]:
    return [Given(*told) for told in visit.request.session.get(KEPT, ())]


def _keep(visit: Visit, given: list[Given]) -> None:
    visit.request.session[KEPT] = [one.told for one in given]


def _workbook(name: str, write: Callable[[Path], None]) -> HttpResponse:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "workbook.xlsx"
        write(path)
        answer = HttpResponse(path.read_bytes(), content_type=Media.XLSX.value)
    answer.headers["Content-Disposition"] = content_disposition_header(True, f"{name}{Media.XLSX.suffix}")
    return answer
