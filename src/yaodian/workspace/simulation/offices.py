"""模拟机构: invented schools of the reporting places, and how each unit works: how soon, how fully, how honestly."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from yaodian.domain.entry import Hand, Seat
from yaodian.domain.organisation import OrganisationUnit

SCHOOLS = 3_400
LOGIN = "sim-{}"
MARK = "演示"
SORTS = ("小学", "小学", "小学", "中学", "幼儿园")


@dataclass(frozen=True, slots=True)
class Habit:
    """How a unit works: working days it takes for a step on the average, the chance that it keeps at it at all, that it
    leaves everything to the last day, and that it reports what was promised instead of what is."""

    days: float
    diligence: float
    is_late: bool
    is_gaming: bool


@dataclass(frozen=True)
class Offices:
    """All units that take part, with their hands, sizes and habits."""

    leader: Hand
    office: Hand
    units: Mapping[str, Hand]
    counties: Mapping[str, Hand]
    schools: Mapping[str, Sequence[Hand]]
    habits: Mapping[str, Habit]

    @property
    def sizes(self) -> dict[str, float]:
        """Schools of each county: what promises are split by."""
        return {county: float(len(schools)) for county, schools in self.schools.items()}

    def hands(self) -> list[Hand]:
        """Every hand once."""
        schools = [hand for hands in self.schools.values() for hand in hands]
        return [self.leader, *self.units.values(), *self.counties.values(), *schools]

    def checker(self, acted: frozenset[str], owner: str) -> Hand:
        """The first unit of the bureau that did none of the work."""
        free = [hand for unit, hand in sorted(self.units.items()) if unit != owner and unit not in acted]
        return free[0]


def offices(
    units: Sequence[str], counties: Sequence[str], city: str, office: str, chance: random.Random, schools: int = SCHOOLS
) -> Offices:
    """The offices of a city: its units and counties as given, its schools invented in unlike numbers."""
    weights = {county: chance.uniform(0.5, 2.0) for county in counties}
    total = sum(weights.values())
    hands = {
        county: [_hand(f"{county}-s{n:03}", Seat.SCHOOL) for n in range(1, max(round(schools * w / total), 1) + 1)]
        for county, w in weights.items()
    }
    everyone = [city, *units, *counties, *(hand.unit for own in hands.values() for hand in own)]
    return Offices(
        _hand(city, Seat.LEADER),
        _hand(office, Seat.OFFICE),
        {unit: _hand(unit, Seat.OFFICE if unit == office else Seat.UNIT) for unit in units},
        {county: _hand(county, Seat.COUNTY) for county in counties},
        hands,
        {unit: _habit(chance) for unit in everyone},
    )


def school_called(code: str) -> str:
    """What an invented school is called in its county, marked as such: 演示第38小学."""
    number = int(code.rpartition("-s")[2])
    return f"{MARK}第{number}{SORTS[number % len(SORTS)]}"


def school_units(of: Offices, names: Mapping[str, str]) -> list[OrganisationUnit]:
    """The invented schools as units of their counties, which are called by these names."""
    return [
        OrganisationUnit(hand.unit, f"{names.get(county, county)}{school_called(hand.unit)}", "school", county)
        for county, hands in of.schools.items()
        for hand in hands
    ]


def _hand(unit: str, seat: Seat) -> Hand:
    return Hand(unit, seat, LOGIN.format(unit))


def _habit(chance: random.Random) -> Habit:
    return Habit(chance.uniform(1, 12), chance.betavariate(8, 1.5), chance.random() < 0.15, chance.random() < 0.1)
