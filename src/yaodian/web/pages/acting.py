"""办理页: one form for each act; what is posted becomes an act of the services, and what they refuse stands above the form."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpResponse, QueryDict

from yaodian.domain.entry import Act
from yaodian.domain.finding import Refusal, Words
from yaodian.web.accounts.policy import Doing
from yaodian.web.pages.page import SIGNED_IN, Visit, page
from yaodian.web.pages.showing_item import show_item
from yaodian.web.work.evidence import attach
from yaodian.web.work.models import Item
from yaodian.web.work.services import Stale, act, split

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


def _done(visit: Visit, subject: str, doing: Act) -> Item:
    posted = visit.request.POST
    common: dict[str, Any] = {
        "account": visit.account, "unit": posted.get("unit", ""), "subject": subject,
        "expected": _whole(posted.get("version", "")), "key": posted.get("key", ""), "at": visit.at,
    }  # fmt: skip
    if not common["key"]:
        raise Refusal(Words("这个页面不完整，请刷新后再办", "this page is not whole: load it again"))
    if doing is Act.ATTACH:
        file = visit.request.FILES.get("file")
        if file is None:
            raise Refusal(Words("请选一个文件", "choose a file"))
        step, _, evidence = posted.get("step", "").partition("/")
        return attach(**common, step=step, evidence=evidence, name=file.name, data=file.read())
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
    return data


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


def _whole(text: str) -> int:
    return int(text) if text.isdigit() and len(text) < 10 else 0


@dataclass
class Accepted:
    """What became of several acts: how many were done, and the first reason of those that were not."""

    done: int = 0
    refused: list[Words] = field(default_factory=list)

    @property
    def words(self) -> Words:
        if not self.refused:
            return Words(f"已签收 {self.done} 件", f"accepted {self.done}")
        zh, en = self.refused[0]
        left = len(self.refused)
        return Words(f"已签收 {self.done} 件，{left} 件没有办成：{zh}", f"accepted {self.done}, {left} not: {en}")


@page("accept", policy=SIGNED_IN, writes=True)
def accept_all(visit: Visit) -> HttpResponse:
    """Accept every subject that was on the page, each at the version it was shown at."""
    came = Accepted()
    for named in visit.request.POST.getlist("subject"):
        subject, _, version = named.rpartition("/")
        item = Item.objects.filter(pk=subject).only("owner").first()
        try:
            act(
                account=visit.account, unit=item.owner if item else "", subject=subject, act=Act.ACCEPT, data={},
                expected=_whole(version), key=secrets.token_urlsafe(16), at=visit.at,
            )  # fmt: skip
            came.done += 1
        except Refusal as refusal:
            came.refused.append(refusal.words)
    return visit.go("home", said=came.words)
