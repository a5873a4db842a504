"""What questions are put to: the loaded city measured, and its registers as plain tables."""

from __future__ import annotations

import duckdb
import pytest

from tests.loaded_city import REGISTERS, Loaded
from yaodian.warehouse.evaluate.evaluation import Evaluation
from yaodian.workspace.indicators import Indicators


@pytest.fixture(scope="session")
def measured(loaded_city: Loaded) -> Evaluation:
    return Indicators.of().evaluation(loaded_city.warehouse)


@pytest.fixture(scope="session")
def raw(loaded_city: Loaded) -> duckdb.DuckDBPyConnection:
    """A database of its own that holds every register's rows as a table."""
    connection, reader = duckdb.connect(), loaded_city.warehouse.reader()
    for name, register in REGISTERS.items():
        rows = reader.rows(register, with_restricted=True, with_days=True)
        connection.execute(f"CREATE TABLE {name} AS {rows.over_files()}")
    return connection
