"""平台自身验收: what the platform wrote down of itself, for whoever answers for the measure that built it."""

from __future__ import annotations

from django.http import HttpResponse

from yaodian.domain.finding import Words
from yaodian.web.accounts.policy import Doing
from yaodian.web.health.acceptance import accept_platform, acceptances
from yaodian.web.installation import records, supervision
from yaodian.web.pages.page import Visit, page
from yaodian.workspace.bureau import shipped_folder
from yaodian.workspace.capabilities import Served, capability_of

PAGE = Served("page", "acceptance")


@page("acceptance", policy=Doing.SEE_VALUES, under="plans")
def acceptance(visit: Visit) -> HttpResponse:
    """What was found the last times, the newest first."""
    return visit.show("acceptance", found=acceptances())


@page("health/acceptance", policy=Doing.SEE_HEALTH, writes=True, under="health")
def new_acceptance(visit: Visit) -> HttpResponse:
    accept_platform(actor=visit.account.login, at=visit.at, records=records())
    return visit.go("health", said=Words("已记入平台自身验收", "Written down as the platform's acceptance"))


def is_own_task(year: int, measures: list[str]) -> bool:
    """Whether one of the measures (25.1) is, by the bureau's map, the one that this platform fulfils."""
    folder = supervision().folder or shipped_folder()
    known = (capability_of(folder, year, measure) for measure in measures)
    return any(one is not None and PAGE in one.serves for one in known)
