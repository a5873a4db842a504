"""地方: the places that report and are reported on, each with the days it existed, and lookups that name their day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property


class Level(StrEnum):
    """层级: from the whole city down to one school."""

    CITY = "city"
    COUNTY = "county"
    TOWN = "town"
    SCHOOL = "school"

    def is_above(self, other: Level) -> bool:
        """Whether places of this level hold places of the other."""
        order = tuple(Level)
        return order.index(self) < order.index(other)


CITY, COUNTY, TOWN, SCHOOL = Level.CITY, Level.COUNTY, Level.TOWN, Level.SCHOOL


@dataclass(frozen=True, slots=True)
class Place:
    """A place from `valid_from` up to the day before `valid_to` (None: no known beginning or end).

    `code` is the one of GB/T 2260 where the place is a statutory division, else the bureau's own. `successors` are the
    codes that took over its ground, the main one first. A reporting place that is no statutory division (`statutory`
    false) names in `maps_to` the divisions in whose tables it is counted on export. `unverified` marks dates or codes
    not yet checked at the issuing office. `grid` is the row and column, from 1, of its tile in a cartogram.
    """

    code: str
    name: str
    level: Level
    parent: str | None = None
    aliases: Sequence[str] = ()
    valid_from: date | None = None
    valid_to: date | None = None
    successors: Sequence[str] = ()
    maps_to: Sequence[str] = ()
    statutory: bool = True
    reference: str = ""
    unverified: bool = False
    grid: tuple[int, int] | None = None

    def is_in_force(self, on: date) -> bool:
        """Whether the place existed on that day."""
        return (self.valid_from is None or self.valid_from <= on) and (self.valid_to is None or on < self.valid_to)

    @property
    def names(self) -> tuple[str, ...]:
        return (self.name, *self.aliases)

    @property
    def short(self) -> str:
        """The shortest of its names, for tiles and charts."""
        return min(self.names, key=len)


@dataclass(frozen=True)
class Places:
    """All places a bureau knows, past and present; a code names one place."""

    all: Sequence[Place] = ()

    @cached_property
    def _by_code(self) -> dict[str, Place]:
        return {place.code: place for place in self.all}

    def with_code(self, code: str) -> Place | None:
        """The place that has or once had this code (520321 is still found on old ID numbers)."""
        return self._by_code.get(code)

    def in_force(self, code: str, on: date) -> Place | None:
        """The place that stood for this code on a day: itself, or where it had ended the successor then in force."""
        tried: set[str] = set()
        queue = [code]
        while queue:
            place = self._by_code.get(queue.pop(0))
            if place is None or place.code in tried:
                continue
            if place.is_in_force(on):
                return place
            tried.add(place.code)
            if place.valid_to is not None and place.valid_to <= on:
                queue.extend(place.successors)
        return None

    def called(self, name: str, on: date) -> Place | None:
        """The place with this name or alias on a day."""
        return next((p for p in self._on(on) if name in p.names), None)

    def children(self, code: str, on: date) -> list[Place]:
        """The places directly below one, on a day, in the order of their codes."""
        return sorted((p for p in self._on(on) if p.parent == code), key=lambda p: p.code)

    def reporting(self, on: date) -> list[Place]:
        """The places of county level that report to the bureau on a day, in the order of their codes."""
        return sorted((p for p in self._on(on) if p.level is COUNTY), key=lambda p: p.code)

    def statutory(self, on: date) -> list[Place]:
        """Those of the reporting places that statutory tables have a row for."""
        return [p for p in self.reporting(on) if p.statutory]

    def exported(self, code: str) -> tuple[str, ...]:
        """The statutory codes under which a place is counted: its own, or those it maps to; none for an unknown code."""
        place = self._by_code.get(code)
        if place is None:
            return ()
        return (code,) if place.statutory else tuple(place.maps_to)

    def _on(self, on: date) -> Iterable[Place]:
        return (p for p in self.all if p.is_in_force(on))
