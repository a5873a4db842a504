"""指标说明: an indicator's value and origin in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from yaodian.domain.finding import Words
from yaodian.domain.unit_of_measure import RATIO
from yaodian.warehouse.evaluate.explanation import Explanation

PARTS = {
    "numerator": Words("分子", "numerator"),
    "denominator": Words("分母", "denominator"),
    "value": Words("数值", "value"),
    "where": Words("范围", "rows"),
}


def number(value: float) -> str:
    """A number as people read it: whole where it is whole, else with four significant decimals at most."""
    return f"{value:,.0f}" if value == int(value) else f"{value:,.4f}".rstrip("0")


def amount(value: float | None, unit: Any) -> str:
    """A value with its unit; a ratio in per cent."""
    if value is None:
        return "—"
    return f"{value:.2%}" if unit == RATIO and unit.symbol == "" else f"{number(value)}{unit.symbol}"


def value_in_words(row: Mapping[str, Any], indicator: Any, lang: str) -> str:
    """58.89% (257,487.63 ÷ 437,201.19), with the interval of a sample; a withheld cell says so."""
    if row.get("withheld"):
        return Words("＜最小单元，不公布", "below the minimum cell, not shown").lang(lang)
    text = amount(row["value"], indicator.unit)
    if row["denominator"] is not None and row["numerator"] is not None:
        text += f" ({number(row['numerator'])} ÷ {number(row['denominator'])})"
    if row["low"] is not None and row["high"] is not None:
        text += f" [{amount(row['low'], indicator.unit)}–{amount(row['high'], indicator.unit)}]"
    return text


def formula_lines(told: Explanation, lang: str) -> list[str]:
    """An explanation as lines: formula in words, document, formulas, parameters with documents, registers, query."""
    indicator, colon = told.indicator, Words("：", ": ").lang(lang)

    def line(zh: str, en: str, text: str) -> str:
        return Words(zh, en).lang(lang) + colon + text

    lines = [
        f"{indicator.label} ({indicator.id})",
        line("口径", "formula", indicator.words),
        line("依据", "reference", indicator.reference),
        line("时期", "period", f"{told.question.period.label} ({told.question.period})"),
        line("数据版本", "release", told.release),
    ]
    lines += [PARTS[name].lang(lang) + colon + text for name, text in told.formulas.items()]
    for name, stated in told.parameters.items():
        mark = Words("（未核实）", " (unverified)").lang(lang) if stated.unverified else ""
        lines.append(line("参数", "parameter", f"{name} = {stated.value} · {stated.since} · {stated.reference}{mark}"))
    lines += [line("登记", "register", f"{name} v{version}") for name, version in told.versions.items()]
    return [*lines, *([line("查询", "query", told.sql)] if told.sql else [])]
