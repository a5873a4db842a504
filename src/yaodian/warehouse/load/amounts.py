"""数: a cell as a number in the column's unit, exactly: 1,234.5, １２, 85%, 3.5万元, (120)."""

from __future__ import annotations

from decimal import Decimal, localcontext
from fractions import Fraction

from yaodian.declare.column import Column
from yaodian.domain.unit_of_measure import UnitOfMeasure, UnknownUnitOfMeasure, unit_called
from yaodian.warehouse.load.clean import compact
from yaodian.warehouse.sql import quoted

EXACT = "DECIMAL(38, 8)"
_READ = "DECIMAL(28, 8)"
_NUMBER = r"^[¥￥]?([+-]?)((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d*)?|\.\d+)(?:元整)?(\D*)$"
_NEGATIVE = r"^\((.*)\)$"
_UNIT_WORDS = (
    "元 万元 亿元 千元 角 % ‰ 人 名 位 万人 所 个 项 件 次 人次 户 册 本 万册 台 套 间 班 个班 平方米 ㎡ m2 亩 公顷 "
    "米 m 公里 km 千克 公斤 kg 斤 吨 Mbps M 兆 Gbps 小时 分钟 学时 课时 分 天 日"
).split()


def is_as_stored(column: Column, written: UnitOfMeasure | None) -> bool:
    """Whether plain numbers of a file stand in the unit that the column is stored in."""
    return _factor(written or column.written_in or column.unit, column.unit) == "1"


def number_sql(cell: str, column: Column, written: UnitOfMeasure | None = None) -> str:
    """SQL of the number in the column's unit as an exact decimal, before it is cut to the column's scale; `written` is
    the unit that the file's heading names."""
    unit = written or column.written_in or column.unit
    scale = _factor(unit, column.unit)
    # a scientific notation may stand for lost digits, so only plain digits take the short way
    fast = f"CASE WHEN NOT regexp_matches({cell}, '[eE_]') THEN try_cast({cell} AS {_READ}) END"
    plain = f"regexp_replace({compact(cell)}, {quoted(_NEGATIVE)}, '-\\1')"
    found = f"regexp_extract({plain}, {quoted(_NUMBER)}, ['sign', 'digits', 'unit'])"
    digits = (
        f"try_cast(struct_extract({found}, 'sign') || replace(struct_extract({found}, 'digits'), ',', '') AS {_READ})"
    )
    by_unit = _by_unit(f"struct_extract({found}, 'unit')", digits, column.unit, scale)
    slow = f"CASE WHEN {cell} IS NOT NULL THEN {by_unit} END"
    scientific = f"regexp_full_match({cell}, '[+-]?\\d+(\\.\\d+)?[eE][+-]?\\d{{1,2}}')"
    power = f"CASE WHEN {scientific} THEN {_times(f'try_cast({cell} AS {_READ})', scale)} END"
    return f"coalesce({_times(fast, scale)}, {slow}, {power})"


def _by_unit(word: str, number: str, unit: UnitOfMeasure | None, scale: str) -> str:
    cases = [f"WHEN '' THEN {_times(number, scale)}"]
    for known in _UNIT_WORDS:
        factor = _suffix_factor(known, unit)
        if factor:
            cases.append(f"WHEN {quoted(known)} THEN {_times(number, factor)}")
    return f"CASE {word} {' '.join(cases)} END"


def _suffix_factor(word: str, unit: UnitOfMeasure | None) -> str:
    try:
        named = unit_called(word)
    except UnknownUnitOfMeasure:
        return ""
    return _factor(named, unit) if unit is not None and named.dimension == unit.dimension else ""


def _times(number: str, factor: str) -> str:
    return (
        f"try_cast({number} AS {EXACT})"
        if factor == "1"
        else f"try_cast(try_cast({number} AS DECIMAL(22, 8)) * {factor} AS {EXACT})"
    )


def _factor(written: UnitOfMeasure | None, stored: UnitOfMeasure | None) -> str:
    """By how much the written number is multiplied, as an SQL number."""
    if written is None or stored is None or written == stored:
        return "1"
    factor = Fraction(written.factor) / Fraction(stored.factor)
    with localcontext() as context:
        context.prec = 40
        value = Decimal(factor.numerator) / Decimal(factor.denominator)
    if Fraction(value) == factor:
        return f"CAST({value:f} AS DECIMAL(14, 6))"
    return f"{float(factor)!r}::DOUBLE"
