"""The places file: the sentences that refuse a faulty one."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from yaodian.domain.finding import Refusal
from yaodian.workspace.bureau import shipped_folder
from yaodian.workspace.parameters import bureau_parameters
from yaodian.workspace.places import bureau_places

CITY = '- {code: "1", name: 某市, level: city}\n'


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ('- {code: "2", name: 某县, level: shire}\n', 2, "level"),
        ("- {code: 2, name: 某县, level: county}\n", 2, "引号"),
        ('- {code: "1", name: 某县, level: county}\n', 2, "重复"),
        ('- code: "2"\n  name: 某县\n  level: county\n  parent: "9"\n', 5, "9"),
        ('- code: "2"\n  name: 某县\n  level: county\n  successors: ["9"]\n', 5, "9"),
        ('- code: "2"\n  name: 某县\n  level: county\n  from: 去年\n', 5, "日期"),
        ('- code: "2"\n  name: 某县\n  level: county\n  statutory: 否\n', 5, "statutory"),
        ('- {code: "2", name: 某县, level: county, size: 3}\n', 2, "size"),
        ('- {code: "2", name: 某县, level: county, grid: [5, 1]}\n', 2, "行1到4"),
        ('- {code: "2", name: 某县, level: county, grid: 3}\n', 2, "行1到4"),
    ],
)
def test_a_faulty_place_is_refused_with_file_line_and_repair(tmp_path: Path, text: str, line: int, says: str) -> None:
    (tmp_path / "places.yaml").write_text(CITY + text, encoding="utf-8")
    with pytest.raises(Refusal) as refused:
        bureau_places(tmp_path)
    assert f"places.yaml 第{line}行" in refused.value.words.zh and says in refused.value.words.zh


def test_each_reporting_place_of_the_shipped_bureau_has_a_tile_of_its_own() -> None:
    counties = bureau_places(shipped_folder()).reporting(date(2020, 9, 1))
    tiles = {place.grid: place.short for place in counties}
    assert len(tiles) == len(counties) == 15 and None not in tiles
    assert tiles[1, 5] == "道真" and tiles[3, 4] == "新蒲"


def test_without_the_file_a_bureau_knows_no_places(tmp_path: Path) -> None:
    assert bureau_places(tmp_path).all == ()


def test_a_parameter_in_two_files_is_refused(tmp_path: Path) -> None:
    (tmp_path / "parameters").mkdir()
    for name in ("a.yaml", "b.yaml"):
        (tmp_path / "parameters" / name).write_text(
            "days:\n  label: 天数\n  reference: 通知\n  2020-01-01: 3\n", encoding="utf-8"
        )
    with pytest.raises(Refusal, match="两个文件"):
        bureau_parameters(tmp_path)
