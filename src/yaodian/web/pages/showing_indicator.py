"""指标页: what the page of one indicator shows: its number, its counties as tiles, table and course, and how it is defined."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from yaodian.declare.code_list import codes_of
from yaodian.declare.column import BOOLEAN
from yaodian.declare.indicator import Indicator
from yaodian.domain.finding import NotFound, Refusal, Words
from yaodian.domain.period import Period
from yaodian.domain.place import CITY, COUNTY, Place
from yaodian.domain.quantity import UnitMismatch
from yaodian.web.installation import indicators, kept, supervision
from yaodian.web.pages.cartogram import Cartogram, cartogram
from yaodian.web.pages.charts import Chart
from yaodian.web.pages.figures import Scale, period_words, sentence_of, short_period
from yaodian.web.pages.mapping import DrawnMap, drawn
from yaodian.web.pages.page import Visit
from yaodian.web.pages.templatetags.yaodian import number
from yaodian.workspace.approved_map import approved_map
from yaodian.workspace.bureau import shipped_folder
from yaodian.workspace.kept_values import KeptValues, Slice, Value
from yaodian.workspace.publish.indicator_words import PARTS

WIDE = 72  # units of the drawn bar
LONGEST = 12
YES = {"true": Words("是", "yes"), "false": Words("否", "no")}


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A place in the table: its value, the width of its bar (0–72), and its change since the period before."""

    place: Place
    value: Value | None
    text: str
    width: float
    change: str
    is_worse: bool

    @property
    def above(self) -> str:
        return number(self.value.numerator if self.value else None)

    @property
    def below(self) -> str:
        return number(self.value.denominator if self.value else None)


@dataclass(frozen=True)
class Asked:
    """What is asked for: an indicator in a period, of the whole or of one slice, with a place looked at."""

    visit: Visit
    indicator: type[Indicator]
    values: KeptValues
    period: Period
    part: Slice | None
    place: Place | None

    @classmethod
    def of(cls, visit: Visit, id: str) -> Asked:  # noqa: A002 - the word of the house
        """From the address; NotFound where there is no such indicator, NotObserved where it was not observed."""
        indicator = indicator_called(id)
        values, query = kept(visit.on), visit.request.GET
        periods = values.periods(indicator)
        if not periods:
            raise NotFound(
                Words(
                    f"“{indicator.label}”还没有观测值：登记簿没有装入，或当时没有口径。",
                    f"“{indicator.english}” has no value yet: its register is empty, or no rule held.",
                )
            )
        told = [one for one in periods if (city := values.city(indicator, one)) and city.is_told]
        period = next((one for one in periods if one.id == query.get("period")), (told or periods)[0])
        column, _, code = query.get("by", "").partition(":")
        known = values.slices(indicator, period)
        part = (column, code) if code in known.get(column, ()) else None
        place = next((one for one in counties_on(period.last) if one.code == query.get("place")), None)
        return cls(visit, indicator, values, period, part, place)

    @property
    def scale(self) -> Scale:
        return Scale(self.indicator)

    @cached_property
    def before(self) -> Period | None:
        """The newest like period before of which anything is told; None also where the two are not alike: what is counted
        up to today in a period that is not over says nothing beside a whole one."""
        if self.period.last > self.visit.on and self.city and self.city.denominator is None:
            return None
        like = [p for p in self.values.periods(self.indicator) if p.type is self.period.type and p < self.period]
        told = [p for p in like if (city := self.values.city(self.indicator, p, self.part)) and city.is_told]
        return max(told, default=None)

    @cached_property
    def city(self) -> Value | None:
        return self.values.city(self.indicator, self.period, self.part)

    @cached_property
    def city_before(self) -> Value | None:
        return self.values.city(self.indicator, self.before, self.part) if self.before else None

    @cached_property
    def counties(self) -> Mapping[str, Value]:
        return self.values.values(self.indicator, COUNTY, self.period, self.part)

    @cached_property
    def counties_before(self) -> Mapping[str, Value]:
        return self.values.values(self.indicator, COUNTY, self.before, self.part) if self.before else {}

    def rows(self) -> list[PlaceRow]:
        """The counties from the highest value to the lowest, those without one last."""
        rows = [
            self._row(place, self.counties.get(place.code), self.counties_before.get(place.code))
            for place in counties_on(self.period.last)
        ]
        return sorted(rows, key=lambda row: (_number(row.value) is None, -(_number(row.value) or 0)))

    def whole(self) -> PlaceRow:
        """The city's row, from what was added up of its parts."""
        return self._row(Place(indicators().city, "", CITY), self.city, self.city_before)

    def _row(self, place: Place, value: Value | None, before: Value | None) -> PlaceRow:
        now, then, scale = _number(value), _number(before), self.scale
        most = max((abs(one.value) for one in self.counties.values() if one.value is not None), default=0.0)
        width = WIDE * abs(now) / most if now is not None and most else 0.0
        return PlaceRow(
            place, value, scale.text(now), round(width, 1), scale.change(now, then), scale.is_worse(now, then)
        )

    def drawn_map(self) -> DrawnMap | None:
        """The tiles on the bureau's approved map; None where it has none, or one that may not be used (the doctor says why)."""
        tiles = self.tiles()
        try:
            approved = approved_map(supervision().folder or shipped_folder())
        except Refusal:
            return None
        return drawn(approved, tiles) if approved and tiles else None

    def tiles(self) -> Cartogram | None:
        shown = {code: one.value for code, one in self.counties.items() if one.value is not None}
        values = {code: self.scale.of(value) for code, value in shown.items()}
        texts = {code: self.scale.text(value) for code, value in shown.items()}
        return cartogram(counties_on(self.period.last), values, texts)

    def course(self) -> Chart | None:
        """The city, and the county looked at, over the like periods; None where fewer than two have a value."""
        visit, scale = self.visit, self.scale
        like = sorted(p for p in self.values.periods(self.indicator) if p.type is self.period.type)[-LONGEST:]
        city = [_number(self.values.city(self.indicator, one, self.part)) for one in like]
        if sum(one is not None for one in city) < 2:
            return None
        whole = Words("全市", "City").lang(visit.language)
        lines: list[Mapping[str, Any]] = [{"name": whole, "values": _scaled(city, scale)}]
        columns = [city]
        if self.place is not None:
            own = [
                _number(self.values.values(self.indicator, COUNTY, one, self.part).get(self.place.code)) for one in like
            ]
            columns.append(own)
            lines.append({"name": self.place.short, "values": _scaled(own, scale), "dash": True})
        labels = [short_period(one, visit.language) for one in like]
        data = {"form": "series", "x": labels, "unit": scale.sign, "lines": lines, "marks": self._marks()}
        rows = [[label, *map(scale.text, told)] for label, *told in zip(labels, *columns, strict=True)]
        head = [Words("时期", "Period").lang(visit.language), *(str(line["name"]) for line in lines)]
        name = Words(self.indicator.label, self.indicator.english).lang(visit.language)
        sentence = f"{name}: {labels[-1]} {whole} {scale.text(city[-1])}{scale.sign}"
        return Chart(data, head, rows, sentence)

    def schools(self) -> list[tuple[str, Value]]:
        """The schools of the county looked at, by code, where they are asked for; none where they were not observed."""
        if self.place is None or self.part is not None or not self.visit.request.GET.get("schools"):
            return []
        return sorted(self.values.schools(self.indicator, self.period, self.place.code).items())

    def _marks(self) -> list[Mapping[str, Any]]:
        """The limit it is held against, where that is one number."""
        limit = limit_of(self.indicator, self.period.last)
        if limit is None:
            return []
        words = Words("界限", "limit").lang(self.visit.language)
        return [{"label": f"{words} {self.scale.text(limit)}", "y": self.scale.rounded(limit)}]

    def choices(self) -> list[tuple[str, list[tuple[str, str]]]]:
        """What it can be split by: (column, [(value of the select, code)])."""
        known = self.values.slices(self.indicator, self.period)
        return [
            (self._column(column), [(f"{column}:{code}", self.code_words(column, code)) for code in codes])
            for column, codes in known.items()
        ]

    @property
    def chosen_slice(self) -> str:
        return ":".join(self.part) if self.part else ""

    @property
    def slice_words(self) -> str:
        return self.code_words(*self.part) if self.part else ""

    def _column(self, name: str) -> str:
        return indicators().split_column(self.indicator, name).label

    def code_words(self, name: str, code: str) -> str:
        column = indicators().split_column(self.indicator, name)
        if column.type is BOOLEAN:
            return f"{column.label} {YES[code].lang(self.visit.language)}" if code in YES else code
        codes = codes_of(column, indicators().catalogue, self.period.last) if column.codes else ()
        return next((one.label for one in codes if one.code == code), code)


