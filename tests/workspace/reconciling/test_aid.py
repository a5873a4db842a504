"""资助 on the small city: who was missed and who was paid without a right, beside the truth; money to the cent."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest

from tests.loaded_city import REGISTERS
from tests.workspace.reconciling.conftest import LinkedCity
from tests.workspace.reconciling.test_city import numbers
from yaodian.warehouse.reconciling import Reconciled
from yaodian.workspace.linking import persons_of, programme_called, reconciled

pytestmark = pytest.mark.slow
DAYS = {"2019S1": date(2019, 11, 29), "2019S2": date(2020, 5, 29)}
PAID = (
    "preschool_aid living_boarding living_day senior_grant senior_tuition poverty_grant vocational_grant"
    " vocational_tuition".split()
)
NEVER_PAID = ("poverty_lodging", "poverty_textbook")


@pytest.fixture(scope="module")
def aid(linked_city: LinkedCity) -> dict[tuple[str, str], Reconciled]:
    return {
        (name, term): reconciled(persons_of(linked_city.warehouse), programme_called(name), day)
        for name in (*PAID, *NEVER_PAID)
        for term, day in DAYS.items()
    }


def cases(city: LinkedCity, programme: str, term: str) -> Iterator[tuple[object, str]]:
    for row in city.true("aid"):
        if (row["programme_code"], row["term"]) == (programme, term):
            yield row["person"], str(row["what"])


def by_child(city: LinkedCity, found: Reconciled, state: str) -> set[object]:
    child = {row["student_no"]: row["person"] for row in city.true("records")}
    known = numbers(city, "enrolments", "student_no")
    return {child[known[row["record_key"]]] for row in found.persons.to_pylist() if row["state"] == state}


@pytest.mark.parametrize("term", DAYS)
@pytest.mark.parametrize("programme", PAID)
def test_who_was_missed_is_the_gap(
    linked_city: LinkedCity, aid: dict[tuple[str, str], Reconciled], programme: str, term: str
) -> None:
    true = {child for child, what in cases(linked_city, programme, term) if what != "paid_without_right"}
    assert by_child(linked_city, aid[programme, term], "gap") == true and true


@pytest.mark.parametrize("term", DAYS)
def test_who_was_paid_without_a_right_is_told(
    linked_city: LinkedCity, aid: dict[tuple[str, str], Reconciled], term: str
) -> None:
    for programme in PAID:
        wrong = [child for child, what in cases(linked_city, programme, term) if what == "paid_without_right"]
        assert aid[programme, term].tally.wrong == len(wrong)
    assert wrong_in_spring(linked_city)


def wrong_in_spring(city: LinkedCity) -> list[object]:
    return [child for child, what in cases(city, "living_day", "2019S2") if what == "paid_without_right"]


@pytest.mark.parametrize("programme", NEVER_PAID)
def test_what_no_one_was_paid_is_missing_for_all(aid: dict[tuple[str, str], Reconciled], programme: str) -> None:
    tally, sums = aid[programme, "2019S2"].tally, aid[programme, "2019S2"].sums
    assert sums is not None and tally.gap == tally.cohort > 10 and sums.missing == sums.due > 0


@pytest.mark.parametrize("term", DAYS)
@pytest.mark.parametrize("programme", [*PAID, *NEVER_PAID])
def test_money_reconciles_with_the_payments_to_the_cent(
    linked_city: LinkedCity, aid: dict[tuple[str, str], Reconciled], programme: str, term: str
) -> None:
    found = aid[programme, term]
    sums, persons = found.sums, found.persons.to_pylist()
    assert sums is not None
    assert sums.due - sums.missing + sums.excess + sums.unentitled == sums.paid == booked(linked_city, programme, term)
    assert sums.due == sum((row["due"] for row in persons), Decimal(0))


def booked(city: LinkedCity, programme: str, term: str) -> Decimal:
    """What the payments of a programme and term add up to, whoever had them."""
    relation = city.warehouse.reader().rows(REGISTERS["aid_payments"], with_restricted=True)
    rows = city.warehouse.engine.query("SELECT programme_code, term, amount_yuan FROM p", {"p": relation}, {})
    return sum(
        (row["amount_yuan"] for row in rows.to_pylist() if (row["programme_code"], row["term"]) == (programme, term)),
        Decimal(0),
    )
