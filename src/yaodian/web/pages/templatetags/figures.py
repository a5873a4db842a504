"""数的模板词: the value of an indicator, and a county by a name that fits a table."""

from __future__ import annotations

from django import template

from yaodian.domain.finding import Words
from yaodian.domain.period import Period
from yaodian.domain.place import Place
from yaodian.web.pages.figures import Scale, period_words

register = template.Library()
FITS = 5


@register.simple_tag
def figure(scale: Scale, value: float | None) -> str:
    return scale.text(value)


@register.simple_tag
def county(place: Place) -> str:
    """务川县, not 务川仡佬族苗族自治县."""
    return next((name for name in place.names if len(name) <= FITS), place.name)


@register.filter
def in_words(period: Period) -> Words:
    """2020-08: 2020年8月, Aug 2020."""
    return period_words(period)
