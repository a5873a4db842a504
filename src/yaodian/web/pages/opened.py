"""公开页: what anyone may read without signing in."""

from __future__ import annotations

from django.http import HttpResponse

from yaodian.web.pages.page import ANYONE, Visit, page
from yaodian.web.plans.reading import newest_editions


@page("open", policy=ANYONE, name="open")
def front(visit: Visit) -> HttpResponse:
    """The plans that were published."""
    return visit.show("open", editions=sorted(newest_editions(), key=lambda edition: -edition.year))
