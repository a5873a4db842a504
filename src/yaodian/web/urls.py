"""Addresses of the site."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import path

from yaodian.web.api import bulletins, evidence, exports, following, items, measures, plans, signing_in
from yaodian.web.api.api import made
from yaodian.web.api.feeds import Bulletins, Roots, calendar
from yaodian.web.api.problem import nothing_here, too_many_tries
from yaodian.web.pages.addresses import patterns
from yaodian.web.pages.signing_in import locked

api = made()
for part in (signing_in, plans, items, evidence, bulletins, following, measures, exports):
    api.add_router("", part.routes)

urlpatterns = [
    path("api/v1/", api.urls),
    path("api/<path:rest>", nothing_here),
    path("calendar/<str:secret>.ics", calendar, name="calendar"),
    path("feeds/bulletins.atom", Bulletins(), name="bulletins"),
    path("feeds/audit-roots.atom", Roots(), name="audit_roots"),
    *patterns(),
]
handler400 = "yaodian.web.api.problem.bad_request"
handler500 = "yaodian.web.api.problem.broken"


def locked_out(request: HttpRequest, credentials: Mapping[str, Any]) -> HttpResponse:
    """What is told after too many wrong passwords or codes: a problem to programs, a page to people."""
    return (too_many_tries if request.path.startswith("/api/") else locked)(request)
