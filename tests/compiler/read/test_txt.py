"""Text files: every encoding an office saves in gives the same characters."""

from __future__ import annotations

import codecs
import hashlib
from pathlib import Path

import pytest

from yaodian.compiler.read import read, read_bytes
from yaodian.domain.finding import Refusal
from yaodian.domain.text import Format

PLAN = "清溪市2021年教育工作要点\n\n一、建强队伍\n1.培训教师。全年培训乡村教师300名，建成名师工作室12个。\n"
ENCODINGS = {
    "utf-8": PLAN.encode(),
    "utf-8 with a mark": codecs.BOM_UTF8 + PLAN.encode(),
    "utf-16 little endian": codecs.BOM_UTF16_LE + PLAN.encode("utf-16-le"),
    "utf-16 big endian": codecs.BOM_UTF16_BE + PLAN.encode("utf-16-be"),
    "gb18030": PLAN.encode("gb18030"),
    "gb18030 with a mark": b"\x84\x31\x95\x33" + PLAN.encode("gb18030"),
}


@pytest.mark.parametrize("data", ENCODINGS.values(), ids=ENCODINGS)
def test_every_encoding_gives_the_same_text(data: bytes) -> None:
    source = read_bytes(data, "要点.txt")
    assert source.text == PLAN
    assert source.format is Format.TXT
    assert source.sha256 == hashlib.sha256(PLAN.encode()).hexdigest()


def test_line_ends_become_line_feeds_and_nothing_else_changes() -> None:
    text = "一、标题  \r\n\t　1.任务\u00a0。\r（责任科室：人事科）\n\n\n２．任务 \u200b"
    assert read_bytes(text.encode(), "a.txt").text == text.replace("\r\n", "\n").replace("\r", "\n")


def test_a_mark_twice_is_dropped_once() -> None:
    assert read_bytes(codecs.BOM_UTF8 * 2 + PLAN.encode(), "a.txt").text == "\ufeff" + PLAN


def test_a_character_cut_in_half_at_the_end_is_left_out() -> None:
    assert read_bytes(PLAN.strip().encode()[:-1], "a.txt").text == PLAN.strip()[:-1]
    assert read_bytes(PLAN.strip().encode("gb18030")[:-1], "a.txt").text == PLAN.strip()[:-1]


def test_traditional_characters_in_gbk_are_read() -> None:
    text = "一、加強教師隊伍建設，全面貫徹黨的教育方針，辦好人民滿意的教育。"
    assert read_bytes(text.encode("gb18030"), "a.txt").text == text


def test_rare_characters_are_read() -> None:
    text = "1.由㸌老师、𠮷老师牵头，培训教师三十名。"
    assert read_bytes(text.encode("gb18030"), "a.txt").text == text


def test_a_text_that_speaks_of_tags_stays_text() -> None:
    text = "一、网站建设\n1.清理网页。检查<div>与<html>标签是否闭合。\n"
    assert read_bytes(text.encode(), "a.txt").text == text


def test_the_publish_time_of_a_pasted_page_is_known() -> None:
    assert read_bytes("要点\n发布时间: 2021-03-02 09:05 字体:[]\n一、".encode(), "a").published == "2021-03-02T09:05"
    assert read_bytes("要点\n发布日期：2021年3月2日\n一、".encode(), "a").published == "2021-03-02"
    assert read_bytes("要点\n发布时间：2021-13-42\n一、".encode(), "a").published is None
    assert read_bytes(PLAN.encode(), "a").published is None
    assert read_bytes("1.建设学校。\n完成时间：2021年6月30日\n".encode(), "a").published is None


def test_a_file_on_disk_keeps_its_name(tmp_path: Path) -> None:
    path = tmp_path / "要点.txt"
    path.write_bytes(PLAN.encode("gb18030"))
    assert read(path).name == "要点.txt"
    assert read(path).text == PLAN


def test_a_damaged_byte_is_named_by_its_line() -> None:
    data = PLAN.encode().replace("培训".encode(), b"\xff", 1)
    with pytest.raises(Refusal) as refused:
        read_bytes(data, "要点.txt")
    assert "第4行" in refused.value.words.zh
    assert "line 4" in refused.value.words.en
