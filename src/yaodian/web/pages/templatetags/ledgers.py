"""台账词: the rows of a ledger, the bars of a step cell and the selects of a filter bar; each is made at once, as a ledger
holds hundreds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from django import template
from django.template.base import FilterExpression, NodeList, Parser, Token
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from yaodian.domain.finding import Words
from yaodian.web.pages.language import Language
from yaodian.web.pages.templatetags.yaodian import language_in

register = template.Library()
Context = Mapping[str, Any]


@register.tag
def each_of(parser: Parser, token: Token) -> EachOf:
    """{% each_of rows %}…{% end_each %}: what stands between, once for each of many mappings, whose parts are {name} in it.
    It is rendered once and then filled, so a tag in it cannot depend on the row."""
    rows = parser.compile_filter(token.split_contents()[1])
    form = parser.parse(("end_each",))
    parser.delete_first_token()
    return EachOf(rows, form)


class EachOf(template.Node):
    def __init__(self, rows: FilterExpression, form: NodeList) -> None:
        self.rows, self.form = rows, form

    def render(self, context: template.Context) -> SafeString:
        rows: Iterable[Mapping[str, Any]] = self.rows.resolve(context)
        fill = str(self.form.render(context)).format_map
        filled = "".join([fill({name: conditional_escape(value) for name, value in row.items()}) for row in rows])
        return mark_safe(filled)  # the form is a template's, and every part was escaped


@register.simple_tag
@lru_cache(maxsize=64)
def bars(behind: int, total: int) -> SafeString:
    """So many bars, those behind dark, the one at hand in the colour of what is chosen."""
    kinds = ["y"] * behind + ["c"] * (behind < total) + [""] * (total - behind - 1)
    each = format_html_join("", '<i class="{}"></i>', ((kind,) for kind in kinds))
    return format_html('<span class="prog" aria-hidden="true">{}</span>', each)


@register.simple_tag(takes_context=True)
def choices(context: Context, name: str, value: str, choices: tuple[tuple[str, Words], ...]) -> SafeString:
    """A select of (value, words)."""
    return _select(name, str(value), choices, language_in(context))


@lru_cache(maxsize=500)
def _select(name: str, value: str, choices: tuple[tuple[str, Words], ...], language: Language) -> SafeString:
    rows = ((one, " selected" if one == value else "", words.lang(language)) for one, words in choices)
    each = format_html_join("", '<option value="{}"{}>{}</option>', rows)
    return format_html('<select name="{}">{}</select>', name, each)
