"""台账: rows of a unit's work, counted and never averaged."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from yaodian.domain.observation import MEASURED, Observation
from yaodian.domain.period import Period
from yaodian.runtime.ledger import counts_by_phase, is_overdue, last_reported, ledger_of
from yaodian.runtime.lifecycle import Phase, Reached, Reported, State

ON = date(2020, 6, 30)
STATE = State(
    subject="w1", kind="project", edition=date(2020, 1, 1), is_case=False, owner="north", title="新建幼儿园",
    due=date(2020, 6, 1), promised={"p1": 10, "p2": 0.8}, measured=("p2",), phase=Phase.UNDER_WAY,
    reached=(Reached("approved", date(2020, 3, 1), "north"),), number=4, last_at=datetime(2020, 3, 1, tzinfo=UTC),
)  # fmt: skip
SEEN = Observation(
    indicator="meal_local_ratio", place="north", period=Period("2020"), source=MEASURED, as_of=ON, numerator=7,
    denominator=10, release="r7",
)  # fmt: skip


def test_a_row_has_what_was_promised_reported_and_measured_each_as_it_was_given() -> None:
    told = Reported("p1", 4, date(2020, 5, 31), "north")
    made = ledger_of("north", ON, [replace(STATE, reported=(told,))], {"w1": "二/7.5"}, {("w1", "p2"): SEEN})
    (row,) = made.rows
    assert (row.subject, row.address, row.version, row.reached[0].step) == ("w1", "二/7.5", 4, "approved")
    counted, shared = row.figures
    assert (counted.promised, counted.reported, counted.measured, counted.is_asked) == (10, told, None, True)
    assert shared.measured is SEEN and SEEN.value == 0.7 and not shared.is_asked and shared.reported is None


def test_the_newest_day_reported_speaks_and_of_one_day_the_later_report() -> None:
    said = [("p1", 5, 20), ("p1", 9, 31), ("p1", 7, 31), ("p2", 1, 31), ("p1", 6, 25)]
    told = tuple(Reported(name, value, date(2020, 5, day), "north") for name, value, day in said)
    assert last_reported(replace(STATE, reported=told), "p1") == told[2]
    assert last_reported(STATE, "p1") is None


def test_a_ledger_holds_the_rows_of_its_unit_by_kind_and_counts_them_by_phase() -> None:
    others = [replace(STATE, subject="w2", owner="south"), replace(STATE, subject="w3", kind="training")]
    closed = replace(STATE, subject="w4", phase=Phase.CLOSED)
    made = ledger_of("north", ON, [STATE, *others, closed], {})
    assert {kind: [row.subject for row in rows] for kind, rows in made.by_kind().items()} == {
        "project": ["w1", "w4"],
        "training": ["w3"],
    }
    counts = counts_by_phase(made.rows)
    assert list(counts) == list(Phase) and counts[Phase.UNDER_WAY] == 2 and counts[Phase.CLOSED] == 1
    assert [is_overdue(row, ON) for row in made.rows] == [True, True, False]
    assert not is_overdue(STATE, date(2020, 6, 1)), "on the day itself it is not late"
