"""事项: work items and cases, read and carried on."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from django.http import HttpRequest
from ninja import Header, Query, Schema, Status
from pydantic import Field

from yaodian.domain.entry import Act
from yaodian.web import clock
from yaodian.web.accounts.policy import Doing
from yaodian.web.api.api import Routes, account_in
from yaodian.web.api.paging import LONGEST, USUAL, by_due
from yaodian.web.api.schemas import (
    ActAsked,
    CaseAsked,
    EntryPage,
    EntryTold,
    Id,
    ItemPage,
    ItemTold,
    ItemWhole,
    Key,
    SplitAsked,
)
from yaodian.web.clock import day_of
from yaodian.web.work.reading import items_of, seen
from yaodian.web.work.services import act, open_case, split

routes = Routes(tags=["事项"])
Limit = Annotated[int, Field(ge=1, le=LONGEST)]
Cursor = Annotated[str, Field(max_length=400)]
KeyHeader = Annotated[Key, Header(alias="Idempotency-Key", description="Made by the caller, new for each write.")]


class Chosen(Schema):
    """Which subjects are listed."""

    owner: Annotated[str, Field(max_length=40)] | None = None
    kind: Annotated[str, Field(max_length=40)] | None = None
    phase: Annotated[str, Field(max_length=12)] | None = None
    plan: Annotated[str, Field(max_length=40)] | None = None
    parent: Annotated[str, Field(max_length=64)] | None = None
    is_case: bool | None = None
    is_open: bool | None = None
    due_before: date | None = None
    words: Annotated[str, Field(max_length=40)] | None = None
    cursor: Cursor = ""
    limit: Limit = USUAL

    def columns(self) -> dict[str, object]:
        """What the columns of a subject must be."""
        named = {
            "kind": self.kind, "phase": self.phase, "plan__plan": self.plan, "parent": self.parent,
            "is_case": self.is_case, "due__lt": self.due_before, "title__contains": self.words,
        }  # fmt: skip
        return {name: value for name, value in named.items() if value is not None}


@routes.operation("GET", "/items", policy=Doing.SEE, response=ItemPage, problems=(404,))
def list_items(request: HttpRequest, chosen: Query[Chosen]) -> ItemPage:
    """The subjects that one may see, by deadline."""
    items = items_of(
        account_in(request),
        day_of(clock.now()),
        unit=chosen.owner,
        is_open=chosen.is_open,
        **chosen.columns(),
    )
    page, after = by_due(items.with_plan().defer("state"), chosen.cursor, chosen.limit)
    return ItemPage(items=[ItemTold.of(item) for item in page], next=after)


@routes.operation("GET", "/items/{subject}", policy=Doing.SEE, response=ItemWhole, problems=(404,))
def show_item(request: HttpRequest, subject: Id) -> ItemWhole:
    """One subject: its state, and what one may do next."""
    on = day_of(clock.now())
    return ItemWhole.seen(seen(account_in(request), subject, on), on)


@routes.operation("GET", "/items/{subject}/entries", policy=Doing.SEE, response=EntryPage, problems=(404,))
def list_entries(
    request: HttpRequest, subject: Id, after: Annotated[int, Field(ge=0, le=2**31 - 1)] = 0, limit: Limit = USUAL
) -> EntryPage:
    """The entries of a subject after a number, in their order."""
    found = seen(account_in(request), subject, day_of(clock.now()))
    page = [entry for entry in found.entries if entry.number > after][:limit]
    more = bool(page) and page[-1].number < found.item.version
    return EntryPage(entries=[EntryTold.of(entry) for entry in page], next=str(page[-1].number) if more else None)


@routes.operation("POST", "/items/{subject}/acts", policy=Doing.SEE, response=ItemTold, problems=(403, 404, 409))
def do(request: HttpRequest, subject: Id, asked: ActAsked, key: KeyHeader) -> ItemTold:
    """Do one thing with a subject, on the version one has seen. Sent again with the same key it is done once."""
    item = act(
        account=account_in(request), unit=asked.unit, subject=subject, act=Act(asked.act), data=asked.data,
        expected=asked.version, key=key, at=clock.now(),
    )  # fmt: skip
    return ItemTold.of(item)


@routes.operation("POST", "/items/{subject}/split", policy=Doing.SEE, response=ItemTold, problems=(403, 404, 409))
def split_item(request: HttpRequest, subject: Id, asked: SplitAsked, key: KeyHeader) -> ItemTold:
    """Split the promises of a subject among units; each gets an item of its own."""
    item = split(
        account=account_in(request), unit=asked.unit, subject=subject, parts=asked.parts, expected=asked.version, key=key,
        at=clock.now(),
    )  # fmt: skip
    return ItemTold.of(item)


@routes.operation("POST", "/cases", policy=Doing.SEE, response={201: ItemTold}, problems=(403, 404))
def new_case(request: HttpRequest, asked: CaseAsked, key: KeyHeader) -> Status[ItemTold]:
    """Open a case. Sent again with the same key it is opened once."""
    item = open_case(
        account=account_in(request), unit=asked.unit, kind=asked.kind, title=asked.title, key=key, at=clock.now(),
        item=asked.item or "", owner=asked.owner or "", due=asked.due.isoformat() if asked.due else None,
        concerns=asked.concerns, person=asked.person, purpose=asked.purpose,
    )  # fmt: skip
    return Status(201, ItemTold.of(item))
