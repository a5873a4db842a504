"""A batch is committed, read back, and read as of any day and instant."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.warehouse.batches import batch, member
from tests.warehouse.small.registers.loans import Loans
from tests.warehouse.small.registers.members import Members
from tests.warehouse.small.registers.posts import Posts
from tests.warehouse.small.registers.shelves import Shelves
from yaodian.declare.register import CHANGES, Arrival, Mode, Register, snapshot
from yaodian.warehouse.batch import Counts
from yaodian.warehouse.keying import BatchRefused
from yaodian.warehouse.store import Warehouse

L1 = {"library_code": ["L1"]}
FEBRUARY, MARCH = date(2020, 2, 1), date(2020, 3, 1)


def shown(warehouse: Warehouse, register: type[Register], columns: str, **as_of: Any) -> list[tuple[Any, ...]]:
    table = warehouse.engine.query(
        f"SELECT {columns} FROM t ORDER BY ALL", {"t": warehouse.reader().rows(register, **as_of)}, {}
    )
    return [tuple(row.values()) for row in table.to_pylist()]


def test_what_was_committed_is_read_back(warehouse: Warehouse) -> None:
    outcome = warehouse.commit([batch(Members, [member("1", books=3), member("2")], scope=L1)])
    assert outcome.counts == {"members": Counts(new=2)}
    assert shown(warehouse, Members, "library_code, books, valid_from") == [
        ("L1", 3, date(2020, 1, 1)),
        ("L1", None, date(2020, 1, 1)),
    ]


def test_the_same_content_again_changes_nothing(warehouse: Warehouse) -> None:
    rows = [member("1", books=3), member("2")]
    first = warehouse.commit([batch(Members, rows, scope=L1)])
    again = warehouse.commit([batch(Members, rows[::-1], scope=L1, source="renamed.xlsx")])
    assert again.counts == {"members": Counts(same=2)}
    assert not again.is_new
    assert again.release == first.release == warehouse.release()


def test_a_state_is_read_as_of_a_day_and_as_known_at_an_instant(warehouse: Warehouse) -> None:
    first = warehouse.commit([batch(Members, [member("1", books=3), member("2")], scope=L1)]).release
    later = warehouse.commit([batch(Members, [member("1", books=4)], scope=L1, on=FEBRUARY)], expected=True)
    assert later.counts == {"members": Counts(changed=1, ended=1)}
    assert shown(warehouse, Members, "books", valid_on=date(2020, 1, 31)) == [(3,), (None,)]
    assert shown(warehouse, Members, "books", valid_on=FEBRUARY) == [(4,)]
    assert shown(warehouse, Members, "books", valid_on=FEBRUARY, recorded_at=first.recorded_at) == [(3,), (None,)]


def test_a_record_keeps_its_key_when_it_comes_back(warehouse: Warehouse) -> None:
    for on, rows in ((date(2020, 1, 1), ["1", "2"]), (FEBRUARY, ["1"]), (MARCH, ["1", "2"])):
        warehouse.commit([batch(Members, [member(card) for card in rows], scope=L1, on=on)], expected=True)
    assert shown(warehouse, Members, "count(*), count(DISTINCT record_key)") == [(3, 2)]


def test_a_private_change_counts_and_keeps_the_row(warehouse: Warehouse) -> None:
    warehouse.commit([batch(Members, [member("1")], scope=L1)])
    renamed = batch(Members, [{**member("1"), "name": "新名"}], scope=L1)
    assert warehouse.commit([renamed]).counts == {"members": Counts(changed=1)}
    assert warehouse.commit([renamed]).counts == {"members": Counts(same=1)}
    assert shown(warehouse, Members, "count(*)") == [(1,)]


def test_a_snapshot_that_ends_too_much_is_refused_unless_expected(warehouse: Warehouse) -> None:
    warehouse.commit([batch(Members, [member(str(n)) for n in range(20)], scope=L1)])
    before = warehouse.release()
    short = batch(Members, [member(str(n)) for n in range(18)], scope=L1, on=FEBRUARY)
    with pytest.raises(BatchRefused, match="20 条在册记录中的 2 条"):
        warehouse.commit([short])
    assert warehouse.release() == before
    assert warehouse.preview(short) == Counts(same=18, ended=2)
    assert warehouse.commit([short], expected=True).counts == {"members": Counts(same=18, ended=2)}


def test_a_snapshot_ends_nothing_outside_its_scope(warehouse: Warehouse) -> None:
    warehouse.commit([batch(Members, [member("1"), member("2", "L2")], scope={"library_code": ["L1", "L2"]})])
    moved = batch(Members, [member("1", "L2"), member("2", "L2")], scope={"library_code": ["L2"]}, on=FEBRUARY)
    assert warehouse.commit([moved]).counts == {"members": Counts(changed=1, same=1)}
    empty = batch(Members, [], scope=L1, on=FEBRUARY)
    assert warehouse.preview(empty) == Counts()
    with pytest.raises(BatchRefused, match="不在所报范围"):
        warehouse.commit([batch(Members, [member("3", "L9")], scope=L1)])


def test_doubles_in_a_batch_are_refused(warehouse: Warehouse) -> None:
    with pytest.raises(BatchRefused, match="多次"):
        warehouse.commit([batch(Members, [member("1"), member("1", books=2)], scope=L1)])


def test_a_row_without_its_key_is_refused(warehouse: Warehouse) -> None:
    with pytest.raises(BatchRefused, match="缺少单号"):
        warehouse.commit([batch(Loans, [{"library_code": "L1", "lent_on": MARCH}])])


def test_a_stock_shows_the_latest_count_up_to_the_day(warehouse: Warehouse) -> None:
    for month, books in (("2020-01", 5), ("2020-03", 7)):
        shelf = {"shelf_no": "a", "library_code": "L1", "month": month, "books": books}
        warehouse.commit([batch(Shelves, [shelf], scope=L1)])
    assert shown(warehouse, Shelves, "books", valid_on=date(2020, 1, 30)) == []
    assert shown(warehouse, Shelves, "books", valid_on=date(2020, 3, 30)) == [(5,)]
    assert shown(warehouse, Shelves, "books", valid_on=date(2020, 3, 31)) == [(7,)]
    assert shown(warehouse, Shelves, "books") == [(5,), (7,)]


def commit_counts(warehouse: Warehouse, arrives: Arrival) -> type[Register]:
    """Two shelves counted in January, one of them again in March, in a register whose key includes the month."""
    given = {"__module__": __name__, "key": ("shelf_no", "month"), "arrives": arrives}
    dated: type[Register] = type("Shelves", (Shelves,), given)
    for month, counts in (("2020-01", {"a": 5, "b": 1}), ("2020-03", {"a": 7})):
        rows = [{"shelf_no": no, "library_code": "L1", "month": month, "books": n} for no, n in counts.items()]
        scope = {name: {"library_code": ["L1"], "month": [month]}[name] for name in arrives.scope}
        warehouse.commit([batch(dated, rows, scope=scope)])
    return dated


@pytest.mark.parametrize(
    ("arrives", "in_march"),
    [(snapshot("library_code", "month"), [("a", 7)]), (CHANGES, [("a", 7), ("b", 1)])],
    ids=["what_a_count_of_the_day_lacks_is_gone", "what_was_counted_last_stands"],
)
def test_a_stock_whose_key_has_its_date_shows_each_thing_once(
    warehouse: Warehouse, arrives: Arrival, in_march: list[tuple[str, int]]
) -> None:
    dated = commit_counts(warehouse, arrives)
    columns = "shelf_no, books"
    assert shown(warehouse, dated, columns, valid_on=date(2020, 2, 29)) == [("a", 5), ("b", 1)]
    assert shown(warehouse, dated, columns, valid_on=date(2020, 3, 31)) == in_march
    assert shown(warehouse, dated, columns) == [("a", 5), ("a", 7), ("b", 1)]


def test_an_event_is_added_or_corrected_by_its_key(warehouse: Warehouse) -> None:
    lent = {"library_code": "L1", "slip_no": "1", "lent_on": FEBRUARY}
    warehouse.commit([batch(Loans, [lent])])
    other = {"library_code": "L1", "slip_no": "2", "lent_on": MARCH}
    assert warehouse.commit([batch(Loans, [{**lent, "lent_on": MARCH}, other])]).counts == {
        "loans": Counts(new=1, changed=1)
    }
    assert shown(warehouse, Loans, "slip_no", valid_on=FEBRUARY) == []
    assert shown(warehouse, Loans, "slip_no", valid_on=MARCH) == [("1",), ("2",)]


def test_stated_days_say_from_when_to_when_a_row_holds(warehouse: Warehouse) -> None:
    def commit(since: date, until: date | None, kind: str) -> None:
        row = {"desk_no": "1", "since_on": since, "until_on": until, "kind": kind}
        warehouse.commit([batch(Posts, [row], mode=Mode.CHANGE, on=date(2020, 6, 1))])

    commit(date(2020, 1, 1), None, "a")
    commit(MARCH, None, "b")
    held = [("a", date(2020, 1, 1), MARCH), ("b", MARCH, None)]
    assert shown(warehouse, Posts, "kind, valid_from, valid_to") == held
    commit(MARCH, date(2020, 5, 1), "b")
    held[1] = ("b", MARCH, date(2020, 5, 1))
    assert shown(warehouse, Posts, "kind, valid_from, valid_to") == held
    with pytest.raises(BatchRefused, match="终止日期"):
        commit(MARCH, FEBRUARY, "c")


def test_two_batches_of_one_commit_see_each_other(warehouse: Warehouse) -> None:
    first, second = ([member("1", books=n)] for n in (1, 2))
    outcome = warehouse.commit([batch(Members, first, scope=L1), batch(Members, second, scope=L1)])
    assert outcome.counts == {"members": Counts(new=1, changed=1)}
    assert shown(warehouse, Members, "books") == [(2,)]


def test_restricted_columns_are_shown_to_evaluation_only(warehouse: Warehouse) -> None:
    reader = warehouse.reader()
    assert "is_poor" not in reader.rows(Members).select.partition("FROM")[0]
    assert "is_poor" in reader.rows(Members, with_restricted=True).select.partition("FROM")[0]
