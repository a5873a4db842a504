"""Columns typed: each different text once, with the same outcome as each cell by itself."""

from __future__ import annotations

import pyarrow as pa
import pytest

from tests.warehouse.load.small.registers.pupils import Pupils
from tests.warehouse.load.test_faults import FAULTS
from yaodian.declare.column import Column
from yaodian.warehouse.load.checked import connect
from yaodian.warehouse.load.column_typing import Typed, Typing, identifier_of, typed_texts
from yaodian.warehouse.load.identifiers import IDENTIFIERS
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
