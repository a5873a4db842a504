"""订阅: the deadlines of a unit as a calendar under its secret address; bulletins and the roots of the audit as Atom feeds."""

from __future__ import annotations

from datetime import datetime, time

from django.contrib.syndication.views import Feed
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.feedgenerator import Atom1Feed

from yaodian.runtime.lifecycle import Phase
from yaodian.web.accounts.models import CalendarKey
from yaodian.web.accounts.tokens import digest_of
from yaodian.web.audit.models import Root
from yaodian.web.clock import HERE
from yaodian.web.documents.bulletins import issued
from yaodian.web.documents.models import Bulletin
from yaodian.web.work.deadlines import calendar_of
from yaodian.web.work.models import Item


def calendar(request: HttpRequest, secret: str) -> HttpResponse:
    """The open subjects of a unit on their deadlines; no case, so that no child stands in anybody's calendar."""
    key = CalendarKey.objects.filter(secret=digest_of(secret)).first()
    if key is None:
        raise Http404
    items = Item.objects.filter(owner=key.unit, is_case=False, due__isnull=False).exclude(phase=Phase.CLOSED.value)
    own = items.order_by("due", "subject").only("subject", "title", "due", "address", "state")
    return HttpResponse(
        calendar_of(f"要点 {key.unit}", own),
        content_type="text/calendar; charset=utf-8",
        headers={"Cache-Control": "no-store"},
    )


class Roots(Feed):
    """The daily roots of the audit."""

    feed_type = Atom1Feed
    title = "要点 审计根"
    link = "/api/v1/audit/roots"

    def items(self) -> list[Root]:
        return list(Root.objects.order_by("-day")[:100])

    def item_title(self, item: Root) -> str:
        return f"{item.day} {item.root}"

    def item_description(self, item: Root) -> str:
        return f"{item.first}–{item.last}"

    def item_link(self, item: Root) -> str:
        return f"{self.link}#{item.day}"

    def item_guid(self, item: Root) -> str:
        return f"urn:sha256:{item.root}"

    def item_updateddate(self, item: Root) -> datetime:
        return datetime.combine(item.day, time(23, 59), HERE)


class Bulletins(Feed):
    """Issued bulletins."""

    feed_type = Atom1Feed
    title = "要点 通报"
    link = "/api/v1/bulletins"

    def items(self) -> list[Bulletin]:
        return list(issued()[:100])

    def item_title(self, item: Bulletin) -> str:
        return item.title

    def item_description(self, item: Bulletin) -> str:
        return f"{item.document_no} {item.data_on} {item.root}"

    def item_link(self, item: Bulletin) -> str:
        return f"{self.link}/{item.address}"

    def item_guid(self, item: Bulletin) -> str:
        return f"urn:sha256:{item.seal}"

    def item_updateddate(self, item: Bulletin) -> datetime:
        return item.issued_at