def limit_of(indicator: type[Indicator], on: date) -> float | None:
    """The threshold of a day where it is one number in the indicator's unit."""
    parameter = indicators().parameters.get(indicator.threshold)
    if parameter is None or parameter.unit is None:
        return None
    try:
        return float(parameter.quantity_on(on).to(indicator.unit).value)
    except (LookupError, UnitMismatch):
        return None


def indicator_called(id: str) -> type[Indicator]:  # noqa: A002
    """The indicator with an id; NotFound where there is none."""
    found = indicators().catalogue.of(Indicator).get(id)
    if found is None:
        raise NotFound(Words(f"没有指标“{id}”，请从指标表里找。", f"There is no indicator {id}: look in the list."))
    return found


def counties_on(day: date) -> Sequence[Place]:
    return supervision().places.reporting(day)


def defined(indicator: type[Indicator]) -> Words:
    """What it is, in a sentence."""
    return Words(indicator.words, sentence_of(indicator))


def history(indicator: type[Indicator]) -> list[tuple[date, Words, str, str]]:
    """What a value hangs on, each with the day it holds from, the newest first: (day, what, text, document)."""
    rows = [
        (since, PARTS[name], str(text), "")
        for name in PARTS
        for since, text in indicator.editions.get(name, {}).items()
    ]
    for id in sorted(indicator.parameters_used()):  # noqa: A001
        parameter = indicators().parameters[id]
        for since in parameter.editions["value"]:
            stated = parameter.on(since)
            unit = parameter.unit.symbol if parameter.unit else ""
            label = Words(parameter.label, id.replace("_", " "))
            rows.append((since, label, f"{stated.value}{unit}", stated.reference))
    return sorted(rows, key=lambda row: row[0], reverse=True)


def period_choices(values: KeptValues, indicator: type[Indicator]) -> list[tuple[str, Words]]:
    return [(one.id, period_words(one)) for one in values.periods(indicator)]


def _number(value: Value | None) -> float | None:
    return value.value if value else None


def _scaled(values: Sequence[float | None], scale: Scale) -> list[float | None]:
    return [None if value is None else scale.rounded(value) for value in values]
