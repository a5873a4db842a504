"""减负页: what was asked of units in a month, by who asks, and what was not asked because a register answered. It never
says who answers or who is late."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.core.paginator import Paginator
from django.http import HttpResponse

from yaodian.domain.finding import Words
from yaodian.domain.period import MONTH, Period
from yaodian.runtime.burden import Burden, Form
from yaodian.web.accounts.units import organisation
from yaodian.web.pages.charts import Chart
from yaodian.web.pages.page import SIGNED_IN, Visit, page
from yaodian.web.plans.reading import newest_editions
from yaodian.web.plans.structure import names_of
from yaodian.web.work.burdens import Asking, answered_from, asking
from yaodian.web.work.models import Item
from yaodian.workspace.promises import PromiseName

A_PAGE = 25
SCHOOL = "school"


@dataclass(frozen=True, slots=True)
class FormTold:
    """A row of the table; `is_split` where it goes to the parts of a measure; `starts` where the asking unit is another
    than in the row before."""

    form: Form
    item: Item
    is_split: bool
    starts: bool


A_REGISTER = Words("登记库", "a register")


@dataclass(frozen=True, slots=True)
class Blocked:
    """A number that nobody was asked for again: in the plan's words, of which item, answered from which registers, and how
    often it would have been asked."""

    item: Item
    words: str
    source: Words
    times: int


@page("burden", policy=SIGNED_IN)
def burden(visit: Visit) -> HttpResponse:
    """One month, chosen by `month`; today's where none is."""
    asked = asking()
    month = _month(visit)
    of_month = asked.in_month(month)
    items = {item.subject: item for item in _items(of_month)}
    blocked = _blocked(of_month, items)
    return visit.show(
        "burden", month=month, months=list(reversed(asked.months(visit.on))), burden=of_month,
        shown=Paginator(_told(of_month, items), A_PAGE).get_page(visit.request.GET.get("page")),
        blocked=Paginator(blocked, A_PAGE).get_page(visit.request.GET.get("blocked")),
        schools=_schools(of_month, visit), chart=_chart(asked, visit),
    )  # fmt: skip


def _month(visit: Visit) -> Period:
    text = visit.request.GET.get("month") or f"{visit.on:%Y-%m}"
    found = Period(text)
    return found if found.type is MONTH else Period(f"{found.first:%Y-%m}")


def _items(of_month: Burden) -> list[Item]:
    return list(Item.objects.filter(pk__in=[form.subject for form in of_month.forms]).defer("state"))


def _told(of_month: Burden, items: Mapping[str, Item]) -> list[FormTold]:
    """By asking unit, then in the order of the plan."""
    rows: list[FormTold] = []
    for form in sorted(of_month.forms, key=lambda form: (form.asked_by, _place(items[form.subject]))):
        item = items[form.subject]
        starts = not rows or rows[-1].form.asked_by != form.asked_by
        rows.append(FormTold(form, item, form.units != {item.owner}, starts))
    return rows


def _place(item: Item) -> list[int]:
    """七/26.4 → 26, 4."""
    return [int(number) for number in re.findall(r"\d+", item.address)]


def _blocked(of_month: Burden, items: Mapping[str, Item]) -> list[Blocked]:
    """Each known number with all that would have asked for it, in the order of the plan."""
    names = names_of(newest_editions())
    sources, times, items_of = answered_from(), Counter[str](), dict[str, Item]()
    for form in of_month.forms:
        for name in form.known:
            times[name] += len(form.units)
            items_of[name] = items[form.subject]
    return [
        Blocked(item, names.get(name, PromiseName()).words or item.title, sources.get(name) or A_REGISTER, times[name])
        for name, item in sorted(items_of.items(), key=lambda pair: (_place(pair[1]), pair[0]))
    ]


def _schools(of_month: Burden, visit: Visit) -> int:
    known = (organisation().with_code(unit, visit.on) for unit in of_month.units)
    return sum(unit is not None and unit.kind == SCHOOL for unit in known)


def _chart(asked: Asking, visit: Visit) -> Chart | None:
    """Numbers filled in and numbers not asked again, by month."""
    months = asked.months(visit.on)
    if len(months) < 2:
        return None
    by_month = [asked.in_month(month) for month in months]
    fill, spared = [one.to_fill for one in by_month], [one.blocked for one in by_month]
    names = [one.lang(visit.language) for one in (Words("要填", "to fill in"), Words("已知不填", "known, not asked"))]
    labels = [f"{month.first.month}月" if visit.language == "zh" else f"{month.first:%b}" for month in months]
    lines = [{"name": names[0], "values": fill}, {"name": names[1], "values": spared, "dash": True}]
    rows: Sequence[Sequence[str]] = [
        [label, f"{one:,}", f"{other:,}"] for label, one, other in zip(labels, fill, spared, strict=True)
    ]
    said = Words(
        f"{labels[-1]}要填{fill[-1]:,}个数，已知不填{spared[-1]:,}个",
        f"{labels[-1]}: {fill[-1]:,} numbers to fill in, {spared[-1]:,} known",
    )
    head = [Words("月", "Month").lang(visit.language), *names]
    return Chart({"form": "series", "x": labels, "unit": "", "lines": lines}, head, rows, said.lang(visit.language))
