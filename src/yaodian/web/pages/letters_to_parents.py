"""文书页: what is handed to the parents of a child out of school, or confirmed of one who is back, written from the case and downloaded."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from django.http import HttpResponse

from yaodian.domain.finding import Refusal, Words
from yaodian.web.accounts.policy import Doing, NotAllowed
from yaodian.web.assurance.letters import Asked, Letter, letter_of, letters_for, must_write
from yaodian.web.documents.letters import written
from yaodian.web.installation import supervision
from yaodian.web.pages.downloading import download
from yaodian.web.pages.page import Visit, page
from yaodian.web.work.reading import seen

DAYS = 10


@page("item/<str:subject>/letter", policy=Doing.SEE, under="assurance")
def letter(visit: Visit, subject: str) -> HttpResponse:
    """The form; posted, the document comes as a download."""
    if visit.request.method != "POST":
        return _form(visit, subject)
    posted = visit.request.POST
    try:
        asked = Asked(
            Letter(posted.get("letter", "")), date.fromisoformat(posted["by"]) if "by" in posted else None,
            posted.get("document_no", "").strip(), posted.get("school", "").strip(),
        )  # fmt: skip
    except ValueError:
        return _form(
            visit, subject, Words("请选文书，日期写成 2020-09-30", "choose the document, write the day as 2020-09-30")
        )
    try:
        made = letter_of(account=visit.account, subject=subject, asked=asked, at=visit.at)
    except NotAllowed:
        raise
    except Refusal as refusal:
        return _form(visit, subject, refusal.words)
    with TemporaryDirectory() as folder:
        return download(written(made, Path(folder) / f"{made.title}-{subject}-{made.on}.docx", False)[0])


def _form(visit: Visit, subject: str, fault: Words | None = None) -> HttpResponse:
    item = seen(visit.account, subject, visit.on).item
    must_write(visit.who, item)
    by = visit.request.POST.get("by") or supervision().calendar.add_working_days(visit.on, DAYS).isoformat()
    return visit.show(
        "letter", 422 if fault else 200, item=item, fault=fault, posted=visit.request.POST, letters=letters_for(item), by=by,
        first=visit.on + timedelta(days=1), is_back=Letter.BACK in letters_for(item),
    )  # fmt: skip
