"""A plan's promises scored over rows in memory: values through the year, lights, reported beside measured, outputs."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.warehouse.evaluate.rows import HeldInMemory
from yaodian.declare.indicator import Indicator
from yaodian.declare.parameter import Parameter
from yaodian.domain.finding import Refusal
from yaodian.runtime.lights import GREEN, GREY, RED, UNKNOWN, Colour
from yaodian.warehouse.engine import DuckDBEngine
from yaodian.warehouse.evaluate.evaluation import Evaluation
from yaodian.workspace.bureau import load_bureau, shipped_folder
from yaodian.workspace.parameters import bureau_parameters
from yaodian.workspace.plans import compile_document
from yaodian.workspace.publish.scoreboard_page import scoreboard_html
from yaodian.workspace.publish.scoreboard_rows import as_json, counts_words
from yaodian.workspace.publish.scoreboard_workbook import write_scoreboard
from yaodian.workspace.records import records_catalogue
from yaodian.workspace.score.reported import read_reported
from yaodian.workspace.score.scoreboard import Scoreboard, scoreboard

PLAN = """某市2020年教育工作要点
一、促进学生发展
1.加强体育美育工作。一是创建市级艺术特色学校2所。二是改善就餐条件，确保营养餐本省农产品采购比例达到80%以上。三是打造温馨校园20个。(责任单位:基教科)
"""


def named(school: str, on: date, title: str = "艺术特色学校") -> dict[str, Any]:
    return {
        "holder_code": school, "is_school": True, "county_code": "520325", "title": title, "level_code": "city", "named_on": on,
    }  # fmt: skip


def bought(month: int, local: int, other: int) -> list[dict[str, Any]]:
    common = {"school_code": "2152000001", "bought_on": date(2020, month, 5)}
    return [
        common | {"origin_code": "520000", "amount_yuan": local},
        common | {"origin_code": "510000", "amount_yuan": other},
    ]


ROWS = {
    "schools": [{"school_code": "2152000001", "county_code": "520325"}],
    "designations": [named("2152000001", date(2020, 3, 1)), named("2152000002", date(2020, 11, 20)), named("x", date(2020, 2, 1), "德育示范校")],
    "meal_purchases": bought(1, 60, 40) + bought(2, 70, 30) + bought(3, 95, 5) + bought(4, 99, 1),
}  # fmt: skip
INDICATORS = records_catalogue().of(Indicator)
Scored = Callable[..., Scoreboard]


@pytest.fixture
def scored(tmp_path: Path) -> Scored:
    plan = tmp_path / "要点.txt"
    plan.write_text(PLAN, encoding="utf-8")
    catalogue = records_catalogue()
    parameters = catalogue.of(Parameter) | bureau_parameters(shipped_folder())

    def score(today: date, rows: dict[str, Any] = ROWS, **more: Any) -> Scoreboard:
        folder = tmp_path / f"held{len(list(tmp_path.iterdir()))}"
        folder.mkdir()
        held = HeldInMemory(folder, rows)
        evaluation = Evaluation(held, DuckDBEngine(folder), catalogue, parameters, "520300")  # type: ignore[arg-type]
        home = load_bureau()
        return scoreboard(compile_document(plan, home), evaluation, today, home.calendar, **more)

    return score


def colours(board: Scoreboard) -> list[Colour]:
    return [row.light.colour for row in board.rows]


def test_a_promised_count_is_measured_by_its_own_title_until_today(scored: Scored) -> None:
    row = scored(date(2020, 6, 30)).rows[0]
    assert row.indicator and row.indicator.id == "designation_count"
    assert [o.value for o in row.observations] == [0, 0, 1, 1, 1, 1]
    assert scored(date(2020, 12, 1)).rows[0].light.colour is GREEN


def test_a_promised_share_is_that_of_the_year_until_today_and_no_mean_of_months(scored: Scored) -> None:
    row = scored(date(2020, 4, 30)).rows[1]
    measured = row.measured
    assert measured and (measured.numerator, measured.denominator) == (324, 400)
    assert [round(o.value or 0, 3) for o in row.observations] == [0.6, 0.65, 0.75, 0.81]
    assert row.light.colour is GREEN


def test_what_has_no_indicator_is_grey_and_what_has_no_data_unknown(scored: Scored) -> None:
    assert colours(scored(date(2020, 4, 30)))[2] is GREY
    assert colours(scored(date(2020, 4, 30), {"schools": ROWS["schools"]}))[:2] == [UNKNOWN, UNKNOWN]


def test_a_promise_not_kept_after_its_day_is_red_and_says_why(scored: Scored) -> None:
    row = scored(date(2021, 1, 4), ROWS | {"designations": ROWS["designations"][:1]}).rows[0]
    assert row.light.colour is RED
    assert "还差1所" in row.light.why.zh and "2020-12-31" in row.light.why.zh


def test_a_reported_value_stands_beside_the_measured_one_and_moves_no_light(scored: Scored, tmp_path: Path) -> None:
    file = tmp_path / "自报.csv"
    address = scored(date(2020, 6, 30)).rows[0].address
    file.write_text(f"promise,indicator,as_of,value\n{address},designation_count,2020-06-30,2\n", encoding="utf-8")
    plain, told = (
        scored(date(2020, 6, 30)),
        scored(date(2020, 6, 30), reported=read_reported(file, "520300", INDICATORS)),
    )
    assert told.rows[0].reported and told.rows[0].reported.value == 2
    assert told.rows[0].light.colour is plain.rows[0].light.colour
    assert "自报" in told.rows[0].light.why.zh


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("a,b\n1,2\n", "line 1 lacks"),
        ("promise,indicator,as_of,value\nx,y,2020-06-30,2\n", "line 2: there is no indicator"),
        ("promise,indicator,as_of,value\nx,meal_local_ratio,June,2\n", "line 2: write as_of"),
        ("promise,indicator,as_of,value\nx,meal_local_ratio,2020-06-30,82\n", "is not between 0 and 1"),
    ],
)
def test_a_faulty_file_of_reported_values_is_refused_with_its_line(text: str, says: str, tmp_path: Path) -> None:
    file = tmp_path / "自报.csv"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(Refusal) as refused:
        read_reported(file, "520300", INDICATORS)
    assert says in refused.value.words.en


def test_a_reported_share_may_be_written_as_percent(tmp_path: Path) -> None:
    file = tmp_path / "自报.csv"
    file.write_text("promise,indicator,as_of,value\nx,meal_local_ratio,2020-06-30,82%\n", encoding="utf-8")
    assert read_reported(file, "520300", INDICATORS)["x"][0].value == 0.82


def test_a_task_shows_counts_by_light_and_no_average(scored: Scored) -> None:
    board = scored(date(2020, 4, 30))
    (counts,) = board.by_task().values()
    assert sum(counts.values()) == 3 == sum(board.counts.values())
    assert "○ 无法测量 1" in counts_words(board.counts, "zh")


def test_the_outputs_hold_the_same_numbers(scored: Scored, tmp_path: Path) -> None:
    board = scored(date(2020, 4, 30))
    told = json.loads(json.dumps(as_json(board, "en")))
    assert told["promises"][1]["measured"] == pytest.approx(0.81) and told["promises"][1]["light"] == "green"
    write_scoreboard(tmp_path / "a.xlsx", board)
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx")["承诺"]
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[2][7] == "81.0%" and rows[2][0] == "● 正常"
    page = scoreboard_html(board)
    assert "81.0%" in page and "<script" not in page and "http" not in page


def test_a_note_of_whoever_prints_it_stands_on_every_output(scored: Scored, tmp_path: Path) -> None:
    said = "这是<演示>城市"
    board = replace(scored(date(2020, 6, 30)), note=said)
    write_scoreboard(tmp_path / "a.xlsx", board)
    notes = openpyxl.load_workbook(tmp_path / "a.xlsx")["说明"]
    assert said in [cell.value for (cell,) in notes.iter_rows()]
    assert "<p>这是&lt;演示&gt;城市</p>" in scoreboard_html(board) and as_json(board, "zh")["note"] == said
    assert "<p></p>" not in scoreboard_html(replace(board, note=""))
