"""差异: how two readings of one measure or one task differ: numbers, days, verbs, owners."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from yaodian.compiler.align import pair_up
from yaodian.compiler.changes import Change, ChangeKind, Pair, Side
from yaodian.compiler.promises import Shift, days_shift, target_shift, verb_shift
from yaodian.domain.plan import Deadline, Duty, Measure, Role, Target, Task

Years = tuple[int | None, int | None]


def verb_changes(pair: Pair, old: Measure, new: Measure) -> Iterator[Change]:
    """Actions on the same object whose verb says more or less."""
    pairs, _, _ = pair_up(old.actions, new.actions, lambda action: action.object)
    for before, after in pairs:
        shift = verb_shift(before.verb, after.verb)
        if shift is not Shift.SAME:
            zh = "动词变虚" if shift is Shift.WEAKER else "动词变实"
            en = "a vaguer verb" if shift is Shift.WEAKER else "a firmer verb"
            yield pair.change(
                ChangeKind.of(shift),
                Side(pair.before.address, before.verb + before.object, before.span),
                Side(pair.after.address, after.verb + after.object, after.span),
                f"{zh}，“{before.verb}”改为“{after.verb}”",
                f"{en}, “{before.verb}” became “{after.verb}”",
            )


def target_changes(pair: Pair, old: Measure, new: Measure) -> Iterator[Change]:
    """Promised numbers that were lowered, raised, dropped or added."""
    pairs, gone, come = pair_up(_promised(old), _promised(new), lambda promised: promised[0] + (promised[1].unit or ""))
    for (_, before), (thing, after) in pairs:
        shift = target_shift(before, after)
        if shift is not Shift.SAME:
            zh = {Shift.WEAKER: "目标值降低", Shift.STRONGER: "目标值提高"}.get(shift or Shift.SAME, "目标值改变")
            en = {Shift.WEAKER: "lowered", Shift.STRONGER: "raised"}.get(shift or Shift.SAME, "changed")
            yield pair.change(
                ChangeKind.of(shift),
                _of_target(pair.before, before),
                _of_target(pair.after, after),
                f"“{thing}”的{zh}，“{before.words}”改为“{after.words}”",
                f"the number promised for “{thing}” was {en}, “{before.words}” became “{after.words}”",
            )
    for thing, target in gone:
        yield pair.change(
            ChangeKind.WEAKENED,
            _of_target(pair.before, target),
            None,
            f"“{thing}”的目标值“{target.words}”没有了",
            f"the number “{target.words}” promised for “{thing}” is gone",
        )
    for thing, target in come:
        yield pair.change(
            ChangeKind.STRENGTHENED,
            None,
            _of_target(pair.after, target),
            f"“{thing}”新增目标值“{target.words}”",
            f"the number “{target.words}” is now promised for “{thing}”",
        )


def day_changes(
    pair: Pair, days: tuple[date | None, date | None], said: tuple[Deadline | None, Deadline | None], years: Years
) -> Iterator[Change]:
    """The day by which it is due, each counted from the year of its own plan."""
    shift = days_shift(*days, years)
    if shift is Shift.SAME:
        return
    old, new = (str(day) if day else "" for day in days)
    if not new:
        zh, en = f"时限没有了，原为 {old}", f"the deadline is gone; it was {old}"
    elif not old:
        zh, en = f"新增时限 {new}", f"it is now due by {new}"
    elif shift is Shift.WEAKER:
        zh, en = f"时限推后，由 {old} 改为 {new}", f"the deadline moved later, from {old} to {new}"
    else:
        zh, en = f"时限提前，由 {old} 改为 {new}", f"the deadline moved earlier, from {old} to {new}"
    sides = [Side(s.address, d.words, d.span) if d else s for s, d in zip((pair.before, pair.after), said, strict=True)]
    yield pair.change(ChangeKind.of(shift), sides[0], sides[1], zh, en)


def owner_changes(pair: Pair, old: Task, new: Task) -> Iterator[Change]:
    """Units that no longer or newly answer for the task, and who leads it."""
    for duty in _without(old, new):
        side = Side(pair.before.address, duty.unit, duty.span)
        zh, en = f"“{duty.unit}”不再负责", f"“{duty.unit}” no longer answers for it"
        yield pair.change(ChangeKind.WEAKENED, side, None, zh, en)
    for duty in _without(new, old):
        side = Side(pair.after.address, duty.unit, duty.span)
        zh, en = f"新增“{duty.unit}”负责", f"“{duty.unit}” now answers for it"
        yield pair.change(ChangeKind.STRENGTHENED, None, side, zh, en)
    yield from _lead_changes(pair, _leads(old), _leads(new))


def _without(task: Task, other: Task) -> list[Duty]:
    """The task's duties whose unit the other task does not name, each unit once."""
    named = set(map(_unit, other.duties))
    first = {_unit(duty): duty for duty in reversed(task.duties)}
    return [duty for duty in task.duties if first[_unit(duty)] is duty and _unit(duty) not in named]


def _lead_changes(pair: Pair, old: Sequence[Duty], new: Sequence[Duty]) -> Iterator[Change]:
    if sorted(map(_unit, old)) == sorted(map(_unit, new)):
        return
    before, after = ("、".join(duty.unit for duty in duties) for duties in (old, new))
    sides = [
        Side(side.address, duties[0].unit, duties[0].span) if duties else None
        for side, duties in ((pair.before, old), (pair.after, new))
    ]
    if not new:
        yield pair.change(
            ChangeKind.WEAKENED,
            sides[0],
            sides[1],
            f"不再有牵头单位，原由“{before}”牵头",
            f"nobody leads it now; “{before}” led",
        )
    elif not old:
        yield pair.change(
            ChangeKind.STRENGTHENED, sides[0], sides[1], f"明确由“{after}”牵头", f"“{after}” leads it now"
        )
    else:
        zh, en = f"牵头单位由“{before}”改为“{after}”", f"the lead passed from “{before}” to “{after}”"
        yield pair.change(ChangeKind.REWORDED, sides[0], sides[1], zh, en)


def _promised(measure: Measure) -> list[tuple[str, Target]]:
    """Each target with what it is promised for."""
    return [(action.object, target) for action in measure.actions for target in action.targets]


def _of_target(side: Side, target: Target) -> Side:
    return Side(side.address, target.words, target.span)


def _unit(duty: Duty) -> str:
    return duty.unit_id or duty.unit


def _leads(task: Task) -> list[Duty]:
    return [duty for duty in task.duties if duty.role is Role.LEAD]
