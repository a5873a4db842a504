"""根因归并: faults by the cause they share, the most rows first, so that one fix clears many."""

from __future__ import annotations

from collections.abc import Iterator

from yaodian.declare.column import Column
from yaodian.domain.finding import Words
from yaodian.warehouse.load.checked import Checked, connect
from yaodian.warehouse.load.faults import Root, masked

_BY_VALUE = ("code", "reference", "out_of_scope")
_BY_SHAPE = ("date", "integer", "decimal", "money", "period", "instant", "boolean", "pattern")
_EXAMPLES = 5


def roots(checked: Checked) -> list[Root]:
    connection = connect()
    connection.register("wrong", checked.wrong)
    shape = "regexp_replace(regexp_replace(regexp_replace(raw, '[0-9０-９]', '9', 'g'), '[A-Za-z]', 'A', 'g'), '\\p{Han}', '字', 'g')"
    alike = (
        f"CASE WHEN cause IN {_BY_VALUE} THEN raw WHEN cause IN {_BY_SHAPE} THEN "
        f"regexp_replace(regexp_replace({shape}, '字{{3,}}', '字…', 'g'), '9{{5,}}', '9…', 'g') ELSE '' END"
    )
    found = connection.execute(
        f'SELECT "at", cause, {alike} AS alike, count(DISTINCT row) AS rows, list(row ORDER BY row)[1:{_EXAMPLES}] '
        'FROM wrong GROUP BY ALL ORDER BY rows DESC, "at", cause, alike'
    ).fetchall()
    headings = [Root(f.column, f.cause, f.words, f.hint, f.severity, checked.total, (f,)) for f in checked.headings]
    return headings + list(_made(checked, found))


def _made(checked: Checked, found: list[tuple[int, str, str, int, list[int]]]) -> Iterator[Root]:
    for at, cause, alike, rows, first in found:
        column = checked.register.columns[at] if at >= 0 else None
        known = checked.cause(cause)
        words = _sentence(column, cause, alike, rows, known.words)
        faults = tuple(checked.faults(rows=set(first), at=at, cause=cause))
        yield Root(column.name if column else "", cause, words, known.hint, known.severity, rows, faults)


def _sentence(column: Column | None, cause: str, alike: str, rows: int, words: Words) -> Words:
    label = f"“{column.label}”" if column else ""
    told, said = "", ""
    if cause in _BY_VALUE and alike:
        told = f"写的是“{masked(alike, column)}”，"
        said = f" “{masked(alike, column)}”"
    elif alike:
        told, said = f"写成 {_named(alike)} 的样子，", f" written like {_named(alike)}"
    once_zh = f"：{rows}行，一次修正即可" if rows > 1 else "：1行"
    once_en = f": {rows} rows, one fix" if rows > 1 else ": 1 row"
    return Words(
        f"{label}{told}{words.zh}{once_zh}", f"{column.label if column else 'the row'}{said} {words.en}{once_en}"
    )


def _named(shape: str) -> str:
    """The shape of a day as offices call it."""
    if shape in ("99/99/9999", "9/9/9999", "99-99-9999", "99.99.9999"):
        return f"日{shape[-5]}月{shape[-5]}年（dd{shape[-5]}mm{shape[-5]}yyyy）"
    return shape
