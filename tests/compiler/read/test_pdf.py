"""Pdf files with a text layer: the paragraphs that were typed, not the lines that were printed."""

from __future__ import annotations

import pytest

from tests.compiler.read.made_pdf import FULL, INDENT, LEFT, PITCH, TOP, pdf, typeset
from yaodian.compiler.read import read_bytes
from yaodian.compiler.read.printed import close_words
from yaodian.domain.text import Format

pytestmark = pytest.mark.usefixtures("read_here")

HEADING = "一、建强教师队伍"
LONG = "1.培训乡村教师。依托县级教师发展中心分批轮训乡村学校教师和园长，全年培训乡村教师三百名，建成名师工作室十二个，"
LONG += "逐步缩小城乡差距。"
SHORT = "（责任科室：人事科）"


def test_lines_broken_by_the_page_width_are_joined() -> None:
    source = read_bytes(pdf([typeset(HEADING, LONG, SHORT)]), "plan.pdf")
    assert source.format is Format.PDF
    assert source.text == f"{HEADING}\n{LONG}\n{SHORT}\n"


def test_a_paragraph_goes_on_over_the_page_and_its_anchor_tells_the_page() -> None:
    lines = [LONG[: FULL - 2], LONG[FULL - 2 : 2 * FULL - 2], LONG[2 * FULL - 2 :]]
    first = [(INDENT, TOP, HEADING), (INDENT, TOP - PITCH, lines[0]), (LEFT, TOP - 2 * PITCH, lines[1])]
    second = [(LEFT, TOP, lines[2]), (INDENT, TOP - PITCH, SHORT)]
    source = read_bytes(pdf([[*first, (280.0, 40.0, "- 1 -")], [*second, (280.0, 40.0, "- 2 -")]]), "plan.pdf")
    assert source.text == f"{HEADING}\n{LONG}\n{SHORT}\n"
    pages = [found.page for at in range(len(source.text)) if (found := source.anchor(at))]
    assert pages == sorted(pages)
    assert source.text[pages.index(2) :].startswith(lines[2])


def test_page_numbers_of_every_form_are_dropped() -> None:
    for form in ("- {} -", "—{}—", "第 {} 页 共 3 页", "第{}页", "{}", "{}/3", "Page {} of 3"):
        pages = [typeset(f"{n}.第{n}项任务已经列入计划。", SHORT, foot=form.format(n)) for n in (1, 2, 3)]
        text = read_bytes(pdf(pages), "plan.pdf").text
        assert text.splitlines() == [line for n in (1, 2, 3) for line in (f"{n}.第{n}项任务已经列入计划。", SHORT)], (
            form
        )


def test_running_heads_are_dropped_and_numbers_of_the_text_are_not() -> None:
    bodies = ("一是建设学校。", "二是培训教师。", "三是资助学生。")
    pages = [
        typeset(body, f"完成{n * 7}所。", "300", head="清溪市教育局文件", foot=str(n))
        for n, body in enumerate(bodies, 1)
    ]
    lines = read_bytes(pdf(pages), "plan.pdf").text.splitlines()
    assert "清溪市教育局文件" not in lines
    assert lines[:3] == ["一是建设学校。", "完成7所。", "300"]


def test_spaces_inside_words_are_closed_and_those_between_units_stay() -> None:
    assert close_words("责 任 单 位：基教科") == "责任单位：基教科"
    assert close_words("责\t任\t单\t位：基教科") == "责任单位：基教科"
    assert close_words("加 强党的 建设") == "加强党的建设"
    assert close_words("责任单位：基教科 计财科 局办公室") == "责任单位：基教科 计财科 局办公室"
    assert close_words("序号\t任务\t单位") == "序号 任务 单位"
    assert close_words("2021 年建成 300 所，见 a b") == "2021年建成300所，见a b"
    assert close_words("1\t建成学校 300 所") == "1 建成学校300所"


def test_a_word_with_spaces_is_read_whole() -> None:
    text = read_bytes(pdf([typeset("责 任 单 位：基教科", "第 二 项 任 务 是培训教师。")]), "plan.pdf").text
    assert text.splitlines() == ["责任单位：基教科", "第二项任务是培训教师。"]


def test_columns_far_apart_keep_a_space() -> None:
    runs = [
        (LEFT, TOP, "培训教师"),
        (300.0, TOP, "人事科"),
        (LEFT, TOP - PITCH, "建设学校"),
        (300.0, TOP - PITCH, "计财科"),
    ]
    assert read_bytes(pdf([runs]), "plan.pdf").text.splitlines() == ["培训教师 人事科", "建设学校 计财科"]


def test_a_full_line_before_a_mark_or_an_indent_stays_alone() -> None:
    full = "建" * FULL
    runs = [
        (LEFT, TOP, full),
        (LEFT, TOP - PITCH, "（二）培训教师"),
        (LEFT, TOP - 2 * PITCH, full),
        (INDENT, TOP - 3 * PITCH, "学校"),
    ]
    assert read_bytes(pdf([runs]), "plan.pdf").text.splitlines() == [full, "（二）培训教师", full, "学校"]


def test_a_number_broken_by_the_line_is_whole_again() -> None:
    first, second = "全市新建改建扩建乡镇寄宿制学校和幼儿园共计一1", "20所，其中寄宿制学校不少于三分之一。"
    runs = [(LEFT, TOP, first.ljust(FULL, "二")[: FULL - 1] + "1"), (LEFT, TOP - PITCH, second)]
    text = read_bytes(pdf([runs]), "plan.pdf").text
    assert "120所" in text


def test_rare_characters_and_a_hyphen_at_the_line_end_are_kept() -> None:
    runs = [
        (LEFT, TOP, "由𠮷老师牵头，"),
        (LEFT, TOP - PITCH, "实施2018-"),
        (LEFT, TOP - 2 * PITCH, "2020年行动计划。"),
    ]
    text = read_bytes(pdf([runs]), "plan.pdf").text
    assert "𠮷" in text
    assert "2018-" in text


def test_a_pdf_of_one_long_line_is_read_as_it_is() -> None:
    text = "一、建强队伍。1.培训教师三百名。2.建成工作室十二个。"
    assert read_bytes(pdf([[(10.0, TOP, text)]]), "plan.pdf").text == f"{text}\n"


def test_a_pdf_without_suffix_and_with_bytes_before_its_head_is_read() -> None:
    data = pdf([typeset(HEADING)])
    assert read_bytes(data, "要点").text == f"{HEADING}\n"
    assert read_bytes(b"\r\n" + data, "要点.txt").text == f"{HEADING}\n"
