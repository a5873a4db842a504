"""已知的值: what the registers of a release hold of a vault column, beside the columns that tell whose it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pyarrow as pa

from yaodian.declare.column import Column
from yaodian.declare.register import Register
from yaodian.warehouse.load.lost_digits import NEEDED
from yaodian.warehouse.sql import listed, named
from yaodian.warehouse.store import Warehouse
from yaodian.warehouse.vault import private_columns, vault_schema


def known_values(
    warehouse: Warehouse, registers: Iterable[type[Register]], column: Column
) -> Iterator[tuple[str, pa.Table]]:
    """By register that holds the column and the first two of its `known_by` columns: the values beside those of all
    `known_by` columns that it declares, whatever the day.

    The values are in clear, in memory, one register at a time; only an import that fills lost digits asks for them.
    """
    reader = warehouse.reader()
    for register in registers:
        private, files = private_columns(register), reader.release.vault.get(register.id, ())
        declared = {c.name for c in register.columns}
        if column.name not in private or not files or not declared.issuperset(column.known_by[:NEEDED]):
            continue
        beside = [name for name in column.known_by if name in declared]
        sealed = [column.name, *(name for name in beside if name in private)]
        rows = warehouse.vault.read(files, vault_schema(register), sealed)
        shown = [name for name in beside if name not in private]
        if shown:
            own = listed(named(name) for name in ("record_key", *shown))
            relation = reader.rows(register, with_restricted=True)
            held = warehouse.engine.query(f"SELECT DISTINCT {own} FROM held", {"held": relation}, {})
            rows = rows.join(held, "record_key", join_type="inner")
        yield register.id, rows.drop_columns(["record_key"])
