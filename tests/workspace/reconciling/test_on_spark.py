"""关联与比对 on Spark: the same lists and programmes, laid beside what DuckDB comes to (`make spark` runs it)."""

from __future__ import annotations

import os
from datetime import date
from importlib.util import find_spec

import pytest

from tests.workspace.reconciling.conftest import LinkedCity
from yaodian.declare.programme import Programme
from yaodian.warehouse.engine import ENGINE
from yaodian.warehouse.store import Warehouse
from yaodian.workspace.linking import persons_of, reconciled
from yaodian.workspace.records import records_catalogue

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(find_spec("pyspark") is None, reason="pyspark is not installed; `make spark` installs it"),
    pytest.mark.skipif(os.environ.get(ENGINE) != "spark", reason="starts a JVM: run by `make spark`"),
]
DAYS = (date(2019, 10, 31), date(2020, 5, 29))


def states(warehouse: Warehouse, programme: type[Programme], on: date) -> object:
    """The tally, the sums and the state of each person."""
    found = reconciled(persons_of(warehouse), programme, on)
    rows = found.persons.select(["record_key", "person_key", "state"]).to_pylist()
    return found.tally, found.sums, found.counties, sorted(map(str, rows))


def test_programmes_come_to_the_same_on_spark(linked_city: LinkedCity, monkeypatch: pytest.MonkeyPatch) -> None:
    for programme in records_catalogue().of(Programme).values():
        for on in DAYS:
            on_spark = states(linked_city.warehouse, programme, on)
            with monkeypatch.context() as patch:
                patch.setenv(ENGINE, "duckdb")
                assert states(linked_city.warehouse, programme, on) == on_spark, (programme.id, on)
