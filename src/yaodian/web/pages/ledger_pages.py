"""台账页: the ledgers one may see, a unit's ledger with its views, and what is done with several rows of it at once."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from yaodian.domain.entry import Act
from yaodian.domain.finding import NotFound, Refusal, Words
from yaodian.domain.organisation import Organisation, OrganisationUnit
from yaodian.runtime.lifecycle import Phase
from yaodian.runtime.lights import GREY, UNKNOWN
from yaodian.runtime.work_light import WORST_FIRST
from yaodian.web.accounts.policy import Doing, must, must_reach, reaches
from yaodian.web.audit.chain import newest_root
from yaodian.web.documents.ledgers import unit_called
from yaodian.web.installation import supervision
from yaodian.web.ledgers.asking import A_PAGE, MOST_ROWS, SPLITTING, Asked, Span, Tab, usual_span
from yaodian.web.ledgers.models import SavedView
from yaodian.web.ledgers.reading import counts_by_owner, ledger_page
from yaodian.web.ledgers.services import remove_view, save_view
from yaodian.web.pages.acting import chosen_in
from yaodian.web.pages.ledger_rows import cells
from yaodian.web.pages.page import SIGNED_IN, Visit, page
from yaodian.web.work.doable import AT_ONCE
from yaodian.web.work.models import Item
from yaodian.web.work.overview import LIGHTS
from yaodian.web.work.several import act_on_all

Choices = tuple[tuple[str, Words], ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """A unit with how many subjects it has."""

    unit: OrganisationUnit
    counts: Mapping[str, int] = field(default_factory=dict)


@page("ledger", policy=SIGNED_IN)
def ledgers(visit: Visit) -> HttpResponse:
    """The units whose ledgers the account may see, in the order of the bureau; a single one at once."""
    counts, units = counts_by_owner(visit.who), visit.organisation.units
    seen = [unit for unit in units if unit.is_in_force(visit.on) and reaches(visit.who, unit.code)]
    offices = [
        Listed(one, counts.get(one.code, {}))
        for one in seen
        if one.kind == "office" or (one.kind == "bureau" and one.code in counts)
    ]
    counties = [Listed(one, counts.get(one.code, {})) for one in seen if one.kind == "county"]
    schools = [Listed(one, counts[one.code]) for one in seen if one.kind == "school" and one.code in counts]
    if len(offices) + len(counties) + len(schools) == 1:
        return HttpResponseRedirect(reverse("ledger", args=[[*offices, *counties, *schools][0].unit.code]))
    groups = [
        (Words("科室", "Units of the bureau"), offices),
        (Words("县（区、市）", "Counties"), counties),
        (Words("学校", "Schools"), schools),
    ]
    return visit.show("ledgers", groups=[(words, rows) for words, rows in groups if rows])


@page("ledger/<str:unit>", policy=SIGNED_IN, under="ledgers")
def ledger(visit: Visit, unit: str) -> HttpResponse:
    """A view of a unit's ledger, or of what stands below one item; htmx is given the table with its views alone."""
    must_reach(visit.who, unit)
    called = unit_called(unit, visit.on, visit.organisation)
    asked = Asked.of(visit.request.GET, called)
    found, filters = ledger_page(visit.who, asked, visit.at), _filters(asked, called, visit.organisation)
    shown = {
        "unit": called, "asked": asked, "found": found, "rows": cells(visit, found.rows), "acts": found.acts, "tabs": [(tab, found.counts[tab]) for tab in Tab],
        "views": SavedView.objects.filter(account=visit.account, unit=unit).order_by("name"),
        "query": visit.request.GET.urlencode(), "filters": filters, "key": secrets.token_urlsafe(16),
        "is_filtered": any(one.is_set for one in filters), "most": MOST_ROWS, "few": A_PAGE,
        "many_owners": bool(asked.item) or (called.kind in SPLITTING and asked.span is not Span.ITEMS),
    }  # fmt: skip
    if visit.is_partial:
        return visit.show("part_ledger", **shown)
    below = _item(visit, asked.item) if asked.item else None
    refused = visit.request.session.pop("refused", []) if "refused" in visit.request.session else []
    is_own = any(hand.unit == unit for hand in visit.who.hands())
    return visit.show("ledger", below=below, refused=refused, root=newest_root(), is_own=is_own, **shown)


