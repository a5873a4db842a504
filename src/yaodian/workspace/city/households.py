"""名册文件: residents aged 3 to 17, registered poor households, the other groups of aid, disabled children, those moved
from poor places, left-behind children: lists of other offices, whose writing differs from the roll's."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from yaodian.workspace.city.chance import Flags, Ints, day, pick
from yaodian.workspace.city.drawn import City
from yaodian.workspace.city.identity import phones
from yaodian.workspace.city.names import written_otherwise
from yaodian.workspace.city.places import COUNTIES
from yaodian.workspace.city.texts import DASHED, SLASHED, at, digits, joined, where, with_nulls, words
from yaodian.workspace.city.writing import Layout, Output

OTHER_NAME = 0.003  # names that the list writes with another character of the same sound or another form
TOWN_OTHERWISE = 0.004  # towns written by a name they once had (乡 for 镇) instead of their code
AWAY_UNNOTED = 0.05  # children who left with their families and are still listed only where they are registered
GROUPS = {"minimum_income": 0.030, "extreme_poor": 0.0015, "disabled_poor": 0.002, "orphan": 0.0012}
"""Shares of children in the other groups of student aid (estimates)."""
DISABLED = 0.006
RELOCATED = 0.10  # of registered poor households; they moved to settlements in 2018 and 2019
SITES = ("幸福家园安置点", "新阳光安置点", "和美社区安置点", "山水新城安置点", "同心苑安置点")
LISTED_ON = "2019-09-01"


@dataclass(frozen=True)
class Listed:
    """Whom the lists hold: children by group, as places in the families."""

    poor: Ints
    groups: dict[str, Ints]
    disabled: Ints
    placement: Ints
    relocated: Ints


PLACEMENTS = ("inclusive", "special_school", "home", "none", "kindergarten", "excused")


def listed(city: City) -> Listed:
    """Draw who is on the lists; poverty is a family's, the others a child's."""
    rng, made = city.chance.of("lists"), city.families
    here = ~made.is_outsider[made.house] & (made.age < 18)
    poor = here & made.is_poor[made.house]
    free = np.flatnonzero(here & ~poor)
    groups = {name: free[rng.random(len(free)) < share] for name, share in GROUPS.items()}
    disabled = np.flatnonzero(here & ~made.is_away[made.house] & (rng.random(made.child_count) < DISABLED))
    on_roll = city.roll.last.school[disabled] >= 0
    special = city.roll.last.stage[disabled] == 5
    young = city.roll.last.grade[disabled] < 3
    luck = rng.random(len(disabled))
    off = np.where(luck < 0.55, 2, np.where(luck < 0.8, 5, 3))
    placement = np.where(on_roll, np.where(special, 1, np.where(young, 4, 0)), off)
    moved = rng.random(len(made.surname)) < RELOCATED
    return Listed(np.flatnonzero(poor), groups, disabled, placement, np.flatnonzero(poor & moved[made.house]))


def _names(city: City, child: Ints, part: str) -> Any:
    """The children's names as this list writes them."""
    rng = city.chance.of(f"names in {part}")
    odd: Flags = rng.random(len(child)) < OTHER_NAME
    odd &= ~np.isin(child, city.persons.canary)
    names = at(city.persons.name, child)
    return pc.replace_with_mask(
        names, pa.array(odd), pa.array(written_otherwise(names.filter(pa.array(odd)).to_pylist()), pa.string())
    )


def _towns(city: City, town: Ints, part: str) -> Any:
    """Codes of towns; a few written by an older name."""
    odd = city.chance.of(f"towns in {part}").random(len(town)) < TOWN_OTHERWISE
    older = [name.replace("镇", "乡").replace("街道", "办事处") for name in city.towns.names]
    return where(odd, words(older, town), city.town_codes(town))


