"""通报: issued bulletins, which are public, with the numbers frozen in them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Schema
from pydantic import Field

from yaodian.domain.finding import NotFound, Words
from yaodian.runtime.bulletin import filled
from yaodian.web.api.api import ANYONE, Routes
from yaodian.web.api.schemas import Number
from yaodian.web.documents.bulletins import issued, numbers_of
from yaodian.web.documents.models import Bulletin

routes = Routes(tags=["通报"])
Name = Annotated[str, Field(max_length=40)]


class BulletinTold(Schema):
    """An issued bulletin; `root` is the audit's root that it names, `seal` the digest of all it says."""

    plan: str
    period: str
    number: int
    title: str
    document_no: str
    data_on: date
    issued_at: datetime
    root: str
    seal: str

    @classmethod
    def of(cls, bulletin: Bulletin) -> BulletinTold:
        return cls(**{name: getattr(bulletin, name) for name in BulletinTold.model_fields})


class BulletinWhole(BulletinTold):
    """With its paragraphs (a table as its rows), and each number with its query, day and origin."""

    paragraphs: list[str | list[list[str]]]
    numbers: dict[str, Any]


@routes.operation("GET", "/bulletins", policy=ANYONE, response=list[BulletinTold])
def list_bulletins(request: HttpRequest) -> list[BulletinTold]:
    """Issued bulletins, the newest first, at most 200."""
    return [BulletinTold.of(bulletin) for bulletin in issued()[:200]]


@routes.operation("GET", "/bulletins/{plan}/{period}/{number}", policy=ANYONE, response=BulletinWhole, problems=(404,))
def show_bulletin(request: HttpRequest, plan: Name, period: Name, number: Number) -> BulletinWhole:
    """One issued bulletin."""
    bulletin = issued().filter(plan=plan, period=period, number=number).first()
    if bulletin is None:
        raise NotFound(
            Words(f"没有印发过通报{plan}/{period}/{number}", f"no bulletin {plan}/{period}/{number} was issued")
        )
    paragraphs = [
        paragraph if isinstance(paragraph, str) else [list(row) for row in paragraph]
        for paragraph in filled(bulletin.text, numbers_of(bulletin))
    ]
    told = BulletinTold.of(bulletin).model_dump()
    return BulletinWhole(**told, paragraphs=paragraphs, numbers=bulletin.numbers)
