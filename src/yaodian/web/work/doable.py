"""可办: which acts could be done with a subject now, by whom; asked of the same rules that decide."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from yaodian.domain.entry import Act, Hand
from yaodian.runtime.cascade import part_ids, parts_by_size
from yaodian.runtime.command import Command, Setting, steps_of
from yaodian.runtime.lifecycle import State
from yaodian.runtime.permitting import fault_of
from yaodian.runtime.steps import may_take, next_steps

FIRST = (
    Act.ACCEPT, Act.STEP, Act.SUBMIT, Act.VERIFY, Act.CLOSE, Act.REPORT, Act.ATTACH, Act.SPLIT, Act.ASSIGN, Act.INSTRUCT,
    Act.EXTEND, Act.SEND_BACK, Act.HAND_OVER, Act.SUSPEND, Act.RESUME, Act.REOPEN,
)  # fmt: skip
"""Acts of a page, what carries the work on first."""
AT_ONCE = (Act.ACCEPT, Act.SUBMIT, Act.VERIFY, Act.CLOSE, Act.SEND_BACK)
"""Acts that are done with many subjects at once."""


def doable(
    hands: Sequence[Hand], state: State, at: datetime, today: date, setting: Setting, acts: Sequence[Act] = FIRST
) -> dict[Act, str]:
    """Each of the acts that one of the hands could do now, given what it needs, and for which unit; in their order."""
    found: dict[Act, str] = {}
    for act in acts:
        for hand in hands:
            for data in _tries(act, hand, state, today, setting):
                if fault_of(state, Command(state.subject, act, hand, at, data), today, setting) is None:
                    found.setdefault(act, hand.unit)
    return found


def _tries(act: Act, hand: Hand, state: State, today: date, setting: Setting) -> list[Mapping[str, Any]]:
    """Data with which an act would be well-formed."""
    if act in (Act.STEP, Act.ATTACH):
        led = next_steps(steps_of(state, setting), state.step)
        own = [step for step in led if may_take(step, state, hand)]
        if act is Act.STEP:
            return [{"step": step.name} for step in own]
        return [{"sha256": "0" * 64, "evidence": s.evidence.value, "step": s.name} for s in own if s.evidence]
    if act is Act.REPORT:
        asked = set(state.promised or {}) - set(state.measured)
        return [{"promise": name, "value": 0, "as_of": today.isoformat()} for name in sorted(asked)]
    if act is Act.SPLIT:
        return [_even_split(state, setting)] if setting.counties and state.promised else []
    later = (state.due or today) + timedelta(days=1)
    return [{"reason": "-", "owner": "-", "due": later.isoformat(), "text": "-"}]


def _even_split(state: State, setting: Setting) -> Mapping[str, Any]:
    parts = parts_by_size(state.promised or {}, dict.fromkeys(sorted(setting.counties), 1.0), state.rates)
    return {"parts": parts, "children": part_ids(state.subject, parts)}
