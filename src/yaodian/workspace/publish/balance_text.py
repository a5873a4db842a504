"""均衡文本: the ministry's table of a county as lines of a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from yaodian.domain.finding import Words
from yaodian.workspace.balance.county_balance import CountyBalance
from yaodian.workspace.balance.judging import SchoolValues, StageResult
from yaodian.workspace.balance.repairing import StageRepair
from yaodian.workspace.publish.balance_notes import Parameters, notes
from yaodian.workspace.publish.balance_words import (
    SIGNS,
    VERDICTS,
    county_verdict,
    figure,
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
from yaodian.workspace.publish.terminal_columns import aligned

LEGEND = Words(
    "✓ 达到标准  △ 不低于余项比例  ✗ 低于余项比例  — 无数据", "✓ reached  △ near enough  ✗ too low  — no data"
)


def balance_lines(balance: CountyBalance, parameters: Parameters, lang: str) -> Iterator[str]:
    """The whole answer, line by line."""
    judged = balance.judged
    yield f"{judged.county.name}（{judged.county.code}）  {standard_name(balance, lang)}  {county_verdict(balance, lang)}"
    for stage in judged.stages:
        yield ""
        yield stage_sentence(balance, stage, lang)
        if stage.schools:
            yield from aligned(_stage_rows(balance, stage, lang))
            yield from _failing(balance, stage, lang)
    if judged.standard.least_met:
        yield Words(f"\n{LEGEND.zh}", f"\n{LEGEND.en}").lang(lang)
    yield ""
    if balance.repairs is not None:
        yield Words("最省的补齐方案", "The cheapest repair").lang(lang)
        for found in balance.repairs:
            yield from _repair(balance, found, lang)
        yield ""
    elif not judged.standard.has_repair():
        yield no_repair_words(balance, lang)
    for label, text in notes(balance, parameters, lang):
        yield f"{label}{Words('：', ': ').lang(lang)}{text}"


def _stage_rows(balance: CountyBalance, stage: StageResult, lang: str) -> list[list[str]]:
    items, standard = balance.judged.items, balance.judged.standard
    head = [Words("学校", "School"), Words("在校生", "Pupils"), *(m.item.short for m in items)]
    tail = [Words("达标项", "Reached"), Words("结论", "Verdict")] if standard.least_met else []
    blank = [""] * len(tail)
    rows = [[words.lang(lang) for words in (*head, *tail)]]
    if tail:
        asked = [
            "" if t is None else f"≥{t:g}{mark(balance, lang, m.item.threshold)}"
            for t, m in zip(stage.thresholds, items, strict=True)
        ]
        rows.append([Words("标准", "Threshold").lang(lang), "", *asked, *blank])
    rows += [_school_row(balance, stage, school, lang) for school in stage.schools]
    means = ["—" if mean is None else figure(mean) for mean in stage.means]
    rows.append([Words("全县", "County").lang(lang), f"{stage.pupils:,.0f}", *means, *blank])
    found = ["—" if c is None else figure(c, 3, most=stage.limit) for c in stage.coefficients]
    over = [f"{words}{'✗' if n in stage.over and not standard.is_composite else ''}" for n, words in enumerate(found)]
    limit = "" if standard.is_composite else f"≤{stage.limit:.2f}{mark(balance, lang, standard.variation_limit)}"
    return [*rows, [Words("差异系数", "Variation").lang(lang), limit, *over, *blank]]


def _school_row(balance: CountyBalance, stage: StageResult, school: SchoolValues, lang: str) -> list[str]:
    tail = []
    if balance.judged.standard.least_met:
        tail = [f"{school.reached}/{len(school.values)}", VERDICTS[school.is_met].lang(lang)]
    values = [_value(stage, school, n) for n in range(len(school.values))]
    return [school.school.name, f"{school.pupils:,.0f}", *values, *tail]


def _value(stage: StageResult, school: SchoolValues, number: int) -> str:
    value, threshold = school.values[number], stage.thresholds[number]
    if value is None:
        return "—"
    if threshold is None:
        return figure(value)
    return figure(value, least=threshold) + SIGNS[school.standings[number]]


def _failing(balance: CountyBalance, stage: StageResult, lang: str) -> Iterator[str]:
    if stage.failing:
        yield Words(
            "未达单校标准的学校，补到标准所缺：", "Schools that fail, and what they lack to the thresholds:"
        ).lang(lang)
    for school in stage.failing:
        yield f"  {school.school.name}  {missing_words(balance, school, lang)}"


def _repair(balance: CountyBalance, found: StageRepair, lang: str) -> Iterator[str]:
    yield repair_sentence(balance, found, lang)
    if not found.repair.additions or not found.repair.cost:
        return
    items = balance.judged.items
    head = [
        stage_name(balance, found.stage, lang),
        *(f"{m.item.short.lang(lang)}({m.amount.unit.symbol})" for m in items),
    ]
    rows = [[*head, Words("元", "yuan").lang(lang)]]
    for place, school in enumerate(found.schools):
        if found.cost(place):
            rows.append([school.school.name, *_amounts(found.additions(place)), money(found.cost(place))])
    rows.append([Words("合计", "Total").lang(lang), *_amounts(found.totals), money(found.repair.cost)])
    yield from aligned(rows)


def _amounts(amounts: Sequence[float]) -> list[str]:
    return [pieces(amount) if amount else "-" for amount in amounts]
