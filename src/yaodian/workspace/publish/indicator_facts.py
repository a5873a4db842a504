"""指标定义: how an indicator is declared, as plain data."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from yaodian.declare.indicator import Indicator


def indicator_facts(indicator: type[Indicator]) -> dict[str, Any]:
    """Names, unit, grain, what it is made from, the document it rests on, and each formula by the day it holds from."""
    level, period = indicator.grain
    dated: Mapping[str, Mapping[date, Any]] = indicator.editions
    return {
        "id": indicator.id,
        "label": indicator.label,
        "english": indicator.english,
        "words": indicator.words,
        "unit": indicator.unit.symbol,
        "grain": f"{level}/{period}",
        "better": indicator.better.value,
        "registers": list(indicator.registers()),
        "of": list(indicator.made_from()),
        "disaggregations": list(indicator.disaggregations),
        "threshold": indicator.threshold,
        "reference": indicator.reference,
        "formulas": {name: {since.isoformat(): text for since, text in found.items()} for name, found in dated.items()},
    }
