"""地方文件: a bureau's places, past and present."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

from yaodian.domain.finding import Words
from yaodian.domain.place import Level, Place, Places
from yaodian.workspace.written import Written

ROWS, COLUMNS = 4, 6
_KNOWN = ("parent", "aliases", "from", "to", "successors", "maps_to", "statutory", "reference", "unverified", "grid")


def bureau_places(folder: Path) -> Places:
    """The places in `places.yaml` of a bureau's folder; none where the file is absent. Raises Refusal."""
    path = folder / "places.yaml"
    if not path.is_file():
        return Places()
    written = Written.read(path)
    places: dict[str, Place] = {}
    for index, given in enumerate(written.sequence(written.data)):
        entry = written.entry(given, (index,), ("code", "name", "level"), _KNOWN)
        place = _place(written, index, entry)
        if place.code in places:
            raise written.refusal(
                Words(f"代码“{place.code}”重复", f"the code {place.code!r} stands twice"), index, "code"
            )
        places[place.code] = place
    for index, place in enumerate(places.values()):
        for name, codes in (("parent", (place.parent,)), ("successors", place.successors), ("maps_to", place.maps_to)):
            for code in codes:
                if code is not None and code not in places:
                    raise written.refusal(
                        Words(f"“{code}”不在本文件的代码之中", f"{code!r} is no code of this file"), index, name
                    )
    return Places(tuple(places.values()))


def _place(written: Written, index: int, entry: Mapping[str, Any]) -> Place:
    levels = tuple(level.value for level in Level)
    if entry["level"] not in levels:
        listed = ", ".join(levels)
        raise written.refusal(Words(f"level应为 {listed} 之一", f"level is one of {listed}"), index, "level")
    for name in ("code", "parent"):
        if not isinstance(entry.get(name, ""), str):
            raise written.refusal(Words(f"{name}请加引号", f"put {name} in quotes"), index, name)
    for name in ("statutory", "unverified"):
        if not isinstance(entry.get(name, True), bool):
            raise written.refusal(Words(f"{name}只能写true或false", f"{name} is true or false"), index, name)
    return Place(
        code=entry["code"],
        name=str(entry["name"]),
        level=Level(entry["level"]),
        parent=entry.get("parent"),
        aliases=written.texts(entry.get("aliases"), index, "aliases"),
        valid_from=_day(written, index, entry, "from"),
        valid_to=_day(written, index, entry, "to"),
        successors=written.texts(entry.get("successors"), index, "successors"),
        maps_to=written.texts(entry.get("maps_to"), index, "maps_to"),
        statutory=entry.get("statutory", True),
        reference=str(entry.get("reference", "")),
        unverified=entry.get("unverified", False),
        grid=_grid(written, index, entry),
    )


def _grid(written: Written, index: int, entry: Mapping[str, Any]) -> tuple[int, int] | None:
    """A tile's row and column; the cartogram has four rows of six."""
    match entry.get("grid"):
        case None:
            return None
        case [int(row), int(column)] if 1 <= row <= ROWS and 1 <= column <= COLUMNS:
            return row, column
    raise written.refusal(
        Words(
            f"grid写成[行, 列]，行1到{ROWS}，列1到{COLUMNS}",
            f"grid is [row, column], of {ROWS} rows and {COLUMNS} columns",
        ),
        index,
        "grid",
    )


def _day(written: Written, index: int, entry: Mapping[str, Any], name: str) -> date | None:
    day = entry.get(name)
    if day is not None and (not isinstance(day, date) or isinstance(day, datetime)):
        raise written.refusal(
            Words(f"{name}应写成2020-01-31这样的日期", f"{name} is a day such as 2020-01-31"), index, name
        )
    return day
