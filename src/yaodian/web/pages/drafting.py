"""新建要点: a file read into a draft, the six steps that lead from it to a published plan, and the drafts under way."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpResponse
from django.urls import reverse

from yaodian.domain.finding import NotFound, Refusal, Words
from yaodian.web.accounts.policy import Doing
from yaodian.web.pages.page import Visit, page
from yaodian.web.plans.drafting import StaleDraft, discard, review_of, start_draft
from yaodian.web.plans.models import PlanDraft
from yaodian.web.plans.reading import plan_before
from yaodian.workspace.drafting.lacking import Lack, lacking
from yaodian.workspace.drafting.reviewing import Review

MOST_BYTES = 50_000_000
STEPS = (
    ("plan_new", Words("读取", "Read")),
    ("draft_review", Words("核对", "Review")),
    ("draft_fill", Words("补缺", "Complete")),
    ("draft_bind", Words("挂指标", "Bind")),
    ("draft_split", Words("分解", "Split")),
    ("draft_publish", Words("下发", "Publish")),
)

FORMS = ("decide", "bulk")
"""What is filled in and what is done at a stroke are sent apart, so that Enter in a field never does the latter."""

Shown = Callable[[Visit, PlanDraft, "Tried"], HttpResponse]
Telling = Callable[[Visit, PlanDraft, Review, "Tried"], Mapping[str, Any]]
SHOWN: dict[str, Shown] = {}
"""The steps that decisions are posted from, by name."""


@dataclass(frozen=True, slots=True)
class StepOfDraft:
    """A step on the bar: done and to be gone back to at `address`, at hand, or to come."""

    words: Words
    state: str
    address: str


@dataclass(frozen=True, slots=True)
class Tab:
    """A view of the draft with how much it shows."""

    words: Words
    count: int
    address: str
    is_here: bool


@page("plan/new", policy=Doing.PUBLISH_PLAN, under="plans")
def plan_new(visit: Visit) -> HttpResponse:
    """Give a file; or go on with a draft."""
    if visit.request.method != "POST":
        return _new(visit)
    try:
        draft = _uploaded(visit)
    except Refusal as refusal:
        return _new(visit, fault=refusal.words, status=422)
    return visit.go("draft_review", draft.pk)


@page("plan/new/<int:draft>/discard", policy=Doing.PUBLISH_PLAN, writes=True, under="plans")
def draft_discard(visit: Visit, draft: int) -> HttpResponse:
    try:
        discard(by=visit.account, draft=draft, expected=version_in(visit), at=visit.at)
    except StaleDraft as stale:
        return show_stale(visit, stale)
    return visit.go("plan_new", said=Words("已丢弃", "Discarded"))


def draft_called(pk: int) -> PlanDraft:
    """A draft that is not published yet; NotFound where there is none."""
    draft = PlanDraft.objects.filter(pk=pk, edition=None).select_related("made_by").first()
    if draft is None:
        raise NotFound(
            Words("没有这份草稿，可能已经下发或丢弃", "there is no such draft: it was published or discarded")
        )
    return draft


@dataclass(frozen=True, slots=True)
class Tried:
    """What was posted and refused, to be shown again with the reason; nothing where a page is only opened."""

    posted: Mapping[str, Any] = field(default_factory=dict)
    fault: Words | None = None


def step(name: str) -> Callable[[Telling], Telling]:
    """Declare what the page of a step tells; it is shown when it is opened, and again when what was posted is refused."""

    def declared(telling: Telling) -> Telling:
        def shown(visit: Visit, draft: PlanDraft, tried: Tried) -> HttpResponse:
            review = review_of(draft)
            return show_step(visit, f"draft_{name}", draft, review, tried, **telling(visit, draft, review, tried))

        def opened(visit: Visit, draft: int) -> HttpResponse:
            return shown(visit, draft_called(draft), Tried())

        SHOWN[name] = shown
        page(f"plan/new/<int:draft>/{name}", policy=Doing.PUBLISH_PLAN, name=f"draft_{name}", under="plans")(opened)
        return telling

    return declared


def show_step(
    visit: Visit, template: str, draft: PlanDraft, review: Review, tried: Tried, **context: Any
) -> HttpResponse:
    """The page of a step, with the bar of steps."""
    at = [name for name, _ in STEPS].index(template)
    steps = [
        StepOfDraft(words, "ok" if place < at else "now" if place == at else "", _address(name, draft))
        for place, (name, words) in enumerate(STEPS)
    ]
    return visit.show(
        template, 422 if tried.fault else 200, draft=draft, review=review, steps=steps, posted=tried.posted,
        fault=tried.fault, forms=FORMS, then=template.removeprefix("draft_"), former=plan_before(draft.year),
        length=len(review.plan.source.text), **context,
    )  # fmt: skip


def show_stale(visit: Visit, stale: StaleDraft, then: str = "review") -> HttpResponse:
    """Somebody else decided meanwhile: both sides, and a way to go on with either."""
    fields = [(name, value) for name, values in visit.request.POST.lists() for value in values if name != "version"]
    return visit.show(
        "draft_stale", 409, stale=stale, draft=stale.draft, names=_names(stale.draft), fields=fields, then=then
    )


def tabs_of(draft: PlanDraft, review: Review, here: str) -> list[Tab]:
    """What is to be looked at, what is missing, and everything; `here` is the one shown."""
    address, fill = _address("draft_review", draft), _address("draft_fill", draft)
    told = [("doubt", Words("待核对", "To review"), len(review.doubtful), address)]
    told += [(lack.value, lack.words, len(lacking(review, lack)), f"{fill}?lack={lack.value}") for lack in Lack]
    told += [("all", Words("全部", "All"), len(review.rows), f"{address}?show=all")]
    return [Tab(words, count, to, name == here) for name, words, count, to in told]


def version_in(visit: Visit) -> int:
    """The version a form was made from; 0 where it names none."""
    text = visit.request.POST.get("version", "")
    return int(text) if text.isdigit() and len(text) < 10 else 0


def _new(visit: Visit, fault: Words | None = None, status: int = 200) -> HttpResponse:
    drafts = PlanDraft.objects.filter(edition=None).defer("plan_file", "decisions").select_related("made_by")
    return visit.show("plan_new", status, drafts=drafts.order_by("-made_at"), fault=fault, steps=STEPS)


def _uploaded(visit: Visit) -> PlanDraft:
    file = visit.request.FILES.get("file")
    if file is None:
        raise Refusal(Words("请选一个文件", "choose a file"))
    if file.size > MOST_BYTES:
        raise Refusal(
            Words(
                f"“{file.name}”超过 50MB，请去掉图片或只保留要点正文",
                f"{file.name!r} is larger than 50 MB: leave the plan only",
            )
        )
    return start_draft(by=visit.account, name=file.name, data=file.read(), at=visit.at)


def _address(name: str, draft: PlanDraft) -> str:
    return reverse(name) if name == "plan_new" else reverse(name, args=[draft.pk])


def _names(draft: PlanDraft) -> Mapping[str, str]:
    """What people call the subjects of decisions: 7.4, or 7 for a task."""
    review = review_of(draft)
    names = {task.id or task.path: task.no for task in review.plan.tasks}
    for row in review.rows:
        names |= {row.id: row.number, **{target.id or "": f"{row.number} {target.words}" for target in row.targets}}
    return names
