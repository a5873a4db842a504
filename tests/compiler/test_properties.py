"""Whatever the text: the compiler takes it, and what it gives back stands in the text."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings

from tests.compiler.compiled import CATALOGUE
from tests.compiler.generated import any_texts
from tests.effort import EXAMPLES
from yaodian.compiler.parse import parse
from yaodian.compiler.resolve import resolve
from yaodian.domain.plan import Plan
from yaodian.domain.text import Source, Span

TEXTS = any_texts()
thorough = settings(
    max_examples=EXAMPLES,
    deadline=None,
    derandomize=EXAMPLES < 5000,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def parsed(text: str) -> Plan:
    return parse(Source("any.txt", text))


def spans_of(plan: Plan) -> Iterator[tuple[str, Span]]:
    for section in plan.sections:
        yield "section", section.span
    for task in plan.tasks:
        yield "task", task.span
        yield "task title", task.title_span
        yield from (("duty", duty.span) for duty in task.duties)
        yield from (("deadline", deadline.span) for deadline in task.deadlines)
        for measure in task.measures:
            yield "measure", measure.span
            yield from (("action", action.span) for action in measure.actions)
            yield from (("target", target.span) for target in measure.targets)
            for name in ("documents", "platforms", "periods", "deadlines"):
                yield from ((name, node.span) for node in getattr(measure, name))


@thorough
@given(TEXTS)
def test_every_span_lies_inside_the_text(text: str) -> None:
    for name, span in spans_of(parsed(text)):
        assert 0 <= span.start <= span.end <= len(text), (name, span)


@thorough
@given(TEXTS)
def test_the_pieces_joined_give_the_text_back(text: str) -> None:
    pieces = parsed(text).pieces
    assert "".join(piece.span.of(text) for piece in pieces) == text
    assert [piece.span.start for piece in pieces] == sorted(piece.span.start for piece in pieces)
    assert all(len(piece.span) > 0 for piece in pieces)


@thorough
@given(TEXTS)
def test_a_measures_words_are_those_at_its_span(text: str) -> None:
    for _, _, measure in parsed(text).measures():
        assert measure.text == measure.span.of(text)


@thorough
@given(TEXTS)
def test_children_stand_inside_their_parents(text: str) -> None:
    for task in parsed(text).tasks:
        for measure in task.measures:
            assert task.span.contains(measure.span), (task.path, measure.text)
            for action in measure.actions:
                assert measure.span.contains(action.span), action
                assert all(measure.span.contains(target.span) for target in action.targets), action.targets
            for node in (*measure.documents, *measure.platforms, *measure.periods, *measure.deadlines):
                assert measure.span.contains(node.span), node


@thorough
@given(TEXTS)
def test_measures_of_a_task_stand_in_order_and_apart(text: str) -> None:
    for task in parsed(text).tasks:
        ends = [0, *(measure.span.end for measure in task.measures)]
        assert all(end <= measure.span.start for end, measure in zip(ends, task.measures, strict=False)), task.path


@thorough
@given(TEXTS)
def test_one_text_gives_one_plan(text: str) -> None:
    assert parsed(text) == parsed(text)


@thorough
@given(TEXTS)
def test_any_plan_is_resolved_and_every_measure_gets_a_kind(text: str) -> None:
    plan = resolve(parsed(text), CATALOGUE)
    assert all(measure.kind for _, _, measure in plan.measures())


@pytest.mark.parametrize("digit", ["1", "一"])
def test_a_run_of_four_hundred_digits_is_taken(digit: str) -> None:
    parsed(f"1.抓好校车安全。新建候车亭{digit * 400}个。\n2.抓好食堂安全。逐校检查留样。")
