"""台账工作簿: a unit's ledger as an Excel workbook, a sheet for each kind of work, to be printed and signed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from pathlib import Path
from typing import Any, BinaryIO

from yaodian.declare.catalogue import Catalogue
from yaodian.declare.kind import Kind
from yaodian.domain.finding import Words
from yaodian.runtime.ledger import Figures, Ledger, LedgerRow, counts_by_phase, is_overdue
from yaodian.workspace.promises import Names, PromiseName
from yaodian.workspace.publish.scoreboard_rows import light_words
from yaodian.workspace.publish.sheets import A4, CELL, FACE, HEAD, PLAIN, TITLE, lines_of, print_wide, put
from yaodian.workspace.publish.wording import kind_label, storable

COLUMNS = (
    Words("编号", "Number"),
    Words("举措", "Measure"),
    Words("事项", "Item"),
    Words("期限", "Due"),
    Words("阶段", "Phase"),
    Words("已办步骤", "Steps taken"),
    Words("承诺", "Promise"),
    Words("承诺值", "Promised"),
    Words("自报", "Reported"),
    Words("实测", "Measured"),
    Words("灯", "Light"),
)
WIDTHS = (10, 7, 26, 11, 10, 16, 20, 8, 13, 15, 8)
OF_THE_ITEM = 6
SIGNED = Words(
    "填报人（签字）：　　　　　　　审核人（签字）：　　　　　　　单位负责人（签字）：　　　　　　　日期：",
    "Filled in by:                 Checked by:                 Head of unit:                 Date:",
)
OVERDUE = Words("（已逾期）", " (overdue)")
SUSPENDED = Words("（已暂停）", " (suspended)")
TOP = 3  # title, counts, head


def write_ledger(
    path: Path | BinaryIO, ledger: Ledger, unit: str, catalogue: Catalogue, names: Names, lang: str = "zh"
) -> None:
    """Write the workbook to a path or an open file; `unit` is the unit's name. The same ledger gives the same bytes, and no text becomes a formula."""
    import xlsxwriter  # noqa: PLC0415 - slow library, only when exporting

    with xlsxwriter.Workbook(path, PLAIN) as book:
        title = Words(f"{unit}台账", f"Ledger of {unit}").lang(lang)
        made = datetime.combine(ledger.on, time())
        book.set_properties({"title": storable(title), "author": "", "created": made})
        formats = {"title": book.add_format(dict(TITLE)), "head": book.add_format(dict(HEAD))}
        formats |= {"cell": book.add_format(dict(CELL)), "note": book.add_format({**FACE, "valign": "vcenter"})}
        kinds = ledger.by_kind() or {"": []}
        for kind, rows in kinds.items():
            label = kind_label(catalogue, kind, lang)
            sheet = book.add_worksheet(label[:31] or Words("台账", "Ledger").lang(lang))
            head = Words(f"{unit}{label}台账", f"{label or 'Ledger'} of {unit}").lang(lang)
            _head(sheet, formats, head, ledger.on, rows, lang)
            _rows(sheet, formats, rows, ledger.on, catalogue, names, lang)


def _head(sheet: Any, formats: Mapping[str, Any], title: str, on: date, rows: Sequence[LedgerRow], lang: str) -> None:
    last = len(COLUMNS) - 1
    sheet.merge_range(0, 0, 0, last, storable(title), formats["title"])
    sheet.merge_range(1, 0, 1, last, _counts(rows, on, lang), formats["note"])
    sheet.set_row(0, 30)
    sheet.set_row(1, 18)
    sheet.set_row(2, 22)
    for column, (words, width) in enumerate(zip(COLUMNS, WIDTHS, strict=True)):
        sheet.set_column(column, column, width)
        put(sheet, 2, column, words.lang(lang), formats["head"])
    sheet.freeze_panes(TOP, 3)
    print_wide(sheet, A4, (2, 2))


def _counts(rows: Sequence[LedgerRow], on: date, lang: str) -> str:
    """The day and how many rows stand in each phase; counts only, never a mean."""
    counted = [(phase.words.lang(lang), n) for phase, n in counts_by_phase(rows).items() if n]
    overdue = sum(is_overdue(row, on) for row in rows)
    if lang == "en":
        return f"{on}: {len(rows)} in all" + "".join(f", {n} {words}" for words, n in counted) + f"; {overdue} overdue"
    return f"{on}　共{len(rows)}项" + "".join(f"，{words}{n}项" for words, n in counted) + f"；逾期{overdue}项"


def _rows(
    sheet: Any,
    formats: Mapping[str, Any],
    rows: Sequence[LedgerRow],
    on: date,
    catalogue: Catalogue,
    names: Names,
    lang: str,
) -> None:
    line = TOP
    for row in rows:
        own = _of_item(row, on, catalogue, lang)
        figures: Sequence[Figures | None] = row.figures or (None,)
        told = [_of_promise(one, names, lang) for one in figures]
        heights = [max(map(lines_of, texts, WIDTHS[OF_THE_ITEM:])) for texts in told]
        heights[-1] += max(0, max(map(lines_of, own, WIDTHS)) - sum(heights))
        for place, texts in enumerate(told):
            sheet.set_row(line + place, 4 + 13.5 * heights[place])
            for column, text in enumerate((*own, *texts)):
                put(sheet, line + place, column, text, formats["cell"])
        if len(told) > 1:
            for column, text in enumerate(own):
                sheet.merge_range(line, column, line + len(told) - 1, column, storable(text), formats["cell"])
        line += len(told)
    sheet.merge_range(line + 1, 0, line + 1, len(COLUMNS) - 1, SIGNED.lang(lang), formats["note"])
    sheet.set_row(line + 1, 36)


def _of_item(row: LedgerRow, on: date, catalogue: Catalogue, lang: str) -> list[str]:
    late = OVERDUE.lang(lang) if is_overdue(row, on) else ""
    rests = SUSPENDED.lang(lang) if row.is_suspended else ""
    labels = step_labels(catalogue, row)
    steps = "\n".join(f"{one.on} {one.step if lang == 'en' else labels.get(one.step, one.step)}" for one in row.reached)
    due = f"{row.due}{late}" if row.due else ""
    return [row.subject, row.address, row.title, due, row.phase.words.lang(lang) + rests, steps]


def step_labels(catalogue: Catalogue, row: LedgerRow) -> dict[str, str]:
    """What officials call the steps of the edition that the row's subject pinned."""
    kind = catalogue.of(Kind).get(row.kind)
    steps = kind.editions["steps"].get(row.edition, ()) if kind else ()
    return {step.name: step.words.zh for step in steps}


def _of_promise(one: Figures | None, names: Names, lang: str) -> list[str]:
    if one is None:
        return [""] * (len(COLUMNS) - OF_THE_ITEM)
    name = names.get(one.promise, PromiseName())
    return [
        name.words or one.promise,
        name.number(float(one.promised)),
        f"{name.number(one.reported.value)}\n{_as_of(one.reported.as_of, '', lang)}" if one.reported else "",
        measured_words(one, name, lang),
        light_words(one.light.colour, lang) if one.light else "",
    ]


def measured_words(one: Figures, name: PromiseName, lang: str) -> str:
    """The measured value with the day it speaks of and the release it comes from; empty where there is none."""
    seen = one.measured
    if seen is None or seen.value is None:
        return ""
    return f"{name.number(seen.value)}\n{_as_of(seen.as_of, seen.release, lang)}"


def _as_of(on: date, release: str, lang: str) -> str:
    return Words(f"截至{on}", f"as of {on}").lang(lang) + (f"\n{release}" if release else "")
