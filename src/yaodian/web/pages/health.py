"""运行页: the system administrator sees what the doctor says, worst first."""

from __future__ import annotations

from django.http import HttpResponse

from yaodian.web.accounts.policy import Doing
from yaodian.web.health.examining import examined
from yaodian.web.installation import records
from yaodian.web.pages.page import Visit, page
from yaodian.workspace.doctor import State

WORST_FIRST = (State.WRONG, State.LESS, State.FINE)


@page("health", policy=Doing.SEE_HEALTH)
def health(visit: Visit) -> HttpResponse:
    checks = sorted(examined(records()), key=lambda check: WORST_FIRST.index(check.state))
    return visit.show("health", checks=checks, wrong=sum(check.state is State.WRONG for check in checks))
