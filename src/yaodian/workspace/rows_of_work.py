"""工作入册: rows that reaching a step gives a register, so that what was recorded once as work is asked of nobody again."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from yaodian.domain.finding import Words
from yaodian.warehouse.load.loading import Terms
from yaodian.warehouse.load.roots import roots
from yaodian.workspace.records import register_named
from yaodian.workspace.records_loading import Upload, existing, load

Row = Mapping[str, Any]
FIRST_ROW = 2  # below the heading, as a spreadsheet numbers rows


@dataclass(frozen=True, slots=True)
class Recorded:
    """What came of rows: which of them (by their place) the register took, the release that holds them, and the sentences on
    those it did not."""

    taken: frozenset[int]
    release: str
    faults: Sequence[Words]


def row_fault(register: str, row: Row) -> Words | None:
    """What keeps a row from being one of the register: a column it does not have, a required one that is missing."""
    declared = register_named(register)
    labels = {column.name: column.label for column in declared.columns}
    unknown = [name for name in row if name not in labels]
    if unknown:
        return Words(
            f"“{declared.label}”没有字段{unknown[0]}；有：{'、'.join(labels)}",
            f"{declared.id} has no column {unknown[0]!r}; it has: {', '.join(labels)}",
        )
    missing = [c for c in declared.columns if c.required and row.get(c.name) in (None, "")]
    if missing:
        return Words(
            f"登入“{declared.label}”还缺：{'、'.join(f'{c.label}（{c.name}）' for c in missing)}",
            f"{declared.id} needs {', '.join(c.name for c in missing)}",
        )
    return None


def record_rows(records: Path, register: str, rows: Sequence[Row], on: date) -> Recorded:
    """Load rows into a register through the checks of every import; those that fail them are kept back and told."""
    declared, warehouse = register_named(register), existing(records)
    labels = {column.name: column.label for column in declared.columns}
    used = [name for name in labels if any(row.get(name) not in (None, "") for row in rows)]
    with TemporaryDirectory() as folder:
        file = Path(folder) / f"工作入册-{register}-{on}.csv"
        with file.open("w", encoding="utf-8-sig", newline="") as out:
            writer = csv.writer(out)
            writer.writerow([labels[name] for name in used])
            writer.writerows([[row.get(name, "") for name in used] for row in rows])
        done = load(warehouse, Upload(declared, file, on, {}), Terms(accept_valid=True))
    wrong = {int(number) - FIRST_ROW for number in done.checked.wrong_rows.to_pylist()}
    taken = frozenset(range(len(rows))) - wrong if done.batch is not None else frozenset()
    faults = [Words(f"{r.words.zh}：{r.hint.zh}", f"{r.words.en}: {r.hint.en}") for r in roots(done.checked)]
    return Recorded(taken, warehouse.release().id, faults)
