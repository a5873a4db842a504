"""均衡结论与补齐两表: the sheets of a county's coefficients with their verdicts, and of what each school is to be given."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from yaodian.domain.finding import Words
from yaodian.workspace.balance.county_balance import CountyBalance
from yaodian.workspace.balance.repairing import StageRepair
from yaodian.workspace.publish.balance_notes import title
from yaodian.workspace.publish.balance_words import (
    VERDICTS,
    coefficient_verdict,
    county_verdict,
    decimals,
    item_name,
    mark,
    no_repair_words,
    repair_sentence,
    stage_name,
    stage_sentence,
)
from yaodian.workspace.publish.sheets import A3, lines_of, print_wide, put

COLUMNS = (
    Words("学段", "Stage"),
    Words("指标", "Indicator"),
    Words("单位", "Unit"),
    Words("单校标准", "Threshold"),
    Words("全县比值", "County"),
    Words("差异系数", "Variation"),
    Words("上限", "Limit"),
    Words("结论", "Verdict"),
    Words("备注", "Remark"),
)
WIDTHS = (9, 38, 16, 11, 11, 11, 9, 11, 14)
COMPOSITE = Words("综合差异系数（各项平均）", "mean of the coefficients")
Formats = Mapping[str, Any]


def amount_style(amount: float | str | None) -> str:
    """The format of an amount: whole where it is whole, else with hundredths."""
    return "count" if not isinstance(amount, float) or amount == int(amount) else "money"


def value_style(value: float | None) -> str:
    """The format of a value: more decimals for one that is small."""
    return "small" if value is not None and decimals(value) > 2 else "value"


def verdict_sheet(sheet: Any, formats: Formats, balance: CountyBalance, lang: str) -> None:
    """The county's verdict, a sentence for each stage, and the table of coefficients."""
    told = [Words("全县：", "County: ").lang(lang) + county_verdict(balance, lang)]
    told += [stage_sentence(balance, stage, lang) for stage in balance.judged.stages]
    top = _opened(sheet, formats, title(balance, lang), told, [c.lang(lang) for c in COLUMNS], WIDTHS)
    for row, values in enumerate(_coefficients(balance, lang), start=top):
        mean = values[4] if isinstance(values[4], float) else None
        styles = ("cell", "cell", "centre", "value", value_style(mean), "share", "value", "centre", "cell")
        for column, (value, style) in enumerate(zip(values, styles, strict=True)):
            put(sheet, row, column, value, formats[style])


def _coefficients(balance: CountyBalance, lang: str) -> list[tuple[str | float | None, ...]]:
    rows: list[tuple[str | float | None, ...]] = []
    standard, items = balance.judged.standard, balance.judged.items
    for stage in balance.judged.stages:
        name = stage_name(balance, stage.stage, lang)
        each = None if standard.is_composite else stage.limit
        for number, measured in enumerate(items):
            ruled = "" if standard.is_composite or not stage.schools else coefficient_verdict(stage, number, lang)
            about = mark(
                balance, lang, measured.item.threshold, *(() if standard.is_composite else (standard.variation_limit,))
            )
            unit, asked = measured.ratio.unit.symbol, stage.thresholds[number]
            mean, coefficient = stage.means[number], stage.coefficients[number]
            shown = (mean, coefficient, each, ruled, about.strip())
            rows.append((name, item_name(measured, lang), unit, asked, *shown))
        if standard.is_composite:
            ruled = VERDICTS[stage.is_within].lang(lang) if stage.schools else ""
            about = mark(balance, lang, standard.variation_limit).strip()
            rows.append((name, COMPOSITE.lang(lang), "", None, None, stage.composite, stage.limit, ruled, about))
    return rows


def repair_sheet(sheet: Any, formats: Formats, balance: CountyBalance, lang: str) -> None:
    """What each school is to be given, what it costs, and how near that is to the cheapest."""
    if balance.repairs is None:
        put(sheet, 0, 0, no_repair_words(balance, lang), formats["label"])
        print_wide(sheet, A3)
        return
    items = balance.judged.items
    said = [repair_sentence(balance, found, lang) for found in balance.repairs]
    head = [words.lang(lang) for words in (COLUMNS[0], Words("学校标识码", "Code"), Words("学校", "School"))]
    head += [f"{m.item.short.lang(lang)}\n{m.amount.unit.symbol}" for m in items]
    head += [Words("费用（元）", "Cost (yuan)").lang(lang) + mark(balance, lang, balance.judged.standard.costs)]
    widths = (9, 12, 26, *(12 for _ in items), 18)
    words = Words("最省的补齐方案", "The cheapest repair").lang(lang)
    row = _opened(sheet, formats, f"{balance.judged.county.name}{words}", said, head, widths)
    for found in balance.repairs:
        for line, total in _lines(balance, found, lang):
            end = " total" if total else ""
            amounts = [f"{amount_style(value)}{end}" for value in line[3:-1]]
            styles = ["total" if total else "cell"] * 3 + amounts + [f"money{end}"]
            for column, (value, style) in enumerate(zip(line, styles, strict=True)):
                put(sheet, row, column, value or None, formats[style])
            row += 1


def _lines(balance: CountyBalance, found: StageRepair, lang: str) -> list[tuple[tuple[str | float, ...], bool]]:
    name = stage_name(balance, found.stage, lang)
    lines: list[tuple[tuple[str | float, ...], bool]] = [
        ((name, held.school.code, held.school.name, *found.additions(place), found.cost(place)), False)
        for place, held in enumerate(found.schools)
        if found.cost(place)
    ]
    if lines:
        lines.append(((name, "", Words("合计", "Total").lang(lang), *found.totals, round(found.repair.cost, 2)), True))
    return lines


def _opened(
    sheet: Any, formats: Formats, words: str, told: Sequence[str], head: Sequence[str], widths: Sequence[int]
) -> int:
    """Title, sentences and a head that stays; the first row below them."""
    last = len(head) - 1
    sheet.merge_range(0, 0, 0, last, words, formats["title"])
    sheet.set_row(0, 30)
    for row, sentence in enumerate(told, start=1):
        sheet.merge_range(row, 0, row, last, sentence, formats["note"])
        sheet.set_row(row, 14 * lines_of(sentence, sum(widths)) + 4)
    top = len(told) + 1
    for column, (label, width) in enumerate(zip(head, widths, strict=True)):
        sheet.set_column(column, column, width)
        put(sheet, top, column, label, formats["head"])
    sheet.set_row(top, 30)
    sheet.freeze_panes(top + 1, 0)
    print_wide(sheet, A3, (top, top))
    return top + 1
