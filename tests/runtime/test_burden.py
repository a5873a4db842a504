"""Burden: what a month asks of whom is counted from the work itself; what a register knows is blocked and counted too."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yaodian.runtime.burden import asks, burden
from yaodian.runtime.lifecycle import Phase, State

JUNE = (date(2020, 6, 1), date(2020, 6, 30))


def asking(subject: str = "m1", owner: str = "unit", **more: Any) -> State:
    base = State(subject, "project", date(2020, 1, 1), is_case=False, owner=owner, opened_on=date(2020, 3, 2))
    return replace(base, **{"promised": {"a": 1.0}, **more})


def test_a_form_is_counted_by_its_fields_and_units_and_known_fields_are_blocked() -> None:
    parts = [
        asking(f"m1.{n}", owner, item="m1", promised={"a": 1.0, "b": 2.0}, measured=("b",))
        for n, owner in enumerate(("north", "south", "west"))
    ]
    (form,) = burden(parts, {part.subject: "lead" for part in parts}, *JUNE).forms
    assert (form.subject, form.asked_by, form.units) == ("m1", "lead", frozenset({"north", "south", "west"}))
    assert (form.fields, form.known, form.to_fill, form.blocked) == ({"a"}, {"b"}, 3, 3)


def test_a_measure_and_its_parts_are_two_forms_even_where_one_unit_opened_both() -> None:
    states = [asking("m1"), asking("m1.1", "north", item="m1")]
    told = burden(states, {"m1": "office", "m1.1": "office"}, *JUNE)
    assert [(form.subject, sorted(form.units)) for form in told.forms] == [("m1", ["unit"]), ("m1", ["north"])]
    assert (len(told.filled_in), told.fields, told.to_fill, told.units) == (2, 2, 2, {"unit", "north"})


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, True),
        ({"opened_on": date(2020, 7, 1)}, False),
        ({"opened_on": date(2020, 6, 30)}, True),
        ({"owner": ""}, False),
        ({"phase": Phase.CLOSED, "last_at": datetime(2020, 5, 31, tzinfo=UTC)}, False),
        ({"phase": Phase.CLOSED, "last_at": datetime(2020, 6, 1, tzinfo=UTC)}, True),
        ({"is_suspended": True, "suspended_on": date(2020, 5, 31)}, False),
        ({"is_suspended": True, "suspended_on": date(2020, 6, 1)}, True),
    ],
)
def test_a_subject_asks_in_the_months_in_which_it_is_open_and_not_suspended(
    change: dict[str, Any], expected: bool
) -> None:
    assert asks(asking(**change), *JUNE) is expected


def test_a_month_without_promises_has_no_share_and_one_with_registers_alone_asks_nobody() -> None:
    nothing = burden([asking(promised={})], {}, *JUNE)
    assert nothing.forms == () and nothing.known_share is None
    known = burden([asking(measured=("a",))], {"m1": "office"}, *JUNE)
    assert (known.filled_in, known.units, known.blocked, known.known_share) == ([], frozenset(), 1, 1.0)


names = st.sets(st.sampled_from("abcd"), min_size=1)


@given(st.lists(st.tuples(st.sampled_from(["u", "v", "w"]), names, names), max_size=8))
def test_every_promised_number_of_every_unit_is_either_filled_in_or_blocked(rows: list[Any]) -> None:
    states = [
        asking(f"m{n}", unit, promised=dict.fromkeys(promised, 1.0), measured=tuple(measured))
        for n, (unit, promised, measured) in enumerate(rows)
    ]
    told = burden(states, {}, *JUNE)
    assert told.to_fill == sum(len(set(promised) - measured) for _, promised, measured in rows)
    assert told.blocked == sum(len(promised & measured) for _, promised, measured in rows)
