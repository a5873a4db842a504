"""草稿词: what decisions about a draft are called and how they read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import template

from yaodian.domain.finding import Words
from yaodian.web.installation import supervision
from yaodian.web.pages.templatetags.yaodian import day, language_in, number, say, unit_called

register = template.Library()
Context = Mapping[str, Any]

WHAT: Mapping[str, Words] = {
    "kind": Words("工作类型", "kind"),
    "due": Words("时限", "due"),
    "number": Words("承诺数", "number"),
    "lead": Words("牵头", "lead"),
    "ignore": Words("不再提示", "not asked again"),
    "bind": Words("指标", "indicator"),
    "split": Words("分解", "split"),
}


@register.simple_tag(takes_context=True)
def decision_about(context: Context, key: str, names: Mapping[str, str]) -> str:
    """7.4 工作类型."""
    what, _, subject = key.partition("/")
    return f"{names.get(subject, '')} {WHAT[what].lang(language_in(context))}".strip()


@register.simple_tag(takes_context=True)
def decision_value(context: Context, key: str, value: Any) -> str:
    """What was decided, as people say it."""
    what = key.partition("/")[0]
    if value is None or value == "":
        return say(context, "没有", "none")
    if what == "kind":
        kind = supervision().kinds[value]
        return str(kind.english if language_in(context) == "en" else kind.label)
    if what == "due":
        return day(context, value)
    if what == "lead":
        return unit_called(value)
    if isinstance(value, Mapping):
        return "、".join(f"{unit_called(county)} {number(amount)}" for county, amount in value.items())
    return "、".join(value) if isinstance(value, list) else str(value)
