"""模板词: how words, lights, days and numbers stand on every page. Chinese and English stand side by side where they are used,
so that none can be missing."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from functools import lru_cache
from typing import Any
from urllib.parse import urlencode

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from yaodian.domain.access import Purpose
from yaodian.domain.entry import Seat
from yaodian.domain.finding import Words
from yaodian.domain.organisation import Organisation
from yaodian.web.accounts.units import organisation
from yaodian.web.clock import HERE, today
from yaodian.web.installation import supervision
from yaodian.web.pages.language import Language, language_of
from yaodian.web.plans.structure import short
from yaodian.web.work.overview import LIGHTS

register = template.Library()
Context = Mapping[str, Any]

MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
WEEKDAYS = tuple(zip("一二三四五六日", "Mon Tue Wed Thu Fri Sat Sun".split(), strict=True))


def language_in(context: Context) -> Language:
    request = context.get("request")
    return language_of(request) if request is not None else "zh"


@register.simple_tag(takes_context=True)
def say(context: Context, zh: str, en: str, **parts: Any) -> str:
    """The words in the reader's language; {name} in them is a part."""
    said = en if language_in(context) == "en" else zh
    return said.format(**parts) if parts else said


@register.simple_tag(takes_context=True)
def words(context: Context, both: Words | None) -> str:
    return both.lang(language_in(context)) if both else ""


@register.simple_tag(takes_context=True)
def light(context: Context, colour: str, size: str = "") -> SafeString:
    """A light: its shape and its word."""
    return light_in(str(colour), language_in(context), size)


@lru_cache(maxsize=64)
def light_in(colour: str, language: Language, size: str = "") -> SafeString:
    return format_html('<span class="lt {} {}">{}</span>', colour, size, LIGHTS[colour].lang(language))


@register.simple_tag(takes_context=True)
def dots(context: Context, counts: Mapping[str, int]) -> SafeString:
    """How many show each light, worst first; what is none is left out."""
    lang = language_in(context)
    rows = [(str(c), LIGHTS[c].lang(lang), n, n) for c, n in counts.items() if n and c in LIGHTS]
    each = format_html_join("", '<span class="dot {}" role="img" aria-label="{} {}">{}</span>', rows)
    return format_html('<span class="dots">{}</span>', each)


@register.simple_tag(takes_context=True)
def day(context: Context, when: date | datetime | str | None, weekday: bool = False) -> str:
    """9月14日; with the year where it is not this one."""
    if not when:
        return "–"
    if isinstance(when, str):
        when = date.fromisoformat(when[:10])
    if isinstance(when, datetime):
        when = when.astimezone(HERE).date()
    return day_in(when, language_in(context), weekday=weekday)


def day_in(when: date, language: str, *, weekday: bool = False, on: date | None = None) -> str:
    """A day in words; `on` is today where that was asked already."""
    return _day(when, language, weekday, when.year != (on or today()).year)


@lru_cache(maxsize=2_000)
def _day(when: date, language: str, weekday: bool, other: bool) -> str:
    """A day in words; of an `other` year with the year."""
    here = WEEKDAYS[when.weekday()]
    if language == "en":
        said = f"{when.day} {MONTHS[when.month - 1]}" + (f" {when.year}" if other else "")
        return f"{here[1]} {said}" if weekday else said
    said = (f"{when.year}年" if other else "") + f"{when.month}月{when.day}日"
    return f"{said} 星期{here[0]}" if weekday else said


@register.simple_tag(takes_context=True)
def moment(context: Context, when: datetime | None) -> str:
    """9月14日 18:00."""
    return f"{day(context, when)} {when.astimezone(HERE):%H:%M}" if when else "–"


@register.simple_tag(takes_context=True)
def unit(context: Context, code: str) -> str:
    """What a unit is called today; its code where it is not known. The units are looked up once for a request."""
    request = context.get("request")
    if request is None:
        return unit_called(code)
    if not hasattr(request, "organisation"):
        request.organisation = organisation()
    return unit_called(code, request.organisation)


def unit_called(code: str, units: Organisation | None = None) -> str:
    known = (units or organisation()).with_code(code, today())
    return known.name if known else code


@register.simple_tag(takes_context=True)
def kind(context: Context, name: str) -> str:
    """What a kind of work is called."""
    declared = supervision().kinds[name]
    return declared.english if language_in(context) == "en" else declared.label


@register.simple_tag(takes_context=True)
def seat(context: Context, name: str) -> str:
    """局办公室: what a seat is called."""
    return Seat(name).words.lang(language_in(context))


@register.simple_tag(takes_context=True)
def purpose(context: Context, name: str) -> str:
    """督导: what a purpose is called; "" where there is none."""
    return Purpose(name).words.lang(language_in(context)) if name else ""


@register.filter
def number(value: float | int | None, places: int = 0) -> str:
    """41,230 or 0.7; the minus is a minus; what is missing is a dash."""
    if value is None:
        return "–"
    told = f"{value:,.{places}f}" if places or float(value) != int(value) else f"{int(value):,}"
    return told.replace("-", "\u2212")


@register.filter
def percent(ratio: float | None) -> str:
    """0.724 → 72.4%."""
    return "–" if ratio is None else f"{ratio * 100:.1f}%".replace("-", "\u2212")


@register.simple_tag(takes_context=True)
def with_query(context: Context, **changed: Any) -> str:
    """The query of this page with some of its parts changed (None takes one out); page 1 is left out."""
    kept = [(name, values) for name, values in context["request"].GET.lists() if name not in changed]
    kept += [(name, [value]) for name, value in changed.items() if value is not None]
    return f"?{urlencode(kept, doseq=True)}"


@register.filter
def item(of: Mapping[str, Any], name: str) -> Any:
    """The part of a mapping with a name that only the page knows."""
    return of.get(name)


@register.simple_tag(takes_context=True)
def light_word(context: Context, colour: str) -> str:
    """The word of a light alone."""
    return LIGHTS[colour].lang(language_in(context))


register.filter(short)
