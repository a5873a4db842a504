"""设施文件: rooms of every school, sports grounds, squads with their weekly lessons, and spaces for learning online.

Football covers a school that has a pitch, lessons for all and a squad: truth/football.parquet."""

from __future__ import annotations

import numpy as np
import pyarrow as pa

from yaodian.workspace.city.campus import class_table
from yaodian.workspace.city.chance import Floats, Ints, day, pick, rank_within
from yaodian.workspace.city.drawn import City
from yaodian.workspace.city.schools import HIGHER, PRESCHOOL, SPECIAL, STAGES
from yaodian.workspace.city.staff import Staff
from yaodian.workspace.city.texts import digits, joined, words
from yaodian.workspace.city.writing import Output

CLASSES_A_ROOM = 12
"""Classes for which one music and one art room are asked, of 96 and 90 square metres."""
WITHOUT_ROOM, SMALL_ROOM = 0.2, 0.15
SPECIAL_ROOMS = (
    ("music_room", 96.0),
    ("art_room", 90.0),
    ("laboratory", 90.0),
    ("computer_room", 90.0),
    ("library", 150.0),
)
GROUNDS = (("football_pitch", 0.34, 5200.0), ("small_pitch", 0.40, 900.0), ("track", 0.45, 3200.0), ("basketball", 0.93, 420.0),
           ("table_tennis", 0.85, 60.0), ("gymnasium", 0.10, 1100.0))  # fmt: skip
"""Sports grounds: the share of schools that have one, by ground, and its area."""
SQUADS = (
    ("football", 0.72),
    ("basketball", 0.6),
    ("athletics", 0.4),
    ("choir", 0.55),
    ("dance", 0.4),
    ("science", 0.35),
)
LESSONS, MORE_LATER = 0.78, 0.07
"""Share of schools with a weekly football lesson for all in 2019S, and how many more there are a year later."""
MONTHS = tuple(f"2020-{month:02d}" for month in range(4, 13))
PLATFORM = "人人通空间"


def write_facilities(city: City, out: Output, staff: Staff) -> None:
    """rooms, sports_facilities, squads and learning_spaces."""
    _write_rooms(city, out)
    pitch = _write_grounds(city, out)
    _write_squads(city, out, pitch)
    _write_spaces(city, out, staff)


def _classes(city: City) -> Ints:
    school, *_ = class_table(city.roll.last)
    return np.bincount(school, minlength=len(city.schools.all)).astype(np.int64)


def _write_rooms(city: City, out: Output) -> None:
    rng, classes = city.chance.of("rooms"), _classes(city)
    every = np.flatnonzero(classes)
    first = np.array([s.stages[0] for s in city.schools.all])
    parts = [(np.repeat(every, classes[every]), "classroom", 62.0)]
    for name, standard in SPECIAL_ROOMS:
        needed = np.ceil(classes[every] / CLASSES_A_ROOM).astype(np.int64)
        has = (first[every] != PRESCHOOL) & (rng.random(len(every)) >= WITHOUT_ROOM)
        parts.append((np.repeat(every, np.where(has, needed, 0)), name, standard))
    parts.append((every[first[every] == PRESCHOOL], "activity_room", 120.0))
    school = np.concatenate([part[0] for part in parts])
    use = np.repeat(np.arange(len(parts)), [len(part[0]) for part in parts])
    small = rng.random(len(school)) < SMALL_ROOM
    area = np.round(
        np.array([part[2] for part in parts])[use] * np.where(small, 0.8, rng.uniform(1.0, 1.15, len(school))), 1
    )
    columns = {
        "school_code": city.school_codes(school),
        "room_no": joined(words(["A", "B", "C"], use % 3), digits(rank_within(school) + 101, 3)),
        "use_code": words([part[1] for part in parts], use),
        "area_m2": area,
        "stage_code": words(STAGES, first[school]),
        "seats": pa.array(np.round(area / 1.4).astype(np.int64)),
        "is_networked_multimedia": (use == 0) & (rng.random(len(school)) < 0.88),
    }
    out.write("rooms", columns, "功能室", "2019-09-01", "school_code")


