"""指标: all that is measured, and one indicator with its counties, its course, its data, and the rows behind it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse

from yaodian.declare.indicator import Indicator
from yaodian.domain.access import Purpose
from yaodian.domain.finding import NotFound, Refusal, Words
from yaodian.domain.period import Period
from yaodian.domain.place import CITY, Place
from yaodian.web.accounts.policy import Doing
from yaodian.web.installation import NotObserved, indicators, kept
from yaodian.web.pages.figures import BETTER, WORST, Named, Scale, bound_promises, period_words
from yaodian.web.pages.finding_things import matches
from yaodian.web.pages.page import Visit, page
from yaodian.web.pages.showing_indicator import Asked, defined, history, indicator_called, period_choices
from yaodian.web.registers.reading import actor_of, rows_of
from yaodian.web.work.models import PromiseLight
from yaodian.workspace.drilling import purposes_of
from yaodian.workspace.kept_values import KeptValues, Value
from yaodian.workspace.observing import shown_type
from yaodian.workspace.publish.indicator_words import PARTS

LINES = 25
GUARDED = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Line:
    """An indicator in the list: its register, its subject (that register's office) and the city's newest value."""

    named: Named
    register: Named
    subject: str
    scale: Scale
    period: Period | None
    now: Value | None
    before: Value | None
    promises: Sequence[PromiseLight]

    @property
    def colour(self) -> str:
        return self.promises[0].colour if self.promises else ""

    @property
    def period_words(self) -> Words | None:
        return period_words(self.period) if self.period else None

    @property
    def text(self) -> str:
        return self.scale.text(self.now.value) if self.now else "–"

    @property
    def change(self) -> str:
        return self.scale.change(_of(self.now), _of(self.before))

    @property
    def is_worse(self) -> bool:
        return self.scale.is_worse(_of(self.now), _of(self.before))


@page("indicator", policy=Doing.SEE_FIGURES, name="indicators")
def list_of_indicators(visit: Visit) -> HttpResponse:
    """All indicators by subject; what a promise hangs on first."""
    query = visit.request.GET
    chosen = {name: query[name] for name in ("words", "subject", "bound", "valued") if query.get(name, "").strip()}
    try:
        values, missing = kept(visit.on), None
    except NotObserved as refusal:
        values, missing = None, refusal.words
    bound = bound_promises(visit)
    every = [_line(one, values, bound.get(one.id, ())) for one in indicators().catalogue.of(Indicator).values()]
    lines = sorted((line for line in every if _is_wanted(line, chosen)), key=_order)
    shown = Paginator(lines, LINES).get_page(query.get("page"))
    return visit.show(
        "indicators", lines=shown, total=len(lines), missing=missing, chosen=chosen, values=values,
        subjects=sorted({line.subject for line in every}), measured=sum(line.now is not None for line in every),
        bound=len(bound),
    )  # fmt: skip


@page("indicator/<str:indicator>", policy=Doing.SEE_FIGURES, name="indicator", under="indicators")
def one_indicator(visit: Visit, indicator: str) -> HttpResponse:
    """Its number and promise, the counties as tiles and as a table, its course, and how it is defined."""
    found = indicator_called(indicator)
    promises = bound_promises(visit, indicator=found.id).get(found.id, [])
    known: dict[str, Any] = {
        "named": Named.of(found), "defined": defined(found), "better": BETTER.get(found.better), "history": history(found),
        "register": Named.of(indicators().counted(found)), "promises": promises,
        "made_from": _made_from(found), "items": list(dict.fromkeys(one.item for one in promises)),
    }  # fmt: skip
    try:
        asked = Asked.of(visit, indicator)
    except Refusal as refusal:
        return visit.show("indicator", missing=refusal.words, **known)
    place = asked.place
    now, before = (
        _of_place(asked, asked.counties, asked.city),
        _of_place(asked, asked.counties_before, asked.city_before),
    )
    return visit.show(
        "indicator", asked=asked, scale=asked.scale, now=now, before=before, rows=asked.rows(), tiles=asked.tiles(), map=asked.drawn_map(),
        chart=asked.course(), places=[row.place for row in sorted(asked.rows(), key=lambda row: row.place.code)],
        periods=period_choices(asked.values, found), period=period_words(asked.period), place=place,
        before_words=period_words(asked.before) if asked.before else None,
        change=asked.scale.change(_of(now), _of(before)), whole=asked.whole(),
        schools=asked.schools(), has_parts=any(one.denominator is not None for one in asked.counties.values()), **known,
    )  # fmt: skip


@page("indicator/<str:indicator>/data", policy=Doing.SEE_FIGURES, name="indicator_data", under="indicators")
def data(visit: Visit, indicator: str) -> HttpResponse:
    """The same figures as a table for a spreadsheet: the city and its counties in the period that is shown."""
    asked = Asked.of(visit, indicator)
    head = ["place", "name", "period", "slice", "numerator", "denominator", "value", "unit", "withheld", "release"]
    city = Place(indicators().city, "全市", CITY)
    whole = [(city, asked.city), *((row.place, row.value) for row in asked.rows())]
    rows = [_data_row(place, value, asked) for place, value in whole]
    text = io.StringIO()
    csv.writer(text).writerows([head, *([_guarded(cell) for cell in row] for row in rows)])
    answer = HttpResponse("\ufeff" + text.getvalue(), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{asked.indicator.id}-{asked.period.id}.csv"'
    return answer


@page("indicator/<str:indicator>/rows", policy=Doing.SEE_FIGURES, name="indicator_rows", under="indicators")
def rows_behind_value(visit: Visit, indicator: str) -> HttpResponse:
    """Where the value of the city or a county comes from, and the first rows behind it, masked; always of the whole."""
    asked = replace(Asked.of(visit, indicator), part=None)
    now = _of_place(asked, asked.counties, asked.city)
    register = indicators().counted(asked.indicator)
    purposes = purposes_of(register, actor_of(visit.account, visit.on), visit.on) if register.about_persons else []
    given = visit.request.GET.get("purpose", "")
    purpose = Purpose(given) if given in {one.value for one in purposes} else None
    context: dict[str, Any] = {
        "asked": asked, "named": Named.of(asked.indicator), "scale": asked.scale, "now": now, "place": asked.place,
        "period": period_words(asked.period), "register": Named.of(register), "purposes": purposes, "purpose": purpose,
        "made_from": _made_from(asked.indicator),
    }  # fmt: skip
    if now is None or now.is_withheld:
        raise NotFound(_NO_ROWS if now is None else _WITHHELD)
    if register.about_persons and purposes and purpose is None and not asked.indicator.of:
        return visit.show("indicator_rows", **context)
    place = asked.place.code if asked.place else indicators().city
    found = rows_of(
        account=visit.account, indicator=asked.indicator.id, period=asked.period, place=place, purpose=purpose,
        at=visit.at,
    )  # fmt: skip
    formulas = [(PARTS[name], text) for name, text in found.told.formulas.items()]
    return visit.show("indicator_rows", found=found, formulas=formulas, **context)


_NO_ROWS = Words("这个地方这一时期没有值，没有明细可看。", "There is no value here, so there are no rows behind it.")
_WITHHELD = Words(
    "这一格少于最小公布人数，明细也不显示。请看更大的范围。",
    "Fewer persons than may be published stand behind this cell, so its rows are not shown: look at a larger place.",
)


def _line(indicator: type[Indicator], values: KeptValues | None, promises: Sequence[PromiseLight]) -> Line:
    register, scale = indicators().counted(indicator), Scale(indicator)
    period = now = before = None
    if values:
        own = [p for p in values.periods(indicator) if p.type is shown_type(indicator)]
        told = list(islice(((p, v) for p in own if (v := values.city(indicator, p)) and v.is_told), 2))
        if told:
            period, now = told[0]
            is_whole = period.last <= values.on or now.denominator is not None
            before = told[1][1] if len(told) > 1 and is_whole else None
    return Line(Named.of(indicator), Named.of(register), register.office, scale, period, now, before, promises)


def _is_wanted(line: Line, chosen: Mapping[str, str]) -> bool:
    wanted = chosen.get("words", "").strip()
    named = not wanted or matches(line.named.words.zh, wanted) or wanted.lower() in line.named.words.en.lower()
    return (
        named
        and chosen.get("subject", line.subject) == line.subject
        and (not chosen.get("bound") or bool(line.promises))
        and (not chosen.get("valued") or line.now is not None)
    )


def _order(line: Line) -> tuple[bool, int, str, str]:
    worst = WORST.index(line.colour) if line.colour else len(WORST)
    return not line.promises, worst, "" if line.promises else line.subject, line.named.words.zh


def _made_from(indicator: type[Indicator]) -> list[Named]:
    known = indicators().catalogue.of(Indicator)
    return [Named.of(known[id]) for id in indicator.made_from()]  # noqa: A001 - the word of the house


def _of(value: Value | None) -> float | None:
    return value.value if value else None


def _of_place(asked: Asked, counties: Mapping[str, Value], city: Value | None) -> Value | None:
    """The value of the county looked at, or else of the city."""
    return counties.get(asked.place.code) if asked.place else city


def _data_row(place: Place, value: Value | None, asked: Asked) -> Iterable[Any]:
    figures = (value.numerator, value.denominator, value.value) if value else (None, None, None)
    withheld = "yes" if value and value.is_withheld else ""
    about = (place.code, place.name, asked.period.id, asked.slice_words)
    return [*about, *figures, asked.indicator.unit.symbol or "ratio", withheld, asked.values.release]


def _guarded(cell: Any) -> Any:
    """A text that no spreadsheet takes for a formula; numbers stay numbers."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(GUARDED) else cell
