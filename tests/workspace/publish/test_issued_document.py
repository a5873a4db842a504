"""印发公文: thirty measurable properties of GB/T 9704-2012, and what LibreOffice makes of a page."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import docx
import pypdfium2
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from yaodian.domain.finding import Refusal
from yaodian.workspace.publish.issued_document import IssuedDocument, balanced, write_issued_document
from yaodian.workspace.publish.pdf import PROGRAMS, write_pdf

ROOT = "ab12" * 16
ISSUED = IssuedDocument(
    issuer="清河市教育局",
    document_no="清教督〔2020〕6号",
    title="关于清河市2020年教育工作要点2020年6月推进情况的通报",
    sent_to="各有关单位",
    paragraphs=(
        "现将推进情况通报如下。",
        "一、总体情况",
        "（一）主要进展。各单位按期推进。",
        "1.学位供给。按计划建设。",
        [["单位", "事项"], ["基教科", "12"]],
        "请各单位对照检查。",
    ),
    on=date(2020, 7, 2),
    attachments=("逾期事项清单", "各单位情况"),
    copied_to="市人民政府办公室",
    printed_by="清河市教育局办公室",
    foot=("数据截至2020年6月30日　审计根（2020-07-01）", ROOT),
)
TYPE_AREA_MM = (156, 225)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Any:
    path = tmp_path_factory.mktemp("issued") / "通报.docx"
    write_issued_document(path, ISSUED)
    return docx.Document(str(path))


def paragraph(made: Any, words: str) -> Any:
    return next(one for one in made.paragraphs if one.text.startswith(words))


def at(made: Any, words: str) -> int:
    return next(n for n, one in enumerate(made.paragraphs) if one.text.startswith(words))


def face(one: Any, run: int = 0) -> str:
    return str(one.runs[run]._r.rPr.rFonts.get(qn("w:eastAsia")))


def near(length: Any, wanted: Any) -> bool:
    return abs(int(length) - int(wanted)) <= int(Mm(0.2))


def is_text(one: Any, run: int = 0) -> bool:
    return face(one, run) == "仿宋_GB2312" and one.runs[run].font.size == Pt(16)


def grid(made: Any) -> Any:
    return made.sections[0]._sectPr.find(qn("w:docGrid"))


def rule(made: Any) -> Any:
    return paragraph(made, "清教督")._p.find(".//" + qn("w:pBdr")).find(qn("w:bottom"))


def foot(made: Any, is_odd: bool) -> Any:
    section = made.sections[0]
    return (section.footer if is_odd else section.even_page_footer).paragraphs[0]


def seal_room(made: Any) -> int:
    signed, dated = (made.paragraphs[n] for n in (at(made, "清河市教育局"), at(made, "2020年7月2日")))
    signed = [one for one in made.paragraphs if one.text == "清河市教育局"][-1]
    lines = (signed.paragraph_format, dated.paragraph_format)
    return sum(int(one.line_spacing) for one in lines) + int(lines[0].space_before)


def box(made: Any) -> Any:
    return made.element.body.find(".//{*}anchor")


def centred_on_date(made: Any) -> bool:
    signed = [one for one in made.paragraphs if one.text == "清河市教育局"][-1].paragraph_format
    middle_signed, middle_dated = int(signed.right_indent) + Pt(16) * 6 / 2, Pt(16) * 4 + Pt(16) * 6 / 2
    return bool(abs(middle_signed - middle_dated) <= Pt(1))


def first_text(made: Any) -> Any:
    return paragraph(made, "现将")


PROPERTIES: dict[str, Callable[[Any], bool]] = {
    "纸张A4": lambda d: near(d.sections[0].page_width, Mm(210)) and near(d.sections[0].page_height, Mm(297)),
    "天头37毫米": lambda d: near(d.sections[0].top_margin, Mm(37)),
    "地脚35毫米": lambda d: near(d.sections[0].bottom_margin, Mm(35)),
    "订口28毫米": lambda d: near(d.sections[0].left_margin, Mm(28)),
    "翻口26毫米": lambda d: near(d.sections[0].right_margin, Mm(26)),
    "每面22行": lambda d: int(Mm(225) / int(first_text(d).paragraph_format.line_spacing)) == 22
    and int(Mm(225) / (int(grid(d).get(qn("w:linePitch"))) * 635)) == 22,
    "每行28字": lambda d: int(
        Mm(156) / (Pt(16) + int(first_text(d)._p.find(".//" + qn("w:rPr")).find(qn("w:spacing")).get(qn("w:val"))) * 635)
    )
    == 28,
    "发文机关标志居中": lambda d: d.paragraphs[0].text == ISSUED.issuer
    and d.paragraphs[0].alignment is WD_ALIGN_PARAGRAPH.CENTER,
    "发文机关标志红色小标宋": lambda d: face(d.paragraphs[0]) == "方正小标宋简体"
    and str(d.paragraphs[0].runs[0].font.color.rgb) == "FF0000",
    "发文机关标志距版心上边缘35毫米": lambda d: near(d.paragraphs[0].paragraph_format.space_before, Mm(35)),
    "发文字号3号仿宋居中": lambda d: is_text(paragraph(d, "清教督"))
    and paragraph(d, "清教督").alignment is WD_ALIGN_PARAGRAPH.CENTER,
    "发文字号下空二行起": lambda d: near(paragraph(d, "清教督").paragraph_format.space_before, Pt(2 * 28.95)),
    "年份用六角括号": lambda d: "〔2020〕" in paragraph(d, "清教督").text,
    "红色分隔线": lambda d: rule(d).get(qn("w:color")) == "FF0000" and rule(d).get(qn("w:sz")) == "8",
    "分隔线在字号下4毫米": lambda d: near(Pt(int(rule(d).get(qn("w:space")))), Mm(4)),
    "标题2号小标宋": lambda d: face(d.paragraphs[2]) == "方正小标宋简体" and d.paragraphs[2].runs[0].font.size == Pt(22),
    "标题居中分行不断词": lambda d: [d.paragraphs[2].text, d.paragraphs[3].text]
    == ["关于清河市2020年教育工作要点", "2020年6月推进情况的通报"]
    and all(d.paragraphs[n].alignment is WD_ALIGN_PARAGRAPH.CENTER for n in (2, 3)),
    "标题在红线下空二行": lambda d: near(d.paragraphs[2].paragraph_format.space_before, Pt(2 * 28.95)),
    "主送机关顶格加全角冒号": lambda d: paragraph(d, "各有关").text == "各有关单位："
    and int(paragraph(d, "各有关").paragraph_format.first_line_indent) == 0,
    "主送机关在标题下空一行": lambda d: near(paragraph(d, "各有关").paragraph_format.space_before, Pt(28.95)),
    "正文3号仿宋": lambda d: is_text(first_text(d)) and is_text(paragraph(d, "1.")),
    "正文首行空二字": lambda d: near(first_text(d).paragraph_format.first_line_indent, Pt(2 * 15.75)),
    "一级标题黑体": lambda d: face(paragraph(d, "一、")) == "黑体" and paragraph(d, "一、").runs[0].font.size == Pt(16),
    "二级标题楷体": lambda d: face(paragraph(d, "（一）")) == "楷体_GB2312" and is_text(paragraph(d, "（一）"), 1),
    "附件说明在正文下空一行": lambda d: paragraph(d, "附件：").text == "附件：1.逾期事项清单"
    and near(paragraph(d, "附件：").paragraph_format.space_before, Pt(28.95)),
    "成文日期用阿拉伯数字右空四字": lambda d: near(paragraph(d, "2020年7月2日").paragraph_format.right_indent, Pt(64))
    and paragraph(d, "2020年7月2日").alignment is WD_ALIGN_PARAGRAPH.RIGHT,
    "署名以成文日期居中": centred_on_date,
    "署名处留3.5厘米盖章": lambda d: near(seal_room(d), Mm(35)),
    "页码4号宋体加一字线": lambda d: all(
        foot(d, odd).text.replace("PAGE", "") == "—  —" and face(foot(d, odd)) == "宋体"
        and foot(d, odd).runs[0].font.size == Pt(14) for odd in (True, False)
    ),
    "单页码居右双页码居左各空一字": lambda d: d.settings.odd_and_even_pages_header_footer
    and foot(d, True).alignment is WD_ALIGN_PARAGRAPH.RIGHT and near(foot(d, True).paragraph_format.right_indent, Pt(14))
    and foot(d, False).alignment is WD_ALIGN_PARAGRAPH.LEFT and near(foot(d, False).paragraph_format.left_indent, Pt(14)),
    "页码在版心下7毫米": lambda d: near(
        int(d.sections[0].bottom_margin) - int(d.sections[0].footer_distance)
        - sum(int(one.paragraph_format.line_spacing) for one in d.sections[0].footer.paragraphs), Mm(7),
    ),
    "版记在版心下边缘与版心等宽": lambda d: box(d).find("{*}positionV/{*}align").text == "bottom"
    and near(box(d).find("{*}extent").get("cx"), Mm(156)),
    "版记首末线粗中间线细": lambda d: [
        (side.tag.rpartition("}")[2], side.get(qn("w:sz"))) for side in box(d).iterfind(".//{*}pBdr/*")
    ] == [("top", "8"), ("bottom", "6"), ("bottom", "8")],
    "版记4号仿宋": lambda d: {size.get(qn("w:val")) for size in box(d).iterfind(".//{*}sz")} == {"28"},
    "数据日期和审计根在页脚": lambda d: all(
        [one.text for one in part.paragraphs[1:]] == list(ISSUED.foot)
        for part in (d.sections[0].footer, d.sections[0].even_page_footer)
    ),
}  # fmt: skip


def test_at_least_thirty_properties_are_measured() -> None:
    assert len(PROPERTIES) >= 30


@pytest.mark.parametrize("name", PROPERTIES)
def test_the_document_has_the_property(name: str, made: Any) -> None:
    assert PROPERTIES[name](made)


def test_what_is_written_cannot_break_the_file(tmp_path: Path) -> None:
    evil = "<w:p/>&amp;\x01“]]>"
    write_issued_document(tmp_path / "a.docx", replace(ISSUED, copied_to=evil, printed_by=evil, title=evil))
    read = docx.Document(str(tmp_path / "a.docx"))
    assert any("<w:p/>&amp;“]]>" in one.text for one in read.paragraphs)
    with zipfile.ZipFile(tmp_path / "a.docx") as parts:
        assert "&lt;w:p/&gt;&amp;amp;“]]&gt;" in parts.read("word/document.xml").decode()


def test_a_short_title_is_one_line_and_one_without_a_place_to_break_is_left_alone() -> None:
    assert balanced("关于学位建设的通报") == ["关于学位建设的通报"]
    assert balanced("督" * 25) == ["督" * 25]


def test_without_libreoffice_one_sentence_says_what_to_do(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    with pytest.raises(Refusal, match=r"没有LibreOffice，只写出了a\.docx"):
        write_pdf(tmp_path / "a.docx")


@pytest.mark.skipif(not any(map(shutil.which, PROGRAMS)), reason="LibreOffice is not installed here")
def test_a_page_of_the_pdf_holds_twenty_two_lines_of_twenty_eight_characters(tmp_path: Path) -> None:
    path = tmp_path / "满页.docx"
    write_issued_document(path, replace(ISSUED, paragraphs=["教" * 28 * 60], foot=(), attachments=()))
    page = pypdfium2.PdfDocument(str(write_pdf(path)))[1]
    lines = [line for line in page.get_textpage().get_text_range().splitlines() if line.startswith("教")]
    assert [len(line) for line in lines] == [28] * 22
    assert [round(edge * 25.4 / 72) for edge in page.get_size()] == [210, 297]
