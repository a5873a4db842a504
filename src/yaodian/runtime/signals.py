"""异常迹象: facts for the inspector that numbers may have been made to fit; never a score, of nobody."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta

from yaodian.domain.finding import Words
from yaodian.runtime.lifecycle import State

LAST_HOURS = timedelta(hours=1)
FEWEST = 3


@dataclass(frozen=True, slots=True)
class Signal:
    """One fact: which subjects, and the sentence."""

    name: str
    subjects: tuple[str, ...]
    words: Words


def signals(states: Iterable[State]) -> list[Signal]:
    """The facts that the histories of these subjects show, by name and subject."""
    held = list(states)
    found = [*_same_files(held), *_last_hour(held), *_hit_exactly(held), *_no_bad_news(held)]
    return sorted(found, key=lambda signal: (signal.name, signal.subjects))


def _same_files(states: list[State]) -> Iterable[Signal]:
    """One file as evidence of several subjects."""
    by_file: dict[str, set[str]] = defaultdict(set)
    for state in states:
        for file in state.attached:
            by_file[file.sha256].add(state.subject)
    for subjects in by_file.values():
        if len(subjects) > 1:
            words = Words(
                f"同一份文件用作{len(subjects)}个事项的佐证", f"one file is evidence of {len(subjects)} subjects"
            )
            yield Signal("same_file", tuple(sorted(subjects)), words)


def _last_hour(states: list[State]) -> Iterable[Signal]:
    """All evidence of a subject attached within one hour."""
    for state in states:
        at = [file.at for file in state.attached]
        if len(at) >= FEWEST and max(at) - min(at) <= LAST_HOURS:
            words = Words(f"{len(at)}份佐证都在一小时内上传", f"all {len(at)} files were attached within one hour")
            yield Signal("one_hour", (state.subject,), words)


def _hit_exactly(states: list[State]) -> Iterable[Signal]:
    """Reported numbers that are exactly what was promised, in most of the parts of one item."""
    by_item: dict[str, list[State]] = defaultdict(list)
    for state in states:
        if state.item and state.reported:
            by_item[state.item].append(state)
    for parts in by_item.values():
        exact = [s for s in parts if _latest(s) == {p: v for p, v in (s.promised or {}).items() if p in _latest(s)}]
        if len(exact) >= FEWEST and 2 * len(exact) > len(parts):
            words = Words(
                f"{len(parts)}个单位里{len(exact)}个的填报恰好等于分解数",
                f"{len(exact)} of {len(parts)} units reported exactly their part",
            )
            yield Signal("hit_exactly", tuple(sorted(s.subject for s in exact)), words)


def _latest(state: State) -> Mapping[str, float]:
    return {one.promise: one.value for one in sorted(state.reported, key=lambda one: one.as_of)}


def _no_bad_news(states: list[State]) -> Iterable[Signal]:
    """A unit with many subjects of which none was ever sent back, extended or suspended, while others' were."""
    by_unit: dict[str, list[State]] = defaultdict(list)
    for state in states:
        by_unit[state.owner].append(state)
    troubled = {
        unit for unit, own in by_unit.items() if any(s.sent_back or s.extensions or s.is_suspended for s in own)
    }
    for unit, own in by_unit.items():
        if unit not in troubled and len(own) >= FEWEST and 2 * len(troubled) > len(by_unit):
            words = Words(
                f"{unit}的{len(own)}个事项从未退回、延期或暂停",
                f"none of the {len(own)} subjects of {unit} was ever sent back, extended or suspended",
            )
            yield Signal("no_bad_news", tuple(sorted(s.subject for s in own)), words)
