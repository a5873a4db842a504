"""办公室首页: what is stuck, in five lists, each with what the office can do about it at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse

from yaodian.domain.finding import Refusal, Words
from yaodian.runtime.lifecycle import State
from yaodian.runtime.reminders import Rung
from yaodian.web.accounts.policy import Doing
from yaodian.web.documents.bulletins import readable
from yaodian.web.documents.models import Status
from yaodian.web.notices.reading import awaiting_supervision, newest_notices
from yaodian.web.notices.reminding import remind
from yaodian.web.pages.bulletins import month_to_tell, months_of
from yaodian.web.pages.page import Visit, page
from yaodian.web.plans.reading import newest_editions
from yaodian.web.plans.structure import names_of
from yaodian.web.work import stuck
from yaodian.web.work.models import Item
from yaodian.web.work.overview import lit
from yaodian.web.work.writing import current
from yaodian.workspace.promises import PromiseName

AT_FIRST, A_PAGE = 6, 25


@dataclass(frozen=True, slots=True)
class Row:
    """A subject in a list, and why it stands there."""

    item: Item
    state: State
    why: Words


@dataclass(frozen=True, slots=True)
class Sent:
    """The last notice about a subject."""

    rung: Words
    on: date


@dataclass(frozen=True, slots=True)
class Kind:
    """A list: what it is called, which of the open items stand in it, how a row says why, what its button says, what stands
    there where it is empty, and what a reminder asks for."""

    words: Words
    chosen: Callable[[Any, date], Any]
    rows: Callable[[Sequence[Any], Visit], list[Row]]
    button: Words
    nothing: Words
    ask: Words


def _by_light(items: Sequence[Any], visit: Visit) -> list[Row]:
    return [Row(one.item, one.state, one.brief) for one in lit(items, visit.on)]


def _by_reason(items: Sequence[Any], visit: Visit) -> list[Row]:
    reasons = stuck.reasons_of_return(item.subject for item in items)
    unsaid = Words("没有写明理由", "no reason was given")
    told = {subject: Words(reason, reason) for subject, reason in reasons.items() if reason}
    return [Row(item, current(item), told.get(item.subject, unsaid)) for item in items]


def _by_numbers(found: Sequence[Any], visit: Visit) -> list[Row]:
    names = names_of(newest_editions()) if found else {}
    rows = []
    for one in found:
        name = names.get(one.measured.promise, PromiseName())
        said, seen = name.number(one.reported.value), name.number(one.measured.value)
        why = Words(f"自报 {said}，实测 {seen}", f"reported {said}, measured {seen}")
        rows.append(Row(one.item, current(one.item), why))
    return rows


REMIND = Words("提醒", "Remind")
LISTS: Mapping[str, Kind] = {
    "unaccepted": Kind(
        Words("未签收", "Not accepted"), stuck.unaccepted, _by_light, REMIND,
        Words("都已签收。", "All are accepted."), Words("请签收", "accept it"),
    ),
    "overdue": Kind(
        Words("逾期", "Overdue"), stuck.overdue, _by_light, REMIND,
        Words("没有逾期件。", "Nothing is overdue."), Words("请抓紧办结", "finish it"),
    ),
    "returned": Kind(
        Words("退回", "Sent back"), stuck.returned, _by_reason, Words("退回说明", "Say why"),
        Words("没有退回后未重报的。", "Nothing sent back waits."), Words("请补正再报", "mend and submit"),
    ),
    "conflicts": Kind(
        Words("数字打架", "Numbers that differ"), stuck.disagreements, _by_numbers, REMIND,
        Words("自报和实测没有超出允许的差。", "Reported and measured agree."), Words("请核对两个数", "check both numbers"),
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Listed:
    """A list as the page shows it: the first rows, or a page of all where it stands alone, each with its last notice."""

    name: str
    kind: Kind
    count: int
    rows: Sequence[tuple[Row, Sent | None]]
    shown: Any


def of_office(visit: Visit) -> HttpResponse:
    """All lists with their first rows, or one of them whole (`list`)."""
    items, alone = stuck.open_items(visit.account, visit.on), visit.request.GET.get("list", "")
    if alone in LISTS:
        return visit.show("home_office_list", listed=_listed(alone, items, visit, A_PAGE))
    listed = [_listed(name, items, visit, AT_FIRST) for name in LISTS]
    drafts = list(readable(visit.account, visit.at).exclude(status=Status.ISSUED.value))
    letters = awaiting_supervision(visit.account, visit.on)
    months = months_of(visit.on)
    month = month_to_tell(months)
    return visit.show(
        "home_office", listed=listed, drafts=drafts, letters=letters, to_write=len(drafts) + len(letters), month=month,
        drafted=next((one for one in drafts if month and one.period == str(month)), None),
        statuses={status.value: status.words for status in Status},
        own=items.filter(owner__in={post.unit for post in visit.who.posts}).count(),
    )  # fmt: skip


def _listed(name: str, items: Any, visit: Visit, rows: int) -> Listed:
    kind = LISTS[name]
    pages = Paginator(kind.chosen(items, visit.on), rows)
    shown = pages.get_page(visit.request.GET.get("page") if rows == A_PAGE else 1)
    found = kind.rows(list(shown), visit)
    sent = newest_notices([row.item.subject for row in found], visit.on) if found else {}
    told = {subject: Sent(Rung(one.rung).words, one.on) for subject, one in sent.items()}
    return Listed(name, kind, pages.count, [(row, told.get(row.item.subject)) for row in found], shown)


@page("remind", policy=Doing.REMIND, writes=True, under="home")
def remind_chosen(visit: Visit) -> HttpResponse:
    """Remind the owners of the subjects that were ticked in a list, with the reason that stands there."""
    posted = visit.request.POST
    kind, subjects = LISTS.get(posted.get("list", "")), posted.getlist("subject")
    if kind is None or not subjects:
        raise Refusal(Words("没有勾选事项，请先勾选再提醒", "nothing was ticked: tick items first"))
    items = stuck.open_items(visit.account, visit.on).filter(pk__in=subjects)
    rows = kind.rows(list(kind.chosen(items, visit.on)), visit)
    why = {row.item.subject: _asked(kind, row) for row in rows}
    sent = remind(by=visit.account, why=why, at=visit.at)
    left = len(subjects) - sent
    zh, en = f"已发提醒 {sent} 件", f"{sent} reminders sent"
    if left:
        zh, en = f"{zh}，{left} 件今天已发过或不再需要", f"{en}, {left} sent today already or no longer needed"
    return visit.go("home", said=Words(zh, en))


def _asked(kind: Kind, row: Row) -> Words:
    title, why, ask = row.item.title, row.why, kind.ask
    return Words(f"{kind.words.zh}：“{title}”{why.zh}，{ask.zh}", f"{kind.words.en}: {title!r}, {why.en}; {ask.en}")
