"""截至: which of a register's rows count on a day; evaluation, checks and readers take them from here."""

from __future__ import annotations

from datetime import date

from yaodian.declare.register import STATE, STOCK, Register
from yaodian.warehouse.sql import day, listed, named


def counting_on(register: type[Register], rows: str, on: date, after: date | None = None) -> str:
    """A SELECT of the rows of `rows` (a name or a subquery) that count on a day: states in force, the last count of a
    stock (one `after` another day, where given), events up to it."""
    if register.time is STATE:
        return f"SELECT * FROM {rows} WHERE valid_from <= {day(on)} AND (valid_to IS NULL OR valid_to > {day(on)})"
    if register.time is STOCK:
        return _counted_last(register, rows, on, after)
    return f"SELECT * FROM {rows} WHERE valid_from <= {day(on)}"


def latest(register: type[Register], rows: str, on: date, after: date | None = None) -> str:
    """A SELECT of the last row of each thing up to a day; the key without its date tells things apart."""
    key = [name for name in register.key if name != register.dated_by]
    hidden = not key or any(register.column(name).vault for name in key)
    columns = listed(named(name) for name in (["record_key"] if hidden else key))
    return _first("row_number()", f"PARTITION BY {columns}", rows, on, after)


def _counted_last(register: type[Register], rows: str, on: date, after: date | None) -> str:
    """The last count up to a day. Where the scope of a snapshot is a day's count, what that count lacks is there no longer;
    else each thing stands as it was counted last."""
    if register.dated_by not in register.arrives.scope:
        return latest(register, rows, on, after)
    scope = listed(named(name) for name in register.arrives.scope if name != register.dated_by)
    return _first("rank()", f"PARTITION BY {scope}" if scope else "", rows, on, after)


def _first(numbering: str, among: str, rows: str, on: date, after: date | None) -> str:
    """The rows up to a day (and after another) that are first by the latest date among their like."""
    since = f" AND valid_from > {day(after)}" if after else ""
    numbered = (
        f"SELECT *, {numbering} OVER ({among} ORDER BY valid_from DESC) AS _nth"
        f" FROM {rows} WHERE valid_from <= {day(on)}{since}"
    )
    return f"SELECT * FROM ({numbered}) AS numbered WHERE _nth = 1"
