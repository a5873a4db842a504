"""Rows of every register, exported as csv, xlsx and parquet, are read again as they were."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.loaded_city import DELIVERED, Written
from yaodian.declare.code_list import codes_of
from yaodian.warehouse.load.checked import connect
from yaodian.warehouse.load.checks import Against, check_file
from yaodian.warehouse.load.content import content_hash
from yaodian.warehouse.load.export import export_rows
from yaodian.workspace.load_order import uploads_in
from yaodian.workspace.records import records_catalogue

SOME = 300


@pytest.mark.slow
@pytest.mark.parametrize("name", DELIVERED)
def test_an_export_of_a_register_imports_again_with_no_change(city: Written, tmp_path: Path, name: str) -> None:
    upload = next(upload for upload in uploads_in(city.folder) if upload.register.id == name)
    register, on = upload.register, upload.on
    against = Against(codes_of=lambda column: codes_of(column, records_catalogue(), on))
    first = check_file(register, upload.path, on, upload.scope, against).valid.slice(0, SOME)
    assert first.num_rows
    for suffix in ("csv", "xlsx", "parquet"):
        path = export_rows(register, first, tmp_path / f"out.{suffix}")
        again = check_file(register, path, on, upload.scope, against)
        assert list(again.faults()) == [] and again.valid.num_rows == first.num_rows, suffix
        assert again.valid.to_pylist() == first.to_pylist(), suffix
        assert content_hash(connect(), register, again.valid) == content_hash(connect(), register, first), suffix
