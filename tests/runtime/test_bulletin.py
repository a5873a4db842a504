"""通报: fields, typed numbers, and what has changed since the draft."""

from __future__ import annotations

import json

import pytest

from yaodian.runtime.bulletin import (
    Number,
    as_data,
    changed,
    fields_of,
    filled,
    from_data,
    marked,
    misplaced_tables,
    moved_fields,
    typed_numbers,
    unmarked,
)

THREE = Number("逾期", 3, "3", "2020-06-30", entries=40)
TABLE = Number("各单位", [["单位", "事项"], ["基教科", "2"]], "", "2020-06-30", entries=40)


@pytest.mark.parametrize(
    "text",
    [
        "截至2020年6月30日，逾期{{overdue}}项。",
        "2020年秋季学期、6月底前、3月份",
        "遵教督〔2020〕6号",
        "1.学位供给\n（2）教学质量",
        "《2020年教育工作要点》和“双减30条”",
        "{{measured:二/7.5#1}}",
        "十五项",
    ],
)
def test_days_documents_and_quotations_hold_no_typed_number(text: str) -> None:
    assert typed_numbers(text) == []


@pytest.mark.parametrize(
    ("text", "line"),
    [("逾期3项。", 1), ("一、总体\n完成82.5%。", 2), ("共１２个", 1), ("2020年共15项", 1), ("增加1,200个学位", 1)],
)
def test_a_number_that_was_typed_is_found_with_its_line(text: str, line: int) -> None:
    assert [found for found, _ in typed_numbers(text)] == [line]


def test_a_field_is_filled_in_and_a_table_stands_alone() -> None:
    text, numbers = "逾期{{ overdue }}项。\n\n{{by_unit}}\n完", {"overdue": THREE, "by_unit": TABLE}
    assert fields_of(text) == ["overdue", "by_unit"]
    assert filled(text, numbers) == ["逾期3项。", TABLE.value, "完"]
    assert misplaced_tables(text, numbers) == [] and misplaced_tables("见{{by_unit}}。", numbers) == ["by_unit"]


def test_what_changed_is_named_with_both_values_and_numbers_survive_storage() -> None:
    before = {"overdue": THREE, "by_unit": TABLE}
    after = {"overdue": Number("逾期", 4, "4", "2020-06-30", entries=41), "by_unit": TABLE}
    assert [words.zh for words in changed(before, after)] == ["逾期 3→4"]
    assert from_data(json.loads(json.dumps(as_data(before)))) == before


def test_fields_are_read_as_marks_and_come_back_as_the_same_fields() -> None:
    numbers, text = {"overdue": THREE, "by_unit": TABLE}, "逾期{{ overdue }}项，见{{by_unit}}。"
    assert marked(text, numbers) == "逾期{逾期}项，见{各单位}。"
    back = unmarked(marked(text, numbers), numbers)
    assert back == "逾期{{overdue}}项，见{{by_unit}}。" and moved_fields(text, back, numbers) is None


@pytest.mark.parametrize(
    ("after", "told"),
    [
        ("见{{by_unit}}，逾期{{overdue}}项", None),
        ("见{{by_unit}}", "少了{逾期}"),
        ("逾期{{overdue}}项，{{overdue}}项，见{{by_unit}}", "多了{逾期}"),
        ("逾期{{other}}项，见{{by_unit}}", "少了{逾期}，多了{other}"),
    ],
)
def test_a_field_that_was_lost_or_gained_is_named_and_their_order_is_free(after: str, told: str | None) -> None:
    found = moved_fields("逾期{{overdue}}项，见{{by_unit}}", after, {"overdue": THREE, "by_unit": TABLE})
    assert (found.zh if found else None) == told
