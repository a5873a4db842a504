"""对比: two plans (last year's and this year's, a draft and the final text): what was added, dropped, moved, weakened.

Measures are paired by their words wherever they stand (`align`); of a pair each promise is held against its other side
(`differences`, `promises`). A change quotes both sides with their places and says in one sentence what happened.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from yaodian.compiler.align import Alignment, align_plans, align_texts, plain
from yaodian.compiler.changes import Change, ChangeKind, Pair, Side, shortened
from yaodian.compiler.differences import Years, day_changes, owner_changes, target_changes, verb_changes
from yaodian.compiler.lower import due_of
from yaodian.domain.finding import Words
from yaodian.domain.plan import Deadline, Measure, Plan, Task
from yaodian.domain.text import Span

_TASK, _MEASURE = Words("任务", "Task"), Words("举措", "Measure")
_SAME_HEADING = 0.5

Numbered = tuple[str, Task, Measure]


@dataclass(frozen=True)
class _Aligned:
    """Two plans side by side."""

    before: Plan
    after: Plan
    left: list[Numbered]
    right: list[Numbered]
    alignment: Alignment

    @property
    def years(self) -> Years:
        return self.before.year, self.after.year


def compare(before: Plan, after: Plan) -> list[Change]:
    """All changes in the order of the earlier plan, then what is new in the order of the later one."""
    both = _Aligned(before, after, list(before.measures()), list(after.measures()), align_plans(before, after))
    return [*_changes_of_tasks(both), *_new(both)]


def _changes_of_tasks(both: _Aligned) -> Iterator[Change]:
    sections = _same_sections(both.before, both.after)
    at = 0
    for place, task in enumerate(both.before.tasks):
        partner = both.alignment.tasks.get(place)
        other = None if partner is None else both.after.tasks[partner]
        if other:
            yield from _task_changes(both, task, other, sections)
        elif not task.measures:
            yield _gone(_TASK, task.path, task.title, task.title_span)
        for _ in task.measures:
            yield from _measure_changes(both, at, other)
            at += 1


def _task_changes(both: _Aligned, old: Task, new: Task, sections: dict[str | None, str | None]) -> Iterator[Change]:
    pair = Pair(Side(old.path, old.title, old.title_span), Side(new.path, new.title, new.title_span), _TASK)
    if sections.get(old.section) != new.section:
        places = [_heading(both.before, old.section), _heading(both.after, new.section)]
        yield _moved(pair, *places)
    if plain(old.title) != plain(new.title):
        zh, en = f"标题原为“{old.title}”", f"its title was “{old.title}”"
        yield pair.change(ChangeKind.REWORDED, pair.before, pair.after, zh, en)
    yield from owner_changes(pair, old, new)
    days = [max((d.due for d in task.deadlines if d.due), default=None) for task in (old, new)]
    said = [_last(task.deadlines) for task in (old, new)]
    yield from day_changes(pair, (days[0], days[1]), (said[0], said[1]), both.years)


def _measure_changes(both: _Aligned, at: int, other_task: Task | None) -> Iterator[Change]:
    address, task, old = both.left[at]
    if at not in both.alignment.measures:
        yield _gone(_MEASURE, address, old.text, old.span)
        return
    new_address, new_task, new = both.right[both.alignment.measures[at]]
    pair = Pair(Side(address, old.text, old.span), Side(new_address, new.text, new.span), _MEASURE)
    if new_task is not other_task:
        yield _moved(pair, task.title, new_task.title)
    found = [*target_changes(pair, old, new), *verb_changes(pair, old, new)]
    if any(d.due for d in (*old.deadlines, *new.deadlines)):
        days = due_of(task, old, None)[0], due_of(new_task, new, None)[0]
        said = _last(old.deadlines or task.deadlines), _last(new.deadlines or new_task.deadlines)
        found += day_changes(pair, days, said, both.years)
    yield from found
    if not found and plain(old.text) != plain(new.text):
        zh, en = f"措辞改了，原为“{shortened(old.text, 60)}”", f"it was reworded from “{shortened(old.text, 60)}”"
        yield pair.change(ChangeKind.REWORDED, pair.before, pair.after, zh, en)


def _new(both: _Aligned) -> Iterator[Change]:
    tasks, measures = set(both.alignment.tasks.values()), set(both.alignment.measures.values())
    for place, task in enumerate(both.after.tasks):
        if place not in tasks and not task.measures:
            yield _come(_TASK, task.path, task.title, task.title_span)
    for at, (address, _, measure) in enumerate(both.right):
        if at not in measures:
            yield _come(_MEASURE, address, measure.text, measure.span)


def _gone(what: Words, address: str, words: str, span: Span) -> Change:
    zh = f"{what.zh} {address}“{shortened(words)}”删去了，后一份要点里没有相应的内容。"
    en = f"{what.en} {address} “{shortened(words)}” was dropped; nothing in the later plan answers to it."
    return Change(ChangeKind.DROPPED, Side(address, words, span), None, Words(zh, en))


def _come(what: Words, address: str, words: str, span: Span) -> Change:
    zh = f"{what.zh} {address}“{shortened(words)}”是新增的。"
    en = f"{what.en} {address} “{shortened(words)}” is new."
    return Change(ChangeKind.ADDED, None, Side(address, words, span), Words(zh, en))


def _moved(pair: Pair, old: str, new: str) -> Change:
    zh, en = f"由“{old}”移到“{new}”", f"moved from “{old}” to “{new}”"
    return pair.change(ChangeKind.MOVED, pair.before, pair.after, zh, en)


def _last(deadlines: Sequence[Deadline]) -> Deadline | None:
    dated = [d for d in deadlines if d.due]
    return max(dated, key=lambda d: str(d.due), default=None)


def _same_sections(before: Plan, after: Plan) -> dict[str | None, str | None]:
    """The number of each section of the earlier plan → the number of the same section of the later one."""
    matches = align_texts([s.title for s in before.sections], [s.title for s in after.sections], _SAME_HEADING)
    return {None: None} | {before.sections[m.before].no: after.sections[m.after].no for m in matches}


def _heading(plan: Plan, no: str | None) -> str:
    return next((section.title for section in plan.sections if section.key == no), no or plan.title or "")
