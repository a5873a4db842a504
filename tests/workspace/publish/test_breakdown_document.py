"""任务分解表（文档）: the Word document, read back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import docx

from tests.plans import qinghe
from tests.small_catalogue import CATALOGUE
from yaodian.domain.plan import Plan
from yaodian.workspace.publish.breakdown_document import write_document

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def read(plan: Plan, folder: Path, lang: str = "zh") -> Any:
    write_document(folder / "out.docx", plan, [], CATALOGUE, lang)
    return docx.Document(str(folder / "out.docx"))


def test_each_section_is_a_table_with_a_repeated_head(tmp_path: Path) -> None:
    document = read(qinghe(), tmp_path)
    assert [p.text for p in document.paragraphs] == [
        "青禾市2020年教育工作要点任务分解表",
        "一、突出全面育人",
        "二、突出民生保障",
    ]
    assert [len(table.rows) for table in document.tables] == [4, 6]
    for table in document.tables:
        assert table.rows[0]._tr.find(f".//{W}tblHeader") is not None
    assert [cell.text for cell in document.tables[0].rows[1].cells] == [
        "1",
        "1. 提升综合素质",
        "创建足球特色学校10所、书香校园25所",
        "足球特色学校 10所；书香校园 25所",
        "素质教育中心",
        "基教科",
        "12月31日（未写明）",
        "",
    ]


def test_the_task_cells_are_merged_down(tmp_path: Path) -> None:
    table = read(qinghe(), tmp_path).tables[1]
    assert table.cell(1, 1).text == table.cell(3, 1).text == "3. 扩大学位供给"
    assert table.cell(1, 1)._tc is table.cell(3, 1)._tc


def test_the_page_and_the_typefaces_are_those_of_official_documents(tmp_path: Path) -> None:
    document = read(qinghe(), tmp_path)
    page = document.sections[0]
    assert (round(page.page_width.mm), round(page.page_height.mm)) == (297, 210)
    faces = {r.get(f"{W}eastAsia") for r in document.element.iter(f"{W}rFonts")}
    assert faces == {"方正小标宋简体", "仿宋_GB2312", "黑体"}
    assert "PAGE" in page.footer._element.xml


def test_english_heads_and_odd_signs(tmp_path: Path) -> None:
    task = replace(qinghe().tasks[0], title="a\x00\x0b<b>\ud800")
    document = read(replace(qinghe(), tasks=(task,), title=None), tmp_path, "en")
    assert document.tables[0].rows[0].cells[4].text == "Lead"
    assert document.tables[0].rows[1].cells[1].text == "1. a<b>"
