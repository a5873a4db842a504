"""学校: the schools of the city, where they stand, how large they draw and how full their classes are kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from yaodian.workspace.city.chance import Chance, Floats, Ints
from yaodian.workspace.city.identity import SCHOOL_SERIAL_FROM, body_code
from yaodian.workspace.city.places import CITY_CORE, COUNTIES, VILLAGE, Towns

PRESCHOOL, PRIMARY, JUNIOR, SENIOR, VOCATIONAL, SPECIAL, HIGHER = range(7)
STAGES = ("preschool", "primary", "junior", "senior", "vocational", "special", "higher")
FULL_COUNTS = {"kindergarten": 1870, "primary": 845, "point": 290, "junior": 220, "nine_year": 80, "senior": 60}
FULL_COUNTS |= {"vocational": 30, "special": 15, "university": 5}
"""Schools of each kind at scale 1.0: 3,415, as the city counted in 2019."""

KINDS = {
    "kindergarten": ("11", "preschool", "幼儿园"),
    "primary": ("21", "primary", "小学"),
    "point": ("21", "primary", "教学点"),
    "junior": ("31", "junior", "中学"),
    "nine_year": ("31", "primary,junior", "九年制学校"),
    "senior": ("34", "senior", "高级中学"),
    "vocational": ("36", "vocational", "中等职业学校"),
    "special": ("51", "special", "特殊教育学校"),
    "university": ("41", "higher", "学院"),
}
PER_COUNTY = ("kindergarten", "primary", "junior")
"""Kinds of which every county has at least one, however small the city."""

OVERSIZED_SENIOR, OVERSIZED_CITY = 0.35, 0.08
"""Shares of high schools, and of schools in the city core, that keep classes of 56 and more (large classes were not yet
cleared in 2019: 4 % nationally in compulsory education, many more in high schools)."""

_HEADS = "文峰育才希望民族博爱星火启明新华光明实验朝阳育英明德求知思源东风红旗凤凰云峰翠竹金鼎玉屏"
_WORDS = tuple(_HEADS[i : i + 2] for i in range(0, len(_HEADS) - 1, 2))


@dataclass(frozen=True, slots=True)
class School:
    """One school. `weight` is how many of its town's pupils it draws, `class_size` how many pupils it puts in a class."""

    code: str
    name: str
    kind: str
    county: int
    town: int
    urban_rural: str
    is_private: bool
    weight: float
    class_size: int
    opened: int
    boards: bool
    main: str
    uscc: str

    @property
    def stages(self) -> tuple[int, ...]:
        """The stages it teaches, as places in STAGES."""
        return tuple(STAGES.index(stage) for stage in KINDS[self.kind][1].split(","))


@dataclass(frozen=True)
class Schools:
    """All schools, with what is often asked of them as arrays."""

    all: tuple[School, ...]
    towns: Towns

    def teaching(self, stage: int) -> Ints:
        """The places of the schools that teach a stage."""
        return np.array([at for at, school in enumerate(self.all) if stage in school.stages])

    def county(self) -> Ints:
        return np.array([school.county for school in self.all])

    def weights(self) -> Floats:
        return np.array([school.weight for school in self.all])

    def class_sizes(self) -> Ints:
        return np.array([school.class_size for school in self.all])


def schools(chance: Chance, scale: float, towns: Towns) -> Schools:
    """The schools of a city of this scale."""
    rng = chance.of("schools")
    made: list[School] = []
    for kind in FULL_COUNTS:
        for town in _sites(rng, kind, scale, towns):
            made.append(_school(rng, kind, int(town), len(made), towns, made))
    return Schools(tuple(made), towns)


def _sites(rng: np.random.Generator, kind: str, scale: float, towns: Towns) -> Iterator[int]:
    """The town of each school of a kind: first what every county has, then by the towns' share of children."""
    count = max(1, round(FULL_COUNTS[kind] * scale))
    seats = [int(towns.of(county)[0]) for county in range(len(COUNTIES))]
    if kind in ("senior", "vocational", "special", "university"):
        yield from (seats * (count // len(seats) + 1))[:count]
        return
    if kind == "point":
        country = np.flatnonzero(towns.kind == VILLAGE)
        yield from rng.choice(country, count)
        return
    wanted = seats if kind in PER_COUNTY else []
    if kind in PER_COUNTY and count >= len(towns.county):
        wanted = list(range(len(towns.county)))
    yield from wanted
    share = towns.weight * np.array([COUNTIES[county].share for county in towns.county])
    share = share ** (0.75 if kind == "primary" else 0.9)
    yield from rng.choice(len(share), max(0, count - len(wanted)), p=share / share.sum())


def _school(rng: np.random.Generator, kind: str, town: int, number: int, towns: Towns, made: list[School]) -> School:
    county, place = int(towns.county[town]), COUNTIES[int(towns.county[town])]
    prefix, _, suffix = KINDS[kind]
    private = rng.random() < {"kindergarten": 0.54, "primary": 0.05, "nine_year": 0.15, "senior": 0.12}.get(kind, 0.02)
    in_core = towns.kind[town] == CITY_CORE
    siblings = sum(1 for school in made if school.town == town and school.kind == kind)
    head = (
        place.name[:2]
        if kind in ("senior", "vocational", "special", "university")
        else towns.names[town].removesuffix("街道")
    )
    name = f"{head}{_WORDS[(number * 7 + siblings) % len(_WORDS)]}{suffix}"
    if any(school.name == name for school in made[-400:]):
        name = f"{head}第{siblings + 1}{suffix}"
    main = _main_school(made, town, county) if kind == "point" else ""
    weight = float(rng.lognormal(0.0, 0.55)) * {"point": 0.06, "nine_year": 0.8}.get(kind, 1.0)
    return School(
        code=f"{prefix}52{SCHOOL_SERIAL_FROM + number:06d}",
        name=name,
        kind=kind,
        county=county,
        town=town,
        urban_rural=_urban_rural(rng, int(towns.kind[town]), kind),
        is_private=private and kind != "point",
        weight=weight,
        class_size=_class_size(rng, kind, bool(in_core)),
        opened=int(rng.integers(-7000, 17000)),
        boards=kind in ("senior", "vocational", "special", "university")
        or (kind in ("junior", "nine_year") and not in_core and rng.random() < 0.9)
        or (kind == "primary" and towns.kind[town] == VILLAGE and rng.random() < 0.35),
        main=main,
        uscc=body_code("52" if private else "12", place.code, number + 1),
    )


def _main_school(made: list[School], town: int, county: int) -> str:
    """The school that a teaching point belongs to: a primary school of its town, else of its county."""
    able = sorted((s for s in made if s.kind == "primary" and s.county == county), key=lambda s: s.town != town)
    return able[0].code


def _urban_rural(rng: np.random.Generator, kind_of_town: int, kind: str) -> str:
    if kind == "point":
        return "220"
    options = (("111", "111", "112"), ("121", "121", "122"), ("210", "210", "220"))[kind_of_town]
    return options[int(rng.integers(3))]


def _class_size(rng: np.random.Generator, kind: str, in_core: bool) -> int:
    usual = {"kindergarten": 29, "primary": 41, "point": 30, "junior": 46, "nine_year": 43, "senior": 51}
    oversized = OVERSIZED_SENIOR if kind == "senior" else OVERSIZED_CITY if in_core else 0.0
    if kind in ("primary", "junior", "senior") and rng.random() < oversized:
        return int(rng.integers(58, 69))
    return usual.get(kind, 45 if kind == "vocational" else 10) + int(rng.integers(-3, 4))
