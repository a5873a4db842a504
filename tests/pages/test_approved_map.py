"""A map is drawn only with its approval number, which is printed; without one it is refused and tiles stand in its place."""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.pages.reader import Reader
from tests.pages.records import records
from tests.web.bureau import OFFICE, Bureau
from yaodian.domain.finding import Refusal
from yaodian.web.pages.showing_indicator import counties_on
from yaodian.workspace.approved_map import FILE, approved_map
from yaodian.workspace.bureau import shipped_folder
from yaodian.workspace.doctor import State, map_in

pytestmark = pytest.mark.django_db
__all__ = ["records"]
NUMBER = "黔S(2020)009号"
MEALS = "/indicator/meal_local_ratio"


def squares(codes: list[str]) -> list[dict[str, Any]]:
    """An invented square of a degree for each code, side by side."""
    corners = ((0, 0), (1, 0), (1, 1), (0, 1), (0, 0))
    return [
        {
            "type": "Feature",
            "properties": {"code": code},
            "geometry": {"type": "Polygon", "coordinates": [[[place + x, y] for x, y in corners]]},
        }
        for place, code in enumerate(codes)
    ]


def bureau_with(folder: Path, number: str | None, codes: list[str]) -> Path:
    if not folder.exists():
        shutil.copytree(shipped_folder(), folder)
    told = {"type": "FeatureCollection", "features": squares(codes)}
    told |= {"properties": {"审图号": number}} if number else {}
    (folder / FILE).write_text(json.dumps(told), encoding="utf-8")
    return folder


def counties() -> list[str]:
    return [place.code for place in counties_on(date(2020, 6, 30)) if place.statutory]


def test_no_map_ships_with_the_product() -> None:
    assert approved_map(shipped_folder()) is None and map_in(shipped_folder()) == []


@pytest.mark.parametrize("number", [None, "", "无", "2020", "审图号待补"])
def test_a_map_without_an_approval_number_is_refused_in_a_sentence(tmp_path: Path, number: str | None) -> None:
    folder = bureau_with(tmp_path / "b", number, ["520302"])
    with pytest.raises(Refusal, match="没有审图号"):
        approved_map(folder)
    (check,) = map_in(folder)
    assert check.state is State.WRONG and "删去" in check.words.zh and "\n" not in check.words.zh


@pytest.mark.parametrize("number", [NUMBER, "GS（2019）1822号", "审图号：GS京(2022)1061号"])
def test_an_approved_map_keeps_its_shape_and_its_number(tmp_path: Path, number: str) -> None:
    found = approved_map(bureau_with(tmp_path / "b", number, ["a", "b"]))
    assert found is not None and found.approval_no == number and map_in(tmp_path / "b")[0].state is State.FINE
    (ring,) = found.outlines["b"]
    assert min(x for x, _ in ring) == pytest.approx(0.5) and max(x for x, _ in ring) == pytest.approx(1)
    assert found.height == pytest.approx(0.5, rel=1e-3)


@pytest.mark.parametrize(
    "spoilt",
    [
        "", "[]", "{}", '{"type": "FeatureCollection", "properties": {"审图号": "GS(2020)1号"}}',
        '{"type": "FeatureCollection", "properties": {"审图号": "GS(2020)1号"}, "features": [{"properties": {}}]}',
        '{"type": "FeatureCollection", "properties": {"审图号": "GS(2020)1号"}, "features": [{"properties": {"code": "1"},'
        ' "geometry": {"type": "Polygon", "coordinates": [[[400, 0], [1, 1], [2, 2]]]}}]}',
    ],
)  # fmt: skip
def test_what_is_no_map_is_refused(tmp_path: Path, spoilt: str) -> None:
    (tmp_path / FILE).write_text(spoilt, encoding="utf-8")
    with pytest.raises(Refusal):
        approved_map(tmp_path)


def test_the_page_draws_an_approved_map_with_its_number(
    bureau: Bureau, records: Path, tmp_path: Path, settings: Any
) -> None:
    settings.BUREAU = str(bureau_with(tmp_path / "b", NUMBER, counties()))
    status, text = Reader(bureau.accounts[OFFICE]).get(MEALS)
    assert status == 200 and f"审图号：{NUMBER}" in text and '<svg class="map"' in text
    assert text.count('<path class="p') == len(counties()) and 'class="carto"' not in text
    assert "新蒲" in text and "图上不画" in text, "a place that is no statutory division stands beside the map"


def test_a_refused_map_or_one_that_lacks_a_county_leaves_the_tiles(
    bureau: Bureau, records: Path, tmp_path: Path, settings: Any
) -> None:
    office = Reader(bureau.accounts[OFFICE])
    settings.BUREAU = str(bureau_with(tmp_path / "b", None, counties()))
    assert '<svg class="map"' not in office.get(MEALS)[1] and 'class="carto"' in office.get(MEALS)[1]
    bureau_with(tmp_path / "b", NUMBER, counties()[1:])
    assert '<svg class="map"' not in office.get(MEALS)[1] and 'class="carto"' in office.get(MEALS)[1]
