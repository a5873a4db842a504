"""比对: Chinese names are compared by characters and by sound, never by bytes."""

from __future__ import annotations

from datetime import date

import duckdb
import pyarrow as pa
import pytest

from yaodian.warehouse.link.comparing import COMPARISONS, level_of, words_of
from yaodian.warehouse.link.sounding import SYLLABLE, sounded

NAMES = [
    ("张三丰", "张三丰", "same"),
    ("张三丰", "張三豐", "same"),
    ("张三丰", "章三峰", "sound"),
    ("张三丰", "张三疯", "sound"),
    ("张三丰", "张四丰", "near"),
    ("张三丰", "张三", "near"),
    ("李伟", "李娜", "near"),
    ("张三丰", "张无忌", "other"),
    ("王三丰", "张三丰", "other"),
]


def name_level(one: str, other: str) -> str:
    simple, sound = (heard.to_pylist() for heard in sounded(pa.array([one, other])))
    name = next(comparison for comparison in COMPARISONS if comparison.id == "name")
    with duckdb.connect(":memory:") as memory:
        return str(
            memory.execute(
                f"""SELECT {level_of(name)} FROM (SELECT ? AS name_l, ? AS name_r, ? AS sound_l, ? AS sound_r,
                    ? AS family_sound_l, ? AS family_sound_r)""",
                [*simple, *sound, *(heard[:SYLLABLE] for heard in sound)],
            ).fetchall()[0][0]
        )


@pytest.mark.parametrize(("one", "other", "level"), NAMES)
def test_the_distance_of_names_counts_characters(one: str, other: str, level: str) -> None:
    assert name_level(one, other) == level


@pytest.mark.parametrize(
    ("one", "other", "level"),
    [
        ("2010-03-04", "2010-03-04", "same"),
        ("2010-03-04", "2010-04-03", "slip"),
        ("2010-03-04", "2011-03-04", "slip"),
        ("2010-03-04", "2010-03-27", "month"),
        ("2010-03-04", "2012-08-27", "other"),
    ],
)
def test_birth_dates_have_the_slips_of_typing(one: str, other: str, level: str) -> None:
    birth = next(comparison for comparison in COMPARISONS if comparison.id == "birth")
    days = [date.fromisoformat(one), date.fromisoformat(other)]
    with duckdb.connect(":memory:") as memory:
        found = memory.execute(
            f"""SELECT {level_of(birth)} FROM (SELECT *, strftime(birth_on_l, '%Y%m%d') AS birth_l,
                strftime(birth_on_r, '%Y%m%d') AS birth_r FROM (SELECT ?::DATE AS birth_on_l, ?::DATE AS birth_on_r))""",
            days,
        ).fetchall()
    assert found == [(level,)]


def test_a_pair_is_explained_in_words_and_what_is_missing_says_nothing() -> None:
    levels = dict.fromkeys((comparison.id for comparison in COMPARISONS), "same") | {
        "id_no": "lacking",
        "name": "sound",
    }
    said = list(words_of(levels).values())
    assert [words.zh for words in said][:2] == ["姓名同音", "出生日期相同"] and len(said) == len(COMPARISONS) - 1
    assert all(words.en for words in said)
