"""对表头: which column of a file is which column of a register, found among the first rows."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches

from yaodian.declare.column import NEVER_HELD, Column
from yaodian.declare.register import Register
from yaodian.domain.finding import Severity, Words
from yaodian.domain.unit_of_measure import UnitOfMeasure
from yaodian.warehouse.load.faults import Fault, address
from yaodian.warehouse.load.headings import PASSED_OVER, bare, plain, rank, unit_in
from yaodian.warehouse.load.table import RawTable

_SCOPE = re.compile(r"([^\s：:，,；;]{1,20})[：:]\s*([^\s：:，,；;]+)")
_DAYS = ("日期", "截止日期", "统计日期", "填报日期", "报送日期", "时间")
DEEPEST, LONGEST = 3, 60


@dataclass(frozen=True)
class Matched:
    """`place` gives for each column found its place in the file, `unit` the units that headings name, `rows` how many
    rows stand above the data, `stated` what lines above the headings say of all rows, `dropped` what is never held."""

    place: Mapping[str, int]
    unit: Mapping[str, UnitOfMeasure]
    rows: int
    heads: Sequence[str] = ()
    stated: Mapping[str, str] = field(default_factory=dict)
    day: str = ""
    dropped: Sequence[str] = ()
    faults: Sequence[Fault] = ()


def match(register: type[Register], table: RawTable) -> Matched | None:
    """The headings of a sheet; None where no row of it names two columns of the register (or its only one)."""
    best, found = 0, None
    named: dict[str, set[str]] = {"": set()}
    known = {word for column in register.columns for head in column.headings for word in (plain(head), bare(head))}

    def columns_named(heads: Sequence[str]) -> set[str]:
        for head in heads:
            if head not in named:
                word = plain(head)
                may_name = len(head) <= LONGEST and ((word.isascii() and word.isalpha()) or {word, bare(head)} & known)
                named[head] = {c.name for c in register.columns if rank(head, c)} if may_name else set()
        return set().union(*(named[head] for head in heads))

    for depth in range(1, DEEPEST + 1):
        for first in range(len(table.top) - depth + 1):
            heads = [_joined(table, first, depth, i) for i in range(table.width)]
            score = len(set().union(*map(columns_named, heads)))
            if score > best:
                best, found = score, (first, depth, heads)
    if found is None or best < min(2, len(register.columns)):
        return None
    first, depth, heads = found
    below = first + depth
    while below < len(table.top) and _repeats(table.top[below], heads):
        below += 1
    return _matched(register, table, first, below, heads)


def _repeats(row: Sequence[str], heads: Sequence[tuple[str, ...]]) -> bool:
    """Whether a row only says the headings again, as cells merged over two rows do."""
    said = [(cell.strip(), head) for cell, head in zip(row, heads, strict=False) if cell.strip()]
    return bool(said) and all(cell in head for cell, head in said)


def _joined(table: RawTable, first: int, depth: int, place: int) -> tuple[str, ...]:
    """The headings over one column of the file, the lowest first, then all of them as one word."""
    parts: list[str] = []
    for at in range(first, first + depth):
        row = table.top[at]
        word = row[place].strip() if place < len(row) else ""
        if word and word not in parts:
            parts.append(word)
    return (parts[-1], "".join(parts)) if len(parts) > 1 else tuple(parts)


def _rank(heads: Sequence[str], column: Column) -> int:
    return max((rank(head, column) for head in heads), default=0)


def _matched(
    register: type[Register], table: RawTable, first: int, below: int, heads: list[tuple[str, ...]]
) -> Matched:
    place: dict[str, int] = {}
    faults: list[Fault] = []
    dropped = [i for i, head in enumerate(heads) if head and NEVER_HELD.search("".join(head))]
    for column in register.columns:
        ranks = {i: r for i, head in enumerate(heads) if i not in dropped and (r := _rank(head, column))}
        best = [i for i, r in ranks.items() if r == max(ranks.values())]
        if len(best) > 1:
            faults.append(_ambiguous(register, column, heads, best, table.sheet, below))
        elif best:
            place[column.name] = best[0]
    stated, day = _stated(register, table, first, place)
    taken = set(place.values()) | set(dropped)
    faults += [_missing(register, c, table.sheet) for c in register.columns
               if c.required and c.name not in place and c.name not in stated and not _is_at_fault(c, faults)]  # fmt: skip
    free = [c.label for c in register.columns if c.name not in place]
    faults += [
        _unknown(register, head[0], i, free, table.sheet, below)
        for i, head in enumerate(heads)
        if head and i not in taken and plain(head[0]) not in PASSED_OVER and not _is_at_fault(head[0], faults)
    ]
    units = {n: u for n, i in place.items() for h in heads[i] if (u := unit_in(h, register.column(n)))}
    return Matched(place, units, below, [h[0] if h else "" for h in heads], stated, day,
                   [heads[i][0] for i in dropped], faults)  # fmt: skip


def _is_at_fault(what: Column | str, faults: Sequence[Fault]) -> bool:
    if isinstance(what, Column):
        return any(f.column == what.name for f in faults)
    return any(f.cause == "ambiguous_heading" and what in f.value.split("、") for f in faults)


def _stated(
    register: type[Register], table: RawTable, first: int, place: Mapping[str, int]
) -> tuple[dict[str, str], str]:
    """What lines above the headings say: 学校：2152000001  日期：2020-09-01."""
    stated, day = {}, ""
    for row in table.top[:first]:
        for word, value in _SCOPE.findall("  ".join(dict.fromkeys(cell for cell in row if cell))):
            column = next((c for c in register.columns if rank(word, c) and c.name not in place), None)
            if column:
                stated[column.name] = value
            elif word in _DAYS:
                day = value
    return stated, day


def _fault(register: type[Register], column: str, sheet: str, cell: str, cause: str, value: str,
           words: Words, hint: Words, severity: Severity = Severity.ERROR) -> Fault:  # fmt: skip
    return Fault(register.id, column, 0, sheet, cell, cause, value, words, hint, severity)


def _ambiguous(
    register: type[Register], column: Column, heads: list[tuple[str, ...]], best: list[int], sheet: str, below: int
) -> Fault:
    names = "、".join(heads[i][0] for i in best)
    return _fault(
        register, column.name, sheet, address(best[1], below), "ambiguous_heading", names,
        Words(f"有{len(best)}列都像“{column.label}”：{names}", f"{len(best)} headings may mean {column.label}: {names}"),
        Words(f"只留一列，把它的表头写成“{column.label}”", f"keep one and head it {column.label}"),
    )  # fmt: skip


def _missing(register: type[Register], column: Column, sheet: str) -> Fault:
    return _fault(
        register, column.name, sheet, "", "missing_heading", column.label,
        Words(f"缺少必填列“{column.label}”", f"the required column {column.label} is missing"),
        Words(f"加上表头为“{column.label}”的一列", f"add a column headed {column.label}"),
    )  # fmt: skip


def _unknown(register: type[Register], head: str, at: int, free: Sequence[str], sheet: str, below: int) -> Fault:
    near = get_close_matches(bare(head), free, 1, 0.5)
    hint = Words("不需要的列可以删去", "drop the column if it is not needed")
    if near:
        hint = Words(f"是不是“{near[0]}”？如果是，请改表头", f"did you mean {near[0]}? Then head it so")
    return _fault(
        register, "", sheet, address(at, below), "unknown_heading", head,
        Words(f"不认识表头“{head}”，这一列没有导入", f"the heading {head} is not known; its column was not loaded"),
        hint, Severity.WARNING,
    )  # fmt: skip
