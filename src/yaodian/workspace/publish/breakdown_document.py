"""任务分解表（文档）: the breakdown as a Word document on A4 landscape, in the typefaces of official documents."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from yaodian.declare.catalogue import Catalogue
from yaodian.domain.finding import Finding
from yaodian.domain.plan import Plan
from yaodian.workspace.publish.breakdown import COLUMNS, Row, breakdown, task_runs
from yaodian.workspace.publish.official_document import element, grid, heading, new_document, title, write

SHOWN = (0, 2, 3, 5, 6, 7, 8, 9)
"""The columns of `COLUMNS` that fit a printed page: number, task, measure, targets, lead, others, deadline, documents."""
WIDTHS_MM = (12, 30, 84, 36, 25, 33, 27, 22)
MERGED = (2, 6, 7)


def write_document(path: Path, plan: Plan, findings: Sequence[Finding], catalogue: Catalogue, lang: str = "zh") -> None:
    """Write the document to `path`."""
    words = (plan.title or plan.source.name) + {"zh": "任务分解表", "en": ": breakdown"}[lang]
    document = new_document(plan.title or "", datetime(plan.year or 2000, 1, 1), landscape=True)
    title(document, words)
    rows = breakdown(plan, findings, catalogue, lang)
    section = None
    for first, last in _sections(rows):
        if rows[first].section != section:
            section = rows[first].section
            heading(document, section)
        _table(document, rows[first : last + 1], lang)
    document.save(str(path))


def _sections(rows: Sequence[Row]) -> list[tuple[int, int]]:
    """First and last place of the rows of each section."""
    starts = [at for at, row in enumerate(rows) if at == 0 or row.section != rows[at - 1].section]
    return list(zip(starts, [*(start - 1 for start in starts[1:]), len(rows) - 1], strict=True))


def _table(document: Any, rows: Sequence[Row], lang: str) -> None:
    cells = grid(document, [COLUMNS[place].lang(lang) for place in SHOWN], len(rows), WIDTHS_MM)
    merged = {at: at == first for first, last in task_runs(rows) if last > first for at in range(first, last + 1)}
    for at, row in enumerate(rows):
        for column, place in enumerate(SHOWN):
            cell = cells[at + 1][column]
            opens = merged.get(at) if place in MERGED else None
            if opens is not None:
                cell._tc.get_or_add_tcPr().append(element("w:vMerge", {"w:val": "restart" if opens else "continue"}))
            if opens is not False:
                write(cell, str(row.cells[place]), centre=place == 0)
