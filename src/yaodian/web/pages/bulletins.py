"""通报页: the bulletins; one as its paper with locked figures; drafting, changing words, signing off, issuing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse

from yaodian.domain.finding import NotFound, Refusal, Words
from yaodian.domain.period import Period
from yaodian.web.accounts.policy import Doing, can
from yaodian.web.clock import day_of
from yaodian.web.documents import bulletins as services
from yaodian.web.documents.bulletins import Letter, Overtaken
from yaodian.web.documents.letters import bulletin_document, file_name, written
from yaodian.web.documents.models import Bulletin, Status
from yaodian.web.installation import bureau_name, records
from yaodian.web.pages.downloading import download
from yaodian.web.pages.page import SIGNED_IN, Visit, page
from yaodian.web.pages.paper import differences, figures_in, paragraphs_on
from yaodian.web.plans.models import PlanEdition
from yaodian.workspace.publish.pdf import program_for_pdf

A_PAGE = 25
FORMS = ("docx", "pdf")


@page("bulletin", policy=SIGNED_IN)
def bulletins(visit: Visit) -> HttpResponse:
    """All that one may read, the newest first; the office drafts that of a month with one click."""
    held = services.readable(visit.account, visit.at)
    shown = Paginator(held, A_PAGE).get_page(visit.request.GET.get("page"))
    may_draft = can(visit.who, Doing.ISSUE_DOCUMENT)
    months = months_of(visit.on) if may_draft else []
    return visit.show(
        "bulletins", shown=shown, months=months, preset=month_to_tell(months), may_draft=may_draft,
        has_records=records() is not None, statuses={status.value: status.words for status in Status},
    )  # fmt: skip


def months_of(on: date) -> list[Period]:
    """The months of the newest plan from its publication to a day, the newest first."""
    edition = PlanEdition.objects.defer("plan_file").order_by("-year", "number").first()
    if edition is None:
        return []
    first = day_of(edition.published_at)
    last = min(on, date(edition.year, 12, 31))
    places = range(last.year * 12 + last.month - 1, first.year * 12 + first.month - 2, -1)
    return [Period(f"{place // 12}-{place % 12 + 1:02}") for place in places]


def month_to_tell(months: list[Period]) -> Period | None:
    """The last whole month where its bulletin is not issued yet, else the month that runs."""
    if len(months) < 2:
        return months[0] if months else None
    is_told = Bulletin.objects.filter(period=str(months[1]), status=Status.ISSUED.value).exists()
    return months[0] if is_told else months[1]


@page("bulletin/new", policy=Doing.ISSUE_DOCUMENT, writes=True, under="bulletins")
def draft_bulletin(visit: Visit) -> HttpResponse:
    """Draft a month's bulletin, or go on with the one that is not issued yet."""
    period = Period.parse(visit.request.POST.get("period", ""))
    begun = Bulletin.objects.filter(plan=str(period.first.year), period=str(period)).exclude(status=Status.ISSUED.value)
    made = begun.first()
    if made is None:
        source = records() if visit.request.POST.get("measured") else None
        made = services.draft(by=visit.account, period=period, at=visit.at, records=source)
    return visit.go("bulletin", made.plan, made.period, made.number)


@page("bulletin/<str:plan_id>/<str:period>/<int:number>", policy=SIGNED_IN, name="bulletin", under="bulletins")
def one_bulletin(visit: Visit, plan_id: str, period: str, number: int) -> HttpResponse:
    """The paper with its figures; `check` compares each figure with what the record says now."""
    held = _called(visit, plan_id, period, number)
    if visit.request.GET.get("check"):
        figures = figures_in(held, services.recomputed(held))
        return (
            visit.show("part_figures", bulletin=held, figures=figures)
            if visit.is_partial
            else _shown(visit, held, figures=figures)
        )
    return _shown(visit, held)


def _shown(visit: Visit, held: Bulletin, status: int = 200, **told: Any) -> HttpResponse:
    may_change = can(visit.who, Doing.ISSUE_DOCUMENT) and held.status != Status.ISSUED
    letter = Letter(held.document_no, held.sent_to, held.copied_to)
    context = {
        "bulletin": held, "paragraphs": paragraphs_on(held), "figures": figures_in(held), "letter": letter,
        "issuer": bureau_name(), "dated": day_of(held.issued_at or held.drafted_at), "stands": Status(held.status).words, "may_change": may_change,
        "may_sign": can(visit.who, Doing.SIGN_BULLETIN) and held.status == Status.DRAFT,
        "is_drafter": held.drafted_by_id == visit.account.pk, "is_unchanged": services.is_unchanged(held),
        "silent": held.numbers.get("silent_units", {}).get("value", []), "makes_pdf": program_for_pdf() is not None,
    }  # fmt: skip
    return visit.show("bulletin", status, **context | told)


