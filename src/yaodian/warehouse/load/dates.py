"""日期: a cell as a day or an instant: 2020-09-01, 2020.9.1, 2020年9月1日, 20200901, a spreadsheet's day number."""

from __future__ import annotations

from yaodian.warehouse.load.clean import half_width
from yaodian.warehouse.sql import quoted

_WRITTEN = r"^(\d{4})\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})\s*[日号]?(?:[T\s]\s*\d{1,2}:\d{2}.*)?$"
_SERIAL = r"\d{5}(\.\d+)?"
EARLIEST, LATEST = "DATE '1900-01-01'", "DATE '2199-12-31'"


def date_sql(cell: str) -> str:
    """SQL of the day; nothing where the cell is no day."""
    fast = f"CASE WHEN regexp_full_match({cell}, '\\d{{4}}-\\d{{2}}-\\d{{2}}') THEN try_cast({cell} AS DATE) END"
    plain = f"ltrim(replace({half_width(cell)}, '\\', '/'), )"
    written = f"try_cast(regexp_replace({plain}, {quoted(_WRITTEN)}, '\\1-\\2-\\3') AS DATE)"
    slow = (
        f"CASE WHEN regexp_matches({plain}, {quoted(_WRITTEN)}) THEN {written} "
        f"WHEN regexp_full_match({plain}, '\\d{{8}}') THEN try_strptime({plain}, '%Y%m%d')::DATE "
        f"WHEN regexp_full_match({plain}, '{_SERIAL}') THEN {_serial(plain)} END"
    )
    return f"coalesce({fast}, {slow})"


def held_date_sql(day: str) -> str:
    """SQL of the day where a register can hold it."""
    return f"CASE WHEN {day} BETWEEN {EARLIEST} AND {LATEST} THEN {day} END"


def _serial(plain: str) -> str:
    """The day of a spreadsheet's number, where it lies between 1940 and 2100."""
    number = f"try_cast(floor(try_cast({plain} AS DOUBLE)) AS INTEGER)"
    return f"CASE WHEN {number} BETWEEN 14611 AND 73050 THEN DATE '1899-12-30' + {number} END"


def instant_sql(cell: str) -> str:
    """SQL of the instant; a time without an offset is the clock's in Shanghai."""
    form = r"^(\d{4})[年./-](\d{1,2})[月./-](\d{1,2})[日号]?[ T]*"
    plain = f"trim(regexp_replace({half_width(cell)}, {quoted(form)}, '\\1-\\2-\\3 '))"
    zoned = f"regexp_matches({plain}, ':\\d{{2}}.*(Z|[+-]\\d{{2}}(:?\\d{{2}})?)$')"
    local = f"timezone('Asia/Shanghai', try_cast({plain} AS TIMESTAMP))"
    return (
        f"CASE WHEN regexp_matches({plain}, '^\\d{{4}}-') THEN CASE WHEN {zoned} "
        f"THEN try_cast({plain} AS TIMESTAMPTZ) ELSE {local} END END"
    )