def write_residents(city: City, out: Output) -> None:
    """residents, a file for each county: who lives there, and who is registered there and lives elsewhere."""
    made, rng = city.families, city.chance.of("residents")
    house, of_age = made.house, made.age < 18
    living = of_age & ~made.is_away[house]
    moved = made.register_county[house] != made.home_county[house]
    gone = of_age & ~made.is_outsider[house] & (made.is_away[house] | moved)
    unnoted = rng.random(made.child_count) < AWAY_UNNOTED
    for number, place in enumerate(COUNTIES):
        home = np.flatnonzero(living & (made.home_county[house] == number))
        away = np.flatnonzero(gone & (made.register_county[house] == number))
        child = np.concatenate([home, away])
        kind = np.concatenate([moved[home].astype(np.int64), np.where(unnoted[away], 0, 2)])
        of = house[child]
        town = np.where(
            kind == 1, made.home_town[of], np.where(kind == 0, made.home_town[of], city.towns.of(number)[0])
        )
        came = pa.array(np.full(len(child), day("2018-03-01")) + child % 500, mask=kind != 1)
        columns = {
            "id_no": at(city.persons.id_no, child),
            "name": _names(city, child, f"residents {number}"),
            "sex_code": city.sexes(child),
            "birth_on": made.birth[child],
            "county_code": city.county_codes(np.full(len(child), number)),
            "town_code": _towns(city, town, f"residents {number}"),
            "village": city.villages(of),
            "address": city.addresses(of),
            "household_no": city.household_numbers(of),
            "householder": made.father.text(of),
            "registered_code": words(["registered", "migrant", "away"], kind),
            "hukou_place_code": pc.cast(pa.array(made.region[of]), pa.string()),
            "hukou_kind_code": words(["resident", "rural"], made.is_rural[of].astype(np.int64)),
            "moved_in_on": came,
        }
        out.write("residents", columns, f"适龄儿童-{place.name}", LISTED_ON, f"county_code={place.code}")


def write_poor(city: City, out: Output, lists: Listed) -> None:
    """poor_household_members: parents and children of registered poor families, a file for each county."""
    made = city.families
    houses = np.flatnonzero(made.is_poor)
    child = lists.poor
    rows = np.concatenate([houses, houses, made.house[child]])
    role = np.concatenate([houses * 0, houses * 0 + 1, np.where(made.is_boy[child], 2, 3)])
    ids = pa.concat_arrays([at(city.fathers, houses), at(city.mothers, houses), at(city.persons.id_no, child)])
    names = pa.concat_arrays([made.father.text(houses), made.mother.text(houses), _names(city, child, "poor")])
    births = np.concatenate([made.father_birth[houses], made.mother_birth[houses], made.birth[child]])
    turn = np.concatenate([houses * 0 + 1, houses * 0 + 2, made.place_in_family[child] + 3])
    relocated = np.zeros(len(made.surname), bool)
    relocated[made.house[lists.relocated]] = True
    county = made.register_county[rows]
    number = joined(city.county_codes(county), digits(rows, 8))
    left = np.maximum(2016 + rows % 4, np.array([2014, 2015, 2017])[rows % 3])
    table = {
        "member_no": joined(number, digits(turn, 2)),
        "household_no": number,
        "name": names,
        "id_no": ids,
        "sex_code": words(["1", "2", "1", "2"], role),
        "birth_on": births,
        "county_code": city.county_codes(county),
        "town_code": _towns(city, _register_town(city, rows), "poor"),
        "village": city.villages(rows),
        "relation": words(["户主", "配偶", "之子", "之女"], role),
        "registered_year": words(["2014", "2015", "2017"], rows % 3),
        "left_year": with_nulls(pc.cast(pa.array(left), pa.string()), rows % 10 > 0),
        "state_code": words(["poor", "left"], (rows % 10 > 0).astype(np.int64)),
        "is_relocated": relocated[rows],
    }
    _by_county(city, out, "poor_household_members", table, county, "建档立卡人口")


def _register_town(city: City, house: Ints) -> Ints:
    """A town of the county where the household is registered."""
    made = city.families
    seats = np.array([city.towns.of(county)[-1] for county in range(len(COUNTIES))])
    same = made.register_county[house] == made.home_county[house]
    return np.where(same, made.home_town[house], seats[made.register_county[house]])


def _by_county(city: City, out: Output, register: str, table: dict[str, Any], county: Ints, title: str) -> None:
    """One file of a register for each county that has rows."""
    for number, place in enumerate(COUNTIES):
        rows = pa.array(np.flatnonzero(county == number))
        if len(rows):
            part = {name: pc.take(pa.array(c) if isinstance(c, np.ndarray) else c, rows) for name, c in table.items()}
            out.write(register, part, f"{title}-{place.name}", LISTED_ON, f"county_code={place.code}")


