"""指标: what can be measured and how it is defined; declarations are public."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

from django.http import HttpRequest
from ninja import Query, Schema
from pydantic import Field

from yaodian.declare.indicator import Indicator
from yaodian.domain.finding import NotFound, Words
from yaodian.domain.period import Period
from yaodian.domain.place import SCHOOL, Level
from yaodian.web import clock
from yaodian.web.accounts.policy import Doing, NotAllowed, must, standing
from yaodian.web.accounts.simulated import must_suit
from yaodian.web.api.api import ANYONE, Routes, account_in
from yaodian.web.clock import day_of
from yaodian.web.installation import indicators, records
from yaodian.workspace.explaining import Explained as Whole
from yaodian.workspace.explaining import kept_explanation
from yaodian.workspace.publish.indicator_facts import indicator_facts

routes = Routes(tags=["指标"])


class IndicatorTold(Schema):
    """An indicator: `formulas` are SQL expressions by the day they hold from; `of` the indicators it is made from."""

    id: str
    label: str
    english: str
    words: str
    unit: str
    grain: str
    better: str
    registers: list[str]
    of: list[str]
    disaggregations: list[str]
    threshold: str | None
    reference: str
    formulas: dict[str, dict[str, Any]]


@routes.operation("GET", "/indicators", policy=ANYONE, response=list[IndicatorTold])
def list_indicators(request: HttpRequest) -> list[IndicatorTold]:
    """All indicators of the catalogue and of the bureau."""
    return [IndicatorTold(**indicator_facts(one)) for one in indicators().catalogue.of(Indicator).values()]


@routes.operation("GET", "/indicators/{indicator}", policy=ANYONE, response=IndicatorTold, problems=(404,))
def show_indicator(request: HttpRequest, indicator: Annotated[str, Field(max_length=100)]) -> IndicatorTold:
    """One indicator, by its id or its name."""
    return IndicatorTold(**indicator_facts(indicators().named(indicator)))


class SourceTold(Schema):
    """A question that a value is made of."""

    indicator: str
    level: str
    period: str


class ParameterTold(Schema):
    """A parameter behind a value, with its document; `unverified` where it was not held against the original."""

    name: str
    value: Any
    since: date
    reference: str
    unverified: bool


class ValueTold(Schema):
    """A value with its parts; `withheld` where fewer persons stand behind it than may be shown, and then without numbers."""

    value: float | None
    numerator: float | None
    denominator: float | None
    low: float | None
    high: float | None
    withheld: bool


class Explained(Schema):
    """How a value came about: `formulas` in force on the period's last day, `registers` the version of each table of the
    release, `query` what was asked of them (none where the value is made of others), `values` none where the place has none."""

    indicator: str
    label: str
    words: str
    unit: str
    period: str
    level: str
    place: str
    release: str
    values: list[ValueTold]
    formulas: dict[str, str]
    parameters: list[ParameterTold]
    registers: dict[str, int]
    query: str
    made_of: list[SourceTold]
    is_unverified: bool


class Asked(Schema):
    """Which value is to be explained: of the period, or of the indicator's own period that holds the day (default today)."""

    level: Literal["city", "county", "school"] = "city"
    place: Annotated[str, Field(max_length=40)] = ""
    on: date | None = None
    period: Annotated[str, Field(max_length=12)] | None = None


@routes.operation(
    "GET", "/indicators/{indicator}/explanation", policy=Doing.SEE_VALUES, response=Explained, problems=(403, 404)
)
def explain_indicator(
    request: HttpRequest, indicator: Annotated[str, Field(max_length=100)], asked: Query[Asked]
) -> Explained:
    """How the measured value of an indicator came about, from what is kept of the current release."""
    today = day_of(clock.now())
    who = standing(account_in(request), today)
    must(who, Doing.SEE_VALUES)
    if asked.level == SCHOOL and not who.sight.all_items and asked.place not in who.sight.units:
        raise NotAllowed(
            Words("这所学校不在您的职务范围内", "this school lies outside the duties of this account"), is_hidden=True
        )
    folder = records()
    if folder is None:
        raise NotFound(
            Words(
                "本机没有设数仓，没有实测值；请管理员设 YAODIAN_RECORDS",
                "no records are set here, so there are no measured values: the administrator sets YAODIAN_RECORDS",
            )
        )
    must_suit(folder)
    wanted = Period.parse(asked.period) if asked.period else asked.on or today
    found = kept_explanation(indicators(), folder, indicator, Level(asked.level), asked.place, wanted)
    return _told(found, asked.place)


def _told(found: Whole, place: str) -> Explained:
    told, indicator = found.told, found.told.indicator
    return Explained(
        indicator=indicator.id, label=indicator.label, words=indicator.words, unit=indicator.unit.symbol,
        period=str(told.question.period), level=told.question.level.value, place=place, release=told.release,
        values=[ValueTold(**{name: row[name] for name in ValueTold.model_fields}) for row in found.rows],
        formulas=dict(told.formulas), registers=dict(told.versions), query=told.sql,
        parameters=[
            ParameterTold(
                name=name, value=one.value, since=one.since, reference=one.reference, unverified=one.unverified
            )
            for name, one in told.parameters.items()
        ],
        made_of=[SourceTold(indicator=q.indicator, level=q.level.value, period=str(q.period)) for q in told.sources],
        is_unverified=found.is_unverified,
    )  # fmt: skip
