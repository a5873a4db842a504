"""校验结果: the rows of one sheet with what is wrong in them; values leave it masked only."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.compute as pc

from yaodian.declare.register import Register
from yaodian.domain.finding import Severity, Words
from yaodian.warehouse.load.causes import CAUSES, Cause
from yaodian.warehouse.load.faults import Fault, address, masked
from yaodian.warehouse.load.identifiers import IDENTIFIERS, Identifier
from yaodian.warehouse.load.matching import Matched
from yaodian.warehouse.load.staging import ROW
from yaodian.warehouse.sql import quoted

READ = ("duplicate_key", "reference", "out_of_scope")
"""Causes for which a cell is wrong though what it says can be read."""


@dataclass(frozen=True)
class Checked:
    """`staged` has every row that is a record, `wrong` each wrong cell (see staging.WRONG_CELLS). `filled` names, by row,
    the register from which lost digits were filled."""

    register: type[Register]
    source: str
    sheet: str
    matched: Matched
    staged: pa.Table = field(repr=False)
    wrong: pa.Table = field(repr=False)
    identifiers: Mapping[str, Identifier] = field(default_factory=lambda: IDENTIFIERS, repr=False)
    filled: Mapping[int, str] = field(default_factory=dict)

    @property
    def total(self) -> int:
        return int(self.staged.num_rows)

    @property
    def headings(self) -> Sequence[Fault]:
        return self.matched.faults

    @property
    def is_loadable(self) -> bool:
        """Whether the headings let rows in at all."""
        return not any(f.severity is Severity.ERROR for f in self.headings)

    @cached_property
    def wrong_rows(self) -> pa.Array:
        """The numbers of the rows that hold an error."""
        causes = [c for c in self.wrong["cause"].unique().to_pylist() if self._is_error(c)]
        return pc.unique(self.wrong.filter(pc.is_in(self.wrong["cause"], pa.array(causes, pa.string())))["row"])

    @property
    def withheld(self) -> pa.Table:
        """The key and the scope that each wrong row names, empty in the cells that could not be read."""
        rows = self.staged.filter(pc.is_in(self.staged[ROW], self.wrong_rows))
        unread = [c for c in self.wrong["cause"].unique().to_pylist() if c not in READ and self._is_error(c)]
        misread = self.wrong.filter(pc.is_in(self.wrong["cause"], pa.array(unread, pa.string())))
        columns = {}
        for name in dict.fromkeys((*self.register.key, *self.register.arrives.scope)):
            at = [c.name for c in self.register.columns].index(name)
            wrong = misread.filter(pc.equal(misread["at"], at))["row"]
            columns[name] = pc.if_else(pc.is_in(rows[ROW], wrong), None, rows[name])
        return pa.table(columns)

    def _is_error(self, cause: str) -> bool:
        return self.cause(cause).severity is Severity.ERROR

    @property
    def valid(self) -> pa.Table:
        """The rows without an error, repeated ones once, as the register declares them."""
        return self.numbered.drop_columns([ROW])

    def filled_from(self, source: str) -> pa.Table:
        """Of the valid rows those whose lost digits were filled from a register."""
        rows = pa.array([row for row, register in self.filled.items() if register == source], pa.int64())
        return self.numbered.filter(pc.is_in(self.numbered[ROW], value_set=rows)).drop_columns([ROW])

    @cached_property
    def numbered(self) -> pa.Table:
        """The valid rows with their numbers."""
        again = self.wrong.filter(pc.equal(self.wrong["cause"], "repeated_row"))["row"]
        out = pa.chunked_array([self.wrong_rows, *again.chunks], pa.int64())
        return self.staged if not len(out) else self.staged.filter(pc.invert(pc.is_in(self.staged[ROW], out)))

    @cached_property
    def by_cause(self) -> Mapping[tuple[int, str], int]:
        """How many rows each cause touches, by the place of its column (-1 where the whole row is wrong)."""
        counted = self.wrong.group_by(["at", "cause"]).aggregate([("row", "count_distinct")])
        return {(one["at"], one["cause"]): one["row_count_distinct"] for one in counted.to_pylist()}

    def told(self, at: int, name: str) -> Words:
        """The cause with the label of its column before it."""
        words = self.cause(name).words
        if at < 0:
            return words
        label = self.register.columns[at].label
        return Words(f"{label}：{words.zh}", f"{label} {words.en}")

    def cause(self, name: str) -> Cause:
        if name in CAUSES:
            return CAUSES[name]
        for check in self.register.checks:
            if name == f"check:{check.name}":
                return Cause(check.words, check.hint, check.severity)
        known = next(i for i in self.identifiers.values() if i.name == name)
        return Cause(known.words, known.hint, known.severity)

    def faults(
        self, rows: set[int] | None = None, at: int | None = None, cause: str = "", limit: int = 1000
    ) -> Iterator[Fault]:
        """The headings' faults, then those of cells by row; at most `limit` of them."""
        if rows is None:
            yield from self.headings
        table = self.wrong
        if rows is not None:
            keep = pc.is_in(table["row"], pa.array(sorted(rows), pa.int64()))
            table = table.filter(pc.and_(keep, pc.and_(pc.equal(table["at"], at), pc.equal(table["cause"], cause))))
        table = table.sort_by([("row", "ascending"), ("at", "ascending")]).slice(0, limit)
        for one in table.to_pylist():
            yield self._fault(one["row"], one["at"], one["cause"], one["raw"])

    def _fault(self, row: int, at: int, cause: str, raw: str) -> Fault:
        column = self.register.columns[at] if at >= 0 else None
        place = self.matched.place.get(column.name, -1) if column else 0
        known = self.cause(cause)
        cell = address(place, row) if place >= 0 else f"{row}"
        name = column.name if column else ""
        return Fault(
            self.register.id,
            name,
            row,
            self.sheet,
            cell,
            cause,
            masked(raw, column),
            known.words,
            known.hint,
            known.severity,
        )


def connect(file: Path | None = None, memory: str = "1GB", threads: int = 2) -> duckdb.DuckDBPyConnection:
    """A database in memory that may read the one file and nothing else, writes to no disk, knows no network; locked so."""
    if file is None:
        return _without_files(memory, threads).cursor()
    return _opened(file, memory, threads)


@cache
def _without_files(memory: str, threads: int) -> duckdb.DuckDBPyConnection:
    """The process's one instance that reads no file; what a cursor of it is shown is seen by that cursor alone."""
    return _opened(None, memory, threads)


def _opened(file: Path | None, memory: str, threads: int) -> duckdb.DuckDBPyConnection:
    settings = {"memory_limit": memory, "threads": threads, "temp_directory": "", "TimeZone": "UTC"}
    connection = duckdb.connect(config={"autoinstall_known_extensions": "false", "autoload_known_extensions": "false"})
    connection.execute("SET enable_progress_bar = false")
    for key, value in settings.items():
        connection.execute(f"SET {key} = '{value}'")
    if file is not None:
        connection.execute(f"SET allowed_paths = [{quoted(str(file))}]")
    connection.execute("SET enable_external_access = false")
    connection.execute("SET lock_configuration = true")
    return connection
