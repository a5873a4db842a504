"""分解页: a promise's proposed parts, county by county, as a table that is changed and sent back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import fsum
from typing import Any

from yaodian.runtime.cascade import parts_by_size
from yaodian.runtime.command import Setting
from yaodian.runtime.lifecycle import State
from yaodian.web.accounts.models import Unit
from yaodian.web.plans.reading import proposed_parts
from yaodian.web.work.models import Item


def split_table(item: Item, state: State, setting: Setting, figures: Sequence[Any]) -> Mapping[str, Any]:
    """Rows of (county, amounts by promise) and the sums that must be kept (None of a rate): what the office proposed with the
    plan, else in the ratio of their schools."""
    counties = sorted(setting.counties)
    promised = state.promised or {}
    parts = parts_by_size(promised, sizes_of(counties), state.rates)
    for promise in promised:
        proposed = proposed_parts(item.plan, promise)
        if proposed is not None and proposed.keys() == parts.keys() and fsum(proposed.values()) >= promised[promise]:
            for county, amount in proposed.items():
                parts[county][promise] = amount
    rows = [{"county": county, "amounts": [parts[county][f.promise] for f in figures]} for county in counties]
    sums = [None if figure.promise in state.rates else promised[figure.promise] for figure in figures]
    return {"figures": figures, "rows": rows, "sums": sums, "rates": state.rates}


def sizes_of(counties: Iterable[str]) -> dict[str, float]:
    """The schools of each county; one each where no school is known."""
    sizes = dict.fromkeys(sorted(counties), 0.0)
    for parent in Unit.objects.filter(kind="school", parent__in=sizes).values_list("parent", flat=True):
        sizes[parent] += 1
    return sizes if any(sizes.values()) else dict.fromkeys(sizes, 1.0)
