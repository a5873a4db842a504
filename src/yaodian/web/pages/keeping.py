"""公开页的缓存: open pages are the same for everybody, set no cookie and carry an ETag, so that a proxy may keep them."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from hashlib import sha256
from typing import Any

from django.db.models import Max
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response, patch_vary_headers

from yaodian import __version__
from yaodian.domain.finding import NotFound, Refusal
from yaodian.web.documents.bulletins import issued
from yaodian.web.installation import records
from yaodian.web.pages.page import ANYONE, Visit, page
from yaodian.web.plans.models import PlanEdition
from yaodian.web.work.models import EntryRow, PromiseLight
from yaodian.workspace.open_table import release_of

SECONDS = 60
LOOKS = ("lang", "type", "theme")
"""The cookies by which open pages differ; whoever wants another look sets them by asking for it."""

OpenView = Callable[..., HttpResponseBase]


def open_page(route: str, name: str) -> Callable[[OpenView], OpenView]:
    """Declare a view as an open page: kept, and refused without what signed-in people see around a page."""

    def declared(view: OpenView) -> OpenView:
        @page(route, policy=ANYONE, name=name, under="open")
        @wraps(view)
        def answered(visit: Visit, **parts: Any) -> Any:
            try:
                return _kept(visit, lambda: view(visit, **parts))
            except Refusal as refusal:
                return visit.show("open_refused", 404 if isinstance(refusal, NotFound) else 422, words=refusal.words)

        return answered

    return declared


def _kept(visit: Visit, made: Callable[[], HttpResponseBase]) -> HttpResponseBase:
    """304 where the visitor holds what would be answered."""
    etag = f'"{sha256(repr(_of(visit)).encode()).hexdigest()[:32]}"'
    answer: HttpResponseBase = get_conditional_response(visit.request, etag=etag) or made()
    answer.headers["ETag"] = etag
    answer.headers["Cache-Control"] = f"public, max-age={SECONDS}"
    patch_vary_headers(answer, ("Cookie",))
    return answer


def _of(visit: Visit) -> tuple[Any, ...]:
    """All that an open page depends on."""
    newest = [model.objects.aggregate(pk=Max("pk"))["pk"] for model in (PlanEdition, EntryRow, PromiseLight)]
    looks = [visit.request.COOKIES.get(name, "") for name in LOOKS]
    return (
        __version__,
        visit.request.get_full_path(),
        visit.on,
        issued().count(),
        release_of(records()),
        *newest,
        *looks,
    )


def downloaded(content: bytes, media: str, name: str) -> HttpResponse:
    """A file that is not shown but kept."""
    return HttpResponse(content, content_type=media, headers={"Content-Disposition": f'attachment; filename="{name}"'})
