"""资助公示页: the list that a school puts up for the days of its showing, to be printed; no programme, no group, no amount."""

from __future__ import annotations

from django.http import HttpResponse

from yaodian.domain.access import Purpose
from yaodian.domain.entry import Seat
from yaodian.domain.finding import Refusal, Words
from yaodian.web.accounts.policy import NotAllowed
from yaodian.web.installation import NO_RECORDS, indicators, records
from yaodian.web.pages.page import SIGNED_IN, Visit, page
from yaodian.web.registers.reading import denying, looking_of, within
from yaodian.workspace.aid_shown import aid_shown


@page("aid-shown", policy=SIGNED_IN, under="home", name="aid_shown")
def aid_list(visit: Visit) -> HttpResponse:
    """The school's own list of today."""
    school = next((hand.unit for hand in visit.who.hands() if hand.seat is Seat.SCHOOL), "")
    if not school:
        raise NotAllowed(Words("公示名单由学校自己看、自己张贴", "a school sees and puts up its own list"))
    folder = records()
    if folder is None:
        raise Refusal(NO_RECORDS)
    with denying():
        looking = looking_of(visit.account, Purpose.STUDENT_AID, visit.at)
        shown = aid_shown(folder, indicators().city, school, looking, within)
    last = max((one.until for one in shown), default=None)
    return visit.show("aid_shown", school=school, shown=shown, last=last)
