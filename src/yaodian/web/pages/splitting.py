"""分解页: a promise's proposed parts, county by county, as a table that is changed and sent back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from yaodian.runtime.cascade import parts_by_size
from yaodian.runtime.command import Setting
from yaodian.runtime.lifecycle import State
from yaodian.web.accounts.models import Unit


def split_table(state: State, setting: Setting, figures: Sequence[Any]) -> Mapping[str, Any]:
    """Rows of (county, amounts by promise), in the ratio of their schools, and the sums that must be kept."""
    counties = sorted(setting.counties)
    schools = Unit.objects.filter(kind="school", parent__in=counties).values_list("parent", flat=True)
    sizes = dict.fromkeys(counties, 0.0)
    for parent in schools:
        sizes[parent] += 1
    if not any(sizes.values()):
        sizes = dict.fromkeys(counties, 1.0)
    parts = parts_by_size(state.promised or {}, sizes, state.rates)
    rows = [{"county": county, "amounts": [parts[county][f.promise] for f in figures]} for county in counties]
    return {"figures": figures, "rows": rows, "sums": [(state.promised or {})[f.promise] for f in figures]}
