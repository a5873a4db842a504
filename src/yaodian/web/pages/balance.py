"""优质均衡: how the counties stand under a standard of balanced compulsory education, and how the schools of one lie apart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse

from yaodian.declare.code_list import CodeList
from yaodian.declare.standard import Standard
from yaodian.domain.finding import NotFound, Refusal, Words
from yaodian.domain.place import COUNTY, Place
from yaodian.web.accounts.policy import Doing
from yaodian.web.installation import indicators, kept, supervision
from yaodian.web.pages.charts import Chart
from yaodian.web.pages.figures import Named, sentence_of
from yaodian.web.pages.page import Visit, page
from yaodian.workspace.balance.keeping import Balances, kept_balance
from yaodian.workspace.publish.balance_words import VERDICTS, figure

Row = Mapping[str, Any]
FAILS = "below"
LARGE = 1000  # from here on decimals say nothing


@dataclass(frozen=True, slots=True)
class Cell:
    """An item of a county: its mean, its coefficient of variation, and whether that lies over the limit."""

    mean: str
    coefficient: str
    is_over: bool


@dataclass(frozen=True, slots=True)
class CountyLine:
    place: Place
    schools: int
    failing: int
    verdict: Words
    composite: str
    is_composite_over: bool
    cells: Sequence[Cell]


@dataclass(frozen=True, slots=True)
class SchoolLine:
    """A school: its pupils and by item (value, whether it lies below what is asked of it); `apart` is how far its farthest
    value lies from the county's mean, as a share of it."""

    name: str
    pupils: float
    values: Sequence[tuple[str, bool]]
    apart: float


@page("balance", policy=Doing.SEE_FIGURES, under="indicators")
def balance(visit: Visit) -> HttpResponse:
    """The counties under a standard in one stage."""
    try:
        found, release = _kept(visit)
    except Refusal as refusal:
        return visit.show("balance", missing=refusal.words)
    standard, stage = _chosen(visit)
    counties = found.get(standard.rule, ())
    lines = [line for one in counties if (line := _line(one, stage)) is not None]
    limit = next((s["limit"] for one in counties for s in one["stages"] if s["stage"] == stage), None)
    return visit.show(
        "balance", lines=lines, limit=limit, judged_on=counties[0]["on"] if counties else None, release=release,
        unverified=any(one["unverified"] for one in counties), **_about(standard, stage),
    )  # fmt: skip


@page("balance/<str:county>", policy=Doing.SEE_FIGURES, under="indicators")
def balance_of_county(visit: Visit, county: str) -> HttpResponse:
    """The schools of a county in one stage, those farthest from its mean first; nobody has a rank."""
    found, _ = _kept(visit)
    standard, stage = _chosen(visit)
    own = next((one for one in found.get(standard.rule, ()) if one["county"] == county), None)
    judged = next((one for one in own["stages"] if one["stage"] == stage), None) if own else None
    if own is None or judged is None:
        raise NotFound(
            Words(
                "没有这个县的均衡数据，请从均衡表里选县。",
                "No balance is kept of this county: choose one in the table.",
            )
        )
    about = _about(standard, stage)
    line = _line(own, stage)
    chart = _dots(judged, [one.lang(visit.language) for one in about["items"]], visit) if line else None
    return visit.show(
        "balance_county", own=own, line=line, chart=chart, schools=_schools(judged), limit=judged["limit"], **about,
        undecided=len(own["undecided_schools"]),
    )  # fmt: skip


def _kept(visit: Visit) -> tuple[Balances, str]:
    """What was kept with the observations; Refusal with the repair where nothing was."""
    values = kept(visit.on)
    found = kept_balance(values.folder, values.release)
    if found is None:
        raise Refusal(
            Words(
                f"还没有评判过均衡。请运行 yaodian indicators observe --records {values.folder}。",
                f"Balance was not judged yet. Run yaodian indicators observe --records {values.folder}.",
            )
        )
    return found, values.release


def _chosen(visit: Visit) -> tuple[type[Standard], str]:
    known = sorted(_standards(), key=lambda one: one.rule, reverse=True)
    standard = next((one for one in known if one.rule == visit.request.GET.get("rule")), known[0])
    stage = visit.request.GET.get("stage")
    return standard, stage if stage in standard.stages else standard.stages[0]


def _standards() -> Sequence[type[Standard]]:
    return list(indicators().catalogue.of(Standard).values())


def _about(standard: type[Standard], stage: str) -> dict[str, Any]:
    stages = {code.code: Words(code.label, code.code) for code in indicators().catalogue.of(CodeList)["stages"].codes}
    rules = sorted(((one.rule, Words(one.label, one.english)) for one in _standards()), reverse=True)
    return {
        "standard": Named.of(standard), "rule": standard.rule, "reference": standard.reference, "about": Words(standard.words, sentence_of(standard)),
        "is_composite": standard.is_composite, "rules": rules, "stage": stage, "stages": [(one, stages[one]) for one in standard.stages],
        "stage_words": stages[stage], "items": [one.short for one in standard.items],
        "ids": [one.indicator for one in standard.items],
    }  # fmt: skip


def _line(one: Row, stage: str) -> CountyLine | None:
    """A county's row; None where no school of the stage is counted."""
    judged = next((s for s in one["stages"] if s["stage"] == stage and s["schools"]), None)
    if judged is None:
        return None
    place = supervision().places.with_code(one["county"]) or Place(one["county"], one["name"], COUNTY)
    limit, composite = judged["limit"], judged["composite"]
    single = composite is None
    cells = [
        Cell(_told(mean), _told(cv, limit if single else None), single and number in judged["over"])
        for number, (mean, cv) in enumerate(zip(judged["means"], judged["coefficients"], strict=True))
    ]
    failing = sum(school["met"] is False for school in judged["schools"])
    over = composite is not None and judged["within_limit"] is False
    return CountyLine(
        place, len(judged["schools"]), failing, VERDICTS[judged["met"]],
        _told(composite, limit), over, cells,
    )  # fmt: skip


def _schools(judged: Row) -> list[SchoolLine]:
    lines = []
    for school in judged["schools"]:
        standings = school["standings"] or [""] * len(school["values"])
        told = [(_told(v), standing == FAILS) for v, standing in zip(school["values"], standings, strict=True)]
        apart = [abs(v / m - 1) for v, m in zip(school["values"], judged["means"], strict=True) if v is not None and m]
        lines.append(SchoolLine(school["name"], school["pupils"], told, max(apart, default=0.0)))
    return sorted(lines, key=lambda line: (-line.apart, line.name))


def _dots(judged: Row, names: Sequence[str], visit: Visit) -> Chart:
    """Each item's schools along one axis: their values in per cent of the county's mean."""
    rows = []
    for place, (name, mean) in enumerate(zip(names, judged["means"], strict=True)):
        values = [school["values"][place] for school in judged["schools"]]
        own = [round(100 * value / mean, 1) for value in values if value is not None] if mean else []
        rows.append({"name": name, "values": own, "mean": 100})
    sentence = Words(
        f"各校各项相当于县均的百分比，{len(judged['schools'])} 所学校",
        f"each school's items in per cent of the county's mean, {len(judged['schools'])} schools",
    )
    return Chart({"form": "dots", "unit": "%", "rows": rows}, (), (), sentence.lang(visit.language))


def _told(value: float | None, most: float | None = None) -> str:
    return "–" if value is None else figure(value, 0 if abs(value) >= LARGE else 2, most=most)
