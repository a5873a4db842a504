"""留置: the rows that an upload could not bring in, kept encrypted with what is wrong in them, to be told and repaired."""

from __future__ import annotations

from collections.abc import Iterator

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from yaodian.declare.register import Register
from yaodian.warehouse.load.checked import Checked
from yaodian.warehouse.load.journal import Entry, Journal
from yaodian.warehouse.load.locker import Locker
from yaodian.warehouse.load.matching import Matched
from yaodian.warehouse.load.staging import ROW


def keep_back(locker: Locker, entry: Entry, checked: Checked) -> None:
    """Keep the wrong rows of an upload and their faults."""
    rows = checked.staged.filter(pc.is_in(checked.staged[ROW], checked.wrong_rows))
    wrong = checked.wrong.filter(pc.is_in(checked.wrong["row"], checked.wrong_rows))
    for name, table in ((entry.quarantine, rows), (entry.faults, wrong)):
        sink = pa.BufferOutputStream()
        pq.write_table(table, sink)
        locker.put(name, [sink.getvalue()])


def kept_back(locker: Locker, *registers: type[Register]) -> Iterator[tuple[Entry, Checked]]:
    """Each upload of these registers of which rows are kept back, and those rows with their faults."""
    names, wanted = set(locker.names()), {register.id: register for register in registers}
    for entry in Journal(locker).entries():
        if entry.register in wanted and {entry.quarantine, entry.faults} <= names:
            rows, wrong = (_table(locker, name) for name in (entry.quarantine, entry.faults))
            yield entry, Checked(wanted[entry.register], entry.file, "", Matched({}, {}, 0), rows, wrong)


def _table(locker: Locker, name: str) -> pa.Table:
    return pq.read_table(pa.BufferReader(b"".join(locker.get(name))))
