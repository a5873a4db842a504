"""读音: whole columns of names as simplified characters and syllables."""

from __future__ import annotations

import pyarrow as pa
from pypinyin import lazy_pinyin

from yaodian.warehouse.link.sounding import SYLLABLE, sounded


def test_names_are_heard_in_simplified_characters_and_syllables() -> None:
    simple, sound = sounded(pa.array(["劉三姐", None, "", "吕·A"]).slice(0))
    assert simple.to_pylist() == ["刘三姐", None, "", "吕·A"]
    assert [text and text.split() for text in sound.to_pylist()] == [["liu", "san", "jie"], None, "", ["lv", "·", "A"]]


def test_a_part_of_a_column_is_heard_as_the_whole() -> None:
    names = pa.array(["张三丰", "李明", None, "王芳"])
    assert [one.to_pylist() for one in sounded(names.slice(1, 2))] == [
        one.slice(1, 2).to_pylist() for one in sounded(names)
    ]
    assert [len(one) for one in sounded(names.slice(0, 0))] == [0, 0]


def test_every_character_sounds_as_pypinyin_reads_it() -> None:
    simple, sound = sounded(pa.array([chr(code) for code in range(0x4E00, 0xA000)]))
    assert [text.rstrip() for text in sound.to_pylist()] == [lazy_pinyin(text)[0] for text in simple.to_pylist()]
    assert {len(text.encode()) for text in sound.to_pylist()} == {SYLLABLE}
