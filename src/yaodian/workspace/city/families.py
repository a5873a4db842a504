"""家庭: households with their children, parents, home and household register; who is poor, who left, who came."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from yaodian.workspace.city.chance import Chance, Flags, Floats, Ints, day, pick
from yaodian.workspace.city.names import Names, given, surnames
from yaodian.workspace.city.places import COUNTIES, OUTSIDE, VILLAGE, Towns

COUNT_DAY = day("2019-08-31")
YOUNGEST, OLDEST = 3, 18
"""Ages on the count day; those of 18 were in school in 2018S and have left."""
COHORTS = np.array([103, 103, 102, 95, 95, 94, 94, 93, 93, 93, 92, 92, 90, 89, 88, 87], float) * 1000
"""Children living in the city at each age from 3 to 18 at scale 1.0 (97–106 thousand by the population figures)."""
CHILDREN = (0.44, 0.43, 0.10, 0.03)
"""Shares of households with one to four children of these ages."""
THINNED = 1.04
"""How many more households are made because some younger children are left out again to meet the cohorts."""
TWINS = 0.012
POOR_COUNTY, OTHER_COUNTY = 0.135, 0.04
"""Shares of registered poor families: 12–15 % in the nine poor counties, 3–5 % elsewhere (an estimate)."""
MOVED_INSIDE, FROM_OUTSIDE, AWAY = 0.09, 0.025, 0.08
"""Shares of families that live in another county of the city than that of their register, that came from outside the
city, and that are registered here and live elsewhere. Most who move go to the central city."""
YAO_NAMES_SINCE = day("2016-03-20")
"""The day from which 播州区 stands on new ID numbers; those of older children keep 520321."""


@dataclass(frozen=True)
class Families:
    """Households and children. Children of one household stand next to each other; `house` names their household."""

    home_county: Ints
    home_town: Ints
    village: Ints
    register_county: Ints
    region: Ints
    is_outsider: Flags
    is_away: Flags
    is_rural: Flags
    is_poor: Flags
    surname: Ints
    father: Names
    mother: Names
    father_birth: Ints
    mother_birth: Ints
    house: Ints
    age: Ints
    birth: Ints
    is_boy: Flags
    names: Names
    ethnic: Ints
    place_in_family: Ints
    moves: Floats

    @property
    def child_count(self) -> int:
        return len(self.house)


def families(chance: Chance, scale: float, towns: Towns) -> Families:
    """The families of a city of this scale."""
    rng = chance.of("families")
    mean = float(np.dot(CHILDREN, (1, 2, 3, 4)))
    houses = round(COHORTS.sum() * scale / (mean * (1 - AWAY)) * THINNED)
    homes = _homes(rng, houses, towns)
    house, age, place = _children(rng, houses)
    size = len(house)
    year_start = COUNT_DAY - np.round(365.2425 * (age + 1)).astype(np.int64) + 1
    birth = year_start + rng.integers(0, 365, size)
    twin = np.r_[False, (house[1:] == house[:-1]) & (age[1:] == age[:-1])]
    for _ in range(2):
        birth = np.where(twin, np.r_[birth[:1], birth[:-1]], birth)
    eldest = np.minimum.reduceat(birth, np.flatnonzero(np.r_[True, house[1:] != house[:-1]]))
    boy = rng.random(size) < 0.52
    name = Names(homes["surname"][house], *given(rng, boy))
    minority = np.array([0.6 if c.code in ("520325", "520326") else 0.08 for c in COUNTIES])
    people = np.where(rng.random(houses) < minority[homes["home_county"]], pick(rng, houses, [5, 3, 1, 0.6]) + 1, 0)
    fathers, mothers = np.ones(houses, bool), np.zeros(houses, bool)
    return Families(
        **homes,
        father=Names(homes["surname"], *given(rng, fathers)),
        mother=Names(surnames(rng, houses), *given(rng, mothers)),
        father_birth=eldest - rng.integers(23 * 365, 36 * 365, houses),
        mother_birth=eldest - rng.integers(20 * 365, 33 * 365, houses),
        house=house,
        age=age,
        birth=birth,
        is_boy=boy,
        names=name,
        ethnic=people[house],
        place_in_family=place,
        moves=rng.random(size),
    )


ETHNIC = ("01", "37", "06", "15", "09")
"""Codes of the ethnic groups that the city's families draw from."""


def _homes(rng: np.random.Generator, houses: int, towns: Towns) -> dict[str, Any]:
    shares = np.array([county.share for county in COUNTIES])
    register = pick(rng, houses, shares)
    chance = rng.random(houses)
    moved = chance < MOVED_INSIDE
    outsider = (chance >= MOVED_INSIDE) & (chance < MOVED_INSIDE + FROM_OUTSIDE)
    away = chance > 1 - AWAY
    pull = shares * np.array([county.urban**2 for county in COUNTIES])
    home = np.where(moved | outsider, pick(rng, houses, pull), register)
    town = np.empty(houses, np.int64)
    for county in range(len(COUNTIES)):
        there = np.flatnonzero(home == county)
        own = towns.of(county)
        town[there] = own[pick(rng, len(there), towns.weight[own])]
    regions = np.array([county.region for county in COUNTIES])
    region = np.where(outsider, np.array(OUTSIDE)[rng.integers(0, len(OUTSIDE), houses)], regions[register])
    poor = rng.random(houses) < np.where([county.is_poor for county in COUNTIES], POOR_COUNTY, OTHER_COUNTY)[register]
    return {
        "home_county": home,
        "home_town": town,
        "village": rng.integers(0, 12, houses),
        "register_county": np.where(outsider, -1, register),
        "region": region,
        "is_outsider": outsider,
        "is_away": away,
        "is_rural": (towns.kind[town] == VILLAGE) | (rng.random(houses) < 0.35),
        "is_poor": poor & ~outsider,
        "surname": surnames(rng, houses),
    }


def _children(rng: np.random.Generator, houses: int) -> tuple[Ints, Ints, Ints]:
    """For each child its household, its age and its place among its siblings, the eldest first."""
    count = pick(rng, houses, list(CHILDREN)) + 1
    house = np.repeat(np.arange(houses), count)
    first = np.repeat(np.cumsum(count) - count, count)
    place = np.arange(len(house)) - first
    gap = np.where(rng.random(len(house)) < TWINS, 0, rng.integers(1, 7, len(house)))
    gap[place == 0] = 0
    total = np.cumsum(gap)
    since = total - total[first]
    span = OLDEST - YOUNGEST + 1
    eldest = pick(rng, houses, COHORTS)
    at = (eldest[house] - since) % span
    kept = rng.random(len(house)) < (COHORTS / COHORTS.max())[at]
    kept |= place == 0
    return house[kept], at[kept] + YOUNGEST, place[kept]


def id_regions(made: Families) -> Ints:
    """The first six digits of each child's ID number: the place of the household register when the child was born."""
    region = made.region[made.house]
    old = (made.birth < YAO_NAMES_SINCE) & ((region == 520304) | ((region == 520302) & (made.village[made.house] == 0)))
    return np.where(old, 520321, region)
