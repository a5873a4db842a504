"""地方: the fifteen reporting places with their real codes and weights, and invented towns in each.

Shares of children follow the published sizes of the counties roughly; which nine counties counted as poor is from memory
(unverified). Names of towns and villages are invented."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from yaodian.workspace.city.chance import Chance, Floats, Ints


@dataclass(frozen=True, slots=True)
class County:
    """A reporting place: its share of the children, its towns at full scale, whether poor, its share of town dwellers."""

    code: str
    name: str
    share: float
    towns: int
    is_poor: bool
    urban: float
    region: int


COUNTIES = (
    County("520302", "红花岗区", 0.098, 18, False, 0.85, 520302),
    County("520303", "汇川区", 0.090, 13, False, 0.80, 520303),
    County("520304", "播州区", 0.112, 24, False, 0.50, 520304),
    County("520322", "桐梓县", 0.078, 25, True, 0.40, 520322),
    County("520323", "绥阳县", 0.058, 15, False, 0.40, 520323),
    County("520324", "正安县", 0.070, 20, True, 0.35, 520324),
    County("520325", "道真仡佬族苗族自治县", 0.040, 15, True, 0.38, 520325),
    County("520326", "务川仡佬族苗族自治县", 0.056, 16, True, 0.36, 520326),
    County("520327", "凤冈县", 0.052, 14, True, 0.38, 520327),
    County("520328", "湄潭县", 0.056, 15, True, 0.42, 520328),
    County("520329", "余庆县", 0.038, 10, True, 0.42, 520329),
    County("520330", "习水县", 0.090, 26, True, 0.38, 520330),
    County("520381", "赤水市", 0.036, 17, True, 0.50, 520381),
    County("520382", "仁怀市", 0.100, 20, False, 0.48, 520382),
    County("5203X1", "新蒲新区", 0.026, 6, False, 0.75, 520302),
)
OUTSIDE = (500110, 500227, 510502, 510525, 520102, 520222, 522224, 430602, 440306, 330281)
"""Places outside the city from which families come or to which they go."""
CENTRAL = (0, 1, 14)
"""Places of the central city, by their place in COUNTIES."""

CITY_CORE, TOWN_CENTRE, VILLAGE = 0, 1, 2
_FIRST = "桂花青龙白云石门双河凤仪长坪松柏团山新站绿塘茶园木瓜大坪小溪高桥三岔永安兴隆观音枫香官渡土城丙安洪关楠木竹林泉口鱼塘杉木银杏"
_PAIRS = tuple(_FIRST[i : i + 2] for i in range(0, len(_FIRST) - 1, 2))
_TAILS = ("", "北", "南", "东", "西", "上", "下", "新", "中", "后")
VILLAGES = (
    "青山村",
    "红光村",
    "团结村",
    "龙井村",
    "大坝村",
    "水源村",
    "石板村",
    "向阳社区",
    "和平社区",
    "桥头村",
    "岩脚村",
    "湾子村",
)


@dataclass(frozen=True, slots=True)
class Towns:
    """All towns: the county of each, its invented code of nine digits, name, weight in its county, and kind of place."""

    county: Ints
    codes: tuple[str, ...]
    names: tuple[str, ...]
    weight: Floats
    kind: Ints

    def of(self, county: int) -> Ints:
        """The towns of a county."""
        return np.flatnonzero(self.county == county)


def towns(chance: Chance, scale: float) -> Towns:
    """The towns of a city of this scale: each county keeps its seat (the first) and at least one country town."""
    rng = chance.of("towns")
    county, codes, names, weight, kind = [], [], [], [], []
    turn = 0
    for at, place in enumerate(COUNTIES):
        count = max(2, round(place.towns * min(1.0, scale**0.5)))
        seats = max(1, round(count * place.urban / 3))
        for number in range(count):
            seat = number < seats
            suffix = "街道" if seat else "镇" if number % 4 else "乡"
            county.append(at)
            codes.append(f"{place.code}{(1 if seat else 100 if number % 4 else 200) + number:03d}")
            names.append(_PAIRS[turn % len(_PAIRS)] + _TAILS[turn // len(_PAIRS)] + suffix)
            share = place.urban / seats if seat else (1 - place.urban) / (count - seats)
            weight.append(share * rng.uniform(0.7, 1.3))
            kind.append((CITY_CORE if at in CENTRAL else TOWN_CENTRE) if seat else VILLAGE)
            turn += 1
    return Towns(np.array(county), tuple(codes), tuple(names), np.array(weight), np.array(kind))
