"""过审地图: the outlines of a bureau's counties, taken only from a map that the authority approved and that says so."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from yaodian.domain.finding import Refusal, Words

FILE = "map.geojson"  # in the bureau's folder
APPROVAL, CODE = "审图号", "code"
APPROVAL_NO = re.compile(r"(?:GS|\wS).{0,4}?[(（〔\[]\d{4}[)）〕\]]\s*\d+\s*号")
MOST_BYTES, MOST_POINTS = 8_000_000, 100_000
Ring = Sequence[tuple[float, float]]


@dataclass(frozen=True)
class ApprovedMap:
    """`approval_no` as it must be printed; by a county's code its outlines, in parts of the map's width (0–1) from the left
    and the top; `height` in the same parts."""

    approval_no: str
    outlines: Mapping[str, Sequence[Ring]]
    height: float


def approved_map(bureau: Path) -> ApprovedMap | None:
    """The map in a bureau's folder; None where there is none. Raises Refusal for one without an approval number, and for what
    is no map of outlines with codes."""
    file = bureau / FILE
    return _read(file, file.stat().st_mtime_ns) if file.is_file() else None


@lru_cache(maxsize=4)
def _read(file: Path, _changed: int) -> ApprovedMap:
    told = _told(file)
    approval = told.get("properties") or {}
    number = str(approval.get(APPROVAL, "")).strip() if isinstance(approval, dict) else ""
    if not APPROVAL_NO.search(number):
        raise Refusal(
            Words(
                f"地图{file}没有审图号，不能使用；请在 properties 里写明“{APPROVAL}”，例如 GS(2020)1234号，或删去这个文件",
                f"the map {file} has no approval number and is not used: write “{APPROVAL}” in its properties, or delete it",
            )
        )
    try:
        outlines = {_code(one): _rings(one["geometry"]) for one in told["features"]}
    except (LookupError, TypeError, ValueError):
        raise _odd(file) from None
    points = [point for rings in outlines.values() for ring in rings for point in ring]
    if not points or len(points) > MOST_POINTS or not all(map(_is_on_earth, points)):
        raise _odd(file)
    return _scaled(number, outlines, points)


def _told(file: Path) -> dict[str, Any]:
    try:
        if file.stat().st_size > MOST_BYTES:
            raise _odd(file)
        told = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        raise _odd(file) from None
    if not isinstance(told, dict) or told.get("type") != "FeatureCollection":
        raise _odd(file)
    return told


def _odd(file: Path) -> Refusal:
    return Refusal(
        Words(
            f"地图{file}读不了：要 GeoJSON 的 FeatureCollection，每块写明 properties.{CODE} 和经纬度的面，不超过 8 MB",
            f"the map {file} cannot be read: a GeoJSON FeatureCollection of areas in degrees, each with properties.{CODE}, "
            "of 8 MB at most",
        )
    )


def _code(feature: Mapping[str, Any]) -> str:
    return str(feature["properties"][CODE])


def _rings(geometry: Mapping[str, Any]) -> list[Ring]:
    """All rings of an area; holes among them are drawn by the even–odd rule."""
    given = geometry["coordinates"]
    parts = {"Polygon": [given], "MultiPolygon": given}[geometry["type"]]
    return [[(float(x), float(y)) for x, y, *_ in ring] for part in parts for ring in part]


def _is_on_earth(point: tuple[float, float]) -> bool:
    return abs(point[0]) <= 180 and abs(point[1]) < 90


def _scaled(number: str, outlines: Mapping[str, Sequence[Ring]], points: Ring) -> ApprovedMap:
    """Degrees made parts of the width, a degree of longitude as long as it is at the middle of the map."""
    west, east = min(x for x, _ in points), max(x for x, _ in points)
    south, north = min(y for _, y in points), max(y for _, y in points)
    shrunk = math.cos(math.radians((south + north) / 2))
    width = (east - west) * shrunk or 1.0
    drawn = {
        code: [[((x - west) * shrunk / width, (north - y) / width) for x, y in ring] for ring in rings]
        for code, rings in outlines.items()
    }
    return ApprovedMap(number, drawn, (north - south) / width)
