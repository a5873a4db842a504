"""新个案页: a case of a measure's kind opened where it was found: what, at which school, until when."""

from __future__ import annotations

import secrets
from collections.abc import Sequence

from django.http import HttpResponse, QueryDict

from yaodian.domain.entry import Seat
from yaodian.domain.finding import Refusal, Words
from yaodian.domain.organisation import OrganisationUnit
from yaodian.web.accounts.policy import Doing
from yaodian.web.accounts.units import organisation
from yaodian.web.installation import supervision
from yaodian.web.pages.page import Visit, page
from yaodian.web.work.models import Item
from yaodian.web.work.reading import seen
from yaodian.web.work.services import open_case

SCHOOL = "school"


@page("item/<str:subject>/case", policy=Doing.SEE, under="plans")
def new_case(visit: Visit, subject: str) -> HttpResponse:
    """The form; posted, the case is opened and stands on its own page."""
    above = seen(visit.account, subject, visit.on).item
    if visit.request.method != "POST":
        return _form(visit, above)
    posted = visit.request.POST
    try:
        made = open_case(
            account=visit.account, unit=posted.get("unit", ""), kind=above.kind, title=posted.get("title", "").strip(),
            key=posted.get("key", ""), at=visit.at, item=above.subject, owner=above.owner, due=posted.get("due") or None,
            concerns=[posted["school"]] if posted.get("school") else [],
        )  # fmt: skip
    except Refusal as refusal:
        return _form(visit, above, posted, refusal.words)
    return visit.go("item", made.subject, said=Words("已立项", "opened"))


def _form(visit: Visit, above: Item, posted: QueryDict | None = None, fault: Words | None = None) -> HttpResponse:
    kind = supervision().kinds[above.kind]
    if kind.case_label is None:
        raise Refusal(Words(f"“{kind.label}”没有个案", f"{kind.english} has no cases"))
    units = [hand.unit for hand in visit.who.hands()]
    if not units:
        raise Refusal(Words("没有职务，不能立项；请安全管理员授予", "no duty: the security administrator gives one"))
    return visit.show(
        "new_case", 422 if fault else 200, item=above, kind=kind, units=units, schools=_schools(visit, above),
        key=secrets.token_urlsafe(16), posted=posted or {}, fault=fault,
        first_due=above.due.isoformat() if above.due else "",
    )  # fmt: skip


def _schools(visit: Visit, above: Item) -> Sequence[OrganisationUnit]:
    """The schools that a case may be about: those below the county that owns the subject, of a school itself alone."""
    hands, units = visit.who.hands(), organisation()
    own = [hand.unit for hand in hands if hand.seat is Seat.SCHOOL]
    if own:
        return [unit for code in own if (unit := units.with_code(code, visit.on))]
    places = [above.owner, *(hand.unit for hand in hands if hand.seat is Seat.COUNTY)]
    return [unit for place in dict.fromkeys(places) for unit in units.children(place, visit.on) if unit.kind == SCHOOL]
