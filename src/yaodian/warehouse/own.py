"""本人记录: which rows of a register are one person's, by what names that person in it; found in memory, in the vault."""

from __future__ import annotations

from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc

from yaodian.declare.register import Register
from yaodian.warehouse.reading import Reader
from yaodian.warehouse.store import Warehouse
from yaodian.warehouse.vault import vault_schema


@dataclass(frozen=True, slots=True)
class OwnRecord:
    """A person by one of their records: its key (in hex) in a register about persons, and the vault's column by which that
    register and those that refer to it know a person (教职工编号)."""

    register: type[Register]
    known_by: str
    key: str

    def column_in(self, register: type[Register]) -> str:
        """The column of a register that names the person; "" where none does."""
        if register is self.register:
            return self.known_by
        for reference in register.references:
            their = reference.their or reference.columns
            if reference.register == self.register.id and self.known_by in their:
                return reference.columns[list(their).index(self.known_by)]
        return ""


def own_keys(warehouse: Warehouse, reader: Reader, own: OwnRecord, register: type[Register]) -> pa.Array:
    """The keys of the person's records in a register; none where the record they are known by is not held."""
    known = _named(warehouse, reader, own.register, own.known_by)
    value = known.filter(pc.equal(known["record_key"], pa.scalar(bytes.fromhex(own.key), pa.binary())))[own.known_by]
    column = own.column_in(register)
    rows = known if register is own.register else _named(warehouse, reader, register, column)
    return rows.filter(pc.is_in(rows[column], value_set=value.combine_chunks()))["record_key"].combine_chunks()


def key_known_by(warehouse: Warehouse, register: type[Register], column: str, value: str) -> str:
    """The key, in hex, of a record whose vault column has this value, always the same of several; "" where none has it."""
    rows = _named(warehouse, warehouse.reader(), register, column)
    return min((key.as_py().hex() for key in rows.filter(pc.equal(rows[column], value))["record_key"]), default="")


def most_named(warehouse: Warehouse, register: type[Register], column: str) -> str:
    """The value of a vault column that most records have, the first of those in their order; "" where there is none."""
    rows = _named(warehouse, warehouse.reader(), register, column)
    counts = rows.group_by(column).aggregate([("record_key", "count")])
    ordered = counts.sort_by([("record_key_count", "descending"), (column, "ascending")])
    return ordered[column][0].as_py() if ordered.num_rows else ""


def _named(warehouse: Warehouse, reader: Reader, register: type[Register], column: str) -> pa.Table:
    """record_key and one vault column of all records of a register."""
    return warehouse.vault.read(reader.release.vault.get(register.id, ()), vault_schema(register), [column])
