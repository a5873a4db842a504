"""同类: what a ledger places subjects by is one text, the same for subjects that no view, filter or light tells apart."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from yaodian.runtime.lifecycle import Phase, Reached, State
from yaodian.web.work.alike import Alike

REACHED = (Reached("found", date(2020, 4, 1), "u"), Reached("mended", date(2020, 4, 8), "u"))
CASE = State(
    "c", "rectification", date(2020, 1, 1), True, item="m-1", opened_on=date(2020, 3, 2), due=date(2020, 6, 30),
    phase=Phase.UNDER_WAY, reached=REACHED, last_at=datetime(2020, 4, 8, 20, tzinfo=UTC),
)  # fmt: skip


def test_the_text_is_read_as_what_it_was_written_from() -> None:
    assert Alike.read(Alike.of(CASE).text) == Alike.of(CASE)
    assert Alike.of(CASE).text == "under_way|rectification|2020-06-30|2020-03-02||||2020-01-01|found mended"


def test_what_is_closed_out_is_alike_whenever_it_was_opened_and_whatever_was_done() -> None:
    closed = replace(CASE, phase=Phase.CLOSED)
    assert Alike.of(closed).text == Alike.of(replace(closed, opened_on=date(2020, 5, 1), reached=())).text


def test_the_steps_of_an_item_are_left_out_and_what_is_no_part_is_told_apart() -> None:
    item = replace(CASE, is_case=False)
    assert Alike.of(item) == Alike.of(replace(item, reached=()))
    assert Alike.of(item).text != Alike.of(replace(item, item="")).text


def test_what_waits_to_be_accepted_waits_from_a_day_of_utc() -> None:
    late = datetime.fromisoformat("2020-04-09T04:00:00+08:00")
    assert Alike.of(replace(CASE, phase=Phase.ASSIGNED, last_at=late)).waits_since == "2020-04-08"
