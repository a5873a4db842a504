"""A stand-in for the warehouse: rows of one register in memory, by key."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from yaodian.declare.register import Mode
from yaodian.warehouse.batch import Batch, Counts


@dataclass(frozen=True)
class SmallOutcome:
    counts: Mapping[str, Counts]


class SmallWarehouse:
    def __init__(self) -> None:
        self.rows: dict[tuple[Any, ...], dict[str, Any]] = {}
        self.commits = 0

    def preview(self, batch: Batch) -> Counts:
        new = {tuple(row[key] for key in batch.register.key): row for row in batch.rows.to_pylist()}
        assert len(new) == batch.rows.num_rows
        same = sum(self.rows.get(key) == row for key, row in new.items())
        fresh = sum(key not in self.rows for key in new)
        ended = 0
        if batch.mode is Mode.SNAPSHOT:
            inside = [k for k, r in self.rows.items() if all(r[c] in v for c, v in batch.scope.items())]
            ended = sum(key not in new for key in inside)
        return Counts(fresh, len(new) - same - fresh, same, ended)

    def commit(self, batches: Sequence[Batch], *, expected: bool = False) -> SmallOutcome:
        counts = {}
        for batch in batches:
            gained = counts[batch.register.id] = self.preview(batch)
            self.commits += bool(gained.new or gained.changed or gained.ended)
            for row in batch.rows.to_pylist():
                self.rows[tuple(row[key] for key in batch.register.key)] = row
        return SmallOutcome(counts)
