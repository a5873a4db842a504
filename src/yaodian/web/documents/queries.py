"""取数: what a bulletin may say in numbers: each field is a query declared here, answered from the facts of a plan."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from yaodian.domain.finding import Refusal, Words
from yaodian.runtime.bulletin import Number
from yaodian.runtime.case_counts import CaseCount
from yaodian.runtime.ledger import counts_by_phase, is_overdue
from yaodian.runtime.lifecycle import Phase, State
from yaodian.runtime.lights import Colour
from yaodian.runtime.promise import shown
from yaodian.web.documents.cases import CaseFacts, label_of
from yaodian.web.documents.facts import Facts
from yaodian.web.work.overview import LIGHTS
from yaodian.workspace.score.scoreboard import Row

Answer = int | str | Sequence[str] | Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class Query:
    """What is asked, in words, and how the facts answer it. `is_measured`: it needs a warehouse; `of_cases`: it needs the
    cases counted."""

    words: Words
    answer: Callable[[Facts], Answer]
    is_measured: bool = False
    of_cases: bool = False


def _in_phase(phase: Phase) -> Callable[[Facts], int]:
    return lambda facts: counts_by_phase(facts.whole)[phase]


def _in_light(colour: Colour) -> Callable[[Facts], int]:
    return lambda facts: _measured(facts).board.counts[colour]


def _overdue(facts: Facts, states: Iterable[State]) -> list[State]:
    late = (state for state in states if is_overdue(state, facts.on))
    return sorted(late, key=lambda state: (str(state.due), state.subject))


def _unaccepted(states: Iterable[State]) -> list[State]:
    return [state for state in states if state.phase is Phase.ASSIGNED]


def _closed(facts: Facts) -> int:
    return sum(not state.is_open and state.subject in facts.closed for state in facts.whole)


def _silent(facts: Facts) -> list[str]:
    """Units that were to report (an open item of theirs promises what no register measures) and did not, by name."""
    asked = [
        state
        for state in facts.all
        if state.owner and state.is_open and not state.is_suspended and set(state.promised or {}) - set(state.measured)
    ]
    told = {state.owner for state in facts.all if state.subject in facts.reported}
    return [facts.name_of(unit) for unit in sorted({state.owner for state in asked} - told)]


def _overdue_items(facts: Facts) -> list[list[str]]:
    rows = [[s.title, facts.name_of(s.owner), str(s.due), str((facts.on - s.due).days)]
            for s in _overdue(facts, facts.whole) if s.due]  # fmt: skip
    return [["事项", "责任单位", "期限", "逾期天数"], *rows]


def _by_unit(facts: Facts) -> list[list[str]]:
    """How many items and parts each unit owns and how they stand, in the order of the units' codes."""
    owned = [state for state in facts.all if state.owner]
    counted = Counter(state.owner for state in owned)
    open_ = Counter(state.owner for state in owned if state.is_open)
    unaccepted = Counter(state.owner for state in _unaccepted(owned))
    overdue = Counter(state.owner for state in _overdue(facts, owned))
    head = ["单位", "事项", "未销号", "其中未签收", "其中逾期"]
    columns = (counted, open_, unaccepted, overdue)
    return [head, *([facts.name_of(unit), *(str(one[unit]) for one in columns)] for unit in sorted(counted))]


def _cases(facts: Facts) -> CaseFacts:
    assert facts.cases is not None, "the cases were not counted"
    return facts.cases


def _cases_of_no_person(facts: Facts) -> CaseCount:
    return sum((n for group, n in _cases(facts).counts.items() if not group.is_personal), CaseCount())


def _cases_by_unit(facts: Facts) -> list[list[str]]:
    """The cases that are about no person by the units that own them, in the order of the units' codes."""
    counted = defaultdict[str, CaseCount](CaseCount)
    for group, number in _cases(facts).counts.items():
        if not group.is_personal:
            counted[group.owner] += number
    rows = sorted(counted.items())
    return [["责任单位", *_CASES_HEAD], *([facts.name_of(unit) or "未交办", *n.words] for unit, n in rows)]


def _cases_by_kind(facts: Facts) -> list[list[str]]:
    """All cases by kind of work; of those about persons small numbers are hidden."""
    counted = defaultdict[tuple[str, bool], CaseCount](CaseCount)
    for group, number in _cases(facts).counts.items():
        counted[group.kind, group.is_personal] += number
    head, least = ["工作类别", *_CASES_HEAD], _cases(facts).least
    return [
        head,
        *([f"{label_of(kind)}（涉及个人）", *n.words_for_at_least(least)] if is_personal else [label_of(kind), *n.words]
          for (kind, is_personal), n in sorted(counted.items())),
    ]  # fmt: skip


_CASES_HEAD = ("个案", "本期新立", "本期销号", "未销号", "其中逾期")