def _person(city: City, child: Ints, part: str) -> dict[str, Any]:
    made = city.families
    return {
        "id_no": at(city.persons.id_no, child),
        "name": _names(city, child, part),
        "sex_code": city.sexes(child),
        "birth_on": made.birth[child],
    }


def write_groups(city: City, out: Output, lists: Listed) -> None:
    """priority_group_members, disabled_children, relocated_persons, left_behind_children."""
    made = city.families
    for name, child in lists.groups.items():
        house = made.house[child]
        county = np.where(made.register_county[house] < 0, made.home_county[house], made.register_county[house])
        table = _person(city, child, name) | {
            "group_code": words([name], child * 0),
            "county_code": city.county_codes(county),
            "household_no": city.household_numbers(house),
            "since_on": np.full(len(child), day("2018-07-01")) + child % 300,
        }
        out.write("priority_group_members", table, name, LISTED_ON, f"county_code,group_code={name}")
    _write_disabled(city, out, lists)
    child = lists.relocated
    house = made.house[child]
    table = _person(city, child, "relocated") | {
        "household_no": city.household_numbers(house),
        "county_code": city.county_codes(made.home_county[house]),
        "from_county_code": pc.cast(pa.array(made.region[house]), pa.string()),
        "site_name": words(SITES, house % len(SITES)),
        "moved_on": np.full(len(child), day("2018-08-01")) + house % 395,
        "is_registered_poor": np.ones(len(child), bool),
    }
    out.write("relocated_persons", table, "搬迁人口", LISTED_ON, "county_code")
    _write_left_behind(city, out)


def _write_disabled(city: City, out: Output, lists: Listed) -> None:
    child, rng = lists.disabled, city.chance.of("disabled")
    house, size = city.families.house[child], len(lists.disabled)
    kind = pick(rng, size, [8, 7, 5, 30, 32, 6, 12])
    grade = pick(rng, size, [20, 30, 28, 22])
    placed = np.where(np.isin(lists.placement, (0, 1, 4)), city.roll.last.school[child], -1)
    table = _person(city, child, "disabled") | {
        "county_code": city.county_codes(city.families.home_county[house]),
        "town_code": city.town_codes(city.families.home_town[house]),
        "certificate_no": joined(at(city.persons.id_no, child), words("1234567", kind), words("1234", grade)),
        "kind_code": words("1234567", kind),
        "grade_code": words("1234", grade),
        "placement_code": words(PLACEMENTS, lists.placement),
        "placed_at_code": city.school_codes(placed),
        "is_excused": lists.placement == 5,
        "has_individual_plan": rng.random(size) < 0.8,
    }
    out.write("disabled_children", table, "残疾儿童少年", LISTED_ON, "county_code")


def left_behind(city: City) -> Ints:
    """The children who are left behind while their parents work elsewhere."""
    rng, made = city.chance.of("left behind"), city.families
    house_away = rng.random(len(made.surname)) < np.where(made.is_rural, 0.09, 0.01)
    return np.flatnonzero(house_away[made.house] & (city.roll.last.school >= 0) & (made.age < 16))


def _write_left_behind(city: City, out: Output) -> None:
    made, child = city.families, left_behind(city)
    house = made.house[child]
    table = _person(city, child, "left behind") | {
        "county_code": city.county_codes(made.home_county[house]),
        "town_code": city.town_codes(made.home_town[house]),
        "address": city.addresses(house),
        "school_code": city.school_codes(city.roll.last.school[child]),
        "away_code": words(["both", "one_no_care"], (house % 5 == 0).astype(np.int64)),
        "carer_relation_code": words(["grandparent", "relative"], (house % 9 == 0).astype(np.int64)),
        "carer_phone": phones(house * 2 + 1),
        "is_without_care": house % 97 == 0,
        "since_on": np.full(len(child), day("2019-02-10")) + house % 200,
    }
    layout = Layout("csv", "gbk", "label", SLASHED if city.scale < 1 else DASHED, labels=True)
    out.write("left_behind_children", table, "农村留守儿童", LISTED_ON, "county_code", layout)
