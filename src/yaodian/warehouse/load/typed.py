"""类型化: SQL of a column's value made from the text of a cell, from the column's declaration alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from yaodian.declare.column import BOOLEAN, CODE, DATE, DECIMAL, INSTANT, INTEGER, MONEY, PERIOD, Code, Column
from yaodian.domain.unit_of_measure import UnitOfMeasure
from yaodian.warehouse.load.amounts import number_sql
from yaodian.warehouse.load.clean import compact
from yaodian.warehouse.load.dates import date_sql, held_date_sql, instant_sql
from yaodian.warehouse.load.periods import held_period_sql, period_sql
from yaodian.warehouse.load.words import WordLists
from yaodian.warehouse.sql import quoted

CodesOf = Callable[[Column], Sequence[Code]]
"""The codes of a column whose declaration only names its list."""

STORED = {INTEGER: "BIGINT", DECIMAL: "DECIMAL(18, 4)", MONEY: "DECIMAL(18, 2)"}


def own_codes(column: Column) -> Sequence[Code]:
    """The codes that stand in the declaration itself; none where it only names a list."""
    return () if isinstance(column.codes, str) else column.codes


def typed_sql(column: Column, cell: str, words: WordLists, codes: Sequence[Code], written: UnitOfMeasure | None) -> str:
    """SQL of the value (numbers still exact, see `stored_sql`); nothing where the cell is not of the column's type."""
    if column.type in STORED:
        return number_sql(cell, column, written)
    if column.type is DATE:
        return date_sql(cell)
    if column.type is INSTANT:
        return instant_sql(cell)
    if column.type is PERIOD:
        return period_sql(cell)
    if column.type is BOOLEAN:
        return words.boolean_sql(cell)
    if column.type is CODE:
        return words.code_sql(cell, codes) if codes else compact(cell)
    return _patterned(cell, column.pattern) if column.pattern else cell


def stored_sql(column: Column, value: str) -> str:
    """SQL of the value as it is stored; numbers are rounded half up to the column's scale."""
    if column.type is DATE:
        return held_date_sql(value)
    if column.type is PERIOD:
        return held_period_sql(value)
    kind = STORED.get(column.type)
    return f"try_cast({value} AS {kind})" if kind else value


def _patterned(cell: str, pattern: str) -> str:
    """A text with a pattern as it stands where it matches, else half-width, without spaces, a spreadsheet's .0 or small x."""
    plain = f"regexp_replace({compact(cell)}, '^(\\d+)\\.0+$', '\\1')"
    ways = (cell, plain, f"upper({plain})")
    cases = " ".join(f"WHEN regexp_full_match({way}, {quoted(pattern)}) THEN {way}" for way in ways)
    return f"CASE {cases} ELSE {cell} END"
