"""公开指标: the tables by county that anyone may see, of the observations kept of the current release; small cells hidden."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from yaodian.declare.indicator import Indicator
from yaodian.domain.period import YEAR, Period
from yaodian.domain.place import CITY, COUNTY
from yaodian.domain.unit_of_measure import RATIO
from yaodian.warehouse.evaluate.observed import FOLDER, Observed
from yaodian.warehouse.release import current
from yaodian.workspace.indicators import Indicators
from yaodian.workspace.places import bureau_places
from yaodian.workspace.publish.withholding import WITHHELD, least_of, withheld_with_total

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class OpenCell:
    """A place with its figures; none where they are withheld. A ratio's value is 0–1. `spot` is row and column of its tile in
    a cartogram, from 1; 0 where the bureau's places give none."""

    place: str
    name: str
    short_name: str
    spot: tuple[int, int]
    numerator: float | None
    denominator: float | None
    value: float | None
    is_withheld: bool


@dataclass(frozen=True)
class OpenTable:
    """An indicator over a period by the counties, and for the whole city; `least` persons stand behind what is shown (None:
    no person stands behind it)."""

    indicator: type[Indicator]
    period: Period
    release: str
    least: int | None
    total: OpenCell | None
    cells: Sequence[OpenCell]
    is_unverified: bool

    @property
    def has_counties(self) -> bool:
        """Whether two counties or more show a value."""
        return sum(cell.value is not None for cell in self.cells) > 1

    @property
    def is_ratio(self) -> bool:
        return self.indicator.unit == RATIO and not self.indicator.unit.symbol


def release_of(records: Path | None) -> str:
    """The current release; empty where there are no records."""
    return current(records).id if records else ""


def open_tables(records: Path | None, names: Iterable[str], on: date, bureau: Path | None) -> dict[str, OpenTable]:
    """The tables of these indicators by id; those of which nothing was kept are left out."""
    if records is None:
        return {}
    release = release_of(records)
    kept = records / FOLDER / f"{release}.parquet"
    if not kept.exists():
        return {}
    return dict(_tables(records, release, kept.stat().st_mtime_ns, tuple(sorted(set(names))), on, bureau))


@lru_cache(maxsize=8)
def _tables(
    records: Path, release: str, kept_at: int, names: tuple[str, ...], on: date, bureau: Path | None
) -> Mapping[str, OpenTable]:
    """`kept_at` is when the observations were written, so that what is measured anew is read anew."""
    indicators, found = Indicators.of(bureau), dict[str, OpenTable]()
    rows: dict[str, list[Row]] = {}
    for row in Observed(records).of_release(release).to_pylist():
        if row["indicator"] in names and row["level"] in (CITY, COUNTY) and not row["slice"]:
            rows.setdefault(row["indicator"], []).append(row)
    for name in names:
        if any(row["value"] is not None for row in rows.get(name, ())):
            found[name] = _table(indicators, indicators.named(name), rows[name], release, on)
    return found


def _table(
    indicators: Indicators, indicator: type[Indicator], rows: Sequence[Row], release: str, on: date
) -> OpenTable:
    period = _period({str(row["period"]) for row in rows if row["value"] is not None}, on)
    kept = [row for row in rows if row["period"] == str(period)]
    total = next((row for row in kept if row["level"] == CITY), None)
    counties = sorted((row for row in kept if row["level"] == COUNTY), key=lambda row: str(row["place"]))
    least = least_of(indicator, indicators.parameters, period)
    if least is not None:
        nothing = {"cell": None, "numerator": None, "denominator": None}
        shown, whole = withheld_with_total(counties, total or nothing, least)
        counties, total = list(shown), whole if total else None
    names = {place.code: place for place in bureau_places(indicators.bureau).all}
    cells = [_cell(row, names.get(row["place"])) for row in counties]
    return OpenTable(
        indicator, period, release, None if least is None else int(least),
        _cell(total, names.get(total["place"])) if total else None, cells,
        any(row["is_unverified"] for row in kept),
    )  # fmt: skip


def _period(with_values: Iterable[str], on: date) -> Period:
    """One period alone, so that no two can be held against each other: the last calendar year that has begun, else the last
    period that is over, else the one at hand."""
    periods = sorted((Period.parse(name) for name in with_values), key=lambda period: period.last)
    years = [period for period in periods if period.type is YEAR and period.first <= on]
    over = [period for period in periods if period.last < on]
    return (years[-1:] or over[-1:] or periods[-1:])[0]


def _cell(row: Row, place: Any) -> OpenCell:
    name = place.name if place else str(row["place"])
    short = min((alias for alias in place.aliases), key=len, default=name) if place else name
    figures = (row["numerator"], row["denominator"], row["value"])
    spot = getattr(place, "grid", None) or (0, 0)
    return OpenCell(str(row["place"]), name, short, spot, *figures, bool(row.get(WITHHELD)))
