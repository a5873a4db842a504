"""督导页: the visits of one's unit, the sheet that is filled on one (offline too), and how a sample was drawn."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse, QueryDict

from yaodian.domain.finding import Refusal, Words
from yaodian.domain.organisation import OrganisationUnit
from yaodian.web.accounts.policy import Doing, must
from yaodian.web.installation import supervision
from yaodian.web.pages.acting import whole
from yaodian.web.pages.page import ANYONE, SIGNED_IN, Visit, page
from yaodian.web.pages.school_facts import facts_at
from yaodian.web.work.drawing import LONGEST_SEED, draw, drawn_of, frame_of, share_of, sheet_for, to_be_drawn
from yaodian.web.work.models import Item
from yaodian.web.work.services import Stale
from yaodian.web.work.visiting import Filled, Photo, Sheet, findings_at, hand_in_sheet, sheet_of, visits_of
from yaodian.workspace.evidence.limits import MAX_FILE_BYTES
from yaodian.workspace.publish.visit_workbooks import Finding

A_PAGE = 25
FINDINGS = (1, 2, 3)
LONGEST = 200
WORKER = Path(__file__).parent / "static" / "pages" / "visit_worker.js"


@dataclass(frozen=True, slots=True)
class Scored:
    """An item of a sheet with what stands in the form, and what was saved meanwhile where that is another thing."""

    item: Any
    points: int | None
    remark: str
    saved: tuple[int | None, str] | None = None

    @property
    def choices(self) -> range:
        return range(self.item.most + 1)


@page("visit", policy=SIGNED_IN)
def visits(visit: Visit) -> HttpResponse:
    """The visits that wait for the account's unit, and those it scored; how their schools were drawn."""
    found = visits_of(visit.account, visit.at)
    above = list({one.item.parent_id: None for one in found if one.item.parent_id})
    titles = dict(Item.objects.filter(pk__in=above).values_list("pk", "title"))
    waiting = sum(not one.is_scored for one in found)
    return visit.show(
        "visits", shown=_page(visit, found), waiting=waiting, scored=len(found) - waiting, draws=drawn_of(above).values(),
        titles=titles, to_draw=to_be_drawn(visit.account, visit.at),
    )  # fmt: skip


def _page(visit: Visit, found: Any) -> Any:
    return Paginator(found, A_PAGE).get_page(visit.request.GET.get("page"))


@page("visit/sw.js", policy=ANYONE, name="visit_worker")
def visit_worker(visit: Visit) -> HttpResponse:
    """The script that keeps the pages of visits for when there is no network."""
    answer = HttpResponse(WORKER.read_bytes(), content_type="text/javascript; charset=utf-8")
    answer.headers["Service-Worker-Allowed"] = "/visit"
    answer.headers["Cache-Control"] = "no-cache"
    return answer


@page("visit/<str:visited>", policy=Doing.SEE, name="visit", under="visits")
def visiting(visit: Visit, visited: str) -> HttpResponse:
    """The sheet of a visit; handed in, it is kept or comes again with the reason, whole."""
    if visit.request.method != "POST":
        return _show(visit, visited)
    posted = visit.request.POST
    try:
        sheet = sheet_of(visit.account, visited, visit.at)
        hand_in_sheet(
            account=visit.account, subject=visited, filled=_filled(sheet, posted), findings=_findings(posted),
            photos=_photos(visit, sheet), expected=whole(posted.get("version", "")), key=posted.get("key", "")[:60],
            at=visit.at,
        )  # fmt: skip
    except Stale as stale:
        return _show(visit, visited, posted, stale.words, stale, status=409)
    except Refusal as refusal:
        if getattr(refusal, "is_hidden", False):
            raise
        return _show(visit, visited, posted, refusal.words, status=422)
    return visit.go("visits", said=Words("已同步", "handed in"))


def _show(
    visit: Visit, subject: str, posted: QueryDict | None = None, fault: Words | None = None, stale: Any = None, status: int = 200
) -> HttpResponse:  # fmt: skip
    sheet = sheet_of(visit.account, subject, visit.at)
    saved = sheet.saved
    filled = _filled(sheet, posted) if posted is not None else saved or Filled()
    rows = [_scored(item, filled, saved if posted is not None else None) for item in sheet.items]
    county = visit.organisation.with_code(sheet.school, visit.on)
    return visit.show(
        "visit", status, sheet=sheet, rows=rows, differing=[row for row in rows if row.saved], fault=fault, stale=stale,
        facts=facts_at(sheet.declared.facts, sheet.school, county.parent if county else None, visit.on),
        found=findings_at(visit.account, sheet.school, sheet.declared, visit.at), units=_units(visit, sheet),
        slots=_slots(posted), due=supervision().calendar.add_working_days(visit.on, sheet.declared.finding_days),
        key=secrets.token_urlsafe(16), draw=drawn_of([sheet.item.parent_id or ""]).get(sheet.item.parent_id or ""),
    )  # fmt: skip


