"""地图: the counties drawn by the outlines of an approved map, in the place of tiles where the bureau has one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from yaodian.domain.place import Place
from yaodian.web.pages.cartogram import Cartogram, Tile
from yaodian.workspace.approved_map import ApprovedMap, Ring

WIDTH = 600


@dataclass(frozen=True, slots=True)
class Area:
    """A county on the map: its outline as an SVG path, and where its name stands."""

    tile: Tile
    outline: str
    x: float
    y: float

    @property
    def place(self) -> Place:
        return self.tile.place


@dataclass(frozen=True, slots=True)
class DrawnMap:
    """`approval_no` is printed under it, and so are the places of the table that are no statutory division and so on no map."""

    areas: Sequence[Area]
    width: int
    height: int
    approval_no: str
    besides: Sequence[Tile]


def drawn(approved: ApprovedMap, tiles: Cartogram) -> DrawnMap | None:
    """The tiles as areas; None where the map lacks a statutory division, as none may be missing from what is shown."""
    outlines = approved.outlines
    besides = [tile for tile in tiles.tiles if tile.place.code not in outlines]
    if any(tile.place.statutory for tile in besides):
        return None
    areas = [_area(tile, outlines[tile.place.code]) for tile in tiles.tiles if tile not in besides]
    return DrawnMap(areas, WIDTH, round(approved.height * WIDTH), approved.approval_no, besides)


def _area(tile: Tile, rings: Sequence[Ring]) -> Area:
    path = "".join("M" + "L".join(f"{x * WIDTH:.1f} {y * WIDTH:.1f}" for x, y in ring) + "Z" for ring in rings)
    x, y = _middle(max(rings, key=lambda ring: abs(_twice_area(ring))))
    return Area(tile, path, round(x * WIDTH, 1), round(y * WIDTH, 1))


def _twice_area(ring: Ring) -> float:
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, [*ring[1:], ring[0]], strict=True))


def _middle(ring: Ring) -> tuple[float, float]:
    """The centre of gravity of a ring; of one without area the middle of its points."""
    six = 3 * _twice_area(ring)
    if not six:
        return sum(x for x, _ in ring) / len(ring), sum(y for _, y in ring) / len(ring)
    pairs = list(zip(ring, [*ring[1:], ring[0]], strict=True))
    cross = [a[0] * b[1] - b[0] * a[1] for a, b in pairs]
    x = sum((a[0] + b[0]) * c for (a, b), c in zip(pairs, cross, strict=True)) / six
    y = sum((a[1] + b[1]) * c for (a, b), c in zip(pairs, cross, strict=True)) / six
    return x, y
