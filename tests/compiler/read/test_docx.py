"""Word documents: what a reader sees on the page is what is read."""

from __future__ import annotations

import io
import zipfile

import docx as python_docx
import pytest

from tests.compiler.read.made_docx import MAIN, docx, numbered, numbering, paragraph, part, zipped
from yaodian.compiler.read import read_bytes
from yaodian.domain.text import Format

pytestmark = pytest.mark.usefixtures("read_here")


def lines_of(data: bytes) -> list[str]:
    return read_bytes(data, "plan.docx").text.splitlines()


def test_paragraphs_and_tables_come_in_the_order_of_the_body() -> None:
    made = python_docx.Document()
    made.add_heading("清溪市2021年教育工作要点", 0)
    made.add_paragraph("一、建强队伍")
    table = made.add_table(2, 2)
    for cell, text in zip(table._cells, ("序号", "任务", "1", "培训教师300名"), strict=True):
        cell.text = text
    made.add_paragraph("（此件公开发布）")
    saved = io.BytesIO()
    made.save(saved)
    source = read_bytes(saved.getvalue(), "要点.docx")
    assert source.format is Format.DOCX
    assert source.text == (
        "清溪市2021年教育工作要点\n一、建强队伍\n| 序号 | 任务 |\n| 1 | 培训教师300名 |\n（此件公开发布）\n"
    )


def test_anchors_name_paragraph_table_row_and_cell() -> None:
    table = "<w:tbl>" + "<w:tr>" + "".join(f"<w:tc>{paragraph(t)}</w:tc>" for t in "甲乙") + "</w:tr></w:tbl>"
    source = read_bytes(docx(paragraph("一、标题") + paragraph("") + paragraph("正文") + table), "a.docx")
    body, second = source.anchor(source.text.index("正文")), source.anchor(source.text.index("乙"))
    assert body is not None
    assert (body.paragraph, body.table) == (3, None)
    assert second is not None
    assert (second.table, second.row, second.cell) == (1, 1, 2)


def test_inserted_and_linked_words_are_in_and_deleted_hidden_ones_are_not() -> None:
    body = (
        "<w:p><w:r><w:t>建成</w:t></w:r><w:ins><w:r><w:t>示范</w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>普通</w:delText></w:r></w:del>"
        "<w:moveFrom><w:r><w:t>旧</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>新</w:t></w:r></w:moveTo>"
        '<w:hyperlink r:id="x"><w:r><w:t>学校</w:t></w:r></w:hyperlink>'
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r>"
        "<w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>五所</w:t><w:br/><w:t>（基教科）</w:t></w:r></w:p>"
    )
    assert lines_of(docx(body)) == ["建成示范新学校五所", "（基教科）"]


def test_a_deleted_paragraph_mark_joins_two_paragraphs() -> None:
    first = paragraph("培训教师", "<w:rPr><w:del/></w:rPr>")
    assert lines_of(docx(first + paragraph("三百名。") + paragraph("二、"))) == ["培训教师三百名。", "二、"]


