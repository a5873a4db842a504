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
from yaodian.runtime.promise import shown
from yaodian.warehouse.evaluate.observed import FOLDER, Observed
from yaodian.warehouse.release import current
from yaodian.workspace.indicators import Indicators
from yaodian.workspace.places import bureau_places
from yaodian.workspace.publish.withholding import WITHHELD, least_of, withheld_with_total

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class OpenCell:
    """A place with its figures; none where they are withheld. A ratio's value is 0–1."""

    place: str
    name: str
    short_name: str
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
    def sign(self) -> str:
        return "%" if self.is_ratio else self.indicator.unit.symbol

    @property
    def is_ratio(self) -> bool:
        return self.indicator.unit == RATIO and not self.indicator.unit.symbol

    def number(self, value: float) -> str:
        """A value as it is written."""
        return shown(value, self.indicator.unit)


def release_of(records: Path | None) -> str:
    """The current release; empty where there are no records."""
    return current(records).id if records else ""


def open_tables(records: Path | None, names: Iterable[str], on: date, bureau: Path) -> dict[str, OpenTable]:
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
    records: Path, release: str, kept_at: int, names: tuple[str, ...], on: date, bureau: Path
) -> Mapping[str, OpenTable]:
    """`kept_at` is when the observations were written, so that what is measured anew is read anew."""
    indicators, found = Indicators.of(bureau), dict[str, OpenTable]()
    rows: dict[str, list[Row]] = {}
    for row in Observed(records).of_release(release).to_pylist():
        if row["indicator"] in names and row["level"] in (CITY, COUNTY) and not row["slice"]:
            rows.setdefault(row["indicator"], []).append(row)
    for name in names:
        if name in rows:
            table = _table(indicators, indicators.named(name), rows[name], release, on)
            if table.cells or (table.total and (table.total.is_withheld or table.total.value is not None)):
                found[name] = table
    return found


def _table(
    indicators: Indicators, indicator: type[Indicator], rows: Sequence[Row], release: str, on: date
) -> OpenTable:
    period = _period({str(row["period"]) for row in rows}, on)
    kept = [row for row in rows if row["period"] == str(period)]
    total = next((row for row in kept if row["level"] == CITY), None)
    counties = sorted((row for row in kept if row["level"] == COUNTY), key=lambda row: str(row["place"]))
    least = least_of(indicator, indicators.parameters, period)
    if least is not None:
        nothing = {"cell": None, "numerator": None, "denominator": None}
        counties, whole = withheld_with_total(counties, total or nothing, least)
        total = whole if total else None
    names = {place.code: place for place in bureau_places(indicators.bureau).all}
    cells = [_cell(row, names.get(row["place"])) for row in counties]
    return OpenTable(
        indicator, period, release, None if least is None else int(least),
        _cell(total, names.get(total["place"])) if total else None, cells,
        any(row["is_unverified"] for row in kept),
    )  # fmt: skip


def _period(kept: Iterable[str], on: date) -> Period:
    """One period alone, so that no two can be held against each other: the calendar year of what happens within it, else
    the last that is over, else the one at hand."""
    periods = sorted((Period.parse(name) for name in kept), key=lambda period: period.last)
    years = [period for period in periods if period == Period.of(YEAR, on)]
    over = [period for period in periods if period.last < on]
    return (years or over[-1:] or periods[-1:])[0]


def _cell(row: Row, place: Any) -> OpenCell:
    name = place.name if place else str(row["place"])
    short = min((alias for alias in place.aliases), key=len, default=name) if place else name
    figures = (row["numerator"], row["denominator"], row["value"])
    return OpenCell(str(row["place"]), name, short, *figures, bool(row.get(WITHHELD)))
