"""办理页: one form for each act; what is posted becomes an act of the services, and what they refuse stands above the form."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction
from django.http import HttpResponse, QueryDict

from yaodian.domain.entry import Act
from yaodian.domain.finding import Refusal, Words
from yaodian.web.accounts.policy import Doing, NotAllowed
from yaodian.web.pages.asking import details_in
from yaodian.web.pages.page import SIGNED_IN, Visit, page
from yaodian.web.pages.showing_item import show_item
from yaodian.web.work.evidence import attach
from yaodian.web.work.models import Item
from yaodian.web.work.persons import person_of
from yaodian.web.work.services import Stale, act, split
from yaodian.web.work.several import act_on_all

REASON = ("reason",)


@page("item/<str:subject>", policy=Doing.SEE, under="plans")
def item(visit: Visit, subject: str) -> HttpResponse:
    """A measure, a part of one, or a case: what was promised, what is, what happened, and what one may do next."""
    return show_item(visit, subject, doing=visit.request.GET.get("do", ""))


@page("item/<str:subject>/act", policy=Doing.SEE, writes=True, under="plans")
def do(visit: Visit, subject: str) -> HttpResponse:
    """Do one thing; refused, the page comes again with the reason above the form and everything that was typed."""
    posted = visit.request.POST
    doing = Act(posted["act"]) if posted.get("act") in set(Act) else None
    if doing is None:
        raise Refusal(Words("没有写明办理什么", "it is not said what to do"))
    try:
        done = _done(visit, subject, doing)
    except Stale as stale:
        return show_item(visit, subject, doing=doing.value, posted=posted, fault=stale.words, stale=stale, status=409)
    except Refusal as refusal:
        if getattr(refusal, "is_hidden", False):
            raise
        return show_item(visit, subject, doing=doing.value, posted=posted, fault=refusal.words, status=422)
    back = posted.get("back", "")
    said = Words(f"已{doing.words.zh}", doing.words.en)
    return visit.go("home", said=said) if back == "home" else visit.go("item", done.subject, said=said)


@page("item/<str:subject>/person", policy=Doing.SEE, writes=True, under="plans")
def show_person(visit: Visit, subject: str) -> HttpResponse:
    """查看姓名: whom a case is about, for a purpose; that it was looked at is recorded first."""
    purpose = visit.request.POST.get("purpose", "")
    try:
        person = person_of(account=visit.account, subject=subject, purpose=purpose, at=visit.at)
    except NotAllowed as refusal:
        if refusal.is_hidden:
            raise
        return show_item(visit, subject, fault=refusal.words, status=403)
    return show_item(visit, subject, person=person)


def _done(visit: Visit, subject: str, doing: Act) -> Item:
    posted = visit.request.POST
    common: dict[str, Any] = {
        "account": visit.account, "unit": posted.get("unit", ""), "subject": subject,
        "expected": whole(posted.get("version", "")), "key": posted.get("key", ""), "at": visit.at,
    }  # fmt: skip
    if not common["key"]:
        raise Refusal(Words("这个页面不完整，请刷新后再办", "this page is not whole: load it again"))
    if doing is Act.ATTACH:
        file = visit.request.FILES.get("file")
        if file is None:
            raise Refusal(Words("请选一个文件", "choose a file"))
        step, _, evidence = posted.get("step", "").partition("/")
        with transaction.atomic():
            done = attach(**common, step=step, evidence=evidence, name=file.name, data=file.read())
            if not posted.get("goes_on"):
                return done
            later = {**common, "expected": done.version, "key": f"{common['key'][:70]}-goes-on"}
            return act(**later, act=Act.STEP, data={"step": step, **details_in(step, posted)})
    if doing is Act.SPLIT:
        return split(**common, parts=parts_in(posted))
    return act(**common, act=doing, data=data_in(doing, posted))


def data_in(doing: Act, posted: QueryDict) -> dict[str, Any]:
    """What an entry of the act holds, from the fields of its form; an empty field is not there."""
    data: dict[str, Any] = {}
    for name in FIELDS.get(doing, ()):
        text = posted.get(name, "").strip()
        if text:
            data[name] = number_in(text) if name == "value" else text
    return {**data, **details_in(data["step"], posted)} if "step" in data else data


FIELDS: Mapping[Act, Sequence[str]] = {
    Act.ASSIGN: ("owner", "note"),
    Act.ACCEPT: ("note",),
    Act.REPORT: ("promise", "value", "as_of", "note"),
    Act.STEP: ("step", "note"),
    Act.SEND_BACK: REASON,
    Act.SUBMIT: ("note",),
    Act.VERIFY: ("note",),
    Act.CLOSE: ("note",),
    Act.REOPEN: REASON,
    Act.EXTEND: ("due", "reason"),
    Act.HAND_OVER: ("owner", "reason"),
    Act.INSTRUCT: ("text",),
    Act.SUSPEND: REASON,
    Act.RESUME: ("note",),
}


def parts_in(posted: QueryDict) -> dict[str, dict[str, float]]:
    """The parts of a split from fields named part/<unit>/<promise>."""
    parts: dict[str, dict[str, float]] = {}
    for name, text in posted.items():
        if name.startswith("part/"):
            _, unit, promise = name.split("/", 2)
            parts.setdefault(unit, {})[promise] = number_in(text.strip() or "0")
    return parts


def number_in(text: str) -> float:
    """The number that was typed; Refusal where it is none."""
    plain = text.replace(",", "").replace("，", "")
    try:
        value = float(plain)
    except ValueError:
        raise Refusal(Words(f"“{text}”不是数，请只填数字，例如 30", f"{text!r} is no number: write 30")) from None
    return int(value) if value.is_integer() else value


def whole(text: str) -> int:
    """The number of a field that a page filled; 0 where it is none."""
    return int(text) if text.isdigit() and len(text) < 10 else 0


@page("accept", policy=SIGNED_IN, writes=True)
def accept_all(visit: Visit) -> HttpResponse:
    """Accept every subject that was on the page, each at the version it was shown at."""
    chosen, key = chosen_in(visit.request.POST), secrets.token_urlsafe(16)
    came = act_on_all(account=visit.account, chosen=chosen, act=Act.ACCEPT, data={}, key=key, at=visit.at)
    return visit.go("home", said=came.words)


def chosen_in(posted: QueryDict) -> list[tuple[str, int]]:
    """The subjects that were ticked, each with the version it was shown at."""
    named = (one.rpartition("/") for one in posted.getlist("subject"))
    return [(subject, whole(version)) for subject, _, version in named]
