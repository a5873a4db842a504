"""The bureau's folder: what is read from it, and the sentences that refuse a faulty file."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from yaodian.domain.finding import Refusal, Severity
from yaodian.domain.period import Period
from yaodian.domain.schooldays import Opening
from yaodian.workspace.bureau import edition_of, load_bureau

UNITS = """\
- id: planning
  name: 规划科
  aliases: [规划处]
- id: everyone
  name: 各科室
  collective: true
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "parameters").mkdir()
    (tmp_path / "bureau.yaml").write_text(
        "id: somewhere\nname: 某市教育局\nseverities: {YD103: info}\n", encoding="utf-8"
    )
    return tmp_path


def write(folder: Path, name: str, text: str) -> None:
    (folder / name).write_text(text, encoding="utf-8")


def test_a_bureau_needs_no_more_than_its_name(folder: Path) -> None:
    bureau = load_bureau(folder)
    assert (bureau.id, bureau.name, bureau.units, bureau.platforms) == ("somewhere", "某市教育局", (), ())
    assert bureau.calendar is None and bureau.severities == {"YD103": Severity.INFO}


def test_units_and_platforms_are_known_by_their_names_and_aliases(folder: Path) -> None:
    write(folder, "units.yaml", UNITS)
    write(folder, "platforms.yaml", "- id: portal\n  name: 门户网站\n")
    bureau = load_bureau(folder)
    unit, all_units = bureau.unit_called("规划处"), bureau.unit_called("各科室")
    assert unit is not None and unit.id == "planning" and not unit.collective
    assert all_units is not None and all_units.collective
    assert bureau.platform_called("门户网站") is not None


def test_the_edition_changes_with_the_content_and_with_nothing_else(folder: Path) -> None:
    before = load_bureau(folder).edition
    write(folder, "notes.txt", "x")
    assert load_bureau(folder).edition == before == edition_of(folder) and len(before) == 12
    write(folder, "units.yaml", UNITS)
    assert load_bureau(folder).edition != before


def test_a_later_notice_of_a_year_replaces_the_earlier_one(folder: Path) -> None:
    write(
        folder,
        "parameters/calendar.yaml",
        """\
public_holidays:
  label: 节假日
  reference: 通知
  2020-01-01: {value: {holidays: [2020-01-24..2020-01-30], makeup_days: [2020-02-01]}}
  2020-01-26: {value: {holidays: [2020-01-24..2020-02-02], makeup_days: []}}
school_terms:
  label: 学期
  reference: 校历
  2019-09-01: {2019S2: 2020-02-17..2020-07-10}
  2020-01-27: {value: {2019S2: {days: 2020-03-16..2020-07-24, openings: {九年级: 2020-03-16}}}}
""",
    )
    calendar = load_bureau(folder).calendar
    assert calendar is not None
    assert not calendar.is_working_day(date(2020, 2, 1)) and calendar.is_working_day(date(2020, 2, 3))
    term = calendar.term(2019, 2)
    assert term is not None and term.period == Period("2019S2") and term.starts_on == date(2020, 3, 16)
    assert term.openings == (Opening("九年级", date(2020, 3, 16)),)


@pytest.mark.parametrize(
    ("file", "text", "line", "says"),
    [
        ("bureau.yaml", "id: x\nname: 某局\ncolour: red\n", 3, "colour"),
        ("bureau.yaml", "id: x\n", 1, "name"),
        ("bureau.yaml", "- x\n", 1, "名称: 值"),
        ("bureau.yaml", "id: x\nname: 某局\nseverities:\n  YD103: grave\n", 4, "grave"),
        ("bureau.yaml", "id: x\nname: [某局\n", 3, "YAML"),
        ("bureau.yaml", "id: x\nid: y\nname: 某局\n", 2, "YAML"),
        ("units.yaml", "- id: a\n  name: 甲科\n- id: b\n  nmae: 乙科\n", 4, "nmae"),
        ("units.yaml", "- id: a\n  name: 甲科\n- id: b\n", 3, "name"),
        ("units.yaml", "- id: a\n  name: 甲科\n- id: b\n  name: 甲科\n", 3, "甲科"),
        ("units.yaml", "- id: a\n  name: 甲科\n  collective: 是\n", 3, "collective"),
        ("units.yaml", "- id: a\n  name: 甲科\n  aliases:\n    - 甲\n    - 12\n", 5, "12"),
        ("units.yaml", "a: b\n", 1, "列表"),
        ("platforms.yaml", "- id: a\n  name: 平台\n  collective: true\n", 3, "collective"),
        ("parameters/calendar.yaml", "public_holidays:\n  reference: 通知\n  2020-01-01: {value: {}}\n", 1, "label"),
        ("parameters/calendar.yaml", "school_terms: 3\n", 1, "名称: 值"),
        (
            "parameters/calendar.yaml",
            "school_terms:\n  label: 学期\n  reference: 校历\n  2019-09-01: {2019S3: 2020-01-01..2020-02-01}\n",
            4,
            "2019S3",
        ),
        (
            "parameters/calendar.yaml",
            "school_terms:\n  label: 学期\n  reference: 校历\n  2019-09-01: {2019S2: 2020-07-01..2020-02-01}\n",
            4,
            "止日早于起日",
        ),
        (
            "parameters/calendar.yaml",
            "public_holidays:\n  label: 假\n  reference: 通知\n  2020-01-01:\n    value: {holidays: [五一]}\n",
            5,
            "五一",
        ),
    ],
)
def test_a_faulty_file_is_refused_with_file_line_and_repair(
    folder: Path, file: str, text: str, line: int, says: str
) -> None:
    write(folder, file, text)
    with pytest.raises(Refusal) as refused:
        load_bureau(folder)
    words = refused.value.words
    assert file in words.zh and f"第{line}行" in words.zh and says in words.zh
    assert f"line {line}" in words.en and "\n" not in words.zh + words.en


def test_a_file_in_another_encoding_is_refused(folder: Path) -> None:
    (folder / "units.yaml").write_bytes(UNITS.encode("gb18030"))
    with pytest.raises(Refusal, match="UTF-8"):
        load_bureau(folder)


def test_a_folder_that_is_no_bureau_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match=r"bureau\.yaml"):
        load_bureau(tmp_path / "nowhere")
