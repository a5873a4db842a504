"""Both engines give the same rows from the same release, empty registers and parameters included.

The suite of the warehouse runs on the engine that YAODIAN_ENGINE names (`make spark` names Spark); here the two are laid
side by side where pyspark is installed.
"""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from decimal import Decimal
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import duckdb
import pytest

from tests.warehouse.batches import batch, member
from tests.warehouse.small.registers.loans import Loans
from tests.warehouse.small.registers.members import Members
from tests.warehouse.small.registers.shelves import Shelves
from yaodian.domain.finding import Refusal
from yaodian.warehouse.engine import Engine, Settings, connect, duckdb_of, engine_of
from yaodian.warehouse.store import Warehouse

L1 = {"library_code": ["L1"]}
MARCH = date(2020, 3, 1)


@pytest.fixture
def filled(warehouse: Warehouse) -> Warehouse:
    rows = [member(str(n), books=n, fine=Decimal("1.2500"), is_poor=n % 2 == 0) for n in range(20)]
    warehouse.commit([batch(Members, rows, scope=L1)])
    later = [{**row, "books": n * 2} for n, row in enumerate(rows[:-1])]
    noted = datetime(2020, 3, 1, 23, 30, tzinfo=UTC)
    lent = {
        "library_code": "L1",
        "slip_no": "书'1",
        "lent_on": MARCH,
        "noted_at": noted,
        "deposit_yuan": Decimal("9.90"),
    }
    warehouse.commit([batch(Members, later, scope=L1, on=MARCH), batch(Loans, [lent])], expected=True)
    return warehouse


QUESTIONS = (
    ("SELECT count(*) AS n, sum(books) AS s, sum(fine) AS f FROM m", {}),
    ("SELECT valid_from, valid_to, count(*) AS n FROM m GROUP BY valid_from, valid_to", {}),
    ("SELECT sum(books) FILTER (WHERE is_poor) AS s FROM m WHERE books > :least", {"least": 4}),
    ("SELECT slip_no, lent_on, noted_at, deposit_yuan FROM l WHERE slip_no = :slip", {"slip": "书'1"}),
    ("SELECT count(*) AS n, ':slip' AS word FROM l WHERE lent_on >= :on", {"on": MARCH, "unused": 1}),
    ("SELECT count(*) AS n, max(month) AS last FROM s", {}),
    ("SELECT count(*) AS n FROM p", {}),
)


def answers(engine: Engine, warehouse: Warehouse, **as_of: Any) -> list[list[tuple[Any, ...]]]:
    reader = warehouse.reader()
    tables = {
        "m": reader.rows(Members, with_restricted=True, **as_of),
        "l": reader.rows(Loans, **as_of),
        "s": reader.rows(Shelves, **as_of),
        "p": reader.persons(),
    }
    found = (engine.query(sql, tables, parameters).to_pylist() for sql, parameters in QUESTIONS)
    return [sorted((tuple(row.values()) for row in rows), key=str) for rows in found]


@pytest.mark.skipif(find_spec("pyspark") is None, reason="pyspark is not installed; `make spark` installs it")
@pytest.mark.skipif(os.environ.get("YAODIAN_ENGINE") != "spark", reason="starts a JVM: run by `make spark`")
def test_spark_gives_what_duckdb_gives(filled: Warehouse) -> None:
    spark, first = engine_of(filled.folder), filled.release_called(filled.release().before)
    ways: tuple[dict[str, Any], ...] = ({}, {"valid_on": MARCH}, {"recorded_at": first.recorded_at})
    for _ in range(2):
        for as_of in ways:
            assert answers(spark, filled, **as_of) == answers(duckdb_of(filled.folder), filled, **as_of)
        filled.tidy(keep=0)


def test_parameters_and_empty_registers_are_answered(filled: Warehouse) -> None:
    found = answers(filled.engine, filled, valid_on=MARCH)
    assert found[0] == [(19, 342, Decimal("23.7500"))]
    assert found[3] == [("书'1", MARCH, datetime(2020, 3, 1, 23, 30, tzinfo=UTC), Decimal("9.90"))]
    assert found[4] == [(1, ":slip")]
    assert found[5:] == [[(0, None)], [(0,)]]


def test_an_unknown_engine_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("YAODIAN_ENGINE", "abacus")
    with pytest.raises(Refusal, match="abacus"):
        engine_of(tmp_path)


def test_the_engine_reads_its_folder_and_nothing_else(filled: Warehouse, tmp_path: Path) -> None:
    engine = duckdb_of(filled.folder)
    (tmp_path / "other.csv").write_text("a\n1\n")
    with pytest.raises(duckdb.Error, match="disabled by configuration"):
        engine.query(f"SELECT * FROM read_csv('{tmp_path / 'other.csv'}')", {}, {})
    with pytest.raises(duckdb.Error):
        engine.query("SET enable_external_access = true", {}, {})
    assert engine is duckdb_of(filled.folder)


def test_what_sees_the_vault_spills_nothing() -> None:
    with connect(Settings(memory="64MB")) as connection:
        found = connection.execute(
            "SELECT current_setting('temp_directory'), current_setting('memory_limit')"
        ).fetchall()
    assert found == [("", "61.0 MiB")]
