"""任务分解表: the breakdown as an Excel workbook with the list of findings; no text ever becomes a formula."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from yaodian.declare.catalogue import Catalogue
from yaodian.domain.finding import Finding, Words
from yaodian.domain.plan import Plan
from yaodian.workspace.publish.breakdown import COLUMNS, Row, address_of, assumed_count, breakdown, task_runs
from yaodian.workspace.publish.sheets import A4, CELL, FACE, HEAD, PLAIN, TITLE, lines_of, print_wide
from yaodian.workspace.publish.wording import SEVERITIES, storable

WIDTHS = (5, 13, 16, 46, 9, 22, 14, 18, 19, 20, 16, 12)
TASK_COLUMNS = (1, 2, 6, 7)
FINDING_COLUMNS = (
    Words("代码", "Code"),
    Words("程度", "Severity"),
    Words("位置", "Place"),
    Words("行", "Line"),
    Words("问题", "Message"),
    Words("为什么要紧", "Why it matters"),
    Words("怎样修改", "How to repair it"),
    Words("原文", "Words"),
)
FINDING_WIDTHS = (9, 8, 11, 6, 42, 34, 42, 34)
SHEETS = Words("任务分解表", "Breakdown"), Words("问题清单", "Findings"), Words("说明", "Notes")
LONGEST_CELL = 32_767
HEIGHT_LINE, HEIGHT_MARGIN = 13.2, 3.5


def write_workbook(path: Path, plan: Plan, findings: Sequence[Finding], catalogue: Catalogue, lang: str = "zh") -> None:
    """Write the workbook to `path`; the same plan gives the same bytes."""
    import xlsxwriter  # noqa: PLC0415 - slow library, only when exporting

    with xlsxwriter.Workbook(path, PLAIN) as book:
        made = datetime(plan.year or 2000, 1, 1)
        book.set_properties({"title": storable(plan.title or ""), "author": "", "created": made})
        sheets = [book.add_worksheet(name.lang(lang)) for name in SHEETS]
        formats = _formats(book)
        _breakdown(sheets[0], formats, plan, breakdown(plan, findings, catalogue, lang), lang)
        _table(
            sheets[1],
            formats,
            [c.lang(lang) for c in FINDING_COLUMNS],
            FINDING_WIDTHS,
            _finding_rows(plan, findings, lang),
        )
        _notes(sheets[2], formats, plan, findings, lang)


def _formats(book: Any) -> dict[str, Any]:
    return {
        "title": book.add_format(dict(TITLE)),
        "head": book.add_format(dict(HEAD)),
        "cell": book.add_format(dict(CELL)),
        "number": book.add_format({**CELL, "align": "center"}),
        "note": book.add_format({**FACE, "text_wrap": True, "valign": "top"}),
        "label": book.add_format({**FACE, "bold": True, "valign": "top"}),
    }


def _breakdown(sheet: Any, formats: dict[str, Any], plan: Plan, rows: Sequence[Row], lang: str) -> None:
    """Title, frozen head, one row a measure; the cells of a task are merged and keep their value in every row, so that
    a filter on a unit shows all of its measures."""
    title = (plan.title or plan.source.name) + {"zh": "任务分解表", "en": ": breakdown"}[lang]
    last = len(COLUMNS) - 1
    sheet.merge_range(0, 0, 0, last, _short(title), formats["title"])
    sheet.set_row(0, 30)
    _table(sheet, formats, [c.lang(lang) for c in COLUMNS], WIDTHS, [row.cells for row in rows], top=1)
    for first, end in task_runs(rows):
        _fit_merged(sheet, rows[first : end + 1], first + 2)
        for column in TASK_COLUMNS if end > first else ():
            value = _short(str(rows[first].cells[column]))
            sheet.merge_range(first + 2, column, end + 2, column, value, formats["cell"])
            for at in range(first + 1, end + 1) if value else ():
                sheet.write_string(at + 2, column, value, formats["cell"])


def _table(
    sheet: Any,
    formats: dict[str, Any],
    head: Sequence[str],
    widths: Sequence[int],
    rows: Sequence[Sequence[int | str]],
    top: int = 0,
) -> None:
    for column, (name, width) in enumerate(zip(head, widths, strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(top, column, name, formats["head"])
    sheet.set_row(top, 22)
    for at, row in enumerate(rows, start=top + 1):
        sheet.set_row(at, HEIGHT_MARGIN + HEIGHT_LINE * max(map(lines_of, row, widths)))
        for column, value in enumerate(row):
            if isinstance(value, int):
                sheet.write_number(at, column, value, formats["number"])
            elif value:
                sheet.write_string(at, column, _short(value), formats["cell"])
            else:
                sheet.write_blank(at, column, None, formats["cell"])
    sheet.freeze_panes(top + 1, 0)
    sheet.autofilter(top, 0, top + max(1, len(rows)), len(head) - 1)
    print_wide(sheet, A4, (top, top))


def _short(value: str) -> str:
    """What a cell can hold: at most 32,767 characters, no control signs."""
    return storable(value)[:LONGEST_CELL]


def _fit_merged(sheet: Any, run: Sequence[Row], top: int) -> None:
    """The rows of one task: each as high as its own cells, together as high as the merged ones."""
    own = [
        max(lines_of(v, w) for k, (v, w) in enumerate(zip(r.cells, WIDTHS, strict=True)) if k not in TASK_COLUMNS)
        for r in run
    ]
    needed = max(lines_of(run[0].cells[k], WIDTHS[k]) for k in TASK_COLUMNS)
    own[-1] += max(0, needed - sum(own))
    for at, lines in enumerate(own):
        sheet.set_row(top + at, HEIGHT_MARGIN + HEIGHT_LINE * lines)


def _finding_rows(plan: Plan, findings: Iterable[Finding], lang: str) -> list[tuple[int | str, ...]]:
    return [
        (
            finding.code,
            SEVERITIES[finding.severity].lang(lang),
            address_of(plan, finding) or "",
            plan.source.line_and_column(finding.span.start)[0],
            finding.message.lang(lang),
            finding.why.lang(lang),
            finding.repair.lang(lang),
            finding.span.of(plan.source.text),
        )
        for finding in findings
    ]


def _notes(sheet: Any, formats: dict[str, Any], plan: Plan, findings: Sequence[Finding], lang: str) -> None:
    sheet.set_column(0, 0, 16)
    sheet.set_column(1, 1, 90)
    for at, (label, value) in enumerate(_facts(plan, findings, lang)):
        sheet.write_string(at, 0, _short(label), formats["label"])
        sheet.write_string(at, 1, _short(value), formats["note"])


def _facts(plan: Plan, findings: Sequence[Finding], lang: str) -> list[tuple[str, str]]:
    measures = list(plan.measures())
    counts = (len(plan.sections), len(plan.tasks), len(measures), sum(len(m.targets) for _, _, m in measures))
    assumed = assumed_count(plan)
    if lang == "en":
        return [
            ("Source", plan.source.name),
            ("SHA-256", plan.source.sha256),
            ("Published", plan.published or "not stated"),
            ("Counts", "{} sections, {} tasks, {} measures, {} targets".format(*counts)),
            ("Findings", str(len(findings))),
            ("Deadlines", f"{assumed} measures name no day; the last day of the year stands in, marked (not stated)."),
            ("Remarks", "Codes refer to the sheet Findings; a code of the whole task stands in its first row."),
        ]
    return [
        ("来源", plan.source.name),
        ("原文校验值", plan.source.sha256),
        ("发布时间", plan.published or "未写明"),
        ("数量", "{} 个部分、{} 项任务、{} 条举措、{} 个目标值".format(*counts)),
        ("问题", f"{len(findings)} 条，见“问题清单”"),
        ("完成时限", f"{assumed} 条举措没有写明日期，按本年最后一日计，并注明“未写明”。"),
        ("备注", "备注中的代码见“问题清单”；整项任务的问题写在该任务的第一行。"),
    ]
