"""装载小结: what many files came to, register by register: rows, what they changed, what was kept back and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from yaodian.declare.register import Register
from yaodian.domain.finding import Severity, Words
from yaodian.warehouse.batch import Counts
from yaodian.warehouse.load.loading import Loaded
from yaodian.workspace.records_loading import Taken


@dataclass
class Tally:
    """Of one register: its files, rows read, rows the warehouse gained, rows kept back, and rows by cause of fault."""

    register: type[Register]
    files: int = 0
    rows: int = 0
    kept_back: int = 0
    counts: Counts = field(default_factory=Counts)
    causes: Counter[tuple[Severity, Words]] = field(default_factory=Counter)

    def add(self, loaded: Loaded) -> None:
        """Count a file that could be read, whether or not it was taken in."""
        checked = loaded.checked
        self.rows += checked.total
        self.kept_back += checked.total if loaded.batch is None else loaded.quarantined
        self.counts += loaded.counts or Counts()
        for fault in checked.headings:
            self.causes[fault.severity, fault.words] += checked.total
        for (at, cause), rows in checked.by_cause.items():
            self.causes[checked.cause(cause).severity, checked.told(at, cause)] += rows


def tallied(files: Iterable[Taken]) -> tuple[list[Tally], list[Taken]]:
    """The tallies in the order in which the registers first came, and the files that were refused."""
    tallies: dict[str, Tally] = {}
    refused = []
    for taken in files:
        register = taken.upload.register
        tally = tallies.setdefault(register.id, Tally(register))
        tally.files += 1
        if taken.loaded is not None:
            tally.add(taken.loaded)
        if taken.is_refused:
            refused.append(taken)
    return list(tallies.values()), refused
