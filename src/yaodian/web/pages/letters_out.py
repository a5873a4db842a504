"""出文页: supervision notices from an item, and a plan's yearly file, made for the office and downloaded."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from django.http import HttpResponse

from yaodian.domain.finding import Refusal, Words
from yaodian.web.accounts.policy import Doing
from yaodian.web.documents.letters import Notice, reasons_of, supervision_notice, written
from yaodian.web.documents.yearly import write_yearly_file
from yaodian.web.installation import records, supervision
from yaodian.web.pages.downloading import download
from yaodian.web.pages.page import Visit, page
from yaodian.web.pages.plan import edition_called
from yaodian.web.work.reading import seen


@page("item/<str:subject>/supervise", policy=Doing.ISSUE_DOCUMENT, under="plans")
def supervise(visit: Visit, subject: str) -> HttpResponse:
    """What the notice will say of its own, and what is to be added."""
    return _form(visit, subject)


@page("item/<str:subject>/notice", policy=Doing.ISSUE_DOCUMENT, writes=True, under="plans")
def notice(visit: Visit, subject: str) -> HttpResponse:
    """The supervision notice in Word; refused, the form comes again with what was typed."""
    posted = visit.request.POST
    try:
        asked = Notice(
            _day(posted.get("answer_by", "")), posted.get("why", "").strip().rstrip("。"),
            posted.get("document_no", "").strip(), posted.get("copied_to", "").strip(),
        )  # fmt: skip
        made = supervision_notice(by=visit.account, subject=subject, notice=asked, at=visit.at)
    except Refusal as refusal:
        if getattr(refusal, "is_hidden", False):
            raise
        return _form(visit, subject, refusal.words)
    with TemporaryDirectory() as folder:
        return download(written(made, Path(folder) / f"督办单-{subject}-{made.on}.docx", False)[0])


def _form(visit: Visit, subject: str, fault: Words | None = None) -> HttpResponse:
    found, posted = seen(visit.account, subject, visit.on), visit.request.POST
    days = supervision().ladder(visit.on).work_answer_days
    answer_by = posted.get("answer_by") or supervision().calendar.add_working_days(visit.on, days).isoformat()
    return visit.show(
        "supervise", 422 if fault else 200, item=found.item, state=found.state, fault=fault, posted=posted, days=days,
        reasons=reasons_of(found.state, visit.on), answer_by=answer_by, first=visit.on + timedelta(days=1),
    )  # fmt: skip


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Refusal(Words(f"答复日期“{text}”不是日期，请写成 2020-09-09", "write the day as 2020-09-09")) from None


@page("plan/<str:plan_id>/yearly", policy=Doing.ISSUE_DOCUMENT, writes=True, under="plans")
def yearly_file(visit: Visit, plan_id: str) -> HttpResponse:
    """The year's plan with all that became of it, as one archive."""
    edition = edition_called(plan_id)
    with TemporaryDirectory() as folder:
        path, _ = write_yearly_file(
            by=visit.account, year=edition.year, folder=Path(folder), at=visit.at, records=records()
        )
        return download(path)
