"""分解页: a proposal for each county's part of the counted promises. The owner splits; this is what is laid before it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import fsum
from typing import Any

from yaodian.web.installation import supervision
from yaodian.web.pages.drafting import Tried, step
from yaodian.web.pages.page import Visit
from yaodian.web.pages.splitting import sizes_of
from yaodian.web.plans.models import PlanDraft
from yaodian.workspace.drafting.quotas import Quota, TaskQuotas, quotas
from yaodian.workspace.drafting.reviewing import Review


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


@step("split")
def split_draft(visit: Visit, draft: PlanDraft, review: Review, tried: Tried) -> Mapping[str, Any]:
    sizes = sizes_of(supervision().counties(visit.on))
    tables = [_table(one, sorted(sizes), tried.posted) for one in quotas(review, sizes)]
    counted = [quota for table in tables for quota in table.of.quotas]
    kept = bool(counted) and all(quota.is_decided for quota in counted)
    return {"tables": tables, "counted": counted, "is_decided": kept}


def _table(of: TaskQuotas, counties: Sequence[str], posted: Mapping[str, Any]) -> Table:
    rows = [(county, [_cell(quota, county, posted) for quota in of.quotas]) for county in counties]
    sums = []
    for place, quota in enumerate(of.quotas):
        total = fsum(_number(cells[place].value) for _, cells in rows)
        sums.append((quota, total, total - quota.whole))
    return Table(of, rows, sums)


def _cell(quota: Quota, county: str, posted: Mapping[str, Any]) -> Cell:
    name = f"part/{quota.target}/{county}"
    return Cell(name, quota.words, posted.get(name, quota.parts[county]))


def _number(value: Any) -> float:
    """What a field says, for the sum beneath it; what is no number is refused when it is sent."""
    try:
        return float(value or 0)
    except ValueError:
        return 0.0
