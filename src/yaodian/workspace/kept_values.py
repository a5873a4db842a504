"""留存值: what was observed of the indicators, as pages show it: by place, period and slice, small cells withheld. Nothing is computed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

import pyarrow.compute as pc

from yaodian.declare.indicator import Indicator
from yaodian.domain.period import Period
from yaodian.domain.place import CITY, COUNTY, SCHOOL, Level
from yaodian.warehouse.evaluate.observed import Observed
from yaodian.warehouse.evaluate.question import Question
from yaodian.warehouse.evaluate.values import Parameters
from yaodian.warehouse.release import CURRENT, current
from yaodian.workspace.observing import shown_type
from yaodian.workspace.publish.withholding import WITHHELD, withheld

Row = Mapping[str, Any]
Slice = tuple[str, str]  # a column and one of its codes


@dataclass(frozen=True, slots=True)
class Value:
    """What was observed of one place. Where it `is_withheld` too few persons stand behind it, and no figure is told."""

    place: str
    numerator: float | None
    denominator: float | None
    value: float | None
    low: float | None
    high: float | None
    is_withheld: bool
    is_unverified: bool

    @property
    def is_told(self) -> bool:
        """Whether there is anything to tell: a figure, or that it is withheld."""
        return self.is_withheld or self.value is not None

    @classmethod
    def of(cls, row: Row) -> Value:
        figures = {name: row[name] for name in ("numerator", "denominator", "value", "low", "high")}
        return cls(row["place"], **figures, is_withheld=row[WITHHELD], is_unverified=row["is_unverified"])


@dataclass(frozen=True)
class KeptValues:
    """The observations of the city and its counties in the release that was observed last. `is_current` where no release
    came after it; `rows` by indicator, level and period. Which cells are withheld the rule of the day `on` says."""

    folder: Path
    release: str
    is_current: bool
    parameters: Parameters
    on: date
    rows: Mapping[tuple[str, Level, str], Sequence[Row]]
    known_periods: Mapping[str, Sequence[Period]]

    def periods(self, indicator: type[Indicator]) -> Sequence[Period]:
        """The periods in which the indicator was observed, the newest first; those it is usually shown for before others."""
        return sorted(
            self.known_periods.get(indicator.id, ()),
            key=lambda period: (period.type is not shown_type(indicator), -period.last.toordinal(), period.id),
        )

    def slices(self, indicator: type[Indicator], period: Period) -> dict[str, list[str]]:
        """By column, the codes by which the city's value of a period was split."""
        found: dict[str, set[str]] = {}
        for row in self.rows.get((indicator.id, CITY, period.id), ()):
            for column, code in _parts(row).items():
                if code is not None:
                    found.setdefault(column, set()).add(code)
        return {column: sorted(found[column]) for column in indicator.disaggregations if column in found}

    def values(
        self, indicator: type[Indicator], level: Level, period: Period, part: Slice | None = None
    ) -> dict[str, Value]:
        """By place, what was observed of the whole or of one slice."""
        rows = self.rows.get((indicator.id, level, period.id), ())
        return {row["place"]: Value.of(row) for row in self._shown(rows, indicator, level, part)}

    def city(self, indicator: type[Indicator], period: Period, part: Slice | None = None) -> Value | None:
        return next(iter(self.values(indicator, CITY, period, part).values()), None)

    def schools(self, indicator: type[Indicator], period: Period, county: str) -> dict[str, Value]:
        """The same of the schools of a county, read from the file."""
        wanted = (
            (pc.field("indicator") == indicator.id)
            & (pc.field("level") == SCHOOL.value)
            & (pc.field("period") == period.id)
            & (pc.field("above") == county)
        )
        rows = Observed(self.folder).of_release(self.release, wanted).to_pylist()
        return {row["place"]: Value.of(row) for row in self._shown(rows, indicator, SCHOOL, None)}

    @cached_property
    def _shown_on(self) -> Period:
        return Period(self.on.isoformat())

    def _shown(
        self, rows: Iterable[Row], indicator: type[Indicator], level: Level, part: Slice | None
    ) -> list[dict[str, Any]]:
        """The rows of the whole or of one slice, small cells withheld: of a slice along its places and along its columns."""
        whole = Question(indicator.id, level, self._shown_on)
        if part is None:
            return withheld([row for row in rows if not row["slice"]], indicator, self.parameters, whole)
        column, code = part
        parted = [{**row, column: _parts(row)[column]} for row in rows if column in _parts(row)]
        within = withheld(parted, indicator, self.parameters, replace(whole, by=(column,)))
        own = [
            {**row, "cell": 1.0} if hidden[WITHHELD] else row
            for row, hidden in zip(parted, within, strict=True)
            if row[column] == code
        ]
        return withheld(own, indicator, self.parameters, whole)


def is_there(folder: Path) -> bool:
    """Whether a folder holds a warehouse."""
    return (folder / CURRENT).is_file()


def kept_values(folder: Path, parameters: Parameters, on: date) -> KeptValues | None:
    """What was observed last in a warehouse; None where nothing was yet."""
    release = current(folder)
    observed = Observed(folder)
    newest = observed.newest(release)
    if newest is None:
        return None
    rows, periods = _read(folder, newest, observed.stamp(newest))
    return KeptValues(folder, newest, newest == release.id, parameters, on, rows, periods)


@lru_cache(maxsize=2)
def _read(
    folder: Path, release: str, stamp: int
) -> tuple[dict[tuple[str, Level, str], list[Row]], dict[str, list[Period]]]:
    wide = pc.field("level").isin([CITY.value, COUNTY.value])
    rows: dict[tuple[str, Level, str], list[Row]] = {}
    for row in Observed(folder).of_release(release, wide).to_pylist():
        rows.setdefault((row["indicator"], Level(row["level"]), row["period"]), []).append(row)
    periods: dict[str, list[Period]] = {}
    for indicator, period in dict.fromkeys((indicator, period) for indicator, _, period in rows):
        periods.setdefault(indicator, []).append(Period(period))
    return rows, periods


def _parts(row: Row) -> dict[str, str | None]:
    parts: dict[str, str | None] = json.loads(row["slice"]) if row["slice"] else {}
    return parts
