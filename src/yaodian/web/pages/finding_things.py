"""查找: by two characters or by the initials of their pinyin: tasks and measures, units, indicators, schools."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from django.http import HttpResponse
from django.urls import reverse
from pypinyin import Style, lazy_pinyin

from yaodian.declare.indicator import Indicator
from yaodian.domain.finding import Words
from yaodian.domain.organisation import OrganisationUnit
from yaodian.web.accounts.units import organisation
from yaodian.web.installation import indicators
from yaodian.web.pages.page import SIGNED_IN, Visit, page
from yaodian.web.plans.reading import current_edition
from yaodian.web.plans.structure import short, structure_of
from yaodian.web.work.reading import items_of

MOST = 20


@dataclass(frozen=True, slots=True)
class Group:
    """What was found of one sort: (address, words)."""

    words: Words
    found: Sequence[tuple[str, str]]


@page("find", policy=SIGNED_IN)
def find(visit: Visit) -> HttpResponse:
    """What matches the words."""
    wanted = visit.request.GET.get("words", "").strip()
    groups = [group for group in _groups(visit, wanted) if group.found] if len(wanted) > 1 else []
    return visit.show("find", wanted=wanted, groups=groups)


def _groups(visit: Visit, wanted: str) -> list[Group]:
    edition = current_edition()
    tasks: list[tuple[str, str]] = []
    if edition is not None:
        tasks = [
            (reverse("task", args=[edition.plan, task.no]), f"{task.no} {task.title}")
            for task in structure_of(edition).tasks
            if matches(task.title, wanted)
        ]
    items = [i for i in items_of(visit.account, visit.on, parent=None, is_case=False) if matches(i.title, wanted)]
    units = [u for u in organisation().units if matches(u.name, wanted) and u.is_in_force(visit.on)]
    offices = [u for u in units if u.kind != "school"]
    schools = [u for u in units if u.kind == "school"]
    return [
        Group(Words("任务", "Tasks"), tasks[:MOST]),
        Group(
            Words("举措", "Measures"),
            [(reverse("item", args=[i.pk]), f"{short(i.address)} {i.title}") for i in items[:MOST]],
        ),
        Group(Words("单位", "Units"), _links(offices)),
        Group(Words("指标", "Indicators"), _indicators(wanted)),
        Group(Words("学校", "Schools"), _links(schools)),
    ]


def _links(units: Sequence[OrganisationUnit]) -> list[tuple[str, str]]:
    return [(reverse("ledger", args=[unit.code]), unit.name) for unit in units[:MOST]]


def _indicators(wanted: str) -> list[tuple[str, str]]:
    known = indicators().catalogue.of(Indicator).values()
    return [(reverse("indicator", args=[one.id]), one.label) for one in known if matches(one.label, wanted)][:MOST]


def matches(name: str, wanted: str) -> bool:
    """Whether a name holds the words, or the initials of its pinyin begin so somewhere (yyc: 营养餐)."""
    if wanted in name:
        return True
    return wanted.isascii() and wanted.isalpha() and wanted.lower() in initials(name)


@lru_cache(maxsize=20_000)
def initials(name: str) -> str:
    return "".join(lazy_pinyin(name, style=Style.FIRST_LETTER)).lower()
