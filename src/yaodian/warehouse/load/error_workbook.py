"""错误清单: a workbook of the wrong rows only, wrong cells red, with reason and hint; once repaired it imports again.

It shows values in clear, so it is made on request for a purpose, audited, and given to the asker; nothing here stores it.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import UTC, datetime
from io import BytesIO

import pyarrow as pa
import pyarrow.compute as pc
import xlsxwriter

from yaodian.declare.column import Column
from yaodian.domain.access import Action, Purpose
from yaodian.domain.finding import Severity
from yaodian.warehouse.audit import Audit, AuditEntry
from yaodian.warehouse.load.checked import Checked
from yaodian.warehouse.load.export import SAFE, heading, text
from yaodian.warehouse.load.journal import Entry
from yaodian.warehouse.load.staging import ROW

REASON, HINT, NUMBER = "错误原因", "修改建议", "原行号"
MAX_ROWS = 100_000


def audited_workbook(
    checked: Checked, entry: Entry, *, who: str, release: str, audit: Audit, now: datetime | None = None
) -> bytes:
    """The workbook of an upload for who corrects it, audited before it is made; what the audit refuses is not made."""
    register = checked.register
    places = [value for _, column in register.places for value in entry.scope.get(column, ())]
    audit.record(
        AuditEntry(
            at=(now or datetime.now(UTC)).astimezone(UTC),
            actor=who,
            action=Action.EXPORT,
            purpose=Purpose.CORRECTION,
            register=register.id,
            places=places,
            columns=[column.name for column in register.columns],
            release=release,
            is_allowed=True,
            reason=f"报送 {entry.id[:6]} 的错误清单",
            rows=min(len(checked.wrong_rows), MAX_ROWS),
        )
    )
    return error_workbook(checked)


def error_workbook(checked: Checked) -> bytes:
    """The workbook's bytes; at most MAX_ROWS rows."""
    columns = list(checked.register.columns)
    rows = checked.staged.filter(pc.is_in(checked.staged[ROW], checked.wrong_rows)).slice(0, MAX_ROWS)
    wrong = _by_row(checked)
    out = BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, **SAFE})
    sheet = book.add_worksheet("错误清单")
    plain = book.add_format({"num_format": "@", "quote_prefix": True})
    red = book.add_format({"num_format": "@", "quote_prefix": True, "bg_color": "#FFC7CE", "font_color": "#9C0006"})
    for i, word in enumerate([*map(_head, columns), REASON, HINT, NUMBER]):
        sheet.write_string(0, i, word)
    for at, record in enumerate(rows.to_pylist(), 1):
        cells = wrong[record[ROW]]
        raws = {place: raw for place, _, raw in cells if place >= 0}
        for i, column in enumerate(columns):
            value = text(record[column.name]) if i not in raws or record[column.name] is not None else raws[i]
            sheet.write_string(at, i, value[:32_000], red if i in raws else plain)
        _explain(checked, sheet, at, len(columns), cells, record[ROW])
    sheet.freeze_panes(1, 0)
    book.close()
    return out.getvalue()


def _head(column: Column) -> str:
    return heading(column) + ("*" if column.required else "")


def _explain(checked: Checked, sheet: object, at: int, place: int, cells: list[tuple[int, str, str]], row: int) -> None:
    reasons, hints = [], []
    for i, cause, _ in cells:
        reasons.append(checked.told(i, cause).zh)
        hints.append(checked.cause(cause).hint.zh)
    for offset, words in enumerate(("；".join(reasons), "；".join(dict.fromkeys(hints)), str(row))):
        sheet.write_string(at, place + offset, words)  # type: ignore[attr-defined]


def _by_row(checked: Checked) -> dict[int, list[tuple[int, str, str]]]:
    found: dict[int, list[tuple[int, str, str]]] = defaultdict(list)
    wrong: pa.Table = checked.wrong.filter(pc.is_in(checked.wrong["row"], checked.wrong_rows))
    for one in wrong.to_pylist():
        if checked.cause(one["cause"]).severity >= Severity.WARNING:
            found[one["row"]].append((one["at"], one["cause"], one["raw"]))
    return found
