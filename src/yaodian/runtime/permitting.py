"""准办: what stands against an act: the phase of the subject, who acts, what is missing. Each check says one sentence."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from yaodian.declare.kind import Step
from yaodian.domain.entry import Act, Hand, Seat
from yaodian.domain.finding import Words
from yaodian.runtime.cascade import parts_fault
from yaodian.runtime.command import Command, Setting, steps_of
from yaodian.runtime.lifecycle import Phase, State
from yaodian.runtime.steps import may_take, may_verify, next_steps, step_called

Fault = Words | None


def fault_of(state: State, command: Command, today: date, setting: Setting) -> Fault:
    """Why the act cannot be done now, by this hand, with this; None where it can."""
    return _phase_fault(state, command, setting) or _CHECKS[command.act](state, command, today, setting)


_ALWAYS = (Act.INSTRUCT, Act.REVISE, Act.MOVE_EDITION)
_PHASES: Mapping[Act, tuple[Phase, ...]] = {
    Act.ASSIGN: (Phase.OPENED, Phase.ASSIGNED),
    Act.ACCEPT: (Phase.ASSIGNED,),
    Act.SPLIT: (Phase.UNDER_WAY,),
    Act.REPORT: (Phase.UNDER_WAY, Phase.SUBMITTED),
    Act.ATTACH: (Phase.ASSIGNED, Phase.UNDER_WAY, Phase.SUBMITTED),
    Act.STEP: (Phase.UNDER_WAY,),
    Act.SEND_BACK: (Phase.UNDER_WAY, Phase.SUBMITTED, Phase.VERIFIED),
    Act.SUBMIT: (Phase.UNDER_WAY,),
    Act.VERIFY: (Phase.SUBMITTED,),
    Act.CLOSE: (Phase.VERIFIED,),
    Act.REOPEN: (Phase.CLOSED,),
    Act.EXTEND: (Phase.ASSIGNED, Phase.UNDER_WAY, Phase.SUBMITTED),
    Act.HAND_OVER: (Phase.ASSIGNED, Phase.UNDER_WAY),
    Act.SUSPEND: (Phase.ASSIGNED, Phase.UNDER_WAY, Phase.SUBMITTED),
    Act.RESUME: tuple(Phase),
}


def _phase_fault(state: State, command: Command, setting: Setting) -> Fault:
    act = command.act
    if act in (Act.STEP, Act.ATTACH) and state.phase is Phase.CLOSED and _goes_on(state, setting):
        return None
    if act is Act.STEP and command.by.seat is Seat.ENGINE and state.phase in (Phase.OPENED, Phase.ASSIGNED):
        return None  # what registers show waits for nobody to be named, nor to accept
    if state.is_suspended and act not in (Act.RESUME, *_ALWAYS):
        return Words(f"{state.subject}已暂停，先恢复再办", f"{state.subject} is suspended: resume it first")
    if act not in _ALWAYS and state.phase not in _PHASES[act]:
        here, allowed = state.phase.words, [phase.words for phase in _PHASES[act]]
        zh, en = "、".join(words.zh for words in allowed), ", ".join(words.en for words in allowed)
        return Words(
            f"{state.subject}现在是“{here.zh}”，不能{act.words.zh}；要在“{zh}”时",
            f"{state.subject} is {here.en} and cannot be {act.words.en}: it must be {en}",
        )
    return None


def _goes_on(state: State, setting: Setting) -> bool:
    """Whether the end that was reached leads on (a title that was named is assessed again)."""
    here = step_called(steps_of(state, setting), state.step or "")
    return bool(here and here.closes and here.to and not state.is_suspended)


def _only(who: Callable[[State, Hand], bool], zh: str, en: str) -> Callable[..., Fault]:
    def check(state: State, command: Command, today: date, setting: Setting) -> Fault:
        if who(state, command.by):
            return None
        return Words(f"{command.by.unit}不能{command.act.words.zh}：{zh}", f"{command.by.unit} may not do this: {en}")

    return check


def _is_office(state: State, by: Hand) -> bool:
    return by.seat is Seat.OFFICE


def _is_engine(state: State, by: Hand) -> bool:
    return by.seat is Seat.ENGINE and state.is_case


_office = _only(_is_office, "由办公室办理", "it is the office's")
_office_or_registers = _only(
    lambda state, by: _is_office(state, by) or _is_engine(state, by), "由办公室办理", "it is the office's"
)
_owner = _only(lambda state, by: by.unit == state.owner, "由责任单位办理", "it is the owner's")
_taking_part = _only(
    lambda state, by: by.unit == state.owner or by.unit in state.supports or by.unit in (state.parts or {}),
    "由责任单位、配合单位或分解到的单位办理", "it is the owner's, a supporting unit's or a part holder's",
)  # fmt: skip


def _reason(command: Command) -> Fault:
    if str(command.data.get("reason", "")).strip():
        return None
    return Words(f"{command.act.words.zh}要写明理由", "give a reason")


def _assign(state: State, command: Command, today: date, setting: Setting) -> Fault:
    if not command.data.get("owner"):
        return Words("交办要写明责任单位", "name the unit that will answer for it")
    return _office(state, command, today, setting)


def _split(state: State, command: Command, today: date, setting: Setting) -> Fault:
    parts, children = command.data.get("parts", {}), command.data.get("children", ())
    if state.children:
        return Words(f"{state.subject}已经分解", f"{state.subject} is split already")
    if len(parts) != len(children) or len(set(children)) != len(children):
        return Words("每个分解单位要有一个自己的编号", "each part needs an id of its own")
    fault = _owner(state, command, today, setting)
    return fault or parts_fault(
        state.promised or {}, parts, setting.counties, setting.rules, state.rates, setting.name_of
    )


def _report(state: State, command: Command, today: date, setting: Setting) -> Fault:
    promise = command.data.get("promise", "")
    if promise in state.measured:
        called = setting.name_of(promise)
        return Words(
            f"“{called}”由登记数据实测，不用填报",
            f"{called!r} is measured from a register: nobody is asked to report it",
        )
    if promise not in (state.promised or {}):
        known = "、".join(state.promised or {}) or "无"
        return Words(f"没有承诺“{promise}”；有：{known}", f"no promise {promise!r}; there is: {known}")
    if date.fromisoformat(command.data["as_of"]) > today:
        return Words("填报的日期在今天之后，请核对", "the day reported for lies in the future: check it")
    return _taking_part(state, command, today, setting)


def _attach(state: State, command: Command, today: date, setting: Setting) -> Fault:
    wanted = step_called(steps_of(state, setting), command.data.get("step", ""))
    if wanted is None:
        return Words(f"没有步骤“{command.data.get('step')}”", f"no step {command.data.get('step')!r}")
    if wanted not in next_steps(steps_of(state, setting), state.step):
        return Words(f"步骤“{wanted.label}”还没有轮到，佐证附在下一步", f"{wanted.name} is not the next step")
    if not may_take(wanted, state, command.by):
        return Words(
            f"{command.by.unit}不办“{wanted.label}”这一步", f"{command.by.unit} does not take the step {wanted.name}"
        )
    return None


def _step(state: State, command: Command, today: date, setting: Setting) -> Fault:
    steps = steps_of(state, setting)
    led = next_steps(steps, state.step)
    step = next((s for s in led if s.name == command.data.get("step")), None)
    if step is None:
        names = "、".join(s.words.zh for s in led) or "无"
        return Words(f"下一步只能是：{names}", f"the next step can only be: {', '.join(s.name for s in led) or 'none'}")
    if not may_take(step, state, command.by):
        return Words(
            f"{command.by.unit}不能办“{step.label}”：核验要由没有参与办理的单位做，其余按步骤规定的单位",
            f"{command.by.unit} may not take {step.name}: a check is made by a unit that did none of the work",
        )
    return _stay_fault(state, steps, today, setting) or _evidence_fault(state, step)


def _stay_fault(state: State, steps: Sequence[Step], today: date, setting: Setting) -> Fault:
    """The step at hand must have stood as many working days as it says."""
    here = step_called(steps, state.step or "")
    if here is None or not here.days:
        return None
    stood = setting.calendar.working_days_between(state.reached[-1].on, today)
    if stood >= here.days:
        return None
    return Words(
        f"“{here.label}”要满{here.days}个工作日，现在{stood}个",
        f"{here.name} must stand {here.days} working days, now {stood}",
    )


def _evidence_fault(state: State, step: Step) -> Fault:
    if step.evidence is None or step.evidence.value == "register_row":
        return None
    if any(file.step == step.name and file.evidence == step.evidence.value for file in state.attached):
        return None
    return Words(
        f"“{step.label}”要先附上佐证：{step.evidence.value}",
        f"attach the evidence of {step.name}: {step.evidence.value}",
    )


def _send_back(state: State, command: Command, today: date, setting: Setting) -> Fault:
    who = _only(
        lambda s, by: _is_office(s, by) or _is_engine(s, by) or may_verify(s, by),
        "由办公室或核验单位退回",
        "the office or a checker does",
    )
    if state.phase is Phase.UNDER_WAY and not state.reached:
        return Words("还没有可退回的步骤", "no step was reached that could be sent back")
    return who(state, command, today, setting) or _reason(command)


def _submit(state: State, command: Command, today: date, setting: Setting) -> Fault:
    if state.is_case:
        return Words("个案按步骤办结，不用提请", "a case ends with its steps")
    if setting.open_parts:
        return Words(f"还有{setting.open_parts}个分解事项没有销号", f"{setting.open_parts} parts are still open")
    return _owner(state, command, today, setting)


def _close(state: State, command: Command, today: date, setting: Setting) -> Fault:
    return _office(state, command, today, setting)


def _with_reason(who: Callable[..., Fault]) -> Callable[..., Fault]:
    def check(state: State, command: Command, today: date, setting: Setting) -> Fault:
        found: Fault = who(state, command, today, setting)
        return found or _reason(command)

    return check


_leader_or_office = _only(
    lambda state, by: by.seat in (Seat.LEADER, Seat.OFFICE), "由领导或办公室批准", "a leader or the office"
)


def _extend(state: State, command: Command, today: date, setting: Setting) -> Fault:
    if state.extensions >= setting.rules.work_most_extensions:
        return Words(
            f"已延期{state.extensions}次，到上限了", f"it was extended {state.extensions} times, as often as allowed"
        )
    if state.due is None or date.fromisoformat(command.data["due"]) <= state.due:
        return Words("新的期限要晚于现在的期限", "the new deadline must lie after the present one")
    return _with_reason(_leader_or_office)(state, command, today, setting)


def _hand_over(state: State, command: Command, today: date, setting: Setting) -> Fault:
    if command.data.get("owner") in ("", None, state.owner):
        return Words("移交要写明另一个单位", "name another unit to hand it over to")
    return _with_reason(_office)(state, command, today, setting)


def _resume(state: State, command: Command, today: date, setting: Setting) -> Fault:
    if not state.is_suspended:
        return Words(f"{state.subject}没有暂停", f"{state.subject} is not suspended")
    return _office(state, command, today, setting)


def _move_edition(state: State, command: Command, today: date, setting: Setting) -> Fault:
    wanted = date.fromisoformat(command.data["edition"])
    steps = setting.kinds[state.kind].editions["steps"].get(wanted)
    if steps is None or wanted <= state.edition:
        return Words(f"没有更新的版本{wanted}", f"there is no newer edition {wanted}")
    names = command.data["steps"]
    lost = [r.step for r in state.reached if step_called(steps, names.get(r.step, r.step)) is None]
    if lost:
        return Words(f"步骤{'、'.join(lost)}在新版本里没有对应", f"the new edition has no step for {', '.join(lost)}")
    return _office(state, command, today, setting)


_CHECKS: Mapping[Act, Callable[..., Fault]] = {
    Act.ASSIGN: _assign,
    Act.ACCEPT: _owner,
    Act.SPLIT: _split,
    Act.REPORT: _report,
    Act.ATTACH: _attach,
    Act.STEP: _step,
    Act.SEND_BACK: _send_back,
    Act.SUBMIT: _submit,
    Act.VERIFY: _only(
        may_verify, "核验要由没有参与办理的单位做", "a check is made by a unit that did none of the work"
    ),
    Act.CLOSE: _close,
    Act.REOPEN: _with_reason(_office_or_registers),
    Act.EXTEND: _extend,
    Act.HAND_OVER: _hand_over,
    Act.INSTRUCT: _only(lambda state, by: by.seat is Seat.LEADER, "批示由领导作出", "instructions are a leader's"),
    Act.SUSPEND: _with_reason(_office),
    Act.RESUME: _resume,
    Act.REVISE: _with_reason(_office),
    Act.MOVE_EDITION: _move_edition,
}
