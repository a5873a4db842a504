"""其他页: instructions that wait for an answer, evidence files, help, and the page that shows every component."""

from __future__ import annotations

from django.http import FileResponse, HttpResponse
from django.http.response import HttpResponseBase

from yaodian.domain.entry import Act
from yaodian.runtime.lights import Colour
from yaodian.web.accounts.policy import Doing, visible
from yaodian.web.pages.page import ANYONE, SIGNED_IN, Visit, page
from yaodian.web.pages.telling import telling
from yaodian.web.work.evidence import given_out
from yaodian.web.work.models import EntryRow, Item

NEWEST = 100


@page("instructions", policy=SIGNED_IN)
def instructions(visit: Visit) -> HttpResponse:
    """What leaders asked for, the newest first."""
    own = visible(visit.who, Item.objects.all()).values("pk")
    rows = EntryRow.objects.filter(act=Act.INSTRUCT.value, item__in=own).select_related("item").order_by("-at")[:NEWEST]
    return visit.show("instructions", entries=[telling(row.entry, row.item) for row in rows])


@page("item/<str:subject>/evidence/<str:digest>", policy=Doing.SEE)
def evidence(visit: Visit, subject: str, digest: str) -> HttpResponseBase:
    """A file, always as a download; the reading of it is audited first."""
    given = given_out(account=visit.account, subject=subject, digest=digest, at=visit.at)
    answer = FileResponse(given.file, as_attachment=True, filename=given.name, content_type=given.media.value)
    answer.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return answer


@page("help", policy=ANYONE, name="help")
def helping(visit: Visit) -> HttpResponse:
    return visit.show("help")


@page("ui", policy=ANYONE)
def ui(visit: Visit) -> HttpResponse:
    """Every component in every state, as the pages use them."""
    return visit.show("ui", colours=[*Colour, "done"], counts={"red": 1, "amber": 2, "green": 11})
