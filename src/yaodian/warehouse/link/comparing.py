"""比对: how two rows' words about a person are compared, as levels from equal to unlike, and which pairs are compared at all.

Conditions are SQL over the columns of `claims` with `_l` and `_r`; names are in simplified characters, their sounds are
syllables without tones. Distances count characters, never bytes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from yaodian.domain.finding import Words


@dataclass(frozen=True, slots=True)
class Level:
    """程度: how alike two values are: the first level whose condition holds is theirs."""

    id: str
    condition: str
    words: Words


@dataclass(frozen=True, slots=True)
class Comparison:
    """一项比对: its levels from most to least alike; where a value is missing (`lacking`) it says nothing."""

    id: str
    lacking: str
    levels: Sequence[Level]


def _lacking(column: str) -> str:
    return f"{column}_l IS NULL OR {column}_r IS NULL"


_SWAPPED = (
    "left(birth_l, 4) = left(birth_r, 4) AND substr(birth_l, 5, 2) = substr(birth_r, 7, 2)"
    " AND substr(birth_l, 7, 2) = substr(birth_r, 5, 2)"
)
_FEW_PLACES = "length(id_no_l) <> length(id_no_r) OR hamming(id_no_l, id_no_r) <= 2"
"""What must hold of numbers one step apart; it costs a fiftieth of counting the steps."""
COMPARISONS = (
    Comparison(
        "id_no",
        _lacking("id_no"),
        (
            Level("same", "id_no_l = id_no_r", Words("证件号相同", "same ID number")),
            Level(
                "slip",
                f"({_FEW_PLACES}) AND damerau_levenshtein(id_no_l, id_no_r) <= 1",
                Words("证件号差一位或两位颠倒", "ID numbers one digit or one exchange apart"),
            ),
            Level("other", "ELSE", Words("证件号不同", "different ID numbers")),
        ),
    ),
    Comparison(
        "name",
        _lacking("name"),
        (
            Level("same", "name_l = name_r", Words("姓名相同", "same name")),
            Level("sound", "sound_l = sound_r", Words("姓名同音", "names of the same sound")),
            Level(
                "near",
                "family_sound_l = family_sound_r AND levenshtein(name_l, name_r) <= 1",
                Words("姓名差一个字", "names one character apart"),
            ),
            Level("other", "ELSE", Words("姓名不同", "different names")),
        ),
    ),
    Comparison(
        "birth",
        _lacking("birth"),
        (
            Level("same", "birth_l = birth_r", Words("出生日期相同", "same birth date")),
            Level(
                "slip",
                f"hamming(birth_l, birth_r) <= 1 OR {_SWAPPED}",
                Words("出生日期差一位或月日颠倒", "birth dates one digit apart or day and month exchanged"),
            ),
            Level(
                "month",
                "abs(date_diff('day', birth_on_l, birth_on_r)) <= 31",
                Words("出生日期相差不到一个月", "born within a month of each other"),
            ),
            Level("other", "ELSE", Words("出生日期不同", "different birth dates")),
        ),
    ),
    Comparison(
        "sex",
        _lacking("sex"),
        (
            Level("same", "sex_l = sex_r", Words("性别相同", "same sex")),
            Level("other", "ELSE", Words("性别不同", "different sex")),
        ),
    ),
    Comparison(
        "guardian",
        _lacking("guardians"),
        (
            Level(
                "same", "list_has_any(guardians_l, guardians_r)", Words("有同名的监护人", "a guardian of the same name")
            ),
            Level(
                "sound",
                "list_has_any(guardian_sounds_l, guardian_sounds_r)",
                Words("监护人姓名同音", "guardians' names of the same sound"),
            ),
            Level("other", "ELSE", Words("监护人姓名不同", "guardians of other names")),
        ),
    ),
    Comparison(
        "place",
        "(address_l IS NULL OR address_r IS NULL) AND (county_l IS NULL OR county_r IS NULL)",
        (
            Level("same", "address_l = address_r", Words("住址相同", "same address")),
            Level("village", "village_l = village_r", Words("同一村或社区", "same village or community")),
            Level("town", "town_l = town_r", Words("同一乡镇", "same town")),
            Level("county", "county_l = county_r", Words("同一县", "same county")),
            Level("other", "ELSE", Words("住处不同", "different places")),
        ),
    ),
)

Blocks = Sequence[Sequence[str]]

BLOCKS: Blocks = (
    ("birth", "family_sound"),
    ("id_no",),
    ("sound", "guardian"),
    ("sound", "address"),
    ("address", "birth"),
    ("guardian", "birth"),
    ("sound", "county", "born_year"),
    ("given_sound", "birth"),
)
"""Pairs are compared where all columns of one of these are equal: each survives an error in what it leaves out."""


COLUMNS = (
    "id_no", "name", "sound", "family_sound", "birth", "birth_on", "sex", "guardians", "guardian_sounds", "address",
    "village", "town", "county",
)  # fmt: skip
"""The columns of claims that the conditions above name."""


def level_of(comparison: Comparison) -> str:
    """SQL that gives the id of the level of a pair, `lacking` where a value is missing."""
    cases = " ".join(f"WHEN {level.condition} THEN '{level.id}'" for level in comparison.levels[:-1])
    return f"CASE WHEN {comparison.lacking} THEN 'lacking' {cases} ELSE '{comparison.levels[-1].id}' END"


def words_of(levels: Mapping[str, str]) -> dict[str, Words]:
    """What the levels of a pair say, by comparison in their order; what is missing says nothing."""
    return {c.id: one.words for c in COMPARISONS for one in c.levels if one.id == levels[c.id]}
