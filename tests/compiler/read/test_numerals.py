"""Numbers of lists as they are written."""

from __future__ import annotations

import pytest

from yaodian.compiler.read.numerals import NUMERALS, chinese


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (1, "一"),
        (10, "十"),
        (12, "十二"),
        (20, "二十"),
        (21, "二十一"),
        (100, "一百"),
        (101, "一百零一"),
        (110, "一百一十"),
        (1001, "一千零一"),
        (1010, "一千零一十"),
    ],
)
def test_chinese_numbers_are_written_as_spoken(number: int, written: str) -> None:
    assert chinese(number) == written


@pytest.mark.parametrize(
    ("style", "number", "written"),
    [
        ("decimalEnclosedCircle", 20, "⑳"),
        ("decimalEnclosedCircle", 21, "㉑"),
        ("decimalEnclosedParen", 3, "(3)"),
        ("chineseLegalSimplified", 12, "壹拾贰"),
        ("ideographTraditional", 3, "丙"),
        ("ideographDigital", 10, "一〇"),
        ("lowerLetter", 28, "bb"),
        ("upperRoman", 49, "XLIX"),
        ("decimalFullWidth", 12, "１２"),
        ("decimalZero", 7, "07"),
    ],
)
def test_other_numbers_are_written_in_their_style(style: str, number: int, written: str) -> None:
    assert NUMERALS[style](number) == written


@pytest.mark.parametrize("style", NUMERALS)
def test_every_style_can_write_every_number(style: str) -> None:
    assert all(isinstance(NUMERALS[style](number), str) for number in (1, 10, 50, 999, 10_000, 99_999))