def _write_grounds(city: City, out: Output) -> Ints:
    """The grounds of every school; the schools that have a pitch of any size."""
    rng, size = city.chance.of("grounds"), len(city.schools.all)
    first = np.array([s.stages[0] for s in city.schools.all])
    fewer = np.where(first == PRESCHOOL, 0.25, np.array([0.4 if s.kind == "point" else 1.0 for s in city.schools.all]))
    has = np.stack([rng.random(size) < share * fewer for _, share, _ in GROUNDS])
    kind, school = np.nonzero(has)
    order = np.lexsort((kind, school))
    kind, school = kind[order], school[order]
    columns = {
        "school_code": city.school_codes(school),
        "facility_no": digits(rank_within(school) + 1, 2),
        "kind_code": words([name for name, _, _ in GROUNDS], kind),
        "area_m2": np.round(np.array([area for _, _, area in GROUNDS])[kind] * rng.uniform(0.6, 1.2, len(kind))),
        "track_metre": pa.array(rng.choice([200, 250, 300, 400], len(kind)), mask=kind != 2),
        "surface_code": words(["artificial", "rubber", "concrete", "earth"], pick(rng, len(kind), [40, 25, 30, 5])),
        "is_standard": rng.random(len(kind)) < 0.6,
        "is_open_to_public": rng.random(len(kind)) < 0.3,
        "built_on": day("2004-08-01") + rng.integers(0, 5200, len(kind)),
    }
    out.write("sports_facilities", columns, "体育设施", "2019-09-01", "school_code")
    return np.flatnonzero(has[0] | has[1]).astype(np.int64)


def _write_squads(city: City, out: Output, pitch: Ints) -> None:
    size, first = len(city.schools.all), np.array([s.stages[0] for s in city.schools.all])
    able = first != SPECIAL
    keen, taught = (city.chance.of(part).random((len(SQUADS), size)) for part in ("keen", "taught"))
    truth: dict[str, list[object]] = {
        key: [] for key in ("school_code", "school_year", "has_pitch", "has_lesson", "has_squad")
    }
    for later, name in enumerate(("2019S", "2020S")):
        share = (
            np.array([part for _, part in SQUADS])[:, None] * np.where(first == PRESCHOOL, 0.3, 1.0)
            + MORE_LATER * later
        )
        has = (keen < share) & able
        lesson = taught[0] < (LESSONS + MORE_LATER * later) * np.where(first == PRESCHOOL, 0.3, 1.0)
        item, school = np.nonzero(has)
        rng = city.chance.of(f"squads {name}")
        pupils = rng.integers(14, 36, len(item))
        columns = {
            "school_code": city.school_codes(school),
            "squad_no": digits(item + 1, 2),
            "school_year": words([name], item * 0),
            "item_code": words([code for code, _ in SQUADS], item),
            "pupil_count": pupils,
            "girl_count": np.round(pupils * rng.uniform(0.2, 0.7, len(item))).astype(np.int64),
            "training_count": rng.integers(1, 5, len(item)),
            "class_lessons": np.where(item == 0, lesson[school] * 1.0, 0.5),
            "has_qualified_coach": rng.random(len(item)) < 0.7,
        }
        out.write("squads", columns, f"体育艺术队伍-{name}", f"{name[:4]}-10-31", "school_code,school_year")
        truth["school_code"] += [s.code for s in city.schools.all]
        truth["school_year"] += [name] * size
        for key, flags in (
            ("has_pitch", np.isin(np.arange(size), pitch)),
            ("has_lesson", lesson & has[0]),
            ("has_squad", has[0]),
        ):
            truth[key] += flags.tolist()
    out.tell("football", truth)


def _write_spaces(city: City, out: Output, staff: Staff) -> None:
    rng, count = city.chance.of("spaces"), len(city.schools.all)
    teachers = np.bincount(staff.school[staff.duty == 0], minlength=count)
    pupils = city.pupils_by_school()
    shown = np.flatnonzero((pupils > 0) & np.array([s.stages[0] not in (PRESCHOOL, HIGHER) for s in city.schools.all]))
    persons = np.stack([pupils[shown], teachers[shown], pupils[shown]])
    month, kind, row = (part.ravel() for part in np.indices((len(MONTHS), 3, len(shown))))
    opened: Floats = persons[kind, row] * np.clip(np.array([0.55, 0.8, 0.35])[kind] + 0.035 * month, 0, 0.98)
    opened = np.floor(opened * rng.uniform(0.9, 1.0, len(month)))
    active = np.floor(opened * np.array([0.42, 0.6, 0.2])[kind] * rng.uniform(0.6, 1.3, len(month)))
    columns = {
        "school_code": city.school_codes(shown[row]),
        "platform": words([PLATFORM], row * 0),
        "month": words(MONTHS, month),
        "person_code": words(["pupil", "teacher", "parent"], kind),
        "opened_count": opened.astype(np.int64),
        "active_count": np.minimum(opened, active).astype(np.int64),
    }
    out.write("learning_spaces", columns, "学习空间", "2020-12-31", "platform,month")
