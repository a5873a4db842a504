"""均衡报告: a county's balance as an official report in Word: verdicts, coefficients, failing schools, repair, sources."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time
from pathlib import Path
from typing import Any

from yaodian.domain.finding import Words
from yaodian.workspace.balance.county_balance import CountyBalance
from yaodian.workspace.balance.judging import StageResult
from yaodian.workspace.publish import official_document as official
from yaodian.workspace.publish.balance_notes import Parameters, notes, title
from yaodian.workspace.publish.balance_words import (
    VERDICTS,
    coefficient_verdict,
    county_verdict,
    figure,
    item_name,
    mark,
    missing_words,
    money,
    no_repair_words,
    pieces,
    repair_sentence,
    stage_name,
    stage_sentence,
    standard_name,
)

HEADINGS = (
    Words("一、结论", "1. Verdict"),
    Words("二、差异系数", "2. Coefficients of variation"),
    Words("三、未达单校标准的学校", "3. Schools that fail"),
    Words("四、最省的补齐方案", "4. The cheapest repair"),
    Words("五、来源和说明", "5. Sources and notes"),
)
COEFFICIENTS = (
    Words("指标", "Indicator"),
    Words("单校标准", "Threshold"),
    Words("全县比值", "County"),
    Words("差异系数", "Variation"),
    Words("上限", "Limit"),
    Words("结论", "Verdict"),
)
FAILING = (
    Words("学校", "School"),
    Words("在校生", "Pupils"),
    Words("达标项", "Reached"),
    Words("补到标准所缺", "Lacks"),
)
REPAIR = (Words("学校", "School"), Words("补充", "To add"), Words("费用（元）", "Cost (yuan)"))
COEFFICIENT_MM, FAILING_MM, REPAIR_MM = (66, 22, 24, 20, 16, 18), (48, 18, 16, 84), (48, 84, 34)


def write_balance_document(path: Path, balance: CountyBalance, parameters: Parameters, lang: str = "zh") -> None:
    """Write the report to `path`."""
    judged = balance.judged
    document = official.new_document(title(balance, lang), datetime.combine(judged.on, time()))
    official.title(document, title(balance, lang))
    parts = (_verdict, _coefficients, _failing, _repair)
    for words, write_part in zip(HEADINGS, parts, strict=False):
        official.heading(document, words.lang(lang))
        write_part(document, balance, lang)
    official.heading(document, HEADINGS[-1].lang(lang))
    for label, said in notes(balance, parameters, lang):
        official.text(document, f"{label}{Words('：', ': ').lang(lang)}{said}")
    document.save(str(path))


def _verdict(document: Any, balance: CountyBalance, lang: str) -> None:
    judged, ruled = balance.judged, county_verdict(balance, lang)
    day = f"{judged.on.year}年{judged.on.month}月{judged.on.day}日"
    official.text(
        document,
        Words(
            f"按“{standard_name(balance, 'zh')}”标准，以{day}在册数据评判，{judged.county.name}{ruled}。",
            f"By {standard_name(balance, 'en')}, with the records of {judged.on}: {judged.county.name} {ruled}.",
        ).lang(lang),
    )
    for stage in judged.stages:
        official.text(document, stage_sentence(balance, stage, lang))


def _coefficients(document: Any, balance: CountyBalance, lang: str) -> None:
    for stage in balance.judged.stages:
        if stage.schools:
            official.text(document, stage_name(balance, stage.stage, lang))
            head = [words.lang(lang) for words in COEFFICIENTS]
            official.table(document, head, _coefficient_rows(balance, stage, lang), COEFFICIENT_MM)


def _coefficient_rows(balance: CountyBalance, stage: StageResult, lang: str) -> list[list[str]]:
    standard = balance.judged.standard
    limit = f"{stage.limit:.2f}{mark(balance, lang, standard.variation_limit)}"
    rows = []
    for number, measured in enumerate(balance.judged.items):
        unit = measured.ratio.unit.symbol
        asked, mean, found = (values[number] for values in (stage.thresholds, stage.means, stage.coefficients))
        rows.append(
            [
                item_name(measured, lang) + (unit and f"（{unit}）"),
                "" if asked is None else f"{asked:g}{mark(balance, lang, measured.item.threshold)}",
                "—" if mean is None else figure(mean),
                "—" if found is None else figure(found, 3, most=stage.limit),
                "" if standard.is_composite else limit,
                "" if standard.is_composite else coefficient_verdict(stage, number, lang),
            ]
        )
    if standard.is_composite:
        mean_words = Words("综合差异系数", "Mean of the coefficients").lang(lang)
        composite = "—" if stage.composite is None else figure(stage.composite, 3, most=stage.limit)
        rows.append([mean_words, "", "", composite, limit, VERDICTS[stage.is_within].lang(lang)])
    return rows


def _failing(document: Any, balance: CountyBalance, lang: str) -> None:
    standard, stages = balance.judged.standard, [s for s in balance.judged.stages if s.failing]
    if not standard.least_met:
        official.text(
            document, Words("本标准对单校没有要求。", "This standard asks nothing of single schools.").lang(lang)
        )
    elif not stages:
        official.text(document, Words("没有。", "None.").lang(lang))
    for stage in stages:
        official.text(document, stage_name(balance, stage.stage, lang))
        rows = [
            [
                school.school.name,
                f"{school.pupils:,.0f}",
                f"{school.reached}/{len(school.values)}",
                missing_words(balance, school, lang),
            ]
            for school in stage.failing
        ]
        official.table(document, [words.lang(lang) for words in FAILING], rows, FAILING_MM, left=(0, 3))


def _repair(document: Any, balance: CountyBalance, lang: str) -> None:
    if balance.repairs is None:
        official.text(document, no_repair_words(balance, lang))
    for found in balance.repairs or ():
        official.text(document, repair_sentence(balance, found, lang))
        rows = [
            [school.school.name, _added(balance, found.additions(place), lang), money(found.cost(place))]
            for place, school in enumerate(found.schools)
            if found.cost(place)
        ]
        if rows:
            rows.append(
                [Words("合计", "Total").lang(lang), _added(balance, found.totals, lang), money(found.repair.cost)]
            )
            official.table(document, [words.lang(lang) for words in REPAIR], rows, REPAIR_MM, left=(0, 1))


def _added(balance: CountyBalance, additions: Sequence[float], lang: str) -> str:
    said = [
        f"{measured.item.short.lang(lang)}{Words('', ' ').lang(lang)}{pieces(added)}{measured.amount.unit.symbol}"
        for measured, added in zip(balance.judged.items, additions, strict=True)
        if added
    ]
    return Words("、", ", ").lang(lang).join(said)
