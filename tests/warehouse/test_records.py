"""Private columns are seen with a grant and a purpose, audited first; canaries stay in the vault; erasing keeps counts."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tests.warehouse.batches import DAY, batch, member
from tests.warehouse.faulting import canaries_in, commit_canaries
from tests.warehouse.small.registers.members import Members
from yaodian.domain.access import Action, Actor, Grant, Purpose, Scope
from yaodian.domain.finding import Refusal
from yaodian.warehouse.audit import AuditEntry, FileAudit
from yaodian.warehouse.erase import erase_records
from yaodian.warehouse.records import AccessDenied, Request, read_records
from yaodian.warehouse.store import Warehouse

NOW = datetime(2020, 5, 1, tzinfo=UTC)
AID = Grant("a", Purpose.STUDENT_AID, Scope(frozenset({"L1"})), date(2020, 1, 1), reach=4)
ERASER = Grant("a", Purpose.ERASURE, Scope(), date(2020, 1, 1), actions=frozenset({Action.ERASE}))


def above(code: str) -> tuple[str, ...]:
    return (code, "city")


@pytest.fixture
def audit(tmp_path: Path) -> FileAudit:
    return FileAudit(tmp_path / "audit.jsonl")


@pytest.fixture
def filled(warehouse: Warehouse) -> Warehouse:
    rows = [member(str(n), "L1" if n % 2 else "L2", is_poor=n % 3 == 0) for n in range(6)]
    warehouse.commit([batch(Members, rows, scope={"library_code": ["L1", "L2"]})])
    return warehouse


def request(
    *columns: str, places: tuple[str, ...] = ("L1",), purpose: Purpose = Purpose.STUDENT_AID, **equal: str
) -> Request:
    return Request(Members, columns, purpose, "city", DAY, "library_code", places, equal)


def entries(audit: FileAudit) -> list[dict[str, object]]:
    return [json.loads(line) for line in audit.file.read_text(encoding="utf-8").splitlines()]


def test_names_are_read_with_a_purpose_and_audited(filled: Warehouse, audit: FileAudit) -> None:
    rows = read_records(filled, Actor("a", "", [AID]), request("name", "is_poor"), ancestry=above, audit=audit, now=NOW)
    assert sorted(rows["name"].to_pylist()) == ["名1", "名3", "名5"]
    assert rows["is_poor"].to_pylist().count(True) == 1
    (entry,) = entries(audit)
    assert entry["is_allowed"] and entry["columns"] == ["is_poor", "name"] and entry["places"] == ["L1"]


@pytest.mark.parametrize(
    "asked",
    [
        request("name", places=("L2",)),
        request("name", places=()),
        request("name", purpose=Purpose.STATISTICS),
    ],
)
def test_without_a_grant_nothing_is_read_and_the_try_is_audited(
    filled: Warehouse, audit: FileAudit, asked: Request
) -> None:
    with pytest.raises(AccessDenied):
        read_records(filled, Actor("a", "", [AID]), asked, ancestry=above, audit=audit, now=NOW)
    assert [entry["is_allowed"] for entry in entries(audit)] == [False]


def test_columns_above_the_grants_reach_are_left_out(filled: Warehouse, audit: FileAudit) -> None:
    low = Grant("a", Purpose.STUDENT_AID, Scope(), date(2020, 1, 1), reach=2)
    rows = read_records(filled, Actor("a", "", [low]), request("name", "books"), ancestry=above, audit=audit, now=NOW)
    assert rows.column_names == ["record_key", "books"]
    with pytest.raises(AccessDenied):
        read_records(filled, Actor("a", "", [low]), request("books", id_no="ID1"), ancestry=above, audit=audit, now=NOW)


def test_no_row_leaves_when_the_audit_cannot_be_kept(filled: Warehouse, tmp_path: Path) -> None:
    class Broken:
        def record(self, entry: object) -> None:
            raise OSError("no space")

    with pytest.raises(OSError, match="no space"):
        read_records(filled, Actor("a", "", [AID]), request("name"), ancestry=above, audit=Broken(), now=NOW)


def test_a_person_is_found_by_an_identifier_through_the_blind_index(filled: Warehouse, audit: FileAudit) -> None:
    asked = request("name", id_no="ID3")
    rows = read_records(filled, Actor("a", "", [AID]), asked, ancestry=above, audit=audit, now=NOW)
    assert rows["name"].to_pylist() == ["名3"]
    assert "ID3" not in audit.file.read_text(encoding="utf-8")


def test_erasing_destroys_the_private_record_and_keeps_the_count(filled: Warehouse, audit: FileAudit) -> None:
    actor = Actor("a", "", [AID, ERASER])
    found = read_records(filled, actor, request("name", id_no="ID3"), ancestry=above, audit=audit, now=NOW)
    before = filled.release()
    erase_records(
        filled, actor, Members, found["record_key"].to_pylist(), city="city", on=DAY, audit=audit, reason="申请删除"
    )
    assert not any((filled.folder / f.path).exists() for f in before.vault["members"])
    left = read_records(filled, actor, request("name"), ancestry=above, audit=audit, now=NOW)
    assert sorted(left["name"].to_pylist(), key=str) == sorted(["名1", None, "名5"], key=str)
    with pytest.raises(AccessDenied):
        erase_records(filled, Actor("b"), Members, [b""], city="city", on=DAY, audit=audit, reason="")
    assert [entry["action"] for entry in entries(audit)] == ["read", "erase", "read", "erase"]


def test_no_canary_is_in_any_file_outside_the_vault_nor_in_clear_inside_it(
    warehouse: Warehouse, audit: FileAudit
) -> None:
    commit_canaries(warehouse)
    rows = read_records(
        warehouse, Actor("a", "", [AID]), request("name", id_no="CANARYID7"), ancestry=above, audit=audit, now=NOW
    )
    assert rows["name"].to_pylist() == ["改名金丝雀7号"]
    warehouse.tidy(keep=0)
    assert canaries_in(warehouse.folder.parent) == []


def test_what_is_asked_for_by_odd_columns_is_refused(filled: Warehouse, audit: FileAudit) -> None:
    actor = Actor("a", "", [AID])
    for asked, words in (
        (Request(Members, ("name",), Purpose.STUDENT_AID, "city", DAY, "grade_code", ("L1",)), "grade_code"),
        (request("books", name="名1"), "精确查找"),
    ):
        with pytest.raises(Refusal, match=words):
            read_records(filled, actor, asked, ancestry=above, audit=audit, now=NOW)


def test_an_entry_after_a_torn_line_stands_on_its_own(audit: FileAudit) -> None:
    audit.file.write_text('{"torn')
    entry = AuditEntry(NOW, "a", "read", "student_aid", "members", ("L1",), ("name",), "r1", True)
    audit.record(entry)
    audit.record(entry)
    lines = audit.file.read_bytes().splitlines()
    assert lines == [b'{"torn', entry.canonical(), entry.canonical()]
    assert json.loads(lines[1])["at"] == "2020-05-01T00:00:00.000000+00:00"
