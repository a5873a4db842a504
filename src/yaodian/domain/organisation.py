"""机构: organisation units with two times: when a unit was so, and when that was known; every question names its day."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property


@dataclass(frozen=True, slots=True)
class OrganisationUnit:
    """A unit as it was from `valid_from` up to the day before `valid_to`, as known from `recorded_from` up to
    `recorded_to` (None: no known beginning or end). A rename or a new parent is another row of the same code."""

    code: str
    name: str
    kind: str
    parent: str | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    recorded_from: datetime | None = None
    recorded_to: datetime | None = None

    def is_in_force(self, on: date) -> bool:
        """Whether the unit was so on that day."""
        return (self.valid_from is None or self.valid_from <= on) and (self.valid_to is None or on < self.valid_to)

    def is_known(self, at: datetime) -> bool:
        """Whether the row stood in the records at that instant."""
        return (self.recorded_from is None or self.recorded_from <= at) and (
            self.recorded_to is None or at < self.recorded_to
        )


@dataclass(frozen=True, slots=True)
class Succession:
    """Which unit took over from which on a day; the main one where several did."""

    old: str
    new: str
    on: date
    is_main: bool = True


@dataclass(frozen=True)
class Organisation:
    """All units a bureau knows, with what became of those that ended."""

    units: Sequence[OrganisationUnit] = ()
    successions: Sequence[Succession] = ()

    def as_known(self, at: datetime) -> Organisation:
        """The units as the records had them at an instant."""
        return Organisation(tuple(u for u in self.units if u.is_known(at)), self.successions)

    def with_code(self, code: str, on: date) -> OrganisationUnit | None:
        """The unit of this code as it was on a day; None where it did not exist then."""
        return next((u for u in self._by_code.get(code, ()) if u.is_in_force(on)), None)

    def history(self, code: str) -> list[OrganisationUnit]:
        """Everything a code's unit has been, the earliest first."""
        return sorted(self._by_code.get(code, ()), key=lambda u: u.valid_from or date.min)

    def children(self, code: str, on: date) -> list[OrganisationUnit]:
        """The units directly below one, on a day, in the order of their codes."""
        return sorted((u for u in self._by_parent.get(code, ()) if u.is_in_force(on)), key=lambda u: u.code)

    def ancestors(self, code: str, on: date) -> list[OrganisationUnit]:
        """The units above one, on a day, the nearest first; a circle of parents ends where it closes."""
        above: list[OrganisationUnit] = []
        unit = self.with_code(code, on)
        while unit is not None and unit.parent is not None:
            unit = self.with_code(unit.parent, on)
            if unit is None or unit.code == code or unit in above:
                break
            above.append(unit)
        return above

    def below(self, code: str, on: date) -> list[OrganisationUnit]:
        """All units below one, on a day, level by level."""
        found: dict[str, OrganisationUnit] = {}
        queue = deque(self.children(code, on))
        while queue:
            unit = queue.popleft()
            if unit.code != code and unit.code not in found:
                found[unit.code] = unit
                if unit.code in self._by_parent:
                    queue.extend(self.children(unit.code, on))
        return list(found.values())

    def heirs(self, code: str, on: date) -> list[OrganisationUnit]:
        """The units that stand for a code on a day: itself while it is in force, else all that took over, the main ones
        first; none where nothing is known of it."""
        found: list[OrganisationUnit] = []
        queue, seen = [code], {code}
        while queue:
            old = queue.pop(0)
            unit = self.with_code(old, on)
            if unit is not None:
                found.append(unit)
                continue
            for succession in self._after(old, on):
                if succession.new not in seen:
                    seen.add(succession.new)
                    queue.append(succession.new)
        return found

    def forebears(self, code: str, before: date) -> list[str]:
        """The codes whose units went into this one by a day, so that figures of before can be added up for it."""
        found: list[str] = []
        queue = [code]
        while queue:
            new = queue.pop(0)
            for old in sorted(s.old for s in self.successions if s.new == new and s.on <= before):
                if old not in found and old != code:
                    found.append(old)
                    queue.append(old)
        return found

    @cached_property
    def _by_code(self) -> dict[str, list[OrganisationUnit]]:
        rows: dict[str, list[OrganisationUnit]] = {}
        for unit in self.units:
            rows.setdefault(unit.code, []).append(unit)
        return rows

    @cached_property
    def _by_parent(self) -> dict[str, list[OrganisationUnit]]:
        rows: dict[str, list[OrganisationUnit]] = {}
        for unit in self.units:
            if unit.parent is not None:
                rows.setdefault(unit.parent, []).append(unit)
        return rows

    def _after(self, old: str, on: date) -> Iterable[Succession]:
        after = (s for s in self.successions if s.old == old and s.on <= on)
        return sorted(after, key=lambda s: (not s.is_main, s.on, s.new))
