"""查到明细: the rows behind an indicator's value, masked; those about persons only for a purpose, and audited first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa

from yaodian.declare.catalogue import Catalogue
from yaodian.declare.code_list import codes_of
from yaodian.declare.column import BOOLEAN, CODE, DECIMAL, Column
from yaodian.declare.register import Register
from yaodian.domain.access import Action, Actor, Purpose, Records, can
from yaodian.domain.finding import Refusal, Words
from yaodian.domain.period import Period
from yaodian.domain.place import CITY, COUNTY
from yaodian.warehouse.audit import Audit, AuditEntry
from yaodian.warehouse.evaluate.explanation import COUNTED, Explanation, explained, rows_behind
from yaodian.warehouse.evaluate.question import Question
from yaodian.warehouse.records import AccessDenied, Ancestry, Request, guarded, read_records
from yaodian.warehouse.store import Warehouse
from yaodian.workspace.indicators import Indicators
from yaodian.workspace.records_loading import existing

MOST = 25


class RowsDenied(Refusal):
    """Rows about persons that nobody may see without a duty for a purpose, or not there."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Who looks at rows, for what, when, and where reads of personal data are kept."""

    actor: Actor
    purpose: Purpose | None
    at: datetime
    on: date
    audit: Audit


@dataclass(frozen=True)
class Drilled:
    """Where a value comes from, and the first rows behind it: `rows` of (whether it is counted, a cell for each of `columns`)."""

    told: Explanation
    columns: Sequence[Column]
    rows: Sequence[tuple[bool, Sequence[str]]]


def looked_up(warehouse: Warehouse, request: Request, reader: Reader, ancestry: Ancestry) -> pa.Table:
    """The rows that someone asks to see, audited before the first leaves; RowsDenied where no grant shows any of it."""
    try:
        return read_records(warehouse, reader.actor, request, ancestry=ancestry, audit=reader.audit, now=reader.at)
    except AccessDenied as denied:
        raise RowsDenied(denied.words) from denied


def purposes_of(register: type[Register], actor: Actor, on: date) -> list[Purpose]:
    """The purposes for which someone holds a grant that the register allows, on a day."""
    held = {grant.purpose for grant in actor.grants if grant.is_in_force(on)}
    return [p for p in Purpose if p in held and p is not Purpose.SUPERVISION and p in (register.purposes or Purpose)]


def drilled(
    records: Path, indicators: Indicators, asked: tuple[str, Period], within: Sequence[str], reader: Reader
) -> Drilled:
    """The explanation of a value (of an indicator in a period) and the first rows behind it. `within` is the place, the
    city or a county of it, with all above it.

    Rows of a register about persons are shown only to who holds a grant for the purpose there, and an audit entry is kept
    before the first leaves; RowsDenied else, and what was refused for a purpose is kept too. Columns from P3 on are never among them.
    """
    evaluation = indicators.evaluation(existing(records))
    place = within[0]
    question = Question(asked[0], CITY if place == indicators.city else COUNTY, asked[1])
    told = explained(evaluation, question)
    if told.indicator.of:
        return Drilled(told, (), ())
    register = indicators.counted(told.indicator)
    shown = _allowed(register, reader, within, told.release) if register.about_persons else None
    table = rows_behind(evaluation, question, place, MOST)
    names = [name for name in table.column_names if name != COUNTED and (shown is None or name in shown)]
    columns = [register.column(name) for name in names]
    codes = {column.name: labels_of(column, evaluation.catalogue, question.days.last) for column in columns}
    rows = [
        (bool(row[COUNTED]), [cell_of(row[column.name], column, codes[column.name]) for column in columns])
        for row in table.to_pylist()
    ]
    return Drilled(told, columns, rows)


def _allowed(register: type[Register], reader: Reader, within: Sequence[str], release: str) -> frozenset[str]:
    """The columns that the purpose shows; RowsDenied where none does."""
    names = [column.name for column in register.columns if not column.vault]
    if reader.purpose is None:
        raise RowsDenied(
            Words(
                f"“{register.label}”是个人记录，要有相应用途的职务才能看明细。请由安全管理员授予。",
                f"{register.english} is about persons: rows need a duty for its purpose, which the security administrator"
                " gives.",
            )
        )
    asked = Records(register.id, within, guarded(register, names), frozenset(register.purposes), register.label)
    decision = can(reader.actor, Action.READ, asked, reader.purpose, reader.on)
    seen = sorted(decision.mask.shown) if decision.is_allowed else names
    reader.audit.record(
        AuditEntry(
            reader.at, reader.actor.id, Action.READ, reader.purpose, register.id, within[:1], seen, release,
            decision.is_allowed, "" if decision.is_allowed else decision.words.zh, rows=MOST,
        )
    )  # fmt: skip
    if not decision.is_allowed:
        raise RowsDenied(decision.words)
    return decision.mask.shown


def labels_of(column: Column, catalogue: Catalogue, on: date) -> Mapping[str, str]:
    """What the codes of a column are called on a day; nothing for a column without codes."""
    return {code.code: code.label for code in codes_of(column, catalogue, on)} if column.type is CODE else {}


def cell_of(value: Any, column: Column, labels: Mapping[str, str]) -> str:
    """A value as it stands in a table of rows; "" where there is none."""
    if value is None:
        return ""
    if column.type is BOOLEAN:
        return "✓" if value else "✗"
    if column.type is DECIMAL:
        return f"{value.normalize():f}"
    return labels.get(str(value), str(value))
