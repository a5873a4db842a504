"""任务分解表: what Excel shows, and that no text becomes a formula."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from tests.plans import DRAFT, Block, Said, build, qinghe
from tests.small_catalogue import CATALOGUE
from tests.some_findings import EVIL, some_findings
from yaodian.domain.plan import Plan, Role
from yaodian.workspace.publish.workbook import write_workbook

PAYLOADS = ["=1+1", "+x", "@x", "-x", "=cmd|' /C calc'!A0", "\t=1+1", "http://evil.example", "'=1", "{=1}"]


def sheets(plan: Plan, folder: Path, lang: str = "zh") -> dict[str, Worksheet]:
    path = folder / "out.xlsx"
    write_workbook(path, plan, some_findings(plan) if len(plan.tasks) > 1 else [], CATALOGUE, lang)
    book = openpyxl.load_workbook(path)
    return {sheet.title: sheet for sheet in book.worksheets}


def test_the_table_has_a_row_for_each_measure_under_a_frozen_head(tmp_path: Path) -> None:
    sheet = sheets(qinghe(), tmp_path)["任务分解表"]
    assert sheet["A1"].value == "青禾市2020年教育工作要点任务分解表"
    head = [cell.value for cell in sheet[2]]
    assert " ".join(head) == "序号 部分 任务 举措 类型 量化目标 牵头单位 配合/责任单位 完成时限 依据文件 平台 备注"
    assert sheet.freeze_panes == "A3"
    assert [sheet.cell(row, 1).value for row in range(3, 11)] == list(range(1, 9))
    assert [cell.value for cell in sheet[6]] == [
        4,
        "二、突出民生保障",
        "3. 扩大学位供给",
        "6月底前建成新城小学等3所学校，增加学位4200个",
        "授牌",
        "新城小学等3所学校；学位 4200个",
        "计财科",
        "基教科",
        "6月底前（6月30日）",
        None,
        None,
        None,
    ]
    assert sheet["L3"].value == "YD103"


def test_the_cells_of_a_task_are_merged_and_the_filter_covers_every_row(tmp_path: Path) -> None:
    sheet = sheets(qinghe(), tmp_path)["任务分解表"]
    merged = {str(area) for area in sheet.merged_cells.ranges}
    assert {"C3:C4", "G3:G4", "H6:H8", "B6:B8", "C9:C10"} <= merged
    assert sheet.auto_filter.ref == "A2:L10"
    with zipfile.ZipFile(tmp_path / "out.xlsx") as parts:
        raw = parts.read("xl/worksheets/sheet1.xml").decode()
    assert all('t="s"' in raw.split(f'<c r="G{row}"')[1][:16] for row in (6, 7, 8)), "a filter on a unit finds each row"


def test_it_prints_on_a4_landscape_with_the_head_on_every_page(tmp_path: Path) -> None:
    for sheet in sheets(qinghe(), tmp_path).values():
        if sheet.title == "说明":
            continue
        assert sheet.page_setup.orientation == "landscape"
        assert str(sheet.page_setup.paperSize) == "9"
        assert sheet.print_title_rows
        assert sheet.oddFooter.center.text == "&P / &N"
        assert sheet.page_setup.fitToHeight == 0


def test_the_findings_and_the_notes_have_sheets_of_their_own(tmp_path: Path) -> None:
    found = sheets(qinghe(), tmp_path)
    assert list(found) == ["任务分解表", "问题清单", "说明"]
    row = [cell.value for cell in found["问题清单"][2]]
    assert row[:5] == ["YD103", "错误", "一/1.1", 5, "有目标值“10所”，没有完成时限"]
    assert EVIL in str(found["问题清单"]["F3"].value)
    notes = {row[0].value: row[1].value for row in found["说明"].iter_rows()}
    assert notes["数量"] == "2 个部分、4 项任务、8 条举措、6 个目标值"
    assert str(notes["完成时限"]).startswith("5 条举措没有写明日期")


@pytest.mark.parametrize("payload", PAYLOADS)
def test_text_that_looks_like_a_formula_remains_text(payload: str, tmp_path: Path) -> None:
    block = Block(payload, payload, (Said(payload, payload),), ((payload, Role.LEAD),))
    plan = build(((payload, payload, (block,)),), title=payload, aim="")
    for sheet in sheets(plan, tmp_path).values():
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type != "f"
                assert cell.hyperlink is None
    with zipfile.ZipFile(tmp_path / "out.xlsx") as parts:
        raw = "".join(parts.read(name).decode() for name in parts.namelist() if "worksheets/sheet" in name)
    assert "<f>" not in raw
    assert "<f " not in raw


def test_in_english_the_heads_are_english(tmp_path: Path) -> None:
    found = sheets(qinghe(), tmp_path, "en")
    assert list(found) == ["Breakdown", "Findings", "Notes"]
    assert found["Breakdown"]["G2"].value == "Lead"
    assert found["Breakdown"]["E3"].value == "title award"
    assert found["Breakdown"]["I3"].value == "31 Dec (not stated)"


def test_a_task_without_measures_keeps_its_row_and_the_same_plan_gives_the_same_bytes(tmp_path: Path) -> None:
    plan = build((DRAFT[0], (*DRAFT[1][:2], (Block("5", "谋划长远", (), (("办公室", Role.LEAD),)),))))
    sheet = sheets(plan, tmp_path)["任务分解表"]
    assert [cell.value for cell in sheet[6]][2:7] == ["5. 谋划长远", None, None, None, "办公室"]
    first = (tmp_path / "out.xlsx").read_bytes()
    sheets(plan, tmp_path)
    assert (tmp_path / "out.xlsx").read_bytes() == first


def test_control_signs_do_not_break_the_file(tmp_path: Path) -> None:
    task = qinghe().tasks[0]
    plan = replace(qinghe(), tasks=(replace(task, title="a\x00\x0bb\ud800"),))
    sheets(plan, tmp_path)
