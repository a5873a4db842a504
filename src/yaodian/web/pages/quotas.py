"""分解页: a proposal for each county's part of the counted promises. The owner splits; this is what is laid before it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import fsum
from typing import Any

from django.http import HttpResponse

from yaodian.domain.finding import Words
from yaodian.web.accounts.policy import Doing
from yaodian.web.installation import supervision
from yaodian.web.pages.drafting import draft_called, show_step
from yaodian.web.pages.page import Visit, page
from yaodian.web.pages.splitting import sizes_of
from yaodian.web.plans.drafting import review_of
from yaodian.web.plans.models import PlanDraft
from yaodian.workspace.drafting.quotas import Quota, TaskQuotas, quotas


@dataclass(frozen=True, slots=True)
class Cell:
    """One county's part of one promise: the field's name and what stands in it."""

    name: str
    label: str
    value: Any


@dataclass(frozen=True, slots=True)
class Table:
    """A task's counted promises as columns, the counties as rows; `sums` are what the fields add up to, and the rest."""

    of: TaskQuotas
    rows: Sequence[tuple[str, Sequence[Cell]]]
    sums: Sequence[tuple[Quota, float, float]]


@page("plan/new/<int:draft>/split", policy=Doing.PUBLISH_PLAN, under="plans")
def draft_split(visit: Visit, draft: int) -> HttpResponse:
    return show_split(visit, draft_called(draft))


def show_split(
    visit: Visit,
    draft: PlanDraft,
    posted: Mapping[str, Any] | None = None,
    fault: Words | None = None,
    status: int = 200,
) -> HttpResponse:
    review = review_of(draft)
    sizes = sizes_of(supervision().counties(visit.on))
    tables = [_table(one, sorted(sizes), posted or {}) for one in quotas(review, sizes)]
    counted = [quota for table in tables for quota in table.of.quotas]
    return show_step(
        visit, "draft_split", draft, review, status, tables=tables, fault=fault, counted=counted,
        is_decided=bool(counted) and all(quota.is_decided for quota in counted),
    )  # fmt: skip


def part_name(quota: str, county: str) -> str:
    return f"part/{quota}/{county}"


def _table(of: TaskQuotas, counties: Sequence[str], posted: Mapping[str, Any]) -> Table:
    rows = [(county, [_cell(quota, county, posted) for quota in of.quotas]) for county in counties]
    sums = []
    for place, quota in enumerate(of.quotas):
        total = fsum(_number(cells[place].value) for _, cells in rows)
        sums.append((quota, total, total - quota.whole))
    return Table(of, rows, sums)


def _cell(quota: Quota, county: str, posted: Mapping[str, Any]) -> Cell:
    name = part_name(quota.target, county)
    return Cell(name, quota.words, posted.get(name, quota.parts[county]))


def _number(value: Any) -> float:
    """What a field says, for the sum beneath it; what is no number is refused when it is sent."""
    try:
        return float(value or 0)
    except ValueError:
        return 0.0
