"""待辨认: pairs of records that linkage leaves to people, and the least of both that it takes to tell whether they are one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from hashlib import sha256
from itertools import takewhile
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from yaodian.declare.identity import Identity
from yaodian.declare.register import Register
from yaodian.domain.access import Purpose
from yaodian.domain.finding import Words
from yaodian.warehouse.blinded import naming
from yaodian.warehouse.link.comparing import COMPARISONS, words_of
from yaodian.warehouse.link.persons import keep_told
from yaodian.warehouse.reading import TOLD_PAIRS
from yaodian.warehouse.records import Ancestry, Request
from yaodian.warehouse.sql import keys, named
from yaodian.warehouse.store import Warehouse
from yaodian.workspace.drilling import Reader as Looking
from yaodian.workspace.drilling import looked_up
from yaodian.workspace.records import records_catalogue
from yaodian.workspace.records_loading import existing

SCHOOL = Words("学校", "school")
HIDDEN, REGION = "•", 6
"""What stands for a character that is not shown; how many digits of an ID number tell where it was given."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two records, each by register and key, that may be one person. `place` is the county whose business it is, "" where
    only the city can say; `levels` say how alike they are, by comparison."""

    registers: tuple[str, str]
    records: tuple[bytes, bytes]
    levels: Mapping[str, str]
    place: str = ""

    @property
    def id(self) -> str:
        return sha256(b"".join(self.records)).hexdigest()[:16]

    @property
    def purposes(self) -> list[Purpose]:
        """For what both registers may be read of single persons; counting them is none."""
        every = (records_catalogue().of(Register)[name].purposes or tuple(Purpose) for name in self.registers)
        first, second = (set(one) for one in every)
        return [p for p in Purpose if p in first & second and p.is_of_duty and p not in _OF_NO_ONE]


_OF_NO_ONE = (Purpose.SUPERVISION, Purpose.STATISTICS)


@dataclass(frozen=True, slots=True)
class Line:
    """What one comparison says, and what the records hold of it where that is needed to tell; "" where it is not."""

    words: Words
    left: str = ""
    right: str = ""


def open_pairs(folder: Path) -> Sequence[Pair]:
    """Those of the current release, what is most alike first."""
    warehouse = existing(folder)
    return _of_release(folder, warehouse.release().id)


@lru_cache(maxsize=4)
def _of_release(folder: Path, release: str) -> Sequence[Pair]:
    warehouse = existing(folder)
    reader = warehouse.reader()
    rows = warehouse.engine.query(
        "SELECT * FROM asked ORDER BY weight DESC, record_l, record_r", {"asked": reader.asked()}, {}
    )
    pairs = rows.to_pylist()
    places = _places(warehouse, {(row[f"register_{side}"], row[f"record_{side}"]) for row in pairs for side in "lr"})
    return tuple(_pair(row, places) for row in pairs)


def _pair(row: Mapping[str, Any], places: Mapping[bytes, str]) -> Pair:
    said = zip((comparison.id for comparison in COMPARISONS), row["levels"].split(), strict=True)
    records = row["record_l"], row["record_r"]
    place = next((found for key in records if (found := places.get(key))), "")
    return Pair((row["register_l"], row["register_r"]), records, dict(said), place)


def _places(warehouse: Warehouse, records: set[tuple[str, bytes]]) -> dict[bytes, str]:
    """The county of each of these records whose list tells it."""
    found: dict[bytes, str] = {}
    catalogue, reader = records_catalogue(), warehouse.reader()
    for name in sorted({register for register, _ in records}):
        if column := catalogue.of(Identity)[name].county:
            wanted = sorted(key for register, key in records if register == name)
            held = {"held": reader.rows(catalogue.of(Register)[name], with_restricted=True)}
            sql = f"SELECT record_key, {named(column)} AS place FROM held WHERE record_key IN ({keys(wanted)})"
            rows = warehouse.engine.query(sql, held, {}).to_pylist()
            found |= {row["record_key"]: row["place"] for row in rows if row["place"]}
    return found


def compared(folder: Path, city: str, pair: Pair, looking: Looking, ancestry: Ancestry) -> list[Line]:
    """What each comparison says of a pair, with what is needed to tell, and the school where a list tells it; what is missing
    says nothing. The reads of both are audited before anything is shown. Raises RowsDenied where a register is not to be read for the
    purpose at the pair's place."""
    assert looking.purpose is not None
    warehouse, words, sides, schools = existing(folder), words_of(pair.levels), [], []
    for name, key in zip(pair.registers, pair.records, strict=True):
        identity, register = records_catalogue().of(Identity)[name], records_catalogue().of(Register)[name]
        columns = {said: column for said in _needed(pair) if (column := getattr(identity, said))}
        request = Request(
            register, [*columns.values()], looking.purpose, city, looking.on, keys=(key,), place=pair.place
        )
        row: Mapping[str, Any] = next(iter(looked_up(warehouse, request, looking, ancestry).to_pylist()), {})
        sides.append({said: row.get(column) for said, column in columns.items()})
        schools.append(_school(folder, identity, request, looking, ancestry))
    lines = [_line(comparison, pair.levels[comparison], said, *sides) for comparison, said in words.items()]
    return [*lines, Line(SCHOOL, *schools)] if any(schools) else lines


