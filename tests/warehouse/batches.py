"""Batches of the small registers, as an import would hand them over."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import pyarrow as pa

from yaodian.declare.register import Mode, Register
from yaodian.warehouse.batch import Batch
from yaodian.warehouse.column_types import schema_of

DAY = date(2020, 1, 1)


def batch(
    register: type[Register],
    rows: Sequence[Mapping[str, Any]],
    *,
    mode: Mode | None = None,
    on: date = DAY,
    scope: Mapping[str, Sequence[str]] | None = None,
    source: str = "test.csv",
    withheld: Sequence[Mapping[str, Any]] = (),
) -> Batch:
    """A batch of rows written as dictionaries; columns that a row leaves out are empty."""
    table = pa.Table.from_pylist([dict(row) for row in rows], schema=schema_of(register))
    content = hashlib.sha256(repr(sorted(map(repr, rows))).encode()).hexdigest()
    kept_back = pa.Table.from_pylist([dict(row) for row in withheld], schema=schema_of(register))
    return Batch(register, table, mode or register.arrives.mode, on, content, source, scope or {}, kept_back)


def member(card: str, library: str = "L1", **values: Any) -> dict[str, Any]:
    return {"card_no": card, "name": f"名{card}", "id_no": f"ID{card}", "library_code": library, **values}
