"""两份名册: a city's resident list and its roll with the dirt that true ones have, and who each row really is of; what linkage
is tried and measured on. All of it is invented.

The homophones here are written down by hand from clerks' habits, apart from the table of sounds that the matcher uses.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa

from yaodian.workspace.city.drawn import City, drawn
from yaodian.workspace.city.texts import at

EXCHANGED = dict(
    pair.split(":")
    for pair in (
        "张:章 王:汪 李:黎 伟:炜 宇:羽 涵:晗 轩:萱 杰:捷 明:名 浩:昊 欣:新 怡:宜 佳:家 思:斯 梓:籽 子:紫 琪:祺 俊:骏 娟:鹃 慧:会"
        " 静:婧 丽:俪 雨:语 文:闻 玉:育 志:智 林:琳 辉:晖 芳:方 磊:蕾 军:君 洋:阳 勇:永 涛:滔 超:抄 平:萍 鹏:朋 博:勃 强:强"
        " 国:國 刘:劉 陈:陳 杨:楊 赵:趙 黄:黃"
    ).split()
)


@dataclass(frozen=True, slots=True)
class Mix:
    """Shares of the roll's rows with each kind of dirt; those of the number are of different rows."""

    without_id: float = 0.030
    slipped_id: float = 0.025
    foreign_id: float = 0.020
    name: float = 0.020
    dropped_character: float = 0.3  # of the names with dirt: a character is left out or doubled instead of exchanged
    birth: float = 0.010
    other_address: float = 0.050
    without_address: float = 0.030
    without_guardian: float = 0.030
    other_parent: float = 0.120


USUAL = Mix()
HELD_OUT = Mix(0.045, 0.015, 0.015, 0.035, 0.5, 0.018, 0.080, 0.060, 0.060, 0.080)
"""A mix that no threshold was chosen on: more names and dates, fewer numbers, worse addresses."""


@dataclass(frozen=True)
class TwoLists:
    """Claims as linkage takes them, by list; `of` has for each list the person (a number) of each record key."""

    lists: dict[str, pa.Table]
    of: dict[str, pa.Table]


def two_lists(scale: float, seed: int, mix: Mix = USUAL) -> TwoLists:
    """Residents from 3 to 17 and all records of the roll of a city, the roll's with dirt."""
    city, rng = drawn(scale, seed), np.random.default_rng(seed + 1)
    made = city.families
    living = np.flatnonzero((made.age < 18) & ~made.is_away[made.house])
    residents = _claims(city, living, at(city.persons.id_no, living), at(city.persons.name, living), made.birth[living])
    rows = np.flatnonzero((city.roll.last.school[city.records.child] >= 0) | (city.records.twin >= 0))
    child = city.records.child[rows]
    ids, names = (np.array(at(column, rows).to_pylist(), object) for column in (city.records.id_no, city.records.name))
    birth = made.birth[child].copy()
    _spoil_ids(rng, mix, ids)
    _spoil_names(rng, mix, names)
    late = np.flatnonzero(rng.random(len(child)) < mix.birth)
    birth[late] += rng.choice([-30, -10, -1, 1, 10, 30, 365], len(late))
    roll = _claims(city, child, pa.array(ids, pa.string()), pa.array(names, pa.string()), birth)
    roll = _spoil_homes(rng, mix, city, child, roll)
    lists = {"residents": _keyed(residents, "L"), "students": _keyed(roll, "R")}
    people = {"residents": living, "students": child}
    of = {n: pa.table({"record_key": lists[n]["record_key"], "person": pa.array(people[n])}) for n in lists}
    return TwoLists(lists, of)


def _claims(city: City, child: Any, ids: Any, names: Any, birth: Any) -> pa.Table:
    house = city.families.house[child]
    fathers = city.families.father.text(house)
    return pa.table(
        {
            "id_no": ids,
            "name": names,
            "birth_on": pa.array(birth.astype("M8[D]")),
            "sex": city.sexes(child),
            "address": city.addresses(house),
            "county": city.county_codes(city.families.home_county[house]),
            "guardians": pa.ListArray.from_arrays(pa.array(np.arange(len(child) + 1), pa.int32()), fathers),
        }
    )


def _spoil_ids(rng: np.random.Generator, mix: Mix, ids: Any) -> None:
    luck = rng.random(len(ids))
    bounds = np.cumsum([mix.without_id, mix.slipped_id, mix.foreign_id])
    whole = ids.copy()
    for row in np.flatnonzero((luck >= bounds[0]) & (luck < bounds[1])):
        ids[row] = _slipped(rng, ids[row])
    foreign = np.flatnonzero((luck >= bounds[1]) & (luck < bounds[2]))
    anyone, neighbour = rng.integers(0, len(ids), len(foreign)), np.minimum(foreign + 1, len(ids) - 1)
    ids[foreign] = whole[np.where(rng.random(len(foreign)) < 0.5, anyone, neighbour)]
    ids[luck < bounds[0]] = None


def _slipped(rng: np.random.Generator, number: str) -> str:
    """Two neighbours exchanged, or one digit typed wrong."""
    where = int(rng.integers(6, 17))
    if rng.random() < 0.5:
        return number[: where - 1] + number[where] + number[where - 1] + number[where + 1 :]
    return number[:where] + str((int(number[where]) + int(rng.integers(1, 10))) % 10) + number[where + 1 :]


def _spoil_names(rng: np.random.Generator, mix: Mix, names: Any) -> None:
    for row in np.flatnonzero(rng.random(len(names)) < mix.name):
        name = names[row]
        places = [where for where, character in enumerate(name) if character in EXCHANGED]
        if places and rng.random() > mix.dropped_character:
            where = places[-1]
            names[row] = name[:where] + EXCHANGED[name[where]] + name[where + 1 :]
        else:
            names[row] = name[:-1] if len(name) > 2 else name + name[-1]


def _spoil_homes(rng: np.random.Generator, mix: Mix, city: City, child: Any, roll: pa.Table) -> pa.Table:
    size = len(child)
    homes = np.array(roll["address"].to_pylist(), object)
    moved = np.flatnonzero(rng.random(size) < mix.other_address)
    homes[moved] = homes[rng.integers(0, size, len(moved))]
    homes[rng.random(size) < mix.without_address] = None
    luck = rng.random(size)
    mothers = city.families.mother.text(city.families.house[child]).to_pylist()
    guardians = [
        None if n < mix.without_guardian else [mother] if n < mix.without_guardian + mix.other_parent else own
        for n, mother, own in zip(luck, mothers, roll["guardians"].to_pylist(), strict=True)
    ]
    roll = roll.set_column(roll.column_names.index("address"), "address", pa.array(homes, pa.string()))
    kept = pa.array(guardians, pa.list_(pa.string()))
    return roll.set_column(roll.column_names.index("guardians"), "guardians", kept)


def _keyed(table: pa.Table, mark: str) -> pa.Table:
    """The table with record keys of 16 bytes that say nothing, as those of a warehouse."""
    drawn = np.random.default_rng(ord(mark)).bytes(16 * table.num_rows)
    keys = pa.FixedSizeBinaryArray.from_buffers(pa.binary(16), table.num_rows, [None, pa.py_buffer(drawn)])
    return table.add_column(0, "record_key", keys.cast(pa.binary()))
