"""Facts for the inspector: one file for many, everything in an hour, targets hit exactly, a unit without bad news."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from tests.runtime.hands import START, Desk
from yaodian.runtime.lifecycle import Attached, Reported, State
from yaodian.runtime.signals import signals

NOON = datetime(2020, 6, 30, 12, tzinfo=UTC)


def subject(name: str, **more: object) -> State:
    return replace(Desk("project").now, subject=name, **more)  # type: ignore[arg-type]


def file(sha256: str, minutes: int = 0) -> Attached:
    return Attached(sha256, "list", "s", "甲县", NOON + timedelta(minutes=minutes))


def told(value: float) -> tuple[Reported, ...]:
    return (Reported("p1", value, START, "甲县"),)


def names(*states: State) -> list[tuple[str, tuple[str, ...]]]:
    return [(one.name, one.subjects) for one in signals(states)]


def test_one_file_for_two_subjects_is_a_fact() -> None:
    assert names(subject("a", attached=(file("x"),)), subject("b", attached=(file("x"), file("y")))) == [
        ("same_file", ("a", "b"))
    ]


def test_three_files_within_an_hour_are_a_fact_and_over_two_hours_are_none() -> None:
    assert names(subject("a", attached=(file("x"), file("y", 20), file("z", 60)))) == [("one_hour", ("a",))]
    assert names(subject("a", attached=(file("x"), file("y", 20), file("z", 61)))) == []


def test_parts_that_are_reported_exactly_as_promised_are_a_fact() -> None:
    parts = [subject(f"c{n}", item="w", owner=f"县{n}", promised={"p1": 10}, reported=told(10)) for n in range(3)]
    assert names(*parts, subject("d", item="w", owner="县9", reported=told(7))) == [("hit_exactly", ("c0", "c1", "c2"))]
    assert names(parts[0], parts[1], subject("d", item="w", owner="县9", reported=told(7))) == []


def test_a_unit_that_alone_has_no_bad_news_is_a_fact() -> None:
    quiet = [subject(f"q{n}", owner="静县") for n in range(3)]
    others = [subject(f"o{n}", owner=f"县{n}", sent_back=1) for n in range(2)]
    assert names(*quiet, *others) == [("no_bad_news", ("q0", "q1", "q2"))]
    assert names(*quiet, subject("o", owner="县1")) == []


def test_a_signal_is_a_sentence_and_no_score() -> None:
    (signal,) = signals([subject("a", attached=(file("x"),)), subject("b", attached=(file("x"),))])
    assert "2个事项" in signal.words.zh and not hasattr(signal, "score")
