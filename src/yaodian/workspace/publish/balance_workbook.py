"""均衡工作簿: a county's balance as an Excel workbook for A3: a sheet for each stage, the verdict, the repair, notes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, time
from pathlib import Path
from typing import Any

from yaodian.domain.finding import Words
from yaodian.workspace.balance.county_balance import CountyBalance
from yaodian.workspace.balance.judging import SchoolValues, StageResult
from yaodian.workspace.balance.verdict import Standing
from yaodian.workspace.publish.balance_notes import Parameters, notes, title
from yaodian.workspace.publish.balance_verdict_sheets import amount_style, repair_sheet, value_style, verdict_sheet
from yaodian.workspace.publish.balance_words import SIGNS, VERDICTS, mark, rounded_up, stage_name, stage_sentence
from yaodian.workspace.publish.sheets import A3, CELL, FACE, HEAD, PLAIN, TITLE, lines_of, print_wide, put

SHEETS = Words("结论", "Verdict"), Words("补齐方案", "Repair"), Words("说明", "Notes")
FIRST = (Words("学校标识码", "Code"), Words("学校", "School"), Words("在校生", "Pupils"))
FIRST_WIDTHS = (12, 26, 8)
LAST = (Words("达标项数", "Reached"), Words("结论", "Verdict"))
AMOUNT, VALUE, MISSING = Words("数量", "Amount"), Words("比值", "Value"), Words("缺口", "Missing")
TOP = 5  # title, sentence, two lines of head, thresholds
Formats = Mapping[str, Any]


def write_balance_workbook(path: Path, balance: CountyBalance, parameters: Parameters, lang: str = "zh") -> None:
    """Write the workbook; the same balance gives the same bytes, numbers are numbers and nothing is a formula."""
    import xlsxwriter  # noqa: PLC0415 - slow library, only when exporting

    with xlsxwriter.Workbook(path, PLAIN) as book:
        made = datetime.combine(balance.judged.on, time())
        book.set_properties({"title": title(balance, lang), "author": "", "created": made})
        formats = _formats(book)
        for stage in balance.judged.stages:
            _stage(book.add_worksheet(stage_name(balance, stage.stage, lang)), formats, balance, stage, lang)
        verdict, repair, about = (book.add_worksheet(name.lang(lang)) for name in SHEETS)
        verdict_sheet(verdict, formats, balance, lang)
        repair_sheet(repair, formats, balance, lang)
        _notes(about, formats, notes(balance, parameters, lang))


def _formats(book: Any) -> dict[str, Any]:
    middle = {**CELL, "valign": "vcenter"}
    shown = {"count": "#,##0", "money": "#,##0.00", "value": "#,##0.00", "share": "0.0000", "small": "0.0000"}
    made: dict[str, dict[str, Any]] = {name: {**middle, "num_format": code} for name, code in shown.items()}
    made |= {str(standing): {**middle, "num_format": f'#,##0.00" {sign}"'} for standing, sign in SIGNS.items()}
    made |= {f"{name} total": {**made[name], "bold": True} for name in shown}
    made |= {"cell": middle, "centre": {**middle, "align": "center"}, "total": {**middle, "bold": True}}
    made |= {"head": dict(HEAD), "title": dict(TITLE), "label": {**FACE, "bold": True, "valign": "top"}}
    made["note"] = {**FACE, "text_wrap": True, "valign": "top"}
    return {name: book.add_format(given) for name, given in made.items()}


def _stage(sheet: Any, formats: Formats, balance: CountyBalance, stage: StageResult, lang: str) -> None:
    asks = bool(balance.judged.standard.least_met)
    parts = (AMOUNT, VALUE, MISSING) if asks else (AMOUNT, VALUE)
    last = len(FIRST) + len(parts) * len(balance.judged.items) + (len(LAST) if asks else 0) - 1
    _head(sheet, formats, balance, stage, parts, last, lang)
    for row, school in enumerate(stage.schools, start=TOP):
        _school(sheet, formats, row, school, len(parts), last, lang)
    _county(sheet, formats, balance, stage, len(parts), last, lang)
    sheet.freeze_panes(TOP, len(FIRST))
    print_wide(sheet, A3, (2, TOP - 1))


def _head(
    sheet: Any,
    formats: Formats,
    balance: CountyBalance,
    stage: StageResult,
    parts: Sequence[Words],
    last: int,
    lang: str,
) -> None:
    sentence = stage_sentence(balance, stage, lang)
    sheet.merge_range(0, 0, 0, last, title(balance, lang), formats["title"])
    sheet.merge_range(1, 0, 1, last, sentence, formats["note"])
    sheet.set_row(0, 30)
    sheet.set_row(1, 14 * lines_of(sentence, sum(FIRST_WIDTHS) + 9 * (last - 2)) + 4)
    for column, (words, width) in enumerate(zip(FIRST, FIRST_WIDTHS, strict=True)):
        sheet.set_column(column, column, width)
        sheet.merge_range(2, column, 3, column, words.lang(lang), formats["head"])
        put(sheet, 4, column, Words("标准", "Threshold").lang(lang) if column == 1 else "", formats["head"])
    for number, measured in enumerate(balance.judged.items):
        at, threshold = len(FIRST) + number * len(parts), stage.thresholds[number]
        label = f"{measured.item.short.lang(lang)}\n{measured.ratio.unit.symbol}"
        sheet.merge_range(2, at, 2, at + len(parts) - 1, label, formats["head"])
        asked = "" if threshold is None else f"≥{threshold:g}{mark(balance, lang, measured.item.threshold)}"
        for offset, words in enumerate(parts):
            unit = f"\n{measured.amount.unit.symbol}" if words is not VALUE else ""
            put(sheet, 3, at + offset, words.lang(lang) + unit, formats["head"])
            put(sheet, 4, at + offset, asked if words is VALUE else "", formats["head"])
        sheet.set_column(at, at + len(parts) - 1, 9)
    for column, words in zip(range(last - 1, last + 1), LAST, strict=True) if balance.judged.standard.least_met else ():
        sheet.set_column(column, column, 9)
        sheet.merge_range(2, column, 3, column, words.lang(lang), formats["head"])
        put(sheet, 4, column, "", formats["head"])
    sheet.set_row(2, 30)
    sheet.set_row(3, 28)


def _school(sheet: Any, formats: Formats, row: int, school: SchoolValues, parts: int, last: int, lang: str) -> None:
    put(sheet, row, 0, school.school.code, formats["cell"])
    put(sheet, row, 1, school.school.name, formats["cell"])
    put(sheet, row, 2, school.pupils, formats["count"])
    no_data = Words("无数据", "no data").lang(lang)
    for number, (amount, value, missing) in enumerate(zip(school.amounts, school.values, school.missing, strict=True)):
        at = len(FIRST) + number * parts
        standing = school.standings[number] if school.standings else None
        put(sheet, row, at, no_data if amount is None else amount, formats[amount_style(amount)])
        plain = standing in (None, Standing.UNKNOWN)
        put(sheet, row, at + 1, value, formats[value_style(value) if plain else str(standing)])
        if school.standings:
            put(sheet, row, at + 2, rounded_up(missing) if missing else None, formats[amount_style(missing)])
    if school.standings:
        put(sheet, row, last - 1, school.reached, formats["centre"])
        put(sheet, row, last, VERDICTS[school.is_met].lang(lang), formats["centre"])


def _county(
    sheet: Any, formats: Formats, balance: CountyBalance, stage: StageResult, parts: int, last: int, lang: str
) -> None:
    """The county's totals and means, and the coefficients below them."""
    row = TOP + len(stage.schools)
    labels = Words("全县", "County"), Words("差异系数", "Variation")
    for line, words in enumerate(labels):
        for column in range(last + 1):
            put(sheet, row + line, column, words.lang(lang) if column == 1 else "", formats["total"])
    put(sheet, row, 2, stage.pupils, formats["count total"])
    for number, (mean, coefficient) in enumerate(zip(stage.means, stage.coefficients, strict=True)):
        at = len(FIRST) + number * parts
        known = [amount for school in stage.schools if (amount := school.amounts[number]) is not None]
        put(sheet, row, at, sum(known) if known else None, formats[f"{amount_style(sum(known))} total"])
        put(sheet, row, at + 1, mean, formats[f"{value_style(mean)} total"])
        put(sheet, row + 1, at + 1, coefficient, formats["share total"])


def _notes(sheet: Any, formats: Formats, said: Sequence[tuple[str, str]]) -> None:
    sheet.set_column(0, 0, 14)
    sheet.set_column(1, 1, 110)
    for row, (label, text) in enumerate(said):
        put(sheet, row, 0, label, formats["label"])
        put(sheet, row, 1, text, formats["note"])
        sheet.set_row(row, 14 * lines_of(text, 110) + 2)
    print_wide(sheet, A3)
