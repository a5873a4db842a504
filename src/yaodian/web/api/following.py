"""跟进: notices, the audit and its roots, and the calendar of a unit."""

from __future__ import annotations

from typing import Annotated

from django.http import HttpRequest
from django.urls import reverse
from ninja import Status
from pydantic import Field

from yaodian.web import clock
from yaodian.web.accounts.policy import Doing, must, standing, visible
from yaodian.web.accounts.tokens import make_calendar_key, revoke_calendar_key
from yaodian.web.api.api import ANYONE, Routes, account_in
from yaodian.web.api.items import Cursor, Limit
from yaodian.web.api.paging import USUAL, by_number
from yaodian.web.api.schemas import AuditPage, AuditTold, CalendarMade, Code, NoticePage, NoticeTold, RootTold
from yaodian.web.audit.models import AuditRow, Root
from yaodian.web.clock import day_of
from yaodian.web.notices.models import Notice
from yaodian.web.work.models import Item

routes = Routes(tags=["跟进"])


@routes.operation("GET", "/notices", policy=Doing.SEE, response=NoticePage, problems=(404,))
def list_notices(
    request: HttpRequest,
    unit: Annotated[str, Field(max_length=40)] | None = None,
    cursor: Cursor = "",
    limit: Limit = USUAL,
) -> NoticePage:
    """The notices on subjects that one may see, in the order they were recorded."""
    who = standing(account_in(request), day_of(clock.now()))
    notices = Notice.objects.filter(item__in=visible(who, Item.objects.all()))
    page, after = by_number(notices.filter(unit=unit) if unit is not None else notices, "pk", cursor, limit)
    told = [NoticeTold(subject=n.item_id, rung=n.rung, unit=n.unit, on=n.on, zh=n.zh, en=n.en) for n in page]
    return NoticePage(notices=told, next=after)


@routes.operation("GET", "/audit", policy=Doing.READ_AUDIT, response=AuditPage, problems=(403, 404))
def list_audit(request: HttpRequest, cursor: Cursor = "", limit: Limit = USUAL) -> AuditPage:
    """The rows of the audit, for the audit administrator."""
    must(standing(account_in(request), day_of(clock.now())), Doing.READ_AUDIT)
    page, after = by_number(AuditRow.objects.all(), "pk", cursor, limit)
    rows = [AuditTold(id=row.pk, **{n: getattr(row, n) for n in AuditTold.model_fields if n != "id"}) for row in page]
    return AuditPage(rows=rows, next=after)


@routes.operation("GET", "/audit/roots", policy=ANYONE, response=list[RootTold])
def list_roots(request: HttpRequest) -> list[RootTold]:
    """The roots of the audit by day: who holds them sees whether it was written anew."""
    return [RootTold(day=r.day, first=r.first, last=r.last, root=r.root) for r in Root.objects.order_by("day")]


@routes.operation("POST", "/units/{unit}/calendar", policy=Doing.SEE, response={201: CalendarMade}, problems=(403,))
def new_calendar(request: HttpRequest, unit: Code) -> Status[CalendarMade]:
    """A new secret address of the deadlines of a unit one acts for; the one before is revoked."""
    account, now = account_in(request), clock.now()
    standing(account, day_of(now)).hand_for(unit)
    secret = make_calendar_key(account=account, unit=unit, at=now)
    return Status(201, CalendarMade(address=reverse("calendar", args=[secret])))


@routes.operation("DELETE", "/units/{unit}/calendar", policy=Doing.SEE, response={204: None}, problems=(403,))
def end_calendar(request: HttpRequest, unit: Code) -> Status[None]:
    """Revoke the secret address of a unit's deadlines."""
    account, now = account_in(request), clock.now()
    standing(account, day_of(now)).hand_for(unit)
    revoke_calendar_key(account=account, unit=unit, at=now)
    return Status(204, None)