def test_automatic_numbers_are_written_out() -> None:
    levels = numbering(
        ("japaneseCounting", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%3."), ("decimalEnclosedCircle", "%4")
    )
    body = "".join(
        numbered(text, level)
        for text, level in (
            ("队伍", 0),
            ("师德", 1),
            ("考核", 2),
            ("培训", 2),
            ("公开", 3),
            ("职称", 1),
            ("评审", 2),
            ("学校", 0),
        )
    )
    assert lines_of(docx(body, numbering=levels)) == [
        "一、队伍",
        "（一）师德",
        "1.考核",
        "2.培训",
        "①公开",
        "（二）职称",
        "1.评审",
        "二、学校",
    ]


def test_numbers_go_on_past_ten_and_over_empty_paragraphs() -> None:
    levels = numbering(("chineseCountingThousand", "%1、"))
    body = "".join(numbered("" if n == 3 else f"任务{n}") for n in range(1, 23))
    lines = lines_of(docx(body, numbering=levels))
    assert lines[9] == "十一、任务11"
    assert lines[-1] == "二十二、任务22"
    assert len(lines) == 21


def test_a_list_that_restarts_starts_again() -> None:
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    restarted = f'<w:num w:numId="2"><w:abstractNumId w:val="0"/>{override}</w:num>'
    levels = numbering(("decimal", "%1."), extra=restarted)
    body = numbered("甲") + numbered("乙") + numbered("丙", number=2) + numbered("丁", number=2)
    assert lines_of(docx(body, numbering=levels)) == ["1.甲", "2.乙", "1.丙", "2.丁"]


def test_numbers_of_several_levels_and_from_styles_are_written_out() -> None:
    levels = numbering(("decimal", "%1"), ("decimal", "%1.%2"))
    style = (
        '<w:style w:styleId="H1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:styleId="H2"><w:name w:val="heading 2"/><w:basedOn w:val="H1"/>'
        '<w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    body = paragraph("总体", '<w:pStyle w:val="H1"/>') + numbered("分项", 1) + numbered("分项", 1)
    assert lines_of(docx(body, numbering=levels, styles=part("styles", style))) == ["1 总体", "1.1 分项", "1.2 分项"]
    body = paragraph("总体", '<w:pStyle w:val="H1"/>') + paragraph("分项", '<w:pStyle w:val="H2"/>')
    assert lines_of(docx(body, numbering=levels, styles=part("styles", style))) == ["1 总体", "1.1 分项"]


def test_bullets_write_nothing() -> None:
    assert lines_of(docx(numbered("任务"), numbering=numbering(("bullet", "\uf0b7")))) == ["任务"]


def test_merged_cells_are_written_once() -> None:
    def cell(text: str, properties: str = "") -> str:
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text)}</w:tc>"

    rows = (
        cell("一、队伍", '<w:gridSpan w:val="3"/>'),
        cell("1", '<w:vMerge w:val="restart"/>') + cell("师德") + cell("人事科"),
        cell("1", "<w:vMerge/>") + cell("培训") + cell("教研室"),
    )
    table = "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>"
    assert lines_of(docx(table)) == ["| 一、队伍 |", "| 1 | 师德 | 人事科 |", "|  | 培训 | 教研室 |"]


def test_a_cell_of_several_paragraphs_is_one_line_and_its_bars_do_not_split_it() -> None:
    inner = paragraph("1.培训") + paragraph("2.考核|评价")
    table = f"<w:tbl><w:tr><w:tc>{paragraph('队伍')}</w:tc><w:tc>{inner}</w:tc></w:tr></w:tbl>"
    assert lines_of(docx(table)) == ["| 队伍 | 1.培训 2.考核｜评价 |"]


def test_a_table_of_one_cell_is_a_frame_around_paragraphs() -> None:
    table = f"<w:tbl><w:tr><w:tc>{paragraph('一、队伍')}{paragraph('1.培训。')}</w:tc></w:tr></w:tbl>"
    assert lines_of(docx(table)) == ["一、队伍", "1.培训。"]


def test_text_boxes_are_read_once_and_notes_stand_at_the_end() -> None:
    box = f"<w:txbxContent>{paragraph('框内文字')}</w:txbxContent>"
    drawing = (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx>{box}</wps:txbx></mc:Choice>'
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    body = f"<w:p><w:r><w:t>正文</w:t></w:r>{drawing}</w:p>" + paragraph("下一段")
    notes = (
        f'<w:footnote w:type="separator" w:id="0">{paragraph("横线")}</w:footnote>'
        f'<w:footnote w:id="1">{paragraph("注：含民办学校")}</w:footnote>'
    )
    lines = lines_of(docx(body, footnotes=part("footnotes", notes), header1=part("hdr", paragraph("页眉"))))
    assert lines == ["正文", "框内文字", "下一段", "注：含民办学校"]


def test_a_table_of_contents_is_left_out() -> None:
    contents = (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
        f"<w:sdtContent>{paragraph('一、队伍 3')}</w:sdtContent></w:sdt>"
    )
    styles = part("styles", '<w:style w:styleId="11"><w:name w:val="toc 1"/></w:style>')
    body = contents + paragraph("二、学校 5", '<w:pStyle w:val="11"/>') + paragraph("一、队伍")
    assert lines_of(docx(body, styles=styles)) == ["一、队伍"]


def test_the_strict_form_of_a_docx_is_read() -> None:
    with zipfile.ZipFile(io.BytesIO(docx(paragraph("一、队伍")))) as archive:
        xml = archive.read("word/document.xml")
    members = {"word/document.xml": xml.replace(MAIN.encode(), b"http://purl.oclc.org/ooxml/wordprocessingml/main")}
    assert read_bytes(zipped(members), "a.docx").text == "一、队伍\n"


def test_a_docx_called_txt_is_read_as_docx() -> None:
    assert read_bytes(docx(paragraph("一、队伍")), "plan.txt").format is Format.DOCX