def _school(folder: Path, identity: type[Identity], request: Request, looking: Looking, ancestry: Ancestry) -> str:
    """The school of the record that is looked at, where its list tells one."""
    warehouse, told = existing(folder), identity.school
    if told is None:
        return ""
    rows = _school_rows(folder, warehouse.release().id, identity.id, looking.on).get(request.keys[0], ())
    if not rows:
        return ""
    kept = records_catalogue().of(Register)[told.register]
    asked = replace(request, register=kept, columns=[told.column], keys=rows)
    found = looked_up(warehouse, asked, looking, ancestry)[told.column].to_pylist()
    return "、".join(sorted({school for school in found if school}))


@lru_cache(maxsize=4)
def _school_rows(folder: Path, release: str, name: str, on: date) -> Mapping[bytes, Sequence[bytes]]:
    """By record of a list about which people are asked, the rows of the register that tells its school on a day."""
    warehouse, catalogue = existing(folder), records_catalogue()
    told = catalogue.of(Identity)[name].school
    if told is None or told.register not in warehouse.release().tables:
        return {}
    reader, kept = warehouse.reader(), catalogue.of(Register)[told.register]
    sides = [side for pair in open_pairs(folder) for side in zip(pair.registers, pair.records, strict=True)]
    asked = pa.array({key for one, key in sides if one == name}, pa.binary())
    links = naming(warehouse, reader, (catalogue.of(Register)[name], kept), told.through)
    in_force = warehouse.engine.query("SELECT record_key FROM held", {"held": reader.rows(kept, valid_on=on)}, {})
    found: dict[bytes, list[bytes]] = {}
    is_wanted = pc.and_(pc.is_in(links["record_key"], asked), pc.is_in(links["named_by"], in_force["record_key"]))
    for row in links.filter(is_wanted).to_pylist():
        found.setdefault(row["record_key"], []).append(row["named_by"])
    return found


def keep_verdicts(folder: Path, told: Sequence[Mapping[str, Any]]) -> None:
    """Give linkage what people said of pairs (rows as `TOLD_PAIRS`)."""
    table = pa.Table.from_pylist(list(told), schema=pa.schema(list(TOLD_PAIRS.items())))
    keep_told(existing(folder), table, who="verdicts")


def _needed(pair: Pair) -> list[str]:
    """The columns of identity that must be seen: the name, and what is not the same. Who answers for a child is not shown."""
    differing = (one for one in words_of(pair.levels) if pair.levels[one] != "same")
    return ["name", *(_COLUMN[one] for one in differing if one in _COLUMN)]


_COLUMN = {"id_no": "id_no", "birth": "birth_on", "place": "address"}
"""The column of an identity that a comparison is about, where its values help to tell."""


def _line(comparison: str, level: str, words: Words, left: Mapping[str, Any], right: Mapping[str, Any]) -> Line:
    column = _COLUMN.get(comparison, comparison)
    values = [str(side.get(column) or "") for side in (left, right)]
    if comparison != "name" and (level == "same" or not all(values)):
        return Line(words)
    shown = _SHOWN.get((comparison, level))
    return Line(words, *(shown(*values) if shown else values))


def _what_differs(one: str, other: str) -> tuple[str, str]:
    """The two without what they have in common at the beginning and at the end."""
    before = _in_common(one, other)
    after = _in_common(one[before:][::-1], other[before:][::-1])
    first, second = (HIDDEN * before + text[before : len(text) - after] + HIDDEN * after for text in (one, other))
    return first, second


def _in_common(one: str, other: str) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _regions(one: str, other: str) -> tuple[str, str]:
    """Where two ID numbers were given."""
    first, second = (text[:REGION] + HIDDEN * (len(text) - REGION) for text in (one, other))
    return first, second


def _rest(one: str, other: str) -> tuple[str, str]:
    """Two addresses from where they differ."""
    common = _in_common(one, other)
    return ("…" if common else "") + one[common:], ("…" if common else "") + other[common:]


_SHOWN: Mapping[tuple[str, str], Callable[[str, str], tuple[str, str]]] = {
    ("id_no", "slip"): _what_differs,
    ("id_no", "other"): _regions,
    **{("place", level): _rest for level in ("village", "town", "county")},
}
