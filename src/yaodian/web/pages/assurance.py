"""对象保障页: every programme with who is entitled, served and left out; one programme with its flow, its counties and its cases."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from django.http import HttpResponse

from yaodian.declare.column import Privacy
from yaodian.declare.indicator import Indicator
from yaodian.domain.entry import Seat
from yaodian.domain.finding import NotFound, Words
from yaodian.domain.place import COUNTY
from yaodian.runtime.roles import OF_THE_BUREAU
from yaodian.web.accounts.policy import Doing
from yaodian.web.assurance.models import ProgrammeResult
from yaodian.web.assurance.pairs import waiting_for
from yaodian.web.assurance.reading import Standing, answers, by_county, standings
from yaodian.web.documents.cases import MINIMUM
from yaodian.web.installation import NotObserved, indicators, kept, supervision
from yaodian.web.pages.charts import Chart
from yaodian.web.pages.page import Visit, page
from yaodian.web.pages.templatetags.yaodian import number
from yaodian.workspace.assuring import Told, programmes

FEW = Words("少于最小值", "few")
STATES = {
    "served": Words("已保障", "Served"),
    "gap": Words("缺口", "Left out"),
    "unclear": Words("待辨认", "To be told apart"),
    "unknown": Words("不知道", "Unknown"),
}


@page("assurance", policy=Doing.SEE_FIGURES)
def assurance(visit: Visit) -> HttpResponse:
    """All programmes, where most are left out first."""
    county = county_shown(visit)
    shown = sorted(standings(county), key=_worst_first)
    return visit.show("assurance", county=county, shown=shown, pairs=waiting_for(visit.account, visit.at))


@page("assurance/<str:programme>", policy=Doing.SEE_FIGURES, under="assurance")
def programme(visit: Visit, programme: str) -> HttpResponse:
    """One programme: where its people are, county by county, and how its cases stand."""
    told = programmes().get(programme)
    if told is None:
        raise NotFound(Words(f"没有保障项目“{programme}”。", f"There is no programme {programme}."))
    county = county_shown(visit)
    standing = next(one for one in standings(county) if one.programme.id == programme)
    result = standing.result
    return visit.show(
        "programme", told=told, county=county, result=result, standing=standing, states=STATES.items(),
        chart=_flow(visit, standing) if standing.cohort else None, money=_money(result) if not county else (),
        counties=_counties(told, result, county, visit) if result else (), reported=_reported(told, visit), answers=_answers(told, county, visit),
    )  # fmt: skip


def _worst_first(one: Standing) -> tuple[bool, bool, int, str]:
    return one.result is None, not one.is_recorded, -one.states.get("gap", 0), one.programme.id


def county_shown(visit: Visit) -> str:
    """The county whose numbers are shown: the own one of who acts for a county alone; "" for the city."""
    if visit.who.holds(*OF_THE_BUREAU):
        return ""
    return next((hand.unit for hand in visit.who.hands() if hand.seat is Seat.COUNTY), "")


def _counties(told: Told, result: ProgrammeResult, county: str, visit: Visit) -> Sequence[tuple[str, Standing]]:
    rows = by_county(told, result, sorted(supervision().counties(visit.on)))
    return [(code, one) for code, one in rows if not county or code == county]


def _reported(told: Told, visit: Visit) -> Mapping[str, str]:
    """By county, what it reports of the same in its own ledger; nothing where no register holds that, or it was not observed."""
    try:
        held = kept(visit.on) if told.reported else None
    except NotObserved:
        held = None
    if held is None:
        return {}
    indicator = indicators().catalogue.of(Indicator)[told.reported]
    periods = held.periods(indicator)
    values = held.values(indicator, COUNTY, periods[0]) if periods else {}
    few = FEW.lang(visit.language)
    return {place: few if one.is_withheld else number(one.value) for place, one in values.items()}


def _answers(told: Told, county: str, visit: Visit) -> Sequence[tuple[Words, Sequence[tuple[str, str]]]]:
    """What was told in its cases, counted; what may harm a person is hidden where it was told of few."""
    least, few = supervision().parameters[MINIMUM].on(visit.on).value, FEW.lang(visit.language)
    return [
        (column.words, [
            (code.label, few if column.privacy > Privacy.P2 and count < least else number(count)) for code, count in counts
        ])
        for column, counts in answers(told.id, county)
    ]  # fmt: skip


MONEY = {
    "due": Words("应发", "Due"), "paid": Words("实发", "Paid"), "missing": Words("少发", "Missing"),
    "excess": Words("多发", "Too much"), "unentitled": Words("发给不应享受的人", "To people without a right"),
}  # fmt: skip


def _money(result: ProgrammeResult | None) -> Sequence[tuple[Words, str]]:
    """Of a programme that pays, its sums in yuan."""
    told: dict[str, Any] = (result.tally.get("money") or {}) if result else {}
    return [(words, f"{Decimal(told[name]):,}") for name, words in MONEY.items() if name in told]


def _flow(visit: Visit, standing: Standing) -> Chart:
    """From the cohort to where its people are, and of those left out to their cases."""
    zh = visit.language == "zh"
    states = [(name, words.lang(visit.language), standing.states.get(name, 0)) for name, words in STATES.items()]
    cases = [
        ("open", "个案未结" if zh else "Cases open", standing.cases.open),
        ("closed", "个案已销号" if zh else "Cases closed", standing.cases.closed),
    ]
    nodes = [("cohort", "应保障" if zh else "Entitled", standing.cohort), *states, *cases]
    links = [("cohort", name, count) for name, _, count in states]
    links.append(("gap", "open", min(standing.cases.open, standing.states.get("gap", 0))))
    used = {name for source, target, count in links if count for name in (source, target)}
    data = {
        "form": "sankey", "unit": "人" if zh else "",
        "nodes": [{"name": name, "label": label} for name, label, _ in nodes if name in used],
        "links": [{"source": a, "target": b, "value": count} for a, b, count in links if count],
    }  # fmt: skip
    head = ["去向", "人数"] if zh else ["Where", "Persons"]
    rows = [[label, f"{count:,}"] for _, label, count in nodes]
    gap = standing.states.get("gap", 0)
    sentence = (
        f"应保障{standing.cohort:,}人，缺口{gap:,}人" if zh else f"{standing.cohort:,} entitled, {gap:,} left out"
    )
    return Chart(data, head, rows, sentence)
