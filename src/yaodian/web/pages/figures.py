"""数: how the value of an indicator, a change of it and its period stand on pages."""

from __future__ import annotations

import inspect
from collections.abc import Sequence
from dataclasses import dataclass

from yaodian.declare.indicator import DOWN, UP, How, Indicator
from yaodian.declare.register import Register
from yaodian.declare.standard import Standard
from yaodian.domain.finding import Words
from yaodian.domain.period import DAY, MONTH, SCHOOL_YEAR, TERM, Period
from yaodian.domain.unit_of_measure import RATIO
from yaodian.web.pages.page import Visit
from yaodian.web.pages.templatetags.yaodian import MONTHS, day_in, number
from yaodian.web.work.models import PromiseLight
from yaodian.web.work.reading import items_of

BETTER = {UP: Words("越高越好", "higher is better"), DOWN: Words("越低越好", "lower is better")}
SMALL = 0.5


@dataclass(frozen=True, slots=True)
class Named:
    """A declared thing as templates name it (they would call the class itself)."""

    id: str
    words: Words

    @classmethod
    def of(cls, declared: type[Indicator] | type[Register] | type[Standard]) -> Named:
        return cls(declared.id, Words(declared.label, declared.english or declared.id.replace("_", " ")))


def sentence_of(declared: type[Indicator] | type[Register] | type[Standard]) -> str:
    """What is declared in an English sentence: its docstring's first, after the Chinese term."""
    doc = (inspect.getdoc(declared) or "").partition("\n\n")[0]
    return " ".join(doc.partition(": ")[2].split()) or declared.english


@dataclass(frozen=True)
class Scale:
    """How values of one indicator are written: ratios in percent, a coefficient of variation as it is."""

    indicator: type[Indicator]

    @property
    def is_percent(self) -> bool:
        derived = self.indicator.derived
        return self.indicator.unit == RATIO and not (derived and derived.how is How.CV)

    @property
    def sign(self) -> str:
        return "%" if self.is_percent else self.indicator.unit.symbol

    def of(self, value: float) -> float:
        """The value in the unit that is shown."""
        return value * 100 if self.is_percent else value

    def rounded(self, value: float) -> float:
        """The number that is shown."""
        return round(self.of(value), self._places(value))

    def text(self, value: float | None) -> str:
        """The number without its unit; a dash where there is none."""
        return "–" if value is None else number(self.of(value), self._places(value))

    def change(self, now: float | None, before: float | None) -> str:
        """How much more it is than before, with its sign; empty where one is missing."""
        if now is None or before is None:
            return ""
        gap = self.of(now) - self.of(before)
        places = max(self._places(now), self._places(before))
        told = number(gap, places)
        if round(gap, places) == 0:
            return "0"
        return f"+{told}" if gap > 0 else told

    @property
    def change_unit(self) -> Words:
        if self.is_percent:
            return Words("个百分点", "percentage points")
        return Words(self.indicator.unit.symbol, self.indicator.unit.symbol)

    def is_worse(self, now: float | None, before: float | None) -> bool:
        """Whether it moved the wrong way."""
        if now is None or before is None or now == before:
            return False
        return self.indicator.better is (DOWN if now > before else UP)

    def _places(self, value: float) -> int:
        if self.is_percent:
            return 1
        return 0 if value == int(value) else 2 if abs(value) >= SMALL else 3


def period_words(period: Period) -> Words:
    """A period as officials write it, and in English."""
    year = period.first.year
    english = {
        DAY: f"{period.first.day} {MONTHS[period.first.month - 1]} {year}",
        MONTH: f"{MONTHS[period.first.month - 1]} {year}",
        SCHOOL_YEAR: f"school year {year}–{(year + 1) % 100:02d}",
        TERM: f"{'autumn' if period.id.endswith('1') else 'spring'} term {year}",
    }
    return Words(period.label, english.get(period.type, period.id))


def short_period(period: Period, language: str) -> str:
    """A period under a chart."""
    if period.type is DAY:
        return day_in(period.first, language)
    if period.type is TERM and language == "zh":
        return f"{period.first.year}{'秋' if period.id.endswith('1') else '春'}"
    if period.type is MONTH and language == "zh":
        return f"{period.first.year}年{period.first.month}月"
    return period_words(period).en if period.type in (MONTH, TERM) else period.id


def bound_promises(visit: Visit, **chosen: str) -> dict[str, list[PromiseLight]]:
    """By indicator, the newest light of each promise that hangs on it, of the items that one may see; the worst first."""
    items = items_of(visit.account, visit.on, parent=None, is_case=False).order_by().values("pk")
    rows = PromiseLight.objects.filter(item__in=items, on__lte=visit.on, **chosen).exclude(indicator="")
    newest: dict[tuple[str, str], PromiseLight] = {}
    for one in rows.select_related("item").defer("told", "item__state").order_by("on", "pk"):
        newest[one.item_id, one.promise] = one
    found: dict[str, list[PromiseLight]] = {}
    for one in sorted(newest.values(), key=lambda one: (WORST.index(one.colour), one.item.address)):
        found.setdefault(one.indicator, []).append(one)
    return found


WORST: Sequence[str] = ("red", "orange", "amber", "green", "unknown", "grey")
