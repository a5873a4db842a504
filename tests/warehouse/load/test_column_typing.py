"""Columns typed: each different text once, with the same outcome as each cell by itself."""

from __future__ import annotations

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.effort import EFFORT
from tests.warehouse.load.small.registers.pupils import Pupils
from tests.warehouse.load.test_faults import FAULTS
from yaodian.declare.column import Column
from yaodian.warehouse.load.checked import connect
from yaodian.warehouse.load.column_typing import Typed, Typing, column_sql, identifier_of, typed_texts
from yaodian.warehouse.load.identifiers import IDENTIFIERS
from yaodian.warehouse.load.plain import plain_values
from yaodian.warehouse.load.typed import own_codes
from yaodian.warehouse.load.words import WordLists


def typed(column: Column, texts: list[str]) -> Typed:
    connection = connect()
    how = Typing(column, own_codes(column), identifier_of(column, IDENTIFIERS), None, guarded=False)
    cells = pa.chunked_array([pa.array(texts[:7], pa.string()), pa.array(texts[7:], pa.string())])
    return typed_texts(connection, cells, how, WordLists(connection))


def cells(column: Column, texts: list[str]) -> list[tuple[object, str | None, str | None]]:
    """Of each text its value, its cause and its text."""
    found = typed(column, texts)
    wrong = zip(found.places.to_pylist(), found.causes.to_pylist(), found.raws.to_pylist(), strict=True)
    by_place = {place: (cause, raw) for place, cause, raw in wrong}
    return [(value, *by_place.get(at, (None, None))) for at, value in enumerate(found.values.to_pylist())]


@pytest.mark.parametrize("column", Pupils.columns, ids=lambda column: column.name)
def test_a_repeated_text_comes_out_as_it_does_alone(column: Column) -> None:
    texts = list(dict.fromkeys([*(value for label, value, _ in FAULTS if label == column.label), column.example, ""]))
    alone = dict(zip(texts, cells(column, texts), strict=True))
    mixed = [text for at in range(6) for text in (texts if at % 2 else reversed(texts)) for _ in range(2)]
    assert cells(column, mixed) == [alone[text] for text in mixed]


def test_each_wrong_cell_of_many_rows_keeps_its_place() -> None:
    column = Pupils.column("birth_on")
    texts = ["2014-08-31", "2014年9月1日"] * 20_000
    texts[3], texts[39_998] = "31/08/2014", "2014-02-30"
    found = typed(column, texts)
    assert found.places.to_pylist() == [3, 39_998] and found.raws.to_pylist() == ["31/08/2014", "2014-02-30"]
    assert found.values.null_count == 2 and found.values[39_999] == found.values[1]


def test_empty_cells_in_several_pieces_of_a_column_are_typed_like_any_other() -> None:
    column = Pupils.column("birth_on")
    connection = connect()
    how = Typing(column, own_codes(column), identifier_of(column, IDENTIFIERS), None, guarded=False)
    pieces = pa.chunked_array([["2014-08-31", None, "2014-08-31"], ["2014-08-31", None, None]], pa.string())
    found = typed_texts(connection, pieces, how, WordLists(connection))
    assert found.values.is_null().to_pylist() == [False, True, False, False, True, True]


PARTS = st.sampled_from(
    ["", "0", "1", "12", "2019", "09", "31", "-", "/", ".", "年", "月", "日", "S", "Q3", "e+17", "５", "是", "否", "男", "无",
     "女性", "元", "%", "（", "）", " ", "\u3000", "'", "=", "G", "X", "\u200b", "㸌", "\n", ",", "N/A", "a"]
)  # fmt: skip
WRITTEN = st.lists(PARTS, max_size=5).map("".join)


@settings(max_examples={"check": 60, "ci": 300, "full": 3_000}[EFFORT], deadline=None)
@given(st.lists(WRITTEN, min_size=1, max_size=12), st.sampled_from(Pupils.columns), st.booleans())
def test_a_text_read_plainly_is_what_the_engine_makes_of_it(texts: list[str], column: Column, guarded: bool) -> None:
    connection = connect()
    how = Typing(column, own_codes(column), None, None, guarded)
    for text in dict.fromkeys(texts):
        plain = plain_values(column, pa.chunked_array([[text]], pa.string()), how.codes, None)
        if plain is not None:
            connection.register("texts", pa.table({"c": [text]}))
            (found,) = connection.sql(column_sql(how, WordLists(connection))).to_arrow_table().to_pylist()
            assert found["cause"] is None, text
            assert plain.to_pylist() == [found["value"]], text


@pytest.mark.parametrize(
    ("name", "text", "is_plain"),
    [
        ("birth_on", "2014年9月1日", True),
        ("birth_on", "2014-02-30", False),
        ("grade", "１2", True),
        ("grade", "13", False),
        ("sex_code", "男性", True),
        ("sex_code", "未知", False),
        ("present_share", "0.98", True),
        ("present_share", "98%", False),
        ("aid_yuan", "12", False),
        ("note", "第一小学（东校区） 5号", True),
        ("note", "5E17", False),
    ],
)
def test_only_plain_and_right_texts_are_read_without_the_engine(name: str, text: str, is_plain: bool) -> None:
    column = Pupils.column(name)
    read = plain_values(column, pa.chunked_array([[text]], pa.string()), own_codes(column), None)
    assert (read is not None) == is_plain
