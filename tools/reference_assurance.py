"""参考手册里的保障项目和早期信号: programmes and early signals, as their pages describe them."""

from __future__ import annotations

import inspect

from tools.reference_forms import facts_of, heading, quoted
from yaodian.declare.early_signal import EarlySignal
from yaodian.declare.programme import Programme, Side

PROGRAMMES = """`yaodian reconcile` 逐人比对的项目：谁应保障、什么算已保障。条件是登记簿字段的 SQL，`:on` 是所问的日子，其余 `:名字`
是参数；`:born_from`、`:born_to` 由适龄年岁和分界日推出。
有应发金额的，参数取学期第一天的值，发放看属于哪个学期，不看哪天发。怎样认出同一个人，见[人员关联](../explanation/persons.md)（英文）。"""
SIGNALS = """登记里看到这些情况时，`yaodian assure` 先问学生所在的学校，不作认定。条件的写法同[保障项目](programmes.md)；“日结的上课日”是学校
已日结考勤的日子，近期没有日结的学校视为不知道。怎样问、怎样答，见[谁没有保障到](../how-to/nobody-left-out.md)。"""


def programme_entry(programme: type[Programme]) -> str:
    facts = {
        "比的是": programme.words,
        "英文": programme.english,
        "应保障": _side(programme.cohort),
        "还须在列": "；或 ".join(map(_side, programme.among)),
        "已保障": "；或 ".join(map(_side, programme.service)),
        "未保障": _side(programme.failing) if programme.failing else "",
        "看到过": _side(programme.seen) if programme.seen else "",
        "应发": f"`{programme.money.due}`（元）" if programme.money else "",
        "实发": f"`{programme.money.paid}`（元）" if programme.money else "",
        "参数": quoted([*programme.parameters, *([programme.ages] if programme.ages else [])]),
        "要点的承诺由哪个指标量": quoted([programme.promised_by] if programme.promised_by else []),
        "已保障的此后由哪个项目看": quoted([programme.lasts_by] if programme.lasts_by else []),
        "科室": programme.office,
        "用途": "、".join(purpose.label for purpose in programme.purposes),
        "依据": programme.reference,
    }
    return f"{heading(programme)}\n\n{inspect.getdoc(programme) or ''}\n\n{facts_of(facts)}"


def signal_entry(signal: type[EarlySignal]) -> str:
    days = signal.days
    counted = (
        f"{_side(days.side)}：最近 `{days.of}` 日里，`{signal.since}` 到 `{days.last}` 之间至少 `{days.least}` 日；"
        f"最后一次日结在 `{days.known}` 天以前的学校不知道"
        if days
        else ""
    )
    facts = {
        "规则": signal.words,
        "英文": signal.english,
        "看到": _side(signal.rows),
        "按日计": counted,
        "还须在列": _side(signal.among) if signal.among else "",
        "不问": _side(signal.unless) if signal.unless else "",
        "担心的是": quoted(signal.warns_of),
        "参数": quoted(signal.parameters),
        "用途": signal.purpose.label,
        "依据": signal.reference,
    }
    return f"{heading(signal)}\n\n{inspect.getdoc(signal) or ''}\n\n{facts_of(facts)}"


def _side(side: Side) -> str:
    last = f"（截至上一个{side.last[0]}月{side.last[1]}日）" if side.last else ""
    period = f"（`{side.period}` 是当期的）" if side.period else ""
    whose = f"，且 `{side.whose[0]}` 在其中：{_side(side.whose[1])}" if side.whose else ""
    return f"`{side.register}`{last}{period}：`{side.where}`{whose}"
