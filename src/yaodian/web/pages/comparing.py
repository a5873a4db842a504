"""比较页: a plan against last year's, its former edition, or a draft against either: what came, what went, what changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from django.core.paginator import Paginator
from django.http import HttpResponse

from yaodian.domain.finding import NotFound, Words
from yaodian.domain.plan import Plan
from yaodian.web.accounts.policy import Doing
from yaodian.web.installation import supervision
from yaodian.web.pages.drafting import draft_called
from yaodian.web.pages.page import SIGNED_IN, Visit, page
from yaodian.web.pages.plan import edition_called
from yaodian.web.plans.drafting import review_of
from yaodian.web.plans.models import PlanEdition
from yaodian.web.plans.reading import comparable
from yaodian.workspace.drafting.comparing import compared
from yaodian.workspace.promises import compiled_edition

A_PAGE = 25


@page("plan/<str:plan_id>/compare", policy=SIGNED_IN, under="plans")
def plan_compare(visit: Visit, plan_id: str) -> HttpResponse:
    """The newest edition of a plan against another that was published before it."""
    edition = edition_called(plan_id)
    return _shown(visit, edition.title, _plan_of(edition), comparable(edition.year, edition.number), edition=edition)


@page("plan/new/<int:draft>/compare", policy=Doing.PUBLISH_PLAN, under="plans")
def draft_compare(visit: Visit, draft: int) -> HttpResponse:
    """A draft, as it is decided, against what was published."""
    held = draft_called(draft)
    return _shown(visit, held.title, review_of(held).plan, comparable(held.year), draft=held)


def _shown(
    visit: Visit,
    title: str,
    after: Plan,
    others: Sequence[PlanEdition],
    edition: PlanEdition | None = None,
    draft: object = None,
) -> HttpResponse:
    asked = visit.request.GET
    other = next((one for one in others if str(one.pk) == asked.get("with")), others[0] if others else None)
    if other is None:
        raise NotFound(
            Words("还没有可比的要点：以前没有下达过", "no plan was published before this one to compare with")
        )
    changes = compared(_plan_of(other), after)
    counts = Counter(change.kind for change in changes)
    labels = {change.kind: change.label for change in changes}
    chosen = asked.get("kind", "")
    rows = [change for change in changes if chosen in ("", change.kind)]
    return visit.show(
        "plan_compare", title=title, edition=edition, draft=draft, other=other, others=others, total=len(changes),
        tabs=[(kind, labels[kind], number) for kind, number in counts.most_common()], chosen=chosen,
        rows=Paginator(rows, A_PAGE).get_page(asked.get("page")),
    )  # fmt: skip


def _plan_of(edition: PlanEdition) -> Plan:
    return compiled_edition(edition.plan_file, supervision().folder).plan
