"""下发页: who gets what when the draft is published, and the button that does it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.http import HttpResponse

from yaodian.domain.entry import Seat
from yaodian.domain.finding import Refusal, Words
from yaodian.web.accounts.policy import Doing
from yaodian.web.pages.drafting import Tried, draft_called, show_stale, show_step, version_in
from yaodian.web.pages.page import Visit, page
from yaodian.web.plans.drafting import StaleDraft, review_of
from yaodian.web.plans.models import PlanDraft
from yaodian.web.plans.reading import newest_edition
from yaodian.web.work.publishing import Published, publish_draft
from yaodian.workspace.drafting.lacking import Lack, lacking
from yaodian.workspace.drafting.receiving import Received, received
from yaodian.workspace.drafting.reviewing import Review
from yaodian.workspace.drafting.suggesting import unbound


@dataclass(frozen=True, slots=True)
class Share:
    """What one unit gets (`unit` empty: what nobody is named for)."""

    unit: str
    items: Sequence[Received]

    @property
    def numbers(self) -> int:
        return sum(bool(one.promised) for one in self.items)

    @property
    def next_due(self) -> date | None:
        return min((one.due for one in self.items if one.due), default=None)


@page("plan/new/<int:draft>/publish", policy=Doing.PUBLISH_PLAN, under="plans")
def draft_publish(visit: Visit, draft: int) -> HttpResponse:
    """The preview; posted to, the plan is published and its items are open."""
    if visit.request.method != "POST":
        return show_publish(visit, draft_called(draft), Tried())
    done = PlanDraft.objects.filter(pk=draft).exclude(edition=None).select_related("edition").first()
    if done is not None and done.edition is not None:
        return visit.go("plan", done.edition.plan)
    unit = next(hand.unit for hand in visit.who.hands() if hand.seat is Seat.OFFICE)
    try:
        published = publish_draft(by=visit.account, unit=unit, draft=draft, expected=version_in(visit), at=visit.at)
    except StaleDraft as stale:
        return show_stale(visit, stale, "publish")
    except Refusal as refusal:
        return show_publish(visit, draft_called(draft), Tried(fault=refusal.words))
    return visit.go("plan", published.edition.plan, said=_said(published))


def show_publish(visit: Visit, draft: PlanDraft, tried: Tried) -> HttpResponse:
    review = review_of(draft)
    return show_step(
        visit, "draft_publish", draft, review, tried, shares=_shares(review), left=len(review.unaccepted),
        unbound=len(unbound(review)), edition=newest_edition(str(draft.year)),
        lacks=[(lack, number) for lack in Lack if (number := len(lacking(review, lack)))],
    )  # fmt: skip


def _shares(review: Review) -> list[Share]:
    """By unit, in the order in which the plan names them; what has no owner comes first."""
    by_unit: defaultdict[str, list[Received]] = defaultdict(list)
    for one in received(review):
        by_unit[one.owner].append(one)
    return sorted((Share(unit, items) for unit, items in by_unit.items()), key=lambda share: bool(share.unit))


def _said(published: Published) -> Words:
    zh = f"已下发：新开 {published.opened} 项，修订 {published.revised} 项，暂停 {published.suspended} 项"
    en = f"published: {published.opened} opened, {published.revised} revised, {published.suspended} suspended"
    return Words(zh, en)
