"""盲查: vault columns of a release as blind indexes: equal or not, and nothing else."""

from __future__ import annotations

from collections.abc import Sequence

import pyarrow as pa

from yaodian.declare.register import Register
from yaodian.warehouse.blind import BlindIndex
from yaodian.warehouse.reading import Reader
from yaodian.warehouse.store import Warehouse
from yaodian.warehouse.vault import indexed_columns, vault_schema


def naming(
    warehouse: Warehouse, reader: Reader, registers: tuple[type[Register], type[Register]], column: str
) -> pa.Table:
    """Which records of the second register name the same by a vault column as which of the first: record_key, named_by."""
    first, second = (blinded(warehouse, reader, one, [column]) for one in registers)
    joined = first.join(second.rename_columns(["named_by", column]), column, join_type="inner")
    return joined.select(["record_key", "named_by"])


def blinded(warehouse: Warehouse, reader: Reader, register: type[Register], columns: Sequence[str]) -> pa.Table:
    """Blind indexes of vault columns by record key: those that are kept, or made here from the values, in memory."""
    kept = {name: f"{name}_index" for name in columns if name in indexed_columns(register)}
    files = reader.release.vault.get(register.id, ())
    found = warehouse.vault.read(files, vault_schema(register), [kept.get(name, name) for name in columns])
    index = BlindIndex(warehouse.keys.index)
    blind = {name: found[kept[name]] if name in kept else index.of_values(found[name]) for name in columns}
    return pa.table({"record_key": found["record_key"], **blind})
