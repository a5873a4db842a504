"""决定: what is posted from the steps of a draft, one by one or in bulk, made decisions; then on to what is left."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from django.http import HttpResponse, QueryDict

from yaodian.domain.finding import Refusal, Words
from yaodian.web.accounts.policy import Doing
from yaodian.web.pages.acting import number_in
from yaodian.web.pages.drafting import SHOWN, Tried, draft_called, show_stale, version_in
from yaodian.web.pages.filling import next_lack
from yaodian.web.pages.page import Visit, page
from yaodian.web.plans.drafting import StaleDraft, decide, review_of
from yaodian.web.plans.models import PlanDraft
from yaodian.workspace.drafting.deciding import What, about
from yaodian.workspace.drafting.lacking import Lack, lacking
from yaodian.workspace.drafting.reviewing import Review, Row
from yaodian.workspace.drafting.suggesting import unbound

SAYS = "say/"
"""A field named say/<about> is a decision; was/<about> what stood in it: what is left as it was decides nothing."""


@page("plan/new/<int:draft>/decide", policy=Doing.PUBLISH_PLAN, writes=True, under="plans")
def draft_decide(visit: Visit, draft: int) -> HttpResponse:
    """Decide; refused, the page comes again with the reason above it and everything that was typed."""
    held, posted = draft_called(draft), visit.request.POST
    then = posted.get("then", "") if posted.get("then") in SHOWN else "review"
    try:
        decisions = decisions_in(posted, review_of(held))
        after = decide(by=visit.account, draft=draft, decisions=decisions, expected=version_in(visit), at=visit.at)
    except StaleDraft as stale:
        return show_stale(visit, stale, then)
    except Refusal as refusal:
        return SHOWN[then](visit, held, Tried(posted, refusal.words))
    return _onward(visit, after, then, posted, len(decisions))


def decisions_in(posted: QueryDict, review: Review) -> dict[str, Any]:
    """What a form decides: in bulk, by agreeing to one proposal, or field by field."""
    if posted.get("all") in BULK:
        return dict(BULK[posted["all"]](review))
    if "agree" in posted:
        return {key: value for row in review.rows if row.id == posted["agree"] for key, value in _agreed(row)}
    if "unnumbered" in posted:
        found = lacking(review, Lack.NUMBER)
        return {one.key: one.proposal for one in found if one.key == posted["unnumbered"]}
    if "one" in posted:
        return {posted["one"]: posted.get(SAYS + posted["one"], "")}
    return {**dict(_said(posted)), **_parts(posted)}


def _said(posted: QueryDict) -> Iterator[tuple[str, Any]]:
    for name, text in posted.items():
        key = name.removeprefix(SAYS)
        if key != name and text.strip() != posted.get(f"was/{key}", ""):
            yield key, text.strip() or None


def _parts(posted: QueryDict) -> dict[str, Any]:
    """The split of each promise by county; one whose fields are all empty is not split."""
    parts: dict[str, dict[str, float]] = {}
    for name, text in posted.items():
        if name.startswith("part/"):
            _, target, county = name.split("/", 2)
            parts.setdefault(target, {})[county] = number_in(text.strip() or "0")
    typed = {
        target for target in parts if any(posted.get(f"part/{target}/{county}", "").strip() for county in parts[target])
    }
    return {about(What.SPLIT, target): amounts if target in typed else None for target, amounts in parts.items()}


def _agreed(row: Row) -> Iterator[tuple[str, Any]]:
    yield about(What.KIND, row.id), row.kind.id
    if row.doubt and row.doubt.codes:
        yield about(What.IGNORE, row.id), [*row.measure.ignores, *row.doubt.codes]


def _all_confident(review: Review) -> Iterator[tuple[str, Any]]:
    return (pair for row in review.confident for pair in _agreed(row))


def _all_proposals(review: Review) -> Iterator[tuple[str, Any]]:
    return (pair for row in review.unaccepted for pair in _agreed(row))


def _all_of(lack: Lack) -> Callable[[Review], Iterator[tuple[str, Any]]]:
    return lambda review: ((one.key, one.proposal) for one in lacking(review, lack) if one.proposal is not None)


def _all_bound(review: Review) -> Iterator[tuple[str, Any]]:
    return ((one.key, one.target.indicator) for one in unbound(review))


BULK: Mapping[str, Callable[[Review], Iterator[tuple[str, Any]]]] = {
    "confident": _all_confident, "proposals": _all_proposals, "bind": _all_bound,
    **{lack.value: _all_of(lack) for lack in Lack},
}  # fmt: skip


def _onward(visit: Visit, draft: PlanDraft, then: str, posted: QueryDict, number: int) -> HttpResponse:
    """To where something is left to do: the same step, or the next one where nothing is."""
    said = Words(f"已定 {number} 处", f"{number} decided")
    review = review_of(draft)
    if then == "review":
        if not review.unaccepted and ("all" in posted or "agree" in posted):
            return visit.go("draft_fill", draft.pk, said=said)
        back = posted.get("edit") or posted.get("agree") or ""
        query = "?show=all" if posted.get("show") == "all" else ""
        return visit.go("draft_review", draft.pk, said=said, query=f"{query}#{back}" if back else query)
    if then == "fill":
        lack = next_lack(review)
        if lack is None:
            return visit.go("draft_bind", draft.pk, said=said)
        same = posted.get("lack", "") if "all" not in posted else lack.value
        return visit.go("draft_fill", draft.pk, said=said, query=f"?lack={same or lack.value}")
    if then == "bind" and unbound(review):
        return visit.go("draft_bind", draft.pk, said=said)
    return visit.go("draft_split" if then == "bind" else "draft_publish", draft.pk, said=said)