def _scored(item: Any, filled: Filled, saved: Filled | None) -> Scored:
    own = filled.points.get(item.id), filled.remarks.get(item.id, "")
    other = (saved.points.get(item.id), saved.remarks.get(item.id, "")) if saved else own
    return Scored(item, *own, saved=other if other != own else None)


def _filled(sheet: Sheet, posted: QueryDict) -> Filled:
    points = {item.id: posted.get(f"score/{item.id}", "") for item in sheet.items}
    remarks = {item.id: posted.get(f"remark/{item.id}", "").strip()[:LONGEST] for item in sheet.items}
    return Filled(
        {name: whole(text) for name, text in points.items() if text.isdigit()},
        {name: text for name, text in remarks.items() if text},
    )


def _slots(posted: QueryDict | None) -> list[Mapping[str, Any]]:
    """The places for findings, with what was typed into them."""
    given = posted or {}
    return [
        {"n": n, **{name: given.get(f"finding/{n}/{name}", "") for name in ("text", "unit", "due")}} for n in FINDINGS
    ]


def _findings(posted: QueryDict) -> list[Finding]:
    """What was written into the places for findings; an empty one is none."""
    found = []
    for slot in _slots(posted):
        if text := slot["text"].strip()[:LONGEST]:
            try:
                due = date.fromisoformat(slot["due"])
            except ValueError:
                raise Refusal(
                    Words(f"问题“{text}”要写期限，例如 2020-06-30", f"give {text!r} a deadline, such as 2020-06-30")
                ) from None
            found.append(Finding(text, slot["unit"], due))
    return found


def _photos(visit: Visit, sheet: Sheet) -> list[Photo]:
    files = {item.id: visit.request.FILES.get(f"photo/{item.id}") for item in sheet.items if item.photo}
    return [Photo(name, str(file.name), file.read(MAX_FILE_BYTES + 1)) for name, file in files.items() if file]


def _units(visit: Visit, sheet: Sheet) -> Sequence[OrganisationUnit]:
    """Which units may answer for a finding: the school, its county, the bureau's own."""
    known = visit.organisation
    near = [known.with_code(sheet.school, visit.on), *known.ancestors(sheet.school, visit.on)]
    offices = [unit for unit in known.units if unit.kind == "office" and unit.is_in_force(visit.on)]
    return [unit for unit in near if unit is not None and unit.kind != "bureau"] + offices


@page("visit/draw/<str:sampled>", policy=Doing.SEE, name="draw_sample", under="visits")
def draw_sample(visit: Visit, sampled: str) -> HttpResponse:
    """How the schools of an inspection were drawn, for anyone to draw them again; before that, the form that draws them."""
    item = Item.objects.filter(pk=sampled).first()
    must(visit.who, Doing.SEE, item)
    assert item is not None
    sheet, posted, fault = sheet_for(item.kind), visit.request.POST, None
    if sheet is None:
        raise Refusal(Words(f"“{item.title}”不是要抽样的事项", f"{item.title!r} is nothing that is sampled"))
    if visit.request.method == "POST":
        try:
            draw(
                account=visit.account, unit=item.owner, subject=sampled, seed=posted.get("seed", ""),
                visitor=posted.get("visitor", ""), expected=whole(posted.get("version", "")),
                key=posted.get("key", "")[:60], at=visit.at,
            )  # fmt: skip
            return visit.go("draw_sample", sampled, said=Words("已抽样", "drawn"))
        except Refusal as refusal:
            fault = refusal.words
    units = [
        u for u in visit.organisation.units if u.kind == "office" and u.is_in_force(visit.on) and u.code != item.owner
    ]
    cases = item.below.filter(is_case=True, kind=item.kind).order_by("title")
    return visit.show(
        "visit_draw", 422 if fault else 200, item=item, drawn=drawn_of([sampled]).get(sampled), shown=_page(visit, cases), fault=fault,
        may_draw=any(one.pk == sampled for one in to_be_drawn(visit.account, visit.at)), units=units, posted=posted,
        frame=len(frame_of(item, visit.at)), share=share_of(sheet, visit.at), most=LONGEST_SEED,
        key=secrets.token_urlsafe(16),
    )  # fmt: skip