@page(
    "bulletin/<str:plan_id>/<str:period>/<int:number>/text", policy=Doing.ISSUE_DOCUMENT, writes=True, under="bulletins"
)
def revise_bulletin(visit: Visit, plan_id: str, period: str, number: int) -> HttpResponse:
    """Save changed words; refused, the paper comes again with the reason and everything that was typed."""
    posted, held = visit.request.POST, _expected(visit, plan_id, period, number)
    typed = posted.getlist("paragraph")
    letter = Letter(*(posted.get(name, "").strip() for name in ("document_no", "sent_to", "copied_to")))
    try:
        services.revise(by=visit.account, bulletin=held, paragraphs=typed, letter=letter, at=visit.at)
    except Refusal as refusal:
        now = _called(visit, plan_id, period, number)
        apart = differences(now, typed) if isinstance(refusal, Overtaken) else []
        status = 409 if isinstance(refusal, Overtaken) else 422
        boxes = paragraphs_on(now, typed)
        return _shown(
            visit, now, status, fault=refusal.words, paragraphs=boxes, letter=letter, apart=apart, is_open=True
        )
    return visit.go("bulletin", plan_id, period, number, said=Words("已保存", "saved"))


@page(
    "bulletin/<str:plan_id>/<str:period>/<int:number>/anew", policy=Doing.ISSUE_DOCUMENT, writes=True, under="bulletins"
)
def redraft_bulletin(visit: Visit, plan_id: str, period: str, number: int) -> HttpResponse:
    """Take all figures anew into the same words."""

    def redraft(held: Bulletin) -> None:
        source = records() if any(one.release for one in services.numbers_of(held).values()) else None
        letter = Letter(held.document_no, held.sent_to, held.copied_to)
        services.draft(
            by=visit.account, period=Period.parse(held.period), at=visit.at, plan=held.plan, text=held.text,
            records=source, letter=letter,
        )  # fmt: skip

    return _went_on(visit, plan_id, period, number, redraft, Words("已重新取数", "figures taken anew"))


@page(
    "bulletin/<str:plan_id>/<str:period>/<int:number>/sign", policy=Doing.SIGN_BULLETIN, writes=True, under="bulletins"
)
def sign_bulletin(visit: Visit, plan_id: str, period: str, number: int) -> HttpResponse:
    def sign(held: Bulletin) -> None:
        services.sign(by=visit.account, bulletin=held, at=visit.at)

    return _went_on(visit, plan_id, period, number, sign, Words("已签发", "signed off"))


@page(
    "bulletin/<str:plan_id>/<str:period>/<int:number>/issue",
    policy=Doing.ISSUE_DOCUMENT,
    writes=True,
    under="bulletins",
)
def issue_bulletin(visit: Visit, plan_id: str, period: str, number: int) -> HttpResponse:
    def issue(held: Bulletin) -> None:
        services.issue(by=visit.account, bulletin=held, at=visit.at, records=records())

    return _went_on(visit, plan_id, period, number, issue, Words("已印发", "issued"))


def _went_on(
    visit: Visit, plan_id: str, period: str, number: int, act: Callable[[Bulletin], None], said: Words
) -> HttpResponse:
    """Do it with the version that was on the page; refused, the bulletin comes again with the reason above it."""
    try:
        act(_expected(visit, plan_id, period, number))
    except Refusal as refusal:
        status = 409 if isinstance(refusal, Overtaken) else 422
        return _shown(visit, _called(visit, plan_id, period, number), status, fault=refusal.words)
    return visit.go("bulletin", plan_id, period, number, said=said)


@page("bulletin/<str:plan_id>/<str:period>/<int:number>/<str:form>", policy=SIGNED_IN, under="bulletins")
def bulletin_file(visit: Visit, plan_id: str, period: str, number: int, form: str) -> HttpResponse:
    """The document in Word (docx) or as PDF, always as a download."""
    held = _called(visit, plan_id, period, number)
    if form not in FORMS:
        raise NotFound(Words("通报只出 docx 和 pdf", "a bulletin is written as docx and pdf"))
    with TemporaryDirectory() as folder:
        made = written(bulletin_document(held), Path(folder) / file_name(held), form == "pdf")[-1]
        return download(made)


def _called(visit: Visit, plan_id: str, period: str, number: int) -> Bulletin:
    """The bulletin at an address as the account may see it."""
    held = Bulletin.objects.select_related("drafted_by", "signed_by", "issued_by")
    found = held.filter(plan=plan_id, period=period, number=number).first()
    if found is None:
        raise NotFound(
            Words(f"没有通报 {plan_id}/{period}/{number}", f"there is no bulletin {plan_id}/{period}/{number}")
        )
    return services.seen(visit.account, found, visit.at)


def _expected(visit: Visit, plan_id: str, period: str, number: int) -> Bulletin:
    """The same at the version that was on the page."""
    held, version = _called(visit, plan_id, period, number), visit.request.POST.get("version", "")
    held.version = int(version) if version.isdigit() else 0
    return held
