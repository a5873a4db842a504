"""一城: everything that was drawn for a city, before any of it is written."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from yaodian.workspace.city.chance import Chance, Ints
from yaodian.workspace.city.families import ETHNIC, Families, families
from yaodian.workspace.city.places import COUNTIES, VILLAGES, Towns, towns
from yaodian.workspace.city.records import Persons, Records, persons, records
from yaodian.workspace.city.roll import Roll, roll
from yaodian.workspace.city.schools import Schools, schools
from yaodian.workspace.city.texts import at, digits, joined, words


@dataclass(frozen=True)
class City:
    """A drawn city; `fathers` and `mothers` hold the ID numbers of each household's parents."""

    chance: Chance
    scale: float
    towns: Towns
    schools: Schools
    families: Families
    roll: Roll
    persons: Persons
    records: Records
    fathers: Any
    mothers: Any

    @cached_property
    def record_of(self) -> Ints:
        """The first record of each child, -1 where it has none."""
        row = np.full(self.families.child_count, -1)
        main = np.flatnonzero(self.records.twin < 0)
        row[self.records.child[main]] = main
        return row

    def student_numbers(self, child: Ints) -> Any:
        """The student numbers of children, as their first record has them."""
        return at(self.records.student_no, self.record_of[child])

    def count(self, at_full_scale: float) -> int:
        """A number of rows for this scale, at least one."""
        return max(1, round(at_full_scale * self.scale))

    def planned(self, in_a_plan: int) -> int:
        """As many as a plan for the whole city counts, at least one: all of them from scale 0.1 on, so that a city of a
        tenth still speaks to a true plan; a tenth of them at 0.01."""
        return max(1, round(in_a_plan * min(1.0, self.scale * 10)))

    def school_codes(self, index: Ints) -> Any:
        return words([school.code for school in self.schools.all], index)

    def school_names(self, index: Ints) -> Any:
        return words([school.name for school in self.schools.all], index)

    def county_codes(self, index: Ints) -> Any:
        return words([county.code for county in COUNTIES], index)

    def town_codes(self, index: Ints) -> Any:
        return words(self.towns.codes, index)

    def villages(self, house: Ints) -> Any:
        return words(VILLAGES, self.families.village[house])

    def addresses(self, house: Ints) -> Any:
        """Town, village and number, as people write them."""
        town = words(self.towns.names, self.families.home_town[house])
        return joined(town, self.villages(house), words([f"{n}组{n * 3}号" for n in range(1, 31)], house % 30))

    def household_numbers(self, house: Ints) -> Any:
        return joined(self.county_codes(self.families.home_county[house]), digits(house + 9_000_000, 8))

    def sexes(self, child: Ints) -> Any:
        return words(["2", "1"], self.families.is_boy[child].astype(np.int64))

    def ethnic(self, child: Ints) -> Any:
        return words(ETHNIC, self.families.ethnic[child])

    def pupils_by_school(self) -> Ints:
        """How many pupils each school has in the last year."""
        school = self.roll.last.school
        return np.bincount(school[school >= 0], minlength=len(self.schools.all)).astype(np.int64)


def drawn(scale: float, seed: int) -> City:
    """Draw a city."""
    chance = Chance(seed)
    here = towns(chance, scale)
    teaching = schools(chance, scale, here)
    homes = families(chance, scale, here)
    pupils = roll(chance, homes, teaching)
    people, spare, fathers, mothers = persons(chance, homes, pupils)
    written = records(chance, scale, homes, pupils, people, spare)
    return City(chance, scale, here, teaching, homes, pupils, people, written, fathers, mothers)
