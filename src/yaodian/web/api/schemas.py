"""What the API tells and takes, as its schema says it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any, Literal

from ninja import Schema
from pydantic import ConfigDict, Field

from yaodian.declare.column import Column, ColumnType
from yaodian.declare.kind import Step
from yaodian.domain.entry import Act, Entry, Seat
from yaodian.web.plans.models import PlanEdition
from yaodian.web.work.models import Item
from yaodian.web.work.reading import Seen

Id = Annotated[str, Field(min_length=1, max_length=64, pattern=r"^[^\x00-\x1f/]+$")]
Code = Annotated[str, Field(min_length=1, max_length=40, pattern=r"^[^\x00-\x1f]+$")]
Text = Annotated[str, Field(max_length=4000, pattern=r"^[^\x00]*$")]
Key = Annotated[str, Field(min_length=8, max_length=80, pattern=r"^[!-~]+$")]
Number = Annotated[int, Field(ge=1, le=2**31 - 1)]
Acted = Literal[
    "assign", "accept", "report", "attach", "step", "send_back", "submit", "verify", "close", "reopen", "extend",
    "hand_over", "instruct", "suspend", "resume", "revise", "move_edition",
]  # fmt: skip


class Taken(Schema):
    """What is taken knows its fields; others are refused, so that a slip of the pen is no silent nothing."""

    model_config = ConfigDict(extra="forbid")


class SignIn(Taken):
    login: Annotated[str, Field(min_length=1, max_length=64)]
    password: Annotated[str, Field(min_length=1, max_length=200)]
    code: Annotated[str, Field(max_length=20)] = ""


class SignedIn(Schema):
    login: str
    name: str
    csrf: str


class DutyTold(Schema):
    unit: str
    seat: Seat
    purpose: str
    since: date
    until: date | None


class Me(Schema):
    login: str
    name: str
    administers: str | None
    duties: list[DutyTold]


class TokenAsked(Taken):
    label: Annotated[str, Field(min_length=1, max_length=64, pattern=r"^[^\x00-\x1f]+$")]
    days: Annotated[int, Field(ge=1, le=366)] = 90


class TokenMade(Schema):
    id: int
    token: str
    until: datetime


class EditionTold(Schema):
    plan: str
    number: int
    title: str
    year: int
    text_sha256: str
    catalogue_edition: str
    bureau_edition: str
    published_at: datetime

    @classmethod
    def of(cls, edition: PlanEdition) -> EditionTold:
        return cls(**{name: getattr(edition, name) for name in cls.model_fields})


class ItemTold(Schema):
    """A subject as lists tell it."""

    subject: str
    version: int
    plan: str | None
    address: str
    parent: str | None
    is_case: bool
    kind: str
    title: str
    owner: str
    due: date | None
    phase: str

    @classmethod
    def of(cls, item: Item) -> ItemTold:
        return cls(
            subject=item.subject, version=item.version, plan=item.plan.plan if item.plan else None, address=item.address,
            parent=item.parent_id, is_case=item.is_case, kind=item.kind, title=item.title, owner=item.owner, due=item.due,
            phase=item.phase,
        )  # fmt: skip


class CodeTold(Schema):
    code: str
    label: str


class AskTold(Schema):
    """What a step asks of whoever takes it: a text, a day (2020-06-30, none to come) or a code, told by its name in `details`."""

    name: str
    label: str
    type: ColumnType
    required: bool
    codes: list[CodeTold]
    example: str

    @classmethod
    def of(cls, column: Column, on: date) -> AskTold:
        return cls(
            name=column.name, label=column.label, type=column.type, required=column.required, example=column.example,
            codes=[CodeTold(code=one.code, label=one.label) for one in column.own_codes(on)],
        )  # fmt: skip


class StepTold(Schema):
    """A step that one of one's units may take now, the evidence that is attached first, and what it asks."""

    unit: str
    step: str
    label: str
    evidence: str | None
    asks: list[AskTold]

    @classmethod
    def of(cls, unit: str, step: Step, on: date) -> StepTold:
        evidence = step.evidence.value if step.evidence else None
        asks = [AskTold.of(column, on) for column in step.asks]
        return cls(unit=unit, step=step.name, label=step.label, evidence=evidence, asks=asks)


class LightTold(Schema):
    """A colour, and the sentence why."""

    colour: str
    zh: str
    en: str


class PromiseTold(LightTold):
    """What the registers last said of a promise; the number is the indicator's, `source` who states it."""

    promise: str
    indicator: str
    value: float | None
    source: str
    as_of: date | None
    on: date
    release: str


class ItemWhole(ItemTold):
    """A subject with its state and what may be done next; `person` is whom a case is about, where that may be shown."""

    person: str
    light: LightTold
    promises: list[PromiseTold]
    state: dict[str, Any]
    steps: list[StepTold]

    @classmethod
    def seen(cls, found: Seen, on: date) -> ItemWhole:
        told = ItemTold.of(found.item).model_dump()
        steps = [StepTold.of(unit, step, on) for unit, step in found.steps]
        light = LightTold(colour=found.light.colour.value, zh=found.light.why.zh, en=found.light.why.en)
        promises = [PromiseTold(**{n: getattr(one, n) for n in PromiseTold.model_fields}) for one in found.promises]
        return cls(**told, person=found.person, light=light, promises=promises, state=found.item.state, steps=steps)


class ItemPage(Schema):
    items: list[ItemTold]
    next: str | None


class EntryTold(Schema):
    number: int
    act: Act
    at: datetime
    unit: str
    seat: Seat
    account: str
    data: dict[str, Any]

    @classmethod
    def of(cls, entry: Entry) -> EntryTold:
        by = entry.by
        return cls(
            number=entry.number, act=entry.act, at=entry.at, unit=by.unit, seat=by.seat, account=by.account,
            data=dict(entry.data),
        )  # fmt: skip


class EntryPage(Schema):
    entries: list[EntryTold]
    next: str | None


class ActAsked(Taken):
    """What is done: for which unit, on which version, with what (as an entry of that act holds it). What a step asks is told
    in `details`, by the names that the `steps` of the subject give."""

    unit: Code
    act: Acted
    version: Number
    data: dict[str, Any] = Field(default_factory=dict)


class SplitAsked(Taken):
    unit: Code
    version: Number
    parts: Annotated[dict[Code, dict[str, Annotated[float, Field(ge=0, le=1e12)]]], Field(min_length=1)]


class CaseAsked(Taken):
    unit: Code
    kind: Code
    title: Annotated[str, Field(min_length=1, max_length=200, pattern=r"^[^\x00]+$")]
    item: Id | None = None
    owner: Code | None = None
    due: date | None = None
    concerns: list[Code] = Field(default_factory=list, max_length=20)
    person: Annotated[str, Field(max_length=64, pattern=r"^[^\x00]*$")] = ""
    purpose: Annotated[str, Field(max_length=40, pattern=r"^[a-z_]*$")] = ""


class NoticeTold(Schema):
    subject: str
    rung: str
    unit: str
    on: date
    zh: str
    en: str


class NoticePage(Schema):
    notices: list[NoticeTold]
    next: str | None


class AuditTold(Schema):
    id: int
    place: int | None
    at: datetime
    actor: str
    act: str
    subject: str
    purpose: str
    digest: str | None


class AuditPage(Schema):
    rows: list[AuditTold]
    next: str | None


class RootTold(Schema):
    day: date
    first: int
    last: int
    root: str


class CalendarMade(Schema):
    address: str
