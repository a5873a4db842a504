"""What was observed as pages may show it: small cells withheld along places and along slices, and what would tell them."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

from yaodian.declare.indicator import Indicator
from yaodian.domain.period import Period
from yaodian.domain.place import COUNTY
from yaodian.workspace.indicators import Indicators
from yaodian.workspace.kept_values import KeptValues

INDICATORS = Indicators.of()
TEACHERS = INDICATORS.catalogue.of(Indicator)["full_time_teacher_count"]
PERIOD = Period("2019-09-01")
FIGURES = ("numerator", "denominator", "value", "low", "high")


def row(place: str, cell: float, sex: str = "") -> dict[str, Any]:
    figures = dict.fromkeys(FIGURES) | {"numerator": cell, "value": cell}
    return {
        "place": place,
        "slice": json.dumps({"sex_code": sex}) if sex else "",
        "cell": cell,
        "is_unverified": False,
        **figures,
    }


def kept(*rows: dict[str, Any]) -> KeptValues:
    held = {(TEACHERS.id, COUNTY, PERIOD.id): rows}
    return KeptValues(Path(), "r1-0", True, INDICATORS.parameters, date(2020, 9, 1), held, {TEACHERS.id: [PERIOD]})


def hidden(values: KeptValues, part: tuple[str, str] | None = None) -> set[str]:
    shown = values.values(TEACHERS, COUNTY, PERIOD, part)
    assert all((one.value is None and one.numerator is None) is one.is_withheld for one in shown.values())
    return {place for place, one in shown.items() if one.is_withheld}


def test_a_small_county_takes_the_smallest_other_with_it() -> None:
    assert hidden(kept(row("a", 3), row("b", 40), row("c", 20))) == {"a", "c"}
    assert hidden(kept(row("a", 30), row("b", 40), row("c", 20))) == set()


def test_a_small_cell_of_a_slice_is_safe_along_the_counties_and_along_the_slices() -> None:
    rows = [("a", 3, 30), ("b", 40, 50), ("c", 20, 25)]
    values = kept(*(row(place, cell, sex) for place, one, two in rows for sex, cell in (("1", one), ("2", two))))
    assert hidden(values, ("sex_code", "1")) == {"a", "c"}, "its column would tell it"
    assert "a" in hidden(values, ("sex_code", "2")), "its row would tell it"
    assert len(hidden(values, ("sex_code", "2"))) > 1, "and the other column would tell that"


def test_what_is_withheld_follows_the_rule_of_the_day_it_is_shown_on() -> None:
    """In 2019 no minimum was stated yet: what is shown in 2020 of that year keeps to that of 2020."""
    assert hidden(kept(row("a", 3), row("b", 40))) == {"a", "b"}
