"""类型: the Arrow type of each declared column type."""

from __future__ import annotations

import pyarrow as pa

from yaodian.declare.column import Column, ColumnType
from yaodian.declare.register import Register

_TYPES = {
    ColumnType.TEXT: pa.string(),
    ColumnType.CODE: pa.string(),
    ColumnType.INTEGER: pa.int64(),
    ColumnType.DECIMAL: pa.decimal128(18, 4),
    ColumnType.MONEY: pa.decimal128(18, 2),
    ColumnType.DATE: pa.date32(),
    ColumnType.INSTANT: pa.timestamp("us", tz="UTC"),
    ColumnType.BOOLEAN: pa.bool_(),
    ColumnType.PERIOD: pa.string(),
}


def arrow_type(column: Column) -> pa.DataType:
    return _TYPES[column.type]


def schema_of(register: type[Register]) -> pa.Schema:
    """The declared columns of a register, in their order."""
    return pa.schema([pa.field(c.name, arrow_type(c)) for c in register.columns])