QUERIES: Mapping[str, Query] = {
    "plan": Query(Words("要点", "plan"), lambda f: f.plan),
    "period": Query(Words("时期", "period"), lambda f: f.period),
    "data_on": Query(
        Words("数据截至日期", "day of the data"), lambda f: f"{f.on.year}年{f.on.month}月{f.on.day}日"
    ),
    "items": Query(Words("工作事项", "work items"), lambda f: len(f.whole)),
    "parts": Query(Words("分解事项", "parts"), lambda f: len(f.parts)),
    "opened": Query(Words("未交办", "not assigned"), _in_phase(Phase.OPENED)),
    "unaccepted": Query(Words("未签收", "not accepted"), _in_phase(Phase.ASSIGNED)),
    "under_way": Query(Words("办理中", "under way"), _in_phase(Phase.UNDER_WAY)),
    "submitted": Query(Words("待核验", "submitted"), _in_phase(Phase.SUBMITTED)),
    "verified": Query(Words("已核验", "verified"), _in_phase(Phase.VERIFIED)),
    "closed": Query(Words("已销号", "closed out"), _in_phase(Phase.CLOSED)),
    "suspended": Query(Words("暂停", "suspended"), lambda f: sum(state.is_suspended for state in f.whole)),
    "overdue": Query(Words("逾期未销号", "overdue"), lambda f: len(_overdue(f, f.whole))),
    "closed_this_period": Query(Words("本期销号", "closed out this period"), _closed),
    "parts_unaccepted": Query(Words("未签收的分解事项", "parts not accepted"), lambda f: len(_unaccepted(f.parts))),
    "parts_overdue": Query(Words("逾期的分解事项", "overdue parts"), lambda f: len(_overdue(f, f.parts))),
    "silent_units": Query(Words("本期没有填报的单位", "units that reported nothing"), _silent),
    "silent_units_count": Query(Words("本期没有填报的单位数", "how many reported nothing"), lambda f: len(_silent(f))),
    "overdue_items": Query(Words("逾期事项表", "table of overdue items"), _overdue_items),
    "by_unit": Query(Words("各单位情况表", "table by unit"), _by_unit),
    "cases": Query(Words("个案", "cases"), lambda f: _cases_of_no_person(f).all, of_cases=True),
    "cases_opened_this_period": Query(
        Words("本期新立个案", "cases opened this period"), lambda f: _cases_of_no_person(f).opened, of_cases=True
    ),
    "cases_closed_this_period": Query(
        Words("本期销号个案", "cases closed out this period"), lambda f: _cases_of_no_person(f).closed, of_cases=True
    ),
    "cases_open": Query(Words("未销号个案", "open cases"), lambda f: _cases_of_no_person(f).open, of_cases=True),
    "cases_overdue": Query(Words("逾期个案", "overdue cases"), lambda f: _cases_of_no_person(f).overdue, of_cases=True),
    "cases_by_unit": Query(Words("各单位个案表", "table of cases by unit"), _cases_by_unit, of_cases=True),
    "cases_by_kind": Query(Words("各类个案表", "table of cases by kind of work"), _cases_by_kind, of_cases=True),
    "least_persons": Query(Words("个人个案最少公布数", "fewest persons told"), lambda f: _cases(f).least, of_cases=True),
    **{
        f"light_{colour.value}": Query(Words(f"亮灯{LIGHTS[colour].zh}", f"lights: {LIGHTS[colour].en}"), _in_light(colour), True)
        for colour in Colour
    },
}  # fmt: skip
OF_A_PROMISE: Mapping[str, Words] = {
    "measured": Words("实测值", "measured value"),
    "promised": Words("承诺值", "promised value"),
}


def number_of(name: str, facts: Facts) -> Number:
    """The number of a field: one of `QUERIES`, or measured:二/7.5#1 and promised:二/7.5#1 of the plan's promises.

    Refusal for a field that is none of them, and for one that needs a warehouse where none was given.
    """
    kind, colon, address = name.partition(":")
    if colon and kind in OF_A_PROMISE:
        return _of_promise(kind, address, facts)
    query = QUERIES.get(name)
    if query is None:
        known = "、".join([*QUERIES, *(f"{kind}:二/7.5#1" for kind in OF_A_PROMISE)])
        raise Refusal(Words(f"没有字段“{name}”；可用的有：{known}", f"there is no field {name!r}; known: {known}"))
    value = query.answer(facts)
    on, text = facts.on.isoformat(), words_of(value)
    if query.is_measured:
        return Number(query.words.zh, value, text, on, release=_measured(facts).board.release)
    rests_on = _cases(facts).entries if query.of_cases else facts.entries
    return Number(query.words.zh, value, text, on, entries=rests_on)


def asks_for_cases(names: Iterable[str]) -> bool:
    """Whether one of these fields needs the cases counted."""
    return any(name in QUERIES and QUERIES[name].of_cases for name in names)


def words_of(value: Any) -> str:
    """How a value stands in a sentence; a table has no words."""
    if isinstance(value, int):
        return f"{value:,}"
    if isinstance(value, str):
        return value
    return "" if value and isinstance(value[0], list) else "、".join(value) or "无"


def _measured(facts: Facts) -> Any:
    if facts.measured is None:
        raise Refusal(
            Words("灯和实测值要从登记簿取，请用 --records 指明数仓", "lights and measured values need --records")
        )
    return facts.measured


def _of_promise(kind: str, address: str, facts: Facts) -> Number:
    plan = _measured(facts)
    row: Row | None = next((row for row in plan.board.rows if row.address == address), None)
    if row is None:
        raise Refusal(Words(f"要点里没有承诺“{address}”", f"the plan has no promise {address!r}"))
    query = f"{OF_A_PROMISE[kind].zh}：{row.words}"
    if kind == "promised":
        return Number(query, row.target.words, row.target.words, facts.on.isoformat(), release=plan.board.release)
    seen = row.measured
    if seen is None or seen.value is None or seen.withheld:
        return Number(query, None, "（无数据）", facts.on.isoformat(), release=plan.board.release)
    return Number(
        query, seen.value, shown(seen.value, row.promise.unit), seen.as_of.isoformat(), release=plan.board.release
    )
