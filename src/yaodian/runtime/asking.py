"""所问: what a step asks of whoever takes it, held against what was told with it."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from yaodian.declare.column import CODE, DATE, Column
from yaodian.domain.entry import Act
from yaodian.domain.finding import Words
from yaodian.runtime.command import Command, Setting, steps_of
from yaodian.runtime.data_of_acts import is_day
from yaodian.runtime.lifecycle import State
from yaodian.runtime.steps import step_called

LONGEST = 200


def asked_fault(state: State, command: Command, today: date, setting: Setting) -> Words | None:
    """What is wrong with what was told of a step that asks for something; None where nothing is. What is told of a step that
    asks for nothing is kept as it is."""
    step = step_called(steps_of(state, setting), command.data.get("step", "")) if command.act is Act.STEP else None
    if step is None or not step.asks:
        return None
    told = command.data.get("details", {})
    known = {column.name: column for column in step.asks}
    if unknown := [name for name in told if name not in known]:
        zh, en = "、".join(f"{one.label}（{one.name}）" for one in step.asks), ", ".join(known)
        return Words(
            f"“{step.label}”不问“{unknown[0]}”；只问：{zh}",
            f"{step.name} does not ask for {unknown[0]!r}, only for: {en}",
        )
    faults = (_fault(column, told.get(column.name), state, today) for column in step.asks)
    return next((Words(f"“{step.label}”{f.zh}", f"{step.name}: {f.en}") for f in faults if f), None)


def _fault(column: Column, value: Any, state: State, today: date) -> Words | None:
    called = Words(f"的“{column.label}”", column.name)
    if value in (None, ""):
        return Words(f"{called.zh}没有填", f"{called.en} is missing") if column.required else None
    if column.type is CODE:
        return _code_fault(column, value, today, called)
    if column.type is DATE:
        return _day_fault(value, state, today, called)
    if isinstance(value, str) and len(value) <= LONGEST and re.fullmatch(column.pattern or ".+", value):
        return None
    return Words(
        f"{called.zh}写法不对，请照“{column.example}”这样写",
        f"{called.en} is not of its form: write it like {column.example}",
    )


def _code_fault(column: Column, value: Any, today: date, called: Words) -> Words | None:
    codes = column.own_codes(today)
    if value in [code.code for code in codes]:
        return None
    return Words(
        f"{called.zh}没有“{value}”；请选：{'、'.join(f'{code.label}（{code.code}）' for code in codes)}",
        f"{called.en} has no {value!r}; choose: {', '.join(code.code for code in codes)}",
    )


def _day_fault(value: Any, state: State, today: date, called: Words) -> Words | None:
    if not is_day(value):
        return Words(f"{called.zh}不是日期，请写成2020-06-30", f"{called.en} is no day: write it as 2020-06-30")
    on = date.fromisoformat(value)
    if on > today:
        return Words(f"{called.zh}在今天之后，请核对", f"{called.en} lies after today: check it")
    if state.opened_on and on < state.opened_on:
        return Words(
            f"{called.zh}早于立项的{state.opened_on}，请核对",
            f"{called.en} lies before it was opened, {state.opened_on}: check it",
        )
    return None
