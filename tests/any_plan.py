"""Any plan at all, for property tests: odd words everywhere, spans anywhere inside the source."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import strategies as st

from yaodian.domain.plan import (
    Action,
    Deadline,
    Document,
    DocumentRole,
    Duty,
    Edge,
    EdgeKind,
    Goal,
    Measure,
    Operator,
    Period,
    Piece,
    PieceRole,
    Plan,
    Platform,
    RankedKind,
    Role,
    Section,
    Target,
    Task,
)
from yaodian.domain.text import Source, Span

WORDS = st.one_of(
    st.sampled_from(
        ["创建", "是", "null", "~", "1", "007", "1:200", "- a", "a: b", "#x", " # yaodian: x", "=1+1", "'", '"']
    ),
    st.text(max_size=12),
    st.text(alphabet="一二 \n\t#:：,-{}[]'\"&*!|>%@`=~0\x85\u2028\ufeff\r\x00", max_size=12),
)
MAYBE = st.none() | WORDS
CODES = st.lists(st.sampled_from(["YD101", "YD102", "YD220"]), unique=True, max_size=2).map(tuple)
NUMBERS = st.integers(-(10**9), 10**9) | st.floats(allow_nan=False, allow_infinity=False)
VALUES = st.none() | NUMBERS | st.tuples(NUMBERS, NUMBERS) | WORDS
DAYS = st.none() | st.dates(date(2000, 1, 1), date(2099, 12, 31))


@st.composite
def any_plans(draw: st.DrawFn) -> Plan:
    text = draw(st.text(max_size=60) | WORDS)
    counter = iter(range(10**6))
    spans = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(lambda p: Span(min(p), max(p)))

    def ids(letter: str) -> st.SearchStrategy[str | None]:
        return st.booleans().map(lambda given: f"{letter}-{next(counter)}" if given else None)

    def several(form: st.SearchStrategy, most: int = 2) -> st.SearchStrategy:
        return st.lists(form, max_size=most).map(tuple)

    targets = st.builds(Target, WORDS, spans, st.sampled_from(Operator), VALUES, MAYBE, MAYBE, ids("n"))
    deadlines = several(st.builds(Deadline, WORDS, spans, DAYS, MAYBE), 1)
    measures = st.builds(
        Measure,
        WORDS,
        spans,
        MAYBE,
        several(st.builds(Action, WORDS, WORDS, spans, several(targets), ids("a"))),
        several(st.builds(Document, WORDS, st.sampled_from(DocumentRole), spans), 1),
        several(st.builds(Platform, WORDS, spans, MAYBE), 1),
        several(st.builds(Period, WORDS, spans), 1),
        deadlines,
        several(st.builds(RankedKind, WORDS, st.floats(0, 1), several(WORDS))),
        CODES,
        ids("m"),
    )
    duties = several(st.builds(Duty, WORDS, st.sampled_from(Role), spans, MAYBE, ids("d")))
    task = st.builds(
        Task, WORDS, WORDS, MAYBE, WORDS, spans, spans, duties, deadlines, several(measures), CODES, ids("t")
    )
    plan = Plan(
        Source(draw(WORDS), text, published=draw(MAYBE)),
        draw(MAYBE),
        draw(st.none() | st.integers(1990, 2100)),
        draw(MAYBE),
        draw(several(st.builds(Section, WORDS, WORDS, spans))),
        draw(several(task)),
        draw(several(st.builds(Piece, st.sampled_from(PieceRole), spans))),
    )
    return draw(_linked(plan, spans))


def _linked(plan: Plan, spans: st.SearchStrategy[Span]) -> st.SearchStrategy[Plan]:
    """The plan with goals and edges that name its own tasks and measures."""
    paths, addresses = [t.path for t in plan.tasks], [address for address, _, _ in plan.measures()]
    served = st.lists(st.sampled_from(paths), max_size=2).map(tuple) if paths else st.just(())
    goals = st.lists(st.builds(Goal, WORDS, spans, MAYBE, served), max_size=1).map(tuple)
    names = st.sampled_from(addresses) if addresses else st.nothing()
    edges = st.lists(
        st.builds(Edge, st.sampled_from(EdgeKind), names, names, WORDS, st.lists(spans, max_size=2).map(tuple)),
        max_size=2,
    ).map(tuple)
    return st.tuples(goals, edges if addresses else st.just(())).map(
        lambda both: replace(plan, goals=both[0], edges=both[1])
    )
