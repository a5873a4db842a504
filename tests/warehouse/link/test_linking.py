"""关联: an equal number is a claim; the rest is weighed, one for one; what is unclear goes to people."""

from __future__ import annotations

import random

import pytest
from tools.dirty_lists import HELD_OUT, USUAL, Mix, two_lists
from tools.link_truth import judged

from tests.effort import EFFORT
from tests.warehouse.link.claimed import BOUNDS, LI_BOY, LI_GIRL, asked, linked, named, row, together
from yaodian.warehouse.link.linking import link
from yaodian.warehouse.link.model import Model

SLIPPED = LI_BOY[:16] + "5" + LI_BOY[17:]


def test_number_name_and_birth_date_together_confirm_a_link() -> None:
    found = linked([row("a", LI_BOY, "李明")], [row("x", LI_BOY, "李明", address=None, guardian=None)])
    assert together(found) == {frozenset("ax")} and found.tally.confirmed == 2


def test_an_equal_number_alone_is_no_link() -> None:
    found = linked(
        [row("a", LI_BOY, "李明")], [row("x", LI_BOY, "王芳", "2012-07-09", "2", "别镇别村2组6号", "王建国")]
    )
    assert together(found) == set()


@pytest.mark.parametrize(
    "student",
    [
        row("x", None, "李明"),
        row("x", SLIPPED, "李明"),
        row("x", LI_GIRL, "李明"),
        row("x", LI_BOY, "李铭"),
        row("x", LI_BOY, "李明", "2010-04-03"),
        row("x", None, "李铭", guardian="李大山"),
        row("x", None, "李明", address=None),
    ],
    ids="no number|a slip|another's number|a homophone|day and month exchanged|no number and a homophone|no address".split(
        "|"
    ),
)
def test_a_row_with_one_or_two_faults_is_found_by_the_rest(student: dict[str, object]) -> None:
    others = [row("b", "520302201109089030", "李浩", "2011-09-08", address="某镇某村2组6号", guardian="李小山")]
    found = linked([row("a", LI_BOY, "李明"), *others], [student])
    assert together(found) == {frozenset("ax")}, found.open.to_pylist()


def test_a_child_who_moved_far_away_is_found_without_a_number() -> None:
    moved = row("x", None, "李明", address="另一县另一镇") | {"county": "520330"}
    assert together(linked([row("a", LI_BOY, "李明")], [moved])) == {frozenset("ax")}
    stranger = row("x", None, "李明", address="另一县另一镇", guardian="王强") | {"county": "520330"}
    assert together(linked([row("a", LI_BOY, "李明")], [stranger])) == set()


def test_twins_without_numbers_go_each_to_their_own_row() -> None:
    residents = [row("a", LI_BOY, "李明"), row("b", "520302201003049031", "李亮")]
    found = linked(residents, [row("x", None, "李亮"), row("y", None, "李明")])
    assert together(found) == {frozenset("ay"), frozenset("bx")}


def test_the_twin_who_is_in_no_school_is_not_taken_for_the_one_who_is() -> None:
    residents = [row("a", LI_BOY, "李明"), row("b", "520302201003049031", "李亮")]
    found = linked(residents, [row("x", LI_BOY, "李明")])
    assert together(found) == {frozenset("ax")}


def test_namesakes_of_one_birth_date_and_one_address_are_left_to_people() -> None:
    residents = [row("a", LI_BOY, "李明"), row("b", "520302201003049031", "李明")]
    found = linked(residents, [row("x", None, "李明")])
    assert together(found) == set() and asked(found) == {frozenset("ax"), frozenset("bx"), frozenset("ab")}


def test_what_people_are_told_of_a_pair_is_its_levels() -> None:
    found = linked(
        [row("a", LI_BOY, "李明"), row("b", "520302201003049031", "李明")], [row("x", None, "李铭", guardian=None)]
    )
    said = [pair["levels"] for pair in found.open.to_pylist() if named(pair["record_r"]) == "x"]
    assert said == 2 * [["lacking", "sound", "same", "same", "lacking", "same"]]


def test_two_records_of_the_roll_for_one_child_are_one_person() -> None:
    found = linked([row("a", LI_BOY, "李明")], [row("x", LI_BOY, "李明"), row("y", SLIPPED, "李明")])
    assert together(found) == {frozenset("axy")}


def test_what_people_decided_holds_and_is_not_asked_again() -> None:
    residents = [row("a", LI_BOY, "李明"), row("b", "520302201003049031", "李明")]
    said = {("b", "x"): True, ("a", "b"): False}
    found = linked(residents, [row("x", None, "李明")], said)
    assert together(found) == {frozenset("bx")} and asked(found) == set()


def test_who_was_told_apart_is_not_joined_whatever_the_weight() -> None:
    found = linked([row("a", LI_BOY, "李明")], [row("x", LI_GIRL, "李明")], {("x", "a"): False})
    assert together(found) == set() and asked(found) == set()


def test_the_order_of_rows_changes_nothing() -> None:
    lists = two_lists(0.002, 3).lists
    first = link(lists, Model.read(), BOUNDS)
    mixed = {}
    for name, table in lists.items():
        places = list(range(table.num_rows))
        random.Random(5).shuffle(places)
        mixed[name] = table.take(places)
    again = link(mixed, Model.read(), BOUNDS)
    assert together(first) == together(again) and asked(first) == asked(again) and len(together(first)) > 2000


@pytest.mark.parametrize(("seed", "mix"), [(101, USUAL), (102, USUAL), (103, HELD_OUT)])
def test_links_and_gaps_of_a_dirty_city_are_found(seed: int, mix: Mix) -> None:
    """The bar is measured on a whole city by `make bench`; here chance alone may explain a shortfall of a small one."""
    lists = two_lists({"check": 0.01, "ci": 0.03}.get(EFFORT, 0.3), seed, mix)
    found = link(lists.lists, Model.read(), BOUNDS)
    came = judged(lists, found)
    assert came.true - came.found + came.wrong <= _at_most(0.0005 * came.true)
    assert came.wrong <= _at_most(5e-6 * came.true)
    assert came.gap_recall >= 0.99 and came.gap_precision >= 0.95
    assert abs(found.wrong - came.wrong) <= 2


def _at_most(expected: float) -> float:
    """What a count of this mean stays under in 99 of 100 draws, as a Poisson's normal bound."""
    return float(expected + 2.33 * expected**0.5)
