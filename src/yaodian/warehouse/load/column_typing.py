"""逐列转换: the texts of one column made values, each different text once: most columns say few things many times."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import duckdb
import pyarrow as pa
import pyarrow.compute as pc

from yaodian.declare.column import BOOLEAN, CODE, INTEGER, MONEY, TEXT, Code, Column
from yaodian.domain.unit_of_measure import UnitOfMeasure
from yaodian.warehouse.column_types import arrow_type
from yaodian.warehouse.load import limits
from yaodian.warehouse.load.clean import NOTHING, cleaned
from yaodian.warehouse.load.identifiers import Identifier
from yaodian.warehouse.load.plain import plain_values
from yaodian.warehouse.load.typed import stored_sql, typed_sql
from yaodian.warehouse.load.words import WordLists
from yaodian.warehouse.sql import listed, quoted

_LOST = r"\d(\.\d+)?[eE]\+?\d{2}"
_SHOWN = 200
_SAMPLE = 20_000


class Typing(NamedTuple):
    """How a column's texts are read: its codes, the check its numbers carry, the unit its heading names, and whether
    formula characters stand behind a quote mark."""

    column: Column
    codes: Sequence[Code]
    identifier: Identifier | None
    written: UnitOfMeasure | None
    guarded: bool


class Typed(NamedTuple):
    """The values of a column, and of its wrong cells the place, the cause and the text."""

    values: pa.ChunkedArray
    places: pa.Array
    causes: pa.Array
    raws: pa.Array


_NO_FAULT = (pa.array([], pa.uint64()), pa.array([], pa.string()), pa.array([], pa.string()))


def identifier_of(column: Column, identifiers: Mapping[str, Identifier]) -> Identifier | None:
    """The check that a column's numbers carry, known by its pattern, its JY/T name or its own."""
    keys = (column.pattern, column.element, column.name)
    return next((identifiers[key] for key in keys if key and key in identifiers), None)


def typed_texts(connection: duckdb.DuckDBPyConnection, texts: pa.ChunkedArray, how: Typing, words: WordLists) -> Typed:
    """The column's texts as values of its type."""
    different, turns = _different(texts)
    plain = None if how.identifier else plain_values(how.column, different, how.codes, how.written)
    if plain is not None:
        return Typed(plain if turns is None else _one(plain).take(turns), *_NO_FAULT)
    connection.register("texts", pa.table({"c": different}))
    found = connection.sql(column_sql(how, words)).to_arrow_table()
    values = found["value"].cast(arrow_type(how.column))
    wrong = pc.indices_nonzero(pc.is_valid(found["cause"]))
    causes, raws = found["cause"].take(wrong), found["raw"].take(wrong)
    if turns is not None:
        values = _one(values).take(turns)
        turn = pc.index_in(turns, value_set=wrong.cast(pa.int32()))
        places = pc.indices_nonzero(pc.is_valid(turn))
        turn = turn.take(places)
        return Typed(values, places, _one(causes).take(turn), _one(raws).take(turn))
    return Typed(values, wrong, causes, raws)


def _different(texts: pa.ChunkedArray) -> tuple[pa.ChunkedArray, pa.ChunkedArray | None]:
    """The different texts and each cell's place among them; the texts as they stand where most differ."""
    sample = texts.slice(0, _SAMPLE)
    if 2 * pc.count_distinct(sample, mode="all").as_py() > len(sample):
        return texts, None
    encoded = _one(texts).dictionary_encode("encode")  # chunks whose dictionaries hold nulls cannot be unified
    return pa.chunked_array([encoded.dictionary]), pa.chunked_array([encoded.indices])


def _one(values: pa.ChunkedArray) -> pa.Array:
    return pa.concat_arrays(values.chunks) if values.num_chunks else pa.array([], values.type)


def column_sql(how: Typing, words: WordLists) -> str:
    """SQL over `texts`: of each cell c its value, and where it is wrong the cause and its text."""
    column = how.column
    # worked out for all at once: inside a case the engine would cast the number anew for each of its digits
    sound = f", {how.identifier.sound('v')} AS is_sound" if how.identifier else ""
    return (
        f"WITH t AS (SELECT {cleaned('c', how.guarded)} AS t FROM texts), a AS (SELECT {_cell(column)} AS r FROM t), "
        f"b AS (SELECT r, {typed_sql(column, 'r', words, how.codes, how.written)} AS v FROM a), "
        f"d AS (SELECT *, {stored_sql(column, 'v')} AS value{sound} FROM b), "
        f"e AS (SELECT value, r, {_cause(how)} AS cause FROM d) "
        f"SELECT value, cause, CASE WHEN cause IS NOT NULL THEN coalesce(substr(r, 1, {_SHOWN}), '') END AS raw FROM e"
    )


def _cell(column: Column) -> str:
    """SQL of the text without the signs that stand for nothing, which only texts and codes may hold."""
    if column.type in (TEXT, CODE, BOOLEAN):
        return "t"
    return f"CASE WHEN ascii(t) NOT BETWEEN 48 AND 57 AND t IN ({listed(map(quoted, NOTHING))}) THEN NULL ELSE t END"


def _cause(how: Typing) -> str:
    """SQL of the name of what is wrong with a cell; nothing where it is right."""
    column = how.column
    cases = [f"WHEN r IS NULL THEN {quoted('required') if column.required else 'NULL'}"]
    if column.type is TEXT or (column.type is CODE and not how.codes):
        cases += _text_cases(how)
    else:
        cases.append(f"WHEN value IS NULL THEN {quoted(column.type.value)}")
    if column.low is not None:
        cases.append(f"WHEN value < {column.low} THEN 'too_low'")
    if column.high is not None:
        cases.append(f"WHEN value > {column.high} THEN 'too_high'")
    if column.type in (INTEGER, MONEY):
        cases.append(f"WHEN v <> value THEN {quoted('integer' if column.type is INTEGER else 'rounded')}")
    return f"CASE {' '.join(cases)} END"


def _text_cases(how: Typing) -> list[str]:
    column, cases = how.column, []
    if column.type is TEXT:
        cases.append(f"WHEN regexp_full_match(value, {quoted(_LOST)}) THEN 'digits_lost'")
        cases.append(f"WHEN length(value) > {limits.MAX_TEXT} THEN 'too_long'")
    if column.pattern:
        cases.append(f"WHEN NOT regexp_full_match(value, {quoted(column.pattern)}) THEN 'pattern'")
    if how.identifier:
        cases.append(f"WHEN NOT is_sound THEN {quoted(how.identifier.name)}")
    return cases
