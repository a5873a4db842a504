"""Bars are written as the form says, and one that was not run never holds."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from tools.bars import Bar, in_turn, ratio, write
from tools.measured import PROMISED, measured, page


def bar(value: float, limit: float, better: str = "lower") -> Bar:
    return Bar(
        "compile.document_vs_jieba", value, limit, "ratio", 3, {"ours": [0.2], "other": [0.1]}, "three runs", better
    )


@pytest.mark.parametrize(
    ("value", "limit", "better", "holds"),
    [(0.9, 1.0, "lower", True), (1.1, 1.0, "lower", False), (3.0, 2.0, "higher", True), (1.0, 2.0, "higher", False)],
)
def test_a_bar_holds_where_its_value_is_on_the_better_side(
    value: float, limit: float, better: str, holds: bool
) -> None:
    assert bar(value, limit, better).holds is holds


def test_the_two_sides_of_a_ratio_run_in_turn_after_a_pair_that_is_not_counted() -> None:
    order: list[str] = []
    samples = in_turn(lambda: order.append("A"), lambda: order.append("B"), 3)
    assert "".join(order) == "ABABABAB"
    assert [len(side) for side in samples.values()] == [3, 3]


def test_a_ratio_is_of_medians() -> None:
    assert ratio({"ours": [2.0, 9.0, 2.0], "other": [1.0, 1.0, 0.1]}) == 2.0


def test_a_file_names_its_target_commit_and_machine(tmp_path: Path) -> None:
    said = json.loads(write("bench", [bar(0.5, 1.0)], tmp_path).read_text(encoding="utf-8"))
    assert set(said) == {"target", "commit", "dirty", "at", "machine", "bars"}
    assert said["target"] == "bench" and set(said["machine"]) == {"cores", "memory_gib"}
    assert set(said["bars"][0]) == {"bar", "value", "limit", "better", "unit", "runs", "samples", "holds", "says"}


def test_the_page_has_a_row_for_every_promised_bar_and_says_which_were_not_run(tmp_path: Path) -> None:
    write("bench", [bar(0.5, 1.0)], tmp_path)
    lines = page(measured(tmp_path)).splitlines()
    rows = {line.split(" | ")[0].removeprefix("| "): line for line in lines if line.startswith("| ")}
    assert set(PROMISED) <= set(rows)
    assert "| yes |" in rows["compile.document_vs_jieba"]
    assert "| not run |" in rows["cli.cold_start_seconds"] and "| yes |" not in rows["cli.cold_start_seconds"]


def test_several_tools_fill_the_file_of_one_target(tmp_path: Path) -> None:
    write("bench", [bar(0.5, 1.0)], tmp_path)
    other = replace(bar(0.7, 1.0), bar="import.other")
    bars = json.loads(write("bench", [other], tmp_path).read_text(encoding="utf-8"))["bars"]
    assert [one["bar"] for one in bars] == ["compile.document_vs_jieba", "import.other"]
    again = json.loads(write("bench", [bar(0.6, 1.0)], tmp_path).read_text(encoding="utf-8"))["bars"]
    assert {one["bar"]: one["value"] for one in again} == {"compile.document_vs_jieba": 0.6, "import.other": 0.7}
