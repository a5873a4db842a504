"""人员: keys are minted once, kept, and changed by entries only; what links leave behind names no one."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pytest

from tests.warehouse.link.claimed import LI_BOY, keyed, linked, named, row
from yaodian.warehouse.keys import Keys
from yaodian.warehouse.link.linking import Linked
from yaodian.warehouse.link.persons import keep
from yaodian.warehouse.store import Warehouse

OTHER = "520302201109089030"


@pytest.fixture
def warehouse(tmp_path: Path) -> Warehouse:
    return Warehouse.create(tmp_path / "records", Keys.new(demo=True))


def people(warehouse: Warehouse, release: str = "") -> dict[str, str]:
    """The person's key of each record, as known now or when a release was made."""
    at = warehouse.release_called(release).recorded_at if release else None
    rows = warehouse.engine.query("SELECT * FROM p", {"p": warehouse.reader().persons(recorded_at=at)}, {})
    return {named(r["record_key"]): r["person_key"].hex() for r in rows.to_pylist()}


def one() -> Linked:
    return linked([row("a", LI_BOY, "李明")], [row("x", LI_BOY, "李明"), row("y", OTHER, "李浩", "2011-09-08")])


def apart() -> Linked:
    return linked([row("a", OTHER, "王芳", "2011-09-08", "2", "别村", "王强")], [row("x", LI_BOY, "李明")])


def test_what_says_nothing_new_makes_no_release(warehouse: Warehouse) -> None:
    first = keep(warehouse, one(), "m")
    assert first.number == 1 and keep(warehouse, one(), "m") == first
    found = people(warehouse)
    assert found["a"] == found["x"] != found["y"]


def test_a_person_keeps_the_key_when_a_record_joins(warehouse: Warehouse) -> None:
    keep(warehouse, linked([row("a", LI_BOY, "李明")], [row("y", OTHER, "李浩", "2011-09-08")]), "m")
    before = people(warehouse)
    keep(warehouse, one(), "m")
    after = people(warehouse)
    assert {k: after[k] for k in "ay"} == before and after["x"] == before["a"]


def test_a_split_gives_a_new_key_and_the_old_link_an_end(warehouse: Warehouse) -> None:
    first = keep(warehouse, one(), "m")
    before = people(warehouse)
    keep(warehouse, apart(), "m")
    after = people(warehouse)
    assert after["a"] != after["x"] and before["a"] in after.values() and "y" not in after
    assert people(warehouse, first.id) == before


def test_the_evidence_stands_beside_each_link_with_the_model(warehouse: Warehouse) -> None:
    keep(warehouse, linked([row("a", LI_BOY, "李明")], [row("x", None, "李铭")]), "2026-1")
    rows = warehouse.engine.query("SELECT * FROM p", {"p": warehouse.reader().persons()}, {}).to_pylist()
    evidence = {named(r["record_key"]): r["evidence"] for r in rows}
    assert {r["model"] for r in rows} == {"2026-1"} and evidence["x"].startswith("weighed ") and "李" not in str(rows)


def test_old_files_of_links_are_swept_once_no_release_names_them(warehouse: Warehouse) -> None:
    keep(warehouse, one(), "m")
    keep(warehouse, apart(), "m")
    files = {f.path for table in warehouse.release().links.values() for f in table.files}
    warehouse.sweep(keep=0)
    held = {p.relative_to(warehouse.folder).as_posix() for p in (warehouse.folder / "links").rglob("*.parquet")}
    assert held == files and warehouse.verify() == [] and len(people(warehouse)) == 2


def test_pairs_for_people_hold_keys_and_levels_and_no_name(warehouse: Warehouse) -> None:
    found = linked([row("a", LI_BOY, "李明"), row("b", OTHER, "李明")], [row("x", None, "李明")])
    keep(warehouse, found, "m")
    asked = warehouse.engine.query("SELECT * FROM p", {"p": warehouse.reader().asked()}, {})
    assert {r["record_r"] for r in asked.to_pylist()} >= {keyed("x")}
    assert pa.types.is_decimal(asked.schema.field("weight").type) and "李" not in str(asked.to_pylist())
