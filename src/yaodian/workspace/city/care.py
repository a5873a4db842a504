"""关爱文件: visits to left-behind children, lessons at the homes of disabled children, migrants' permits, arrivals at
settlements and the children of those who went to help in Hubei."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from yaodian.workspace.city.chance import Ints, day, pick
from yaodian.workspace.city.drawn import City
from yaodian.workspace.city.households import SITES, Listed, left_behind
from yaodian.workspace.city.places import COUNTIES
from yaodian.workspace.city.roll import GRADES
from yaodian.workspace.city.schools import PRIMARY, SPECIAL, STAGES
from yaodian.workspace.city.texts import at, joined, words
from yaodian.workspace.city.writing import Output

VISITED = 0.9  # left-behind children who are seen in a term; the rest are for the log to show
AT_HOME = 2  # the placement in households.PLACEMENTS that means lessons at home
HOME_VISITS, LESSONS = 14, 4.0
FEW = 0.12  # children at home who get half of the visits
PLACED = 0.97  # children come to a settlement who are in a school there by September 2020
MEDICAL = 60  # children at scale 1.0


def write_care(city: City, out: Output, lists: Listed) -> None:
    """care_visits, home_teaching_visits, residence_permits, relocation_arrivals and medical_team_children."""
    _write_visits(city, out)
    _write_home_teaching(city, out, lists)
    _write_permits(city, out)
    _write_arrivals(city, out, lists)
    _write_medical(city, out)


def _write_visits(city: City, out: Output) -> None:
    rng, made, every = city.chance.of("care"), city.families, left_behind(city)
    county = made.home_county[made.house[every]]
    seen = rng.random(len(every)) < VISITED
    child = np.repeat(every[seen], 2)
    turn = np.arange(len(child)) % 2
    columns = {
        "id_no": at(city.persons.id_no, child),
        "county_code": city.county_codes(made.home_county[made.house[child]]),
        "school_code": city.school_codes(city.roll.last.school[child]),
        "visited_on": day("2020-04-10") + turn * 60 + child % 40,
        "visitor_code": words(
            ["teacher", "school", "village", "civil_affairs"], pick(rng, len(child), [70, 12, 12, 6])
        ),
        "form_code": words(["home", "phone", "school", "group"], pick(rng, len(child), [45, 25, 20, 10])),
        "has_parents_contacted": rng.random(len(child)) < 0.85,
        "follow_up_code": words(["none", "help", "report"], pick(rng, len(child), [88, 11.5, 0.5])),
    }
    out.write("care_visits", columns, "关爱走访-2020春", "2020-07-31")
    out.total("left_behind", "2019S2", county)
    out.total("left_behind_visited", "2019S2", county, seen)


def _write_home_teaching(city: City, out: Output, lists: Listed) -> None:
    rng, made = city.chance.of("home teaching"), city.families
    at_home = lists.placement == AT_HOME
    every = lists.disabled[at_home] if at_home.any() else lists.disabled[:1]
    count = np.where(rng.random(len(every)) < FEW, HOME_VISITS // 2, HOME_VISITS)
    child = np.repeat(every, count)
    turn = np.arange(len(child)) - np.repeat(np.cumsum(count) - count, count)
    county = made.home_county[made.house[child]]
    columns = {
        "id_no": at(city.persons.id_no, child),
        "county_code": city.county_codes(county),
        "school_code": city.school_codes(_near(city, county, SPECIAL)),
        "visited_on": day("2020-04-15") + turn * 6,
        "lessons": np.full(len(child), LESSONS),
        "teacher_count": rng.integers(1, 4, len(child)),
        "content_code": words(
            ["teaching", "rehabilitation", "life", "guidance"], pick(rng, len(child), [40, 25, 25, 10])
        ),
    }
    out.write("home_teaching_visits", columns, "送教上门-2020春", "2020-07-31")
    out.total("taught_at_home", "2019S2", made.home_county[made.house[every]])


def _near(city: City, county: Ints, stage: int) -> Ints:
    """A school of the stage for each county: its own, else any."""
    able = city.schools.teaching(stage)
    own = {int(place): int(school) for place, school in zip(city.schools.county()[able], able, strict=True)}
    return np.array([own.get(place, int(able[0])) for place in county.tolist()], np.int64)


def _write_permits(city: City, out: Output) -> None:
    """Permits of families that live outside the county of their register, as the police list them."""
    rng, made = city.chance.of("permits"), city.families
    moved = (made.register_county != made.home_county) & ~made.is_away
    child = np.flatnonzero(moved[made.house] & (made.age < 18) & (rng.random(made.child_count) < 0.85))
    house = made.house[child]
    issued = day("2019-03-01") + rng.integers(0, 480, len(child))
    county = made.home_county[house]
    columns = {
        "id_no": at(city.persons.id_no, child),
        "name": at(city.persons.name, child),
        "birth_on": made.birth[child],
        "county_code": city.county_codes(county),
        "town_code": city.town_codes(made.home_town[house]),
        "address": city.addresses(house),
        "guardian_name": made.father.text(house),
        "hukou_place_code": pc.cast(pa.array(made.region[house]), pa.string()),
        "issued_on": issued,
        "expires_on": issued + 365,
        "has_work_proof": rng.random(len(child)) < 0.8,
        "has_social_insurance": rng.random(len(child)) < 0.35,
    }
    out.write("residence_permits", columns, "居住证", "2020-06-30", "county_code")
    out.total("permits", "2020-06-30", county)


def _write_arrivals(city: City, out: Output, lists: Listed) -> None:
    """Children of school age who came to settlements; nearly all have a school there."""
    rng, made, last = city.chance.of("arrivals"), city.families, city.roll.last
    child = lists.relocated[last.school[lists.relocated] >= 0]
    house, placed = made.house[child], rng.random(len(child)) < PLACED
    came = day("2018-08-01") + house % 395
    county = made.home_county[house]
    columns = {
        "id_no": at(city.persons.id_no, child),
        "name": at(city.persons.name, child),
        "county_code": city.county_codes(county),
        "site_name": words(SITES, house % len(SITES)),
        "arrived_on": came,
        "grade_code": words(GRADES, last.grade[child]),
        "school_code": city.school_codes(np.where(placed, last.school[child], -1)),
        "placed_on": pa.array(came + 20, mask=~placed),
        "is_still_at_old_school": ~placed,
    }
    out.write("relocation_arrivals", columns, "安置点学生到位", "2020-09-30")
    out.total("relocated_pupils", "2020-09-30", county)
    out.total("relocated_pupils_placed", "2020-09-30", county, placed)


def _write_medical(city: City, out: Output) -> None:
    rng, made, coming = city.chance.of("medical"), city.families, city.roll.coming
    able = np.flatnonzero((coming.school >= 0) & np.isin(coming.stage, (0, PRIMARY, 2)))
    child = np.sort(rng.choice(able, city.count(MEDICAL) + 2, replace=False))
    placed = rng.random(len(child)) < 0.95
    house = made.house[child]
    columns: dict[str, Any] = {
        "id_no": at(city.persons.id_no, child),
        "name": at(city.persons.name, child),
        "sex_code": city.sexes(child),
        "birth_on": made.birth[child],
        "county_code": city.county_codes(made.home_county[house]),
        "parent_name": made.mother.text(house),
        "parent_unit": joined(
            words([place.name for place in COUNTIES], made.home_county[house]), pa.scalar("人民医院")
        ),
        "wanted_stage_code": words(STAGES, coming.stage[child]),
        "wanted_school_code": city.school_codes(coming.school[child]),
        "school_code": city.school_codes(np.where(placed, coming.school[child], -1)),
        "placed_on": pa.array(np.full(len(child), day("2020-09-01")), mask=~placed),
    }
    out.write("medical_team_children", columns, "医疗队员子女", "2020-09-30")
    out.total("medical_team_children", "2020", made.home_county[house])
    out.total("medical_team_children_placed", "2020", made.home_county[house], placed)