@page("ledger/<str:unit>/act", policy=SIGNED_IN, writes=True, under="ledgers")
def ledger_act(visit: Visit, unit: str) -> HttpResponse:
    """One act with all rows that were ticked; those it could not be done with are told one by one."""
    posted = visit.request.POST
    doing = next((act for act in AT_ONCE if act.value == posted.get("act")), None)
    chosen = chosen_in(posted)
    if doing is None or not posted.get("key"):
        raise Refusal(Words("这个页面不完整，请刷新后再办", "this page is not whole: load it again"))
    if not chosen:
        raise Refusal(Words("没有选中事项，请先勾选", "nothing is ticked: tick the rows first"))
    reason = posted.get("reason", "").strip()
    data = {"reason": reason} if doing is Act.SEND_BACK and reason else {}
    came = act_on_all(
        account=visit.account, chosen=chosen, act=doing, data=data, key=posted["key"], at=visit.at
    )  # fmt: skip
    if came.refused:
        visit.request.session["refused"] = [
            (item.pk, item.title, words.lang(visit.language)) for item, words in came.refused
        ]
    return visit.go("ledger", unit, said=came.words, query=_back(posted.get("query", "")))


@page("ledger/<str:unit>/view", policy=SIGNED_IN, writes=True, under="ledgers")
def ledger_view(visit: Visit, unit: str) -> HttpResponse:
    """Keep what is shown as a view, or keep it no longer."""
    posted = visit.request.POST
    name, query = posted.get("name", ""), posted.get("query", "")
    if posted.get("remove"):
        remove_view(account=visit.account, unit=unit, name=name)
        return visit.go("ledger", unit, said=Words(f"已移除视图“{name}”", f"the view {name!r} was removed"))
    save_view(account=visit.account, unit=unit, name=name, query=query, on=visit.on)
    return visit.go("ledger", unit, said=Words(f"已存为视图“{name}”", f"kept as {name!r}"), query=_back(query))


def _back(query: str) -> str:
    return f"?{query}" if query else ""


def _item(visit: Visit, subject: str) -> Item:
    item = Item.objects.with_plan().filter(pk=subject).first()
    if item is None:
        raise NotFound(Words("没有这个事项", "there is no such item"))
    must(visit.who, Doing.SEE, item)
    return item


@dataclass(frozen=True, slots=True)
class Filter:
    """A select of the filter bar: what it says, its value, the (value, words) to choose from, and which is usual."""

    name: str
    words: Words
    value: str
    choices: Choices
    usual: str = ""

    @property
    def is_set(self) -> bool:
        return self.value != self.usual


EVERY = ("", Words("全部", "all"))
LIGHTS_TO_CHOOSE = (EVERY, *((colour.value, LIGHTS[colour]) for colour in (*WORST_FIRST, GREY, UNKNOWN)))
PHASES = (EVERY, *((phase.value, phase.words) for phase in Phase))


def _filters(asked: Asked, unit: OrganisationUnit, units: Organisation) -> list[Filter]:
    kinds = (EVERY, *((name, Words(kind.label, kind.english)) for name, kind in supervision().kinds.items()))
    splits = unit.kind in SPLITTING
    spans = tuple((span.value, span.words) for span in Span if splits or span is not Span.PARTS)
    return [
        *([Filter("county", Words("县区", "County"), asked.county, _counties(units))] if splits else []),
        Filter("span", Words("范围", "Rows"), asked.span, spans, usual_span(unit, asked.item)),
        Filter("kind", Words("类别", "Kind"), asked.kind, kinds),
        Filter("light", Words("灯", "Light"), asked.light, LIGHTS_TO_CHOOSE),
        Filter("phase", Words("阶段", "Phase"), asked.phase, PHASES),
    ]


def _counties(units: Organisation) -> Choices:
    return (EVERY, *((one.code, Words(one.name, one.name)) for one in units.units if one.kind == "county"))
