"""Counts of cases: they add up, and of persons no small number is told, nor one that a difference gives away."""

from __future__ import annotations

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from yaodian.runtime.case_counts import HIDDEN, CaseCount

few = st.integers(0, 30)


@st.composite
def counts(draw: st.DrawFn) -> CaseCount:
    open_, closed = draw(few), draw(few)
    opened, closed_now = draw(st.integers(0, open_ + closed)), draw(st.integers(0, closed))
    return CaseCount(open_ + closed, opened, closed_now, open_, draw(st.integers(0, open_)))


@given(counts(), counts())
def test_two_counts_added_are_the_count_of_both(one: CaseCount, other: CaseCount) -> None:
    both = one + other
    assert (both.all, both.overdue) == (one.all + other.all, one.overdue + other.overdue)
    assert both.words == [str(int(a) + int(b)) for a, b in zip(one.words, other.words, strict=True)]


@given(counts(), st.integers(1, 12))
def test_what_is_told_of_persons_gives_no_few_of_them_away(count: CaseCount, least: int) -> None:
    told = count.words_for_at_least(least)
    shown = [int(word) for word in told if word != HIDDEN]
    assert not [number for number in shown if 0 < number < least]
    if HIDDEN not in told:
        all_, _, _, open_, overdue = shown
        assert not [n for n in (all_ - open_, open_ - overdue) if 0 < n < least]
    else:
        assert set(told[1:]) == {HIDDEN}, "a row is told whole, or only how many there are"


def test_numbers_that_are_large_or_none_are_told() -> None:
    assert CaseCount(20, 10, 10, 10, 0).words_for_at_least(10) == ["20", "10", "10", "10", "0"]
    assert CaseCount(20, 10, 10, 10, 3).words_for_at_least(10) == ["20", *[HIDDEN] * 4]
    assert CaseCount(3, 0, 0, 3, 0).words_for_at_least(10) == [HIDDEN] * 5
    hidden = [n for n, m in product(range(5), repeat=2) if CaseCount(n, open=m).words_for_at_least(5)[0] == HIDDEN]
    assert set(hidden) == {1, 2, 3, 4}
